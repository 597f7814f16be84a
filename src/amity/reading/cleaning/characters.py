"""Characters: broken encodings, entities, odd spaces and marks become plain text."""

import html
import re
import unicodedata

import ftfy

_FTFY = ftfy.TextFixerConfig(
    unescape_html=False, uncurl_quotes=False, fix_line_breaks=True, remove_terminal_escapes=True, normalization="NFC", explain=False
)
_LITERAL_BYTES = re.compile(r"(?:\\x[0-9a-fA-F]{2})+")
_LITERAL_UNICODE = re.compile(r"\\u(?!d[89a-f])[0-9a-fA-F]{4}", re.IGNORECASE)
_TAGS = re.compile(
    r"</?(?:p|br|div|span|strong|b|i|em|u|a|img|figure|figcaption|ul|ol|li|h[1-6]|table|tr|td|blockquote|sup|sub|font)\b[^<>\n]{0,300}>",
    re.I,
)
_BREAKING_TAGS = re.compile(r"</?(?:p|br|div|figure|figcaption|ul|ol|li|h[1-6]|table|tr|blockquote)\b[^<>\n]{0,300}>", re.I)
_CLOSING = re.compile(r"((?:â€œ|“)[^\n”]{0,300}?)â€(?![^\s.,;:)])")  # the last byte of a closing mark is a control character, often lost
_LONE = re.compile(r"((?<=[\w.,!?])â(?!\w))|[\n“”â]")
_FOOTNOTE = re.compile(r"(?<=[\w.,;”\"])\[\d{1,3}\]")
_SPACES = re.compile(r"[^\S\n]+")
_UNUSUAL = re.compile(r"[^\x20-\x7e\n]")
_MARKS = re.compile(r"([^\w\s]{100})[^\w\s]+")  # no report sets so many in a row, and words are told apart in time with their square
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u2028\u2029")
ROUNDS = 3  # a text may have been broken more than once


def _literal_bytes(match: re.Match[str]) -> str:
    raw = bytes(int(pair, 16) for pair in re.findall(r"\\x([0-9a-fA-F]{2})", match[0]))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _literals(text: str) -> str:
    r"""Read ``\xc2\xa0`` and ``\u2019`` written out as letters."""
    text = _LITERAL_BYTES.sub(_literal_bytes, text)
    return _LITERAL_UNICODE.sub(lambda m: chr(int(m[0][2:], 16)), text).replace("\\n", "\n").replace("\\t", " ") if "\\" in text else text


def _tags(text: str) -> str:
    return _TAGS.sub("", _BREAKING_TAGS.sub("\n", text)) if "<" in text else text


def _is_noise(char: str) -> bool:
    """Tell control characters, private use, surrogates and pictographs from text."""
    if char in "\n\t" or char.isalnum():
        return False
    category = unicodedata.category(char)
    return (
        char in _INVISIBLE
        or category in ("Cc", "Co", "Cs", "Cn", "Cf")
        or (category == "So" and char not in "©®°№™■▪●◦→")
        or char == "\ufe0f"
    )


def _usual(match: re.Match[str]) -> str:
    char = match[0]
    if char == "\t" or unicodedata.category(char) == "Zs":
        return " "
    return "" if _is_noise(char) else char


def lone_marks(text: str) -> str:
    """Read an "â" left alone by a broken encoding as the dash, apostrophe or quotation mark that it was.

    Only where no word has one: between spaces, before a possessive s, at a word's end, and at a word's start when a closing one follows.
    """
    if "â" not in text:
        return text
    text = re.sub(r"(?<=\s)â(?=\s|$)", "–", text)
    text = re.sub(r"(?<=[A-Za-z]{2})â(?=s\b)|(?<=n)â(?=t\b)", "’", text)
    text = re.sub(r"(?<![^\s(])â(?=[A-Za-z][^\nâ]{0,300}?[\w.,!?]â(?!\w))", "“", text)
    return _closed(text)


def _closed(text: str) -> str:
    """Return the text with each lone mark after a word as what closes: a quotation where one was opened last, else an apostrophe."""
    last = ""

    def usual(match: re.Match[str]) -> str:
        nonlocal last
        opened, last = last == "“", match[0]
        return match[0] if match[1] is None else "”" if opened else "’"

    return _LONE.sub(usual, text)


def repair(text: str) -> str:
    """Return the text with its characters mended; a text that is mended already comes back as it is."""
    for _ in range(ROUNDS):
        before = text
        text = html.unescape(_tags(_literals(text.replace("\r\n", "\n").replace("\r", "\n"))))
        text = lone_marks(ftfy.fix_text(_CLOSING.sub(r"\1”", text), _FTFY))
        text = _UNUSUAL.sub(_usual, text)
        text = _MARKS.sub(r"\1", _FOOTNOTE.sub("", text))
        if text == before:
            break
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n")).strip("\n")
