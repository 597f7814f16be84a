"""What is known of single words as names: given names, family names, and the languages that put the family name first."""

import re
import unicodedata
from functools import cache
from importlib.resources import files

from amity.vocabulary import load, load_common, per_language

_HEADER = re.compile(r"\A(?:#.*\n)+")


@cache
def folded(text: str) -> str:
    """Return the text without diacritics and case, for comparison."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in text if not unicodedata.combining(c)).casefold()


@per_language
def word_set(key: str) -> frozenset[str]:
    """Return one word list of the names vocabulary, folded and without closing dots."""
    return frozenset(folded(w).rstrip(".") for w in load("names")[key])


@per_language
def _known() -> dict[str, str]:
    """Return the given names (g), family names (f) and words that are both (b)."""
    text = files("amity.vocabulary").joinpath("personal_names.txt").read_text(encoding="utf-8")
    words_and_kinds = iter(_HEADER.sub("", text, count=1).split())
    known = dict(zip(words_and_kinds, words_and_kinds, strict=True))
    known |= {word: "b" for words in load_common("names")["given"].values() for word in words}
    for word in word_set("not_names"):
        known.pop(word, None)
    return known


def is_given(word: str) -> bool:
    """Tell whether the word is known as a given name; of a hyphenated word, its first part."""
    word = folded(word)
    return _known().get(word, _known().get(word.split("-")[0], "f")) in "gb"


def is_known(word: str) -> bool:
    """Tell whether the word is known as a given or family name."""
    first = folded(word).split("-")[0]
    return first in _known() or any(first in words for words in families().values())


@per_language
def families() -> dict[str, frozenset[str]]:
    """Return the family names of each language that puts them first."""
    return {language: frozenset(words) for language, words in load_common("names")["family_first"].items()}


@per_language
def _shapes() -> dict[str, re.Pattern[str]]:
    return {language: re.compile(shape) for language, shape in load_common("names")["given_shapes"].items()}


@per_language
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
    if len(given) == 2 and family not in families()["vietnamese"] and _fits("korean", family, given):
        return "korean"
    if _fits("vietnamese", family, given) and len(given) >= 2:
        return "vietnamese"
    if len(given) == 1 and _fits("chinese", family, [re.sub("[-'’]", "", given[0])]):
        return "chinese"
    return None


def _fits(language: str, family: str, given: list[str], *, hyphen: bool = False) -> bool:
    """Tell whether the name is of the language; with ``hyphen`` only if its given name is hyphenated."""
    if family not in families()[language] or (hyphen and not any("-" in g for g in given)):
        return False
    parts = [p for g in given for p in (g.split("-") if language == "korean" else [g])]
    return all(_shapes()[language].fullmatch(p) for p in parts)
