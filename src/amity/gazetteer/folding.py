"""One spelling for every way of writing a name: case, diacritics, hyphens and apostrophes do not count."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe",
        "ı": "i", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ŋ": "ng", "Ŋ": "Ng", "ə": "a", "Ə": "A", "ħ": "h", "Ħ": "H",
    }
)  # fmt: skip
_DROPPED = re.compile(r"['’‘ʻʼʿʾ`´′.“”\"]")
_SPACES = re.compile(r"[\s\-‐‑‒–—_/]+")
CACHED_FOLDS = 65_536
"""Words of a few thousand reports; a fold costs a microsecond without the cache."""


@lru_cache(maxsize=CACHED_FOLDS)
def fold(name: str) -> str:
    """Return the spelling under which ``name`` is indexed.

    Lower case, Latin letters without diacritics (``đ`` is ``d``), no apostrophes or full stops, one space for every run of
    spaces and hyphens: ``Xi'an`` → ``xian``, ``Île-de-France`` → ``ile de france``, ``U.S.`` → ``us``.
    """
    if name.isascii() and name.isalpha():
        return name.lower()
    bare = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return _SPACES.sub(" ", _DROPPED.sub("", bare)).strip().casefold()


def joined(folded: str) -> str:
    """Return a folded name without its spaces (``ha noi`` → ``hanoi``)."""
    return folded.replace(" ", "")
