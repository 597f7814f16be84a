"""What a personal name tells by itself: known words, the language it is in, and the short forms it is called by."""

import re
from functools import cache
from importlib.resources import files

from amity.reading.names import folded, name_words
from amity.vocabulary import load


@cache
def _known() -> dict[str, str]:
    """Return the given names (g), family names (f) and words that are both (b)."""
    text = files("amity.vocabulary").joinpath("personal_names.txt").read_text(encoding="utf-8")
    return dict(line.split() for line in text.splitlines() if line and not line.startswith("#"))


def is_given(word: str) -> bool:
    """Tell whether the word is known as a given name; of a hyphenated word, its first part."""
    return _known().get(folded(word).split("-")[0], "f") in "gb"


def is_known(word: str) -> bool:
    """Tell whether the word is known as a given or family name."""
    first = folded(word).split("-")[0]
    return first in _known() or any(first in words for words in _families().values())


@cache
def _families() -> dict[str, frozenset[str]]:
    return {language: frozenset(words) for language, words in load("names")["family_first"].items()}


@cache
def _shapes() -> dict[str, re.Pattern[str]]:
    return {language: re.compile(shape) for language, shape in load("names")["given_shapes"].items()}


def family_first_language(text: str) -> str | None:
    """Return the language of a name whose family name comes first (``chinese``, ``vietnamese``, ``korean``), or None.

    The first word must be a family name of the language and the others made of its syllables; a Vietnamese name
    has words of one syllable each, a Chinese or Korean one a single given name (or a hyphenated one).
    """
    words = [folded(w).strip(".,") for w in text.split()]
    if len(words) < 2:
        return None
    family, given = words[0], words[1:]
    if _fits("korean", family, given, hyphen=True):
        return "korean"
    if len(given) == 2 and family not in _families()["vietnamese"] and _fits("korean", family, given):
        return "korean"
    if _fits("vietnamese", family, given) and len(given) >= 2:
        return "vietnamese"
    if len(given) == 1 and _fits("chinese", family, [re.sub("[-'’]", "", given[0])]):
        return "chinese"
    return None


def _fits(language: str, family: str, given: list[str], *, hyphen: bool = False) -> bool:
    """Tell whether the name is of the language; with ``hyphen`` only if its given name is hyphenated."""
    if family not in _families()[language] or (hyphen and not any("-" in g for g in given)):
        return False
    parts = [p for g in given for p in (g.split("-") if language == "korean" else [g])]
    return all(_shapes()[language].fullmatch(p) for p in parts)


def short_forms(text: str) -> tuple[str, ...]:
    """Return the single words by which the bearer may be called later, the usual one first, folded."""
    words = name_words(text)
    language = family_first_language(text)
    if len(words) < 2:
        return words
    if language in ("chinese", "korean"):
        return (words[0], words[-1])
    if language == "vietnamese":
        return (words[-1], words[0])
    return (words[-1], words[0], *words[1:-1])
