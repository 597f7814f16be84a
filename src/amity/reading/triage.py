"""Triage: a fast pass that decides, before parsing, whether a document can hold anything for the register.

Words of the vocabulary are counted once each and in points, by one automaton (Aho and Corasick 1975) over the text.
"""

from typing import NamedTuple

import ahocorasick_rs
import msgspec

from amity.gazetteer import country_words, open_gazetteer
from amity.vocabulary import load_as, per_language

MOST_CHARACTERS = 20_000  # a report says what it is about long before this


class Verdict(NamedTuple):
    """Whether to read a document, its points, and the words that earned them."""

    read: bool
    points: float
    reason: str


class _Group(msgspec.Struct, frozen=True):
    points: float
    words: tuple[str, ...]


class _Vocabulary(msgspec.Struct, frozen=True):
    threshold: float
    second_country: float
    most: dict[str, float]
    groups: dict[str, _Group]


class _Automaton(NamedTuple):
    matcher: ahocorasick_rs.AhoCorasick
    meanings: list[tuple[str, str]]


def triage(text: str) -> Verdict:
    """Return the verdict on a text, by the points of the words in its first 20,000 characters."""
    return judged(text, _vocabulary().threshold)


def judged(text: str, threshold: float, told: str = "points") -> Verdict:
    """Return the verdict on a text that is read from so many points on; ``told`` says in its reason what they are."""
    vocabulary, automaton = _vocabulary(), _automaton()
    found: dict[str, set[str]] = {}
    lowered = text[:MOST_CHARACTERS].lower()
    for index, start, end in automaton.matcher.find_matches_as_indexes(lowered, overlapping=False):
        if _whole(lowered, start, end):
            group, word = automaton.meanings[index]
            found.setdefault(group, set()).add(word)
    points = sum(_sum(vocabulary, group, words) for group, words in found.items())
    return Verdict(points >= threshold, points, f"{points:g} of {threshold:.3g} {told} ({_words(found)})")


def _whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or after.isalnum())


def _sum(vocabulary: _Vocabulary, group: str, words: set[str]) -> float:
    if group == "countries":
        return vocabulary.second_country if len(words) > 1 else 0.0
    points = vocabulary.groups[group].points * len(words)
    most = vocabulary.most.get(group)
    if most is None:
        return points
    return max(points, most) if most < 0 else min(points, most)


def _words(found: dict[str, set[str]]) -> str:
    told = "; ".join(f"{group}: {', '.join(sorted(words)[:5])}" for group, words in sorted(found.items()))
    return told or "no word of the vocabulary"


@per_language
def _vocabulary() -> _Vocabulary:
    return load_as("triage", _Vocabulary)


@per_language
def _automaton() -> _Automaton:
    meanings = {word: (group, word) for group, listed in _vocabulary().groups.items() for word in listed.words}
    for place in open_gazetteer().countries():
        meanings.setdefault(place.name.lower(), ("countries", place.country))
    for code, words in country_words().items():
        for name in (*words.names, *words.demonyms):
            meanings.setdefault(name.lower(), ("countries", code))
    matcher = ahocorasick_rs.AhoCorasick(list(meanings), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return _Automaton(matcher, list(meanings.values()))
