"""Names compared: folded words, the words that tell a name from others, transliterations, persons' names."""

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA, Levenshtein

from amity.gazetteer import fold
from amity.vocabulary import load

LETTERS_PER_SLIP = 7
"""Letters for each that spellings of one name may differ by (changed, left out or turned round): shorter words that differ are mostly
different names (Maria and Mario, Nguyen and Nguyet)."""
CACHED_NAMES = 65_536

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"(?<=\w)['’`´ʼ]s\b|(?<=s)['’`´ʼ](?=\s)")


@lru_cache(maxsize=CACHED_NAMES)
def words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, possessive endings taken off."""
    return tuple(_WORD.findall(fold(_POSSESSIVE.sub("", name))))


@cache
def _generic() -> frozenset[str]:
    return frozenset(load("matching")["generic"])


@cache
def _synonyms() -> dict[str, str]:
    return {word: group["words"][0] for group in load("matching")["synonyms"] for word in group["words"]}


@cache
def _runs() -> list[tuple[str, str]]:
    return [(run, group["words"][0]) for group in load("matching")["runs"] for run in group["words"][1:]]


@cache
def _known_names() -> dict[tuple[str, ...], str]:
    """Return the full names of well-known organisations by their short and other names."""
    known = load("organisations")["known"]
    return {words(form): entry["name"] for entry in known for form in (entry.get("short", ""), *entry.get("also", [])) if form}


@lru_cache(maxsize=CACHED_NAMES)
def core(name: str) -> str:
    """Return the words of an actor's name that tell it from others, in their order: "Lao Cai province" → "lao cai"."""
    synonyms = _synonyms()
    found = [synonyms.get(word, word) for word in words(_known_names().get(words(name), name))]
    kept = " ".join([word for word in found if word not in _generic()] or found)
    for run, first in _runs():
        kept = re.sub(rf"\b{run}\b", first, kept)
    return kept


@lru_cache(maxsize=CACHED_NAMES)
def skeleton(word: str) -> str:
    """Return a folded word as all its usual transliterations would have it: "zhumabek" and "jumabek" → "jumabek"."""
    for form, plain in load("matching")["transliteration"]["forms"]:
        word = word.replace(form, plain)
    return re.sub(r"(.)\1+", r"\1", word)


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(load("matching")["honorifics"])


@lru_cache(maxsize=CACHED_NAMES)
def person_words(name: str) -> tuple[str, ...]:
    """Return the words of a person's name, honorifics and lone initials taken off where more than one word stays."""
    found = list(words(name))
    while len(found) > 1 and ((found[0] in _honorifics() and len(found) > 2) or found[0] in {"mr", "mrs", "ms", "dr"}):
        found = found[1:]
    return tuple(word for word in found if len(word) > 1) or tuple(found)


@cache
def _nicknames() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in load("matching")["nicknames"]["pairs"])


def spelled_alike(one: str, other: str) -> bool:
    """Return whether two folded words are spellings of one name: equal as transliterations, or nearly so when long."""
    a, b = skeleton(one), skeleton(other)
    if a == b:
        return True
    return a[:1] == b[:1] and OSA.distance(a, b) <= min(len(one), len(other)) // LETTERS_PER_SLIP


def short_for(one: str, other: str) -> bool:
    """Return whether one given name is a short form of the other: an initial, a beginning, or a known nickname."""
    short, long = sorted((one, other), key=len)
    return (short != long and long.startswith(short)) or frozenset((one, other)) in _nicknames()


def slip(one: str, other: str) -> bool:
    """Return whether two words differ by one letter only, as a slip of the pen would have it."""
    return one != other and min(len(one), len(other)) > 1 and Levenshtein.distance(one, other) == 1
