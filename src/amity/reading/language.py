"""The language of a text, told by its letters (py3langid), and whether Amity reads it.

What is surely in no language that Amity reads is kept unread; what is doubtful (a few words, a list of names, a text in two
languages) is read in the default language: it is likelier than any other, and an unread report is a loss that nobody sees.
"""

import io
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from amity.errors import SetupError
from amity.model import Document
from amity.reading.scripts import LATIN, LETTER
from amity.vocabulary import DEFAULT_LANGUAGE, languages
from amity.vocabulary.languages import wider

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 1200  # bytes that are looked at: the detector walks over them one by one, in half a millisecond
SLICE = 300  # bytes: in reports' passages of this length English was never taken for another language surely, in shorter ones it was
LEAST = 0.01  # probability of English from which on a text may be in it; in two sentences of 28 other languages it is under 0.001
SHORTEST = 60  # letters: fewer may be names for the most part ("Ciudad Real, São Roque sign MoU"), which lead the detector astray
LATIN_SHARE = 0.5  # of the letters: below it a text is in another script, which no English text is, however short
NEGLIGIBLE = 0.0005  # probability below which a language is left out of account: the detector knows 140
NO_LANGUAGE = "zxx"  # the detector's class of numbers and signs


class Heard(NamedTuple):
    """A text's language (ISO 639-1, else 639-3), how sure that is (0 to 1; None for a text without letters), and if it can be read."""

    language: str
    confidence: float | None
    readable: bool = True


def prepare() -> None:
    """Begin to load the detector beside other work: most of unpacking it leaves the interpreter free."""
    _loading()


def hear(text: str) -> Heard:
    """Return the language of a text; of one that is doubtful, the default language with its own low confidence."""
    if not any(map(str.isalpha, text)):
        return Heard(DEFAULT_LANGUAGE, None)
    heard = [probabilities(part) for part in slices(text)]
    mean = {code: sum(one.get(code, 0.0) for one in heard) / len(heard) for code in {*chain(*heard)}}
    if any(one.get(DEFAULT_LANGUAGE, 0.0) >= LEAST for one in heard) or not _tells(text[: 10 * SHORTEST]):
        return Heard(DEFAULT_LANGUAGE, round(mean.get(DEFAULT_LANGUAGE, 0.0), 4))
    best = max(mean, key=lambda code: (mean[code], code))
    return Heard(best, round(mean[best], 4), best in languages())


def settle_language(document: Document, text: str) -> str | None:
    """Note the text's language in its document; return why it cannot be read, with the way out, None where it can."""
    heard = hear(text)
    document.language, document.language_confidence = heard.language, heard.confidence
    if heard.readable:
        return None
    known = ", ".join(languages())
    return f"language: {heard.language} ({heard.confidence:.2f}); Amity reads {known}; give a translation, or add the language"


def slices(text: str) -> list[bytes]:
    """Return up to four parts of the text, evenly spread: a text in two languages shows both."""
    data = text.encode("utf-8", errors="surrogatepass")
    if len(data) <= SAMPLE:
        count = max(1, len(data) // SLICE)
        size = max(1, -(-len(data) // count))
        return [data[at : at + size] for at in range(0, len(data), size)] or [b""]
    step = (len(data) - SLICE) // (SAMPLE // SLICE - 1)
    return [data[at : at + SLICE] for at in range(0, len(data) - SLICE + 1, step)]


def probabilities(part: bytes) -> Mapping[str, float]:
    """Return the probability of each likely language for a part of a text; varieties of one language count as that."""
    found: dict[str, float] = {}
    for code, probability in _detector().rank(part.decode("utf-8", errors="ignore")):
        if probability < NEGLIGIBLE:
            break
        if code != NO_LANGUAGE:
            found[wider(code)] = found.get(wider(code), 0.0) + probability
    return found


def _tells(text: str) -> bool:
    letters = len(LETTER.findall(text))
    return letters >= SHORTEST or len(LATIN.findall(text)) < LATIN_SHARE * letters


def _detector() -> "LanguageIdentifier":
    try:
        return _loading().result()
    except (ImportError, OSError, KeyError, ValueError) as error:
        raise SetupError(f"py3langid, which tells languages, cannot be loaded ({error}); install it anew") from error


@cache
def _loading() -> "Future[LanguageIdentifier]":
    pool = ThreadPoolExecutor(1, thread_name_prefix="language")
    loading = pool.submit(_load)
    pool.shutdown(wait=False)
    return loading


def _load() -> "LanguageIdentifier":
    """Load py3langid's model; unlike its own loader in few large steps, which leave the interpreter free for others."""
    import lzma
    from zipfile import ZipFile

    import numpy
    from numpy.lib import format as npy
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    packed = io.BytesIO(lzma.decompress((MODEL_DIR / MODEL_FILE).read_bytes()))
    arrays = {}
    with ZipFile(packed) as archive:
        for name in archive.namelist():
            with archive.open(name) as file:
                npy.read_magic(file)
                shape, _, kind = npy.read_array_header_1_0(file)
                arrays[name.removesuffix(".npy")] = numpy.frombuffer(file.read(), kind).reshape(shape)
    moves, rows = arrays["nextmove"].data, arrays["nextmove_row"].tolist()
    features, classes = arrays["out_feat"].tolist(), arrays["classes"].tolist()
    return LanguageIdentifier(arrays["ptc"], arrays["pc"], classes, moves, features, norm_probs=True, tk_row=rows)
