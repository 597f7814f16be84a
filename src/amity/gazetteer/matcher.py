"""Place names in a list of words: the longest name at every place, told by its capitals."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from amity.gazetteer.folding import fold
from amity.gazetteer.index import NameIndex, Probe
from amity.gazetteer.layout import ABBREVIATION, COMMON_WORD, LEVELS, PERSON_NAME, WEAK
from amity.gazetteer.model import Match
from amity.gazetteer.store import PlaceStore
from amity.model.actors import PlaceLevel

APOSTROPHES = ("'", "’", "ʻ", "`")
_NO_HIT = (0, Probe((), 0, False))


class LevelWords(NamedTuple):
    """Words beside and inside names (``levels.toml``), the usual level of each."""

    after: dict[str, PlaceLevel]
    before: dict[str, PlaceLevel]
    inside: frozenset[str]


@cache
def level_words() -> LevelWords:
    """Return the words that tell a level, read once per process."""
    path = files("amity.vocabulary").joinpath("gazetteer", "levels.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return LevelWords(_usual(data["after"]), _usual(data["before"]), frozenset(data["inside"]["words"]))


def without_level(folded: str) -> tuple[str, PlaceLevel | None]:
    """Split a folded name from the word for its kind ("lao cai province", "city of york"); ("", None) without such a word."""
    words, table = folded.split(" "), level_words()
    if len(words) > 1 and (level := table.after.get(words[-1])):
        return " ".join(words[:-1]), level
    if len(words) > 2 and words[1] == "of" and (level := table.before.get(words[0])):
        return " ".join(words[2:]), level
    return "", None


def _usual(words: dict[str, list[str]]) -> dict[str, PlaceLevel]:
    return {word: LEVELS[LEVELS.index(levels[0])] for word, levels in words.items()}


def find(tokens: Sequence[str], index: NameIndex, store: PlaceStore) -> list[Match]:
    """Return the longest place names in ``tokens``, from left to right, none overlapping another."""
    found: list[Match] = []
    start = 0
    while start < len(tokens):
        end, probe = _longest(tokens, start, index)
        if end:
            found.append(_match(tokens, start, end, probe, store))
        start = max(end, start + 1)
    return found


def _longest(tokens: Sequence[str], start: int, index: NameIndex) -> tuple[int, Probe]:
    """Return where the longest name from ``start`` ends, and what it is; (0, …) when there is none."""
    if not tokens[start][:1].isupper():
        return _NO_HIT
    best, key, inside = _NO_HIT, "", level_words().inside
    for position in range(start, len(tokens)):
        token = tokens[position]
        part = fold(token)
        if position > start and not (token[:1].isupper() or part in inside or not part or token[:1].isdigit()):
            break
        key = _continued(key, token, part)
        probe = index.probe(key)
        if part and probe.ordinals and _in_capitals(tokens[start : position + 1], probe.marks):
            best = (position + 1, probe)
        if not probe.longer and not _apostrophe_next(tokens, position):
            break
    return best


def _continued(key: str, token: str, part: str) -> str:
    """Return the key with one more token: clitics and what follows an apostrophe are written on."""
    if not key or not part or token[:1] in APOSTROPHES:
        return key + part
    return f"{key} {part}"


def _apostrophe_next(tokens: Sequence[str], position: int) -> bool:
    return position + 1 < len(tokens) and tokens[position + 1][:1] in APOSTROPHES


def _in_capitals(tokens: Sequence[str], marks: int) -> bool:
    return not marks & ABBREVIATION or all(token.isupper() for token in tokens if fold(token))


def _match(tokens: Sequence[str], start: int, end: int, probe: Probe, store: PlaceStore) -> Match:
    return Match(
        start=start,
        end=end,
        places=tuple(map(store.place, probe.ordinals)),
        level=_level_beside(tokens, start, end),
        common_word=bool(probe.marks & COMMON_WORD),
        person_name=bool(probe.marks & PERSON_NAME),
        weak=bool(probe.marks & WEAK),
    )


def _level_beside(tokens: Sequence[str], start: int, end: int) -> PlaceLevel | None:
    """Return the level that the word after the name tells, else that of "the WORD of" before it."""
    words = level_words()
    if end < len(tokens) and (level := words.after.get(tokens[end].lower())):
        return level
    if start >= 2 and tokens[start - 1].lower() == "of":
        return words.before.get(tokens[start - 2].lower())
    return None
