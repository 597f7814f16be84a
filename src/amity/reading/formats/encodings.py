"""Encodings: bytes become text, and the name of the encoding is kept.

In order: a byte order mark; UTF-16 told by its zero bytes; UTF-8; what the server or the page declares, when the bytes agree;
windows-1252 when every byte beyond ASCII is a letter or mark that it has at such a place; charset-normalizer's best guess.
"""

import codecs
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, NamedTuple

from amity.errors import SourceError

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
OF_PAIRS = ("gb18030", "big5hkscs", "cp932", "euc_jp", "cp949")
"""Encodings of two bytes a character: bytes that fit them by chance are rare."""
WIDER = {
    "latin-1": "cp1252",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}
"""Names that pages give, and the encodings that browsers read them as (WHATWG Encoding Standard)."""
GUESSED = ["cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1256", "cp1257", "cp1258", "cp874", "koi8_r", *OF_PAIRS]
"""What pages of the web were written in before UTF-8; guesses beyond these (EBCDIC, DOS) have never been right."""
LEAST_BYTES = 8  # beyond ASCII that charset-normalizer guesses from: fewer fit by chance
LEAST_TEXT = 50  # bytes of a text whose encoding is guessed: a few words are read as UTF-8 or not at all
IN_PLACE = 0.9  # share of letters beyond ASCII beside others, in scripts that have words of one letter too
SAMPLE = 65_536  # bytes of lines beyond ASCII that a guess is made from
ZEROS = 0.3  # share of zero bytes on one side that tells UTF-16 without a mark; English has half, Vietnamese some 0.4
CONTROLS = 0.01  # share of control characters that no text has; stray ones are left to cleaning
C0 = (*range(9), 11, *range(14, 32), 127)
C1 = range(128, 160)
"""Controls that a wrong guess shows; a text in UTF-8 may hold some since it was broken before, and cleaning mends it."""
MARKS = frozenset("‘’“”‚„–—…•·€£¥©®™°§«»\u00a0\u00ad½¼¾²³±×")
_LETTERS = re.compile(r"[^\W\d_ªºƒ][^\W\d_ªºƒ\u0300-\u036f]*")
_MIXED = re.compile(r"[a-z\u00df-\u00f6\u00f8-\u00ff][\u00c0-\u00d6\u00d8-\u00de]")


class Decoded(NamedTuple):
    """A text and the name of the encoding that it was written in."""

    text: str
    encoding: str


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Return the bytes as text; raise SourceError for what is empty, binary, or in no encoding that fits.

    ``declared`` is the encoding that a server or a page names; it is believed when the bytes agree.
    """
    if not data.strip():
        raise SourceError("the file is empty; nothing to read")
    encoding = encoding_of(data, declared)
    text = data.decode(encoding)
    _refuse_controls(text)
    return Decoded(text, public_name(encoding))


def public_name(codec: str) -> str:
    """Return the name that the web uses for a codec: ``windows-1252`` for ``cp1252``."""
    name = codecs.lookup(codec).name
    return re.sub(r"^cp(125\d|874)$", r"windows-\1", name).removesuffix("-sig")


def encoding_of(data: bytes, declared: str | None = None) -> str:
    """Return the codec that reads all the bytes; raise SourceError when none fits."""
    marked = marked_encoding(data)
    if marked:
        return _checked(data, marked)
    if b"\0" in data:
        raise SourceError("a binary file, not text; convert it to text first")
    if _reads(data, "utf-8"):
        return "utf-8"
    return _declared(data, declared) or _guess(data)


def marked_encoding(head: bytes) -> str | None:
    """Return the codec that a byte order mark or the zero bytes of UTF-16 tell, None where there are none."""
    return next((codec for mark, codec in BOMS if head.startswith(mark)), None) or _zero_sided(head)


def stream_encoding(file: BinaryIO, declared: str | None = None) -> str:
    """Return the codec of a text that is too long to hold, and leave the file at its start.

    A text that no encoding fits counts as UTF-8, so that its reader can tell the records that are damaged.
    """
    head = file.read(SAMPLE)
    file.seek(0)
    marked = marked_encoding(head)
    if marked:
        return marked
    beyond, spoilt = b"", False
    for line in _lines(file):
        if not line.isascii():
            spoilt = spoilt or not _reads(line, "utf-8")
            beyond += line if len(beyond) < SAMPLE else b""
    file.seek(0)
    if not spoilt or _mostly_utf8(beyond):
        return "utf-8"
    try:
        return _declared(beyond, declared) or _guess(beyond)
    except SourceError:
        return "utf-8"


def _lines(file: BinaryIO) -> Iterator[bytes]:
    while line := file.readline(SAMPLE):
        yield line


def _zero_sided(data: bytes) -> str | None:
    """Tell UTF-16 without a mark: the zero bytes of its Latin letters all stand on one side."""
    sample = data[:4096]
    if len(sample) < 8 or len(data) % 2:
        return None
    first, second = sample[0::2].count(0) / len(sample[0::2]), sample[1::2].count(0) / len(sample[1::2])
    if second >= ZEROS and first < ZEROS / 10:
        return "utf-16-le"
    return "utf-16-be" if first >= ZEROS and second < ZEROS / 10 else None


def _reads(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _checked(data: bytes, codec: str) -> str:
    """Return the codec of a byte order mark when the text after it is text."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise SourceError(f"not valid {public_name(codec).upper()} at byte {error.start}; save it as UTF-8") from error
    if codec.startswith("utf-16") and (
        _control_share(text) > CONTROLS or any(unicodedata.category(c) in ("Cn", "Co") for c in text[:SAMPLE])
    ):
        raise SourceError("a binary file, not text; convert it to text first")
    return codec


