"""Native forms: a name as its own language writes it, beside the name in Latin letters: "Tran Van An (Trần Văn Ân)", "Li Wen (李文)".

They are taken out of the text, since a parser of English trips over them, and kept with their places: the name's actor gets them
as aliases (see ``amity.reading.native``).
"""

import re
from collections.abc import Iterator

from amity.gazetteer import fold
from amity.reading.cleaning.draft import Draft
from amity.reading.scripts import LATIN, LATIN_LETTERS

RULE = "native-form"
_OTHER = rf"[^\W\d_{LATIN_LETTERS}]"  # a letter of another script
_FOREIGN = rf"{_OTHER}[^\n()（）,，;{LATIN_LETTERS}]{{0,60}}"
_BRACKETED = re.compile(rf"(?<=[{LATIN_LETTERS}’'.])\s*[(（]\s*(?P<form>{_FOREIGN})[)）]")
_BARE = re.compile(
    rf"(?<=[{LATIN_LETTERS}]),?\s+(?P<form>{_OTHER}(?:[^\n()（）,，;.{LATIN_LETTERS}]{{0,30}}{_OTHER}\S?)?)(?=\s*[,.;)]|\s+[{LATIN_LETTERS}])"
)
_ACCENTED = re.compile(rf"(?<=[{LATIN_LETTERS}])\s[(]\s*(?P<form>[{LATIN_LETTERS}’'\s-]{{2,60}})[)]")
LONGEST_NAME = 120  # characters before a bracket that may be the name it writes again


def take_native_forms(draft: Draft) -> None:
    """Cut native forms out of the lines that are written in Latin letters for the most part."""
    for line in draft.kept():
        if line.text.isascii():
            continue
        for pattern in (_BRACKETED, _BARE):
            if _is_latin(line.text):
                line.cut_each([match.span() for match in pattern.finditer(line.text)], RULE)
        line.cut_each(list(_accented(line.text)), RULE)


def _is_latin(text: str) -> bool:
    return len(LATIN.findall(text)) > len(re.findall(_OTHER, text))


def _accented(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of brackets that only write the words before them with their accents."""
    for match in _ACCENTED.finditer(text):
        form = match["form"].strip()
        before = " ".join(text[max(0, match.start() - LONGEST_NAME) : match.start()].split()[-len(form.split()) :])
        if not form.isascii() and form != before and fold(form) == fold(before):
            yield match.span()
