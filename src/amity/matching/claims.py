"""Claims that stand outside the facts of a reading: measures in sentences, and what a title calls a text."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import TypeAlias

import msgspec

from amity.matching.days import apart
from amity.matching.names import words
from amity.matching.sentences import sentences
from amity.matching.words import content, overlap
from amity.model.acts import Indicator
from amity.model.judgement import Member
from amity.model.reading import Reading
from amity.model.register import Claim, Cluster, Conflict
from amity.vocabulary import load

NEARLY = 0.01
"""Part by which figures may differ as rounded."""
SAME_TIME = 31
"""Days between reports that can be meant to give one figure."""
GENERIC_TYPES = frozenset({"cooperation_agreement", "unnamed_texts", "other", "mou"})
"""Types whose names titles use loosely."""

_LENGTHS = {"km": 1.0, "kilometer": 1.0, "kilometre": 1.0, "m": 0.001, "meter": 0.001, "metre": 0.001, "mile": 1.609}
_MEASURE = re.compile(
    r"(?P<value>\d[\d,]*(?:\.\d+)?)[\s-]*"
    r"(?P<unit>km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?)[\s-]*(?P<dimension>long|wide|high|deep|in length)\b"
)


class Measure(msgspec.Struct, frozen=True, order=True):
    """A dimension that a sentence gives, in kilometres."""

    dimension: str
    kilometres: float
    shown: str
    quote: str


def measures(reading: Reading) -> list[Measure]:
    """Return the dimensions that a report gives: those of which it gives one only, so that it is known what they measure."""
    found = []
    for sentence in sentences(reading.text) if not reading.document.entry else ():
        for match in _MEASURE.finditer(sentence.plain):
            size = float(match["value"].replace(",", "")) * _LENGTHS[match["unit"].rstrip("s")]
            dimension = "long" if match["dimension"] == "in length" else match["dimension"]
            found.append(Measure(dimension, round(size, 3), match.group(), sentence.quote))
    return [one for one in found if sum(one.dimension == other.dimension for other in found) == 1]


def measure_conflicts(event: Cluster, told: Mapping[str, Sequence[Measure]]) -> list[Conflict]:
    """Return the dimensions on which reports of one event differ (document → its measures)."""
    documents = sorted({member.document for member in event.members})
    found = []
    for one, other in combinations(documents, 2):
        for a in told.get(one, ()):
            for b in told.get(other, ()):
                if a.dimension == b.dimension and abs(a.kilometres - b.kilometres) > NEARLY * max(a.kilometres, b.kilometres):
                    claims = (Claim(a.shown, _first(event, one), a.quote), Claim(b.shown, _first(event, other), b.quote))
                    found.append(Conflict("figure", a.dimension, event.key, tuple(sorted(claims))))
    return found


def _first(event: Cluster, document: str) -> Member:
    return next(member for member in event.members if member.document == document)


def once(found: Iterable[Conflict]) -> list[Conflict]:
    """Return the conflicts without repetitions: reports that share several events differ on a figure once."""
    kept: dict[tuple[str, str, tuple[tuple[str, str], ...]], Conflict] = {}
    for one in sorted(found, key=lambda one: one.subject):
        kept.setdefault((one.kind, one.field, tuple(sorted((claim.value, claim.member.document) for claim in one.claims))), one)
    return list(kept.values())


def indicator_conflict(one: Indicator, other: Indicator, told: tuple[str | None, str | None]) -> bool:
    """Return whether two figures of one subject, from two reports told on these days, are about one thing and differ."""
    days = apart(*told)
    if days is None or abs(days) > SAME_TIME or one.unit != other.unit or one.as_of != other.as_of:
        return False
    ours, theirs = content(one.measure), content(other.measure)
    alike = ours and len(overlap(ours, theirs)) == max(len(ours), len(theirs))
    return bool(alike) and abs(one.value - other.value) > NEARLY * max(abs(one.value), abs(other.value))


Figure: TypeAlias = tuple[Member, Indicator, str | None]
"""An indicator with its address and the date of its report."""


def figures(reading: Reading) -> list[tuple[Member, Figure]]:
    """Return the indicators of a reading that name their subject, each with the address of that actor."""
    document, told = reading.document.id, reading.document.published or reading.document.dateline_date
    named = [(at, one) for at, one in enumerate(reading.indicators) if one.subject]
    return [(Member(document, "actors", one.subject or ""), (Member(document, "indicators", str(at)), one, told)) for at, one in named]


def figure_conflicts(subject: str, known: Sequence[Figure]) -> list[Conflict]:
    """Return where reports give other figures for one measure of one actor (the key of its cluster)."""
    found = []
    for (at, one, told), (there, other, retold) in combinations(sorted(known, key=lambda figure: figure[0]), 2):
        if at.document != there.document and indicator_conflict(one, other, (told, retold)):
            claims = [Claim(f"{each.value:g}", member, each.evidence[0].quote) for member, each in ((at, one), (there, other))]
            found.append(Conflict("indicator", one.measure, subject, tuple(sorted(claims))))
    return found


@cache
def _terms() -> dict[tuple[str, ...], str]:
    return {words(term): kind for kind, found in load("instruments")["types"].items() for term in found}


@cache
def _longest() -> int:
    return max(map(len, _terms()))


def title_type(title: str) -> str | None:
    """Return the type of the text that a title names most fully."""
    told = words(title)
    for size in range(min(_longest(), len(told)), 0, -1):
        named = sorted(run for at in range(len(told) - size + 1) if (run := told[at : at + size]) in _terms())
        if named:
            return _terms()[named[0]]
    return None


def title_conflicts(reading: Reading) -> list[Conflict]:
    """Return where the title calls the one text that the report tells of by another type than its body does."""
    title = reading.document.title or ""
    concluded = [one for one in reading.instruments if one.concluded]
    called = title_type(title) if len(concluded) == 1 else None
    if called is None or called in GENERIC_TYPES or called == concluded[0].type:
        return []
    member = Member(reading.document.id, "instruments", concluded[0].id)
    quote = concluded[0].evidence[0].quote if concluded[0].evidence else ""
    claims = (Claim(called, member, title), Claim(concluded[0].type, member, quote))
    return [Conflict("instrument", "type in title and body", f"{member.document}/instruments/{member.local}", tuple(sorted(claims)))]