def _declared(data: bytes, declared: str | None) -> str | None:
    try:
        name = codecs.lookup(declared or "").name
    except (LookupError, UnicodeError, ValueError):
        return None
    codec = WIDER.get(name, name)
    try:
        text = data.decode(codec)
    except (UnicodeError, LookupError, AssertionError):  # codecs that are no text encodings raise LookupError
        return None
    return codec if isinstance(text, str) and _control_share(text, (*C0, *C1)) <= CONTROLS else None


def _mostly_utf8(data: bytes) -> bool:
    """Tell a damaged UTF-8 text from a text in another encoding: most of what is beyond ASCII reads well."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(not c.isascii() for c in text) - broken >= max(broken, 1)


def _guess(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        where = error.start
    lines = b"".join(line for line in data.splitlines(keepends=True) if not line.isascii())[:SAMPLE]
    if _mostly_utf8(lines):
        raise SourceError(f"not valid UTF-8 at byte {where}; save it as UTF-8")
    codec = ("cp1252" if _is_western(lines) else _best_guess(lines)) if len(data) >= LEAST_TEXT else None
    if codec is None or not _reads(data, codec):
        raise SourceError(f"not valid UTF-8 at byte {where}, and no other encoding fits; save it as UTF-8")
    return codec


def _is_western(data: bytes) -> bool:
    """Tell windows-1252: few characters are beyond ASCII, and each stands where it is used."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    beyond = sum(not c.isascii() for c in text)
    return beyond * 3 < len(text) and _share_in_place(text, lambda word: any(c.isascii() for c in word)) == 1


def _share_in_place(text: str, is_word: Callable[[str], bool]) -> float:
    """Return how many of the characters beyond ASCII are marks, or letters of a word, none a capital after a small one."""
    good = sum(c in MARKS for c in text)
    for match in _LETTERS.finditer(text):
        word = match[0]
        if len(word) > 1 and is_word(word) and not _MIXED.search(word):
            good += sum(not c.isascii() for c in word)
    return good / max(sum(not c.isascii() for c in text), 1)


def _best_guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=GUESSED).best() if sum(byte > 127 for byte in data) >= LEAST_BYTES else None
    if best is None or _control_share(str(best), (*C0, *C1)) > CONTROLS:
        return None
    return best.encoding if best.encoding in OF_PAIRS or _share_in_place(str(best), bool) >= IN_PLACE else None


def _control_share(text: str, characters: Iterable[int] = C0) -> float:
    return sum(text.count(chr(c)) for c in characters) / max(len(text), 1)


def _refuse_controls(text: str) -> None:
    share = _control_share(text)
    if share > CONTROLS:
        raise SourceError(f"{share:.0%} of its characters are control characters; not a text, convert it first")
