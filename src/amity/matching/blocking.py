"""Blocking keys: two facts are compared only if they share one.

Keys are narrow on purpose: in a register of many years a busy pair of countries has thousands of facts, and only those of the same
day, month, period or wording may be one.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import combinations
from math import ceil

from amity.matching.comparing.things import MOST, YEARS
from amity.matching.days import months, neighbours, precise, span
from amity.matching.features import (
    ActorFeatures,
    EventFeatures,
    Features,
    InstrumentFeatures,
    Party,
    PersonFeatures,
    StatementFeatures,
    ThingFeatures,
    profile,
)
from amity.matching.names import skeleton
from amity.matching.words import common, stem
from amity.model.actors import JURISDICTIONS
from amity.model.judgement import Member

YEARLY = frozenset({"signing", "summit", "committee_session", "ceremony"})
"""Events that reports name by their year alone."""
SHORTEST_PART = 2
BEFORE_TOLD, AFTER_TOLD = timedelta(days=10), timedelta(days=62)
"""How far from its report an event without a date is looked for; see ``FRESH`` and ``SOON`` of events."""
MOST_SIDES = 6
"""Sides of which all pairs are taken; larger gatherings are found by their day and by any of their sides."""

MOST_NUMBERS = 8
"""Numbers around a name of which pairs are taken."""
SLACK = 1e-9
"""Keeps a whole number of words whole in spite of binary fractions."""


def address(member: Member) -> str:
    """Return a member as one string."""
    return f"{member.document}/{member.layer}/{member.local}"


def node(features: Features, member: Member) -> str:
    """Return the node under which a fact is compared: its profile for actors and persons, its address for all else."""
    return profile(features) if isinstance(features, ActorFeatures | PersonFeatures) else address(member)


def keys(features: Features) -> frozenset[str]:
    """Return the blocking keys of a fact."""
    match features:
        case PersonFeatures():
            return frozenset(_person(features))
        case ActorFeatures():
            return frozenset(_actor(features))
        case EventFeatures():
            return frozenset(_event(features))
        case InstrumentFeatures():
            return frozenset(_instrument(features))
        case StatementFeatures():
            return frozenset(_statement(features))
        case ThingFeatures():
            return frozenset(_thing(features))


def _person(person: PersonFeatures) -> Iterator[str]:
    homes = {office.home for office in person.offices if office.home} | set(person.sides)
    for form in (person.name, *person.forms):
        parts = [skeleton(part) for part in form.split()]
        for pair in combinations(sorted(parts), 2):
            yield f"person|{'+'.join(pair)}"
        for part in {parts[0], parts[-1]}:
            yield from (f"person|{home}|{part}" for home in homes)
    for office in person.offices:
        for part in person.name.split():
            if office.home and len(part) >= SHORTEST_PART:
                yield f"person|{office.home}|{office.title}|{skeleton(part)}"


def _actor(actor: ActorFeatures) -> Iterator[str]:
    if actor.kind in JURISDICTIONS:
        if actor.home:
            yield f"actor|{actor.home}"
        yield f"actor|unit|{actor.name.replace(' ', '')}"
        yield f"actor|unit|{''.join(skeleton(word) for word in actor.name.split())}"
        return
    for form in (actor.name, *actor.forms):
        yield f"actor|group|{' '.join(sorted(skeleton(word) for word in form.split()))}|{actor.country or ''}"
        yield f"actor|group|{''.join(word[0] for word in form.split()) if ' ' in form else form}"
        if actor.home and "/" in actor.home:
            bare = set(form.split()) - set(actor.home.split("/")[-1].split())
            yield f"actor|group|{actor.home}|{' '.join(sorted(bare))}"


def places(parties: Iterable[Party]) -> list[str]:
    """Return what stands for each party in keys: the place that it is or belongs to, else its name."""
    return sorted({party.home or party.name for party in parties})


def pairs(parties: Iterable[Party]) -> list[str]:
    """Return all pairs of parties as they stand in keys."""
    return ["+".join(pair) for pair in combinations(places(parties)[:MOST_SIDES], 2)] or places(parties)


def _event(event: EventFeatures) -> Iterator[str]:
    known = span(event.start, event.end)
    if known is None:
        for month in _told_months(event):
            yield from (f"event|{pair}|{month}" for pair in pairs(event.sides))
        return
    if precise(event.start):
        for day in {*neighbours(known[0]), *neighbours(known[1])}:
            yield from (f"event|{side}|{day}" for side in places(event.sides))
            yield from (f"event|{skeleton(part)}|{day}" for person in event.people for part in person.name.split())
    for month in months(*known, most=3 if len(event.start or "") > 4 else 0):
        yield from (f"event|{pair}|{month}" for pair in pairs(event.sides))
        yield from (f"event|{side.name}|{month}" for side in event.sides if event.type == "summit" and side.kind in ("igo", "ngo"))
    if event.type in YEARLY or len(event.start or "") == 4:
        yield from (f"event|{pair}|{(event.start or '')[:4]}" for pair in pairs(event.sides))


def _told_months(event: EventFeatures) -> list[str]:
    """Return the months in which an event without a date may lie: that of the report, the one before at its beginning, two after."""
    told = span(event.told)
    return months(told[0] - BEFORE_TOLD, told[0] + AFTER_TOLD, most=4) if told else []


def _instrument(instrument: InstrumentFeatures) -> Iterator[str]:
    sides = pairs(instrument.parties) or [" ".join(instrument.title)]
    years = {date[:4] for date in (instrument.signed_on, instrument.start, instrument.told) if date}
    for pair in sides:
        yield from (f"instrument|{pair}|{year}" for year in years)
        if instrument.type == "friendly_city_agreement" or instrument.status in ("proposed", "negotiating", "agreed_to_sign"):
            yield f"instrument|{pair}|{instrument.type}"
    for side in places(instrument.parties):
        if instrument.end:
            period = f"{(instrument.start or '')[:4]}-{instrument.end[:4]}"
            yield f"instrument|{side}|{period}|{instrument.type}"
            yield from (f"instrument|{side}|{period}|{at}" for at in _fortnights(instrument.told))
        if (day := span(instrument.signed_on)) and precise(instrument.signed_on):
            yield from (f"instrument|{side}|{label}" for label in neighbours(day[0]))


def _statement(statement: StatementFeatures) -> Iterator[str]:
    if statement.force == 0:
        return
    telling = [word for word in statement.words if word not in common()]
    for side in places(statement.by):
        yield from (f"statement|{side}|{word}|{at}" for word in telling for at in _fortnights(statement.told))


def _fortnights(told: str | None) -> list[int]:
    """Return two labels such that days up to a week apart share one."""
    known = span(told)
    return [known[0].toordinal() // 14, (known[0].toordinal() + 7) // 14 + 1_000_000] if known else []


def _thing(thing: ThingFeatures) -> Iterator[str]:
    """Words that every name of the kind has ("joint committee") tell nothing of one member: only of two, or of the report's places."""
    leading = _leading(thing.words)
    telling = [word for word in leading if word not in common()]
    yield from (f"{thing.layer}|{member}|{word}" for member in places(thing.members) for word in telling)
    if len(thing.members) > 1:
        yield from (f"{thing.layer}|{pair}|{word}" for pair in pairs(thing.members) for word in leading)
    named = " ".join(thing.words)
    yield from (f"{thing.layer}|{'+'.join(pair)}|{named}" for pair in combinations(thing.homes[:MOST_SIDES], 2))
    yield from (f"{thing.layer}|{name}" for name in thing.names if stem(name) not in common())
    numbers = [word for word in thing.around if word.isdigit() and int(word) not in YEARS]
    couples = list(combinations(numbers[:MOST_NUMBERS], 2))
    yield from (f"{thing.layer}|{member}|{'+'.join(pair)}" for member in places(thing.members) for pair in couples)
    yield from (f"{thing.layer}|{word}" for word in numbers if len(word) > 2)


def _leading(words: Iterable[str]) -> list[str]:
    """Return so many words, telling ones first, that two names which share ``MOST`` of their words share one of them (prefix filter)."""
    ranked = sorted(words, key=lambda word: (word in common(), word))
    return ranked[: len(ranked) - ceil(MOST * len(ranked) - SLACK) + 1]
