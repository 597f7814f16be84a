"""Outcomes: the sentences of a report that tell what came of something, graded (domain.md §5)."""

import re
from functools import cache

import msgspec

from amity.matching.extraction import parties_of
from amity.matching.names import words
from amity.matching.sentences import Sentence, sentences
from amity.matching.toldays import date_in
from amity.matching.words import common, content, names
from amity.model.reading import Reading
from amity.model.register import AssessmentStatus
from amity.vocabulary import load

SHORTEST = 5
"""Words of a sentence below which it tells nothing."""


class Outcome(msgspec.Struct, frozen=True, order=True):
    """A graded sentence.

    ``words`` and ``names`` are its telling words and names, ``near_words`` and ``near_names`` those of the rest of its paragraph and of
    the title; ``homes`` are the places that the report's actors are or belong to, ``as_of`` the day told in the sentence, ``told`` that
    of the report.
    """

    document: str
    start: int
    end: int
    quote: str
    status: AssessmentStatus
    as_of: str | None
    told: str | None
    words: tuple[str, ...]
    names: tuple[str, ...]
    near_words: tuple[str, ...]
    near_names: tuple[str, ...]
    homes: tuple[str, ...]
    self_reported: bool = False


@cache
def _grades() -> list[tuple[AssessmentStatus, re.Pattern[str]]]:
    return [(grade["status"], re.compile("|".join(grade["patterns"]))) for grade in load("followthrough")["grades"]]


@cache
def _patterns(table: str) -> re.Pattern[str]:
    return re.compile("|".join(load("followthrough")[table]["patterns"]))


def grade(plain: str) -> AssessmentStatus | None:
    """Return what a lower-case sentence says about the carrying out of something; None if nothing, or what is only wanted."""
    status = next((status for status, pattern in _grades() if pattern.search(plain)), None)
    return None if status in ("fulfilled", "in_progress") and _patterns("unreal").search(plain) else status


def outcomes(reading: Reading) -> list[Outcome]:
    """Return the graded sentences of a reading in the order of its text; the lines of an entry are none."""
    party = parties_of(reading)
    homes = {home for actor in reading.actors if actor.kind != "person" and (home := party(actor.id).home)}
    people = {word for actor in reading.actors if actor.kind == "person" for word in words(actor.name)}
    told = reading.document.published or reading.document.dateline_date
    found: list[Outcome] = []
    everything = sentences(reading.text) if not reading.document.entry else ()
    for at, sentence in enumerate(everything):
        status = grade(sentence.plain) if len(sentence.quote.split()) >= SHORTEST else None
        if status is not None:
            before, after = _near(everything, at)
            own = f"{before} {sentence.quote}" if _patterns("anaphora").search(sentence.plain) else sentence.quote
            own_words, own_names = _content(own, people)
            near_words, near_names = _content(f"{before} {after} {reading.document.title or ''}", people)
            found.append(
                Outcome(
                    reading.document.id, sentence.start, sentence.end, sentence.quote, status, date_in(sentence.plain, told), told,
                    _sorted(own_words), _sorted(own_names), _sorted(near_words - own_words), _sorted(near_names - own_names),
                    _sorted(homes), bool(_patterns("self").search(sentence.plain)),
                )
            )  # fmt: skip
    return found


def _sorted(found: set[str]) -> tuple[str, ...]:
    return tuple(sorted(found))


def _near(everything: tuple[Sentence, ...], at: int) -> tuple[str, str]:
    """Return what stands before a sentence in its paragraph (at its beginning: the sentence before), and what stands after."""
    same = [(spot, one.quote) for spot, one in enumerate(everything) if one.paragraph == everything[at].paragraph]
    before = [quote for spot, quote in same if spot < at] or [one.quote for one in everything[max(0, at - 1) : at]]
    return " ".join(before), " ".join(quote for spot, quote in same if spot > at)


def _content(text: str, people: set[str]) -> tuple[set[str], set[str]]:
    """Return the telling words and the names of a text, those of persons left out."""
    return set(content(text)) - common() - people, {name for name in names(f"x {text}") if name not in people}
