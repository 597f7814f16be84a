"""Filters of lists: typed values in, conditions of a query out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import get_args

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, and_, case, exists, intersect, or_, select

from amity.errors import UsageError
from amity.matching.days import span
from amity.model.actors import ActorKind
from amity.model.acts import EventStatus, EventType, InstrumentStatus, InstrumentType, Mode, ProjectStatus, Specificity
from amity.model.register import AssessmentStatus, TieKind, TieStage
from amity.register.facts import CONFIDENCE
from amity.register.queries.listing import CHECKED, Listing
from amity.register.queries.naming import actors_named, on_the_map, places_named
from amity.register.tables import claims, counts, documents, members, outlets, places, posts, roles, sectors
from amity.vocabulary import load

DAY = re.compile(r"^\d{4}(-\d{2}(-\d{2})?)?$")
FORCE = re.compile(r"^([0-6])(?:-([0-6]))?$")
STATES = ("unchecked", "confirmed", "corrected", "rejected", "entered")
OPEN = ("not_assessed", "no_evidence_found", "not_started", "in_progress", "partly", "stalled")
"""What ``open`` means as the status of a commitment: all but fulfilled, abandoned and superseded."""
VOCABULARY: dict[tuple[str, str], tuple[str, ...]] = {
    ("actors", "kind"): get_args(ActorKind),
    ("events", "kind"): get_args(EventType),
    ("events", "status"): get_args(EventStatus),
    ("events", "mode"): get_args(Mode),
    ("instruments", "kind"): get_args(InstrumentType),
    ("instruments", "status"): get_args(InstrumentStatus),
    ("projects", "status"): get_args(ProjectStatus),
    ("statements", "status"): (*get_args(AssessmentStatus), "open"),
    ("statements", "specificity"): get_args(Specificity),
    ("ties", "kind"): get_args(TieKind),
    ("ties", "stage"): get_args(TieStage),
}
"""Values that a filter may have although nothing has them now, by layer (or table) and filter."""
NEAR, LIKE = 5, 0.5
"""Publishers that are offered at most for one that is not there, and how like they are at least (0 to 1)."""
CODE = 2
"""Letters of a country's code."""
NO_SECTOR = "--sector: reports give meetings no sector; ask of instruments or statements, or see `amity stats` for meetings by sector"
BUSY = 2_000
"""Things of a party from which on the latest of them are found sooner on the way through all by day than by sorting its own."""
LARGEST = "~"
"""Sorts after every digit: ``2024~`` is after every day of 2024."""


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What a list is narrowed to; empty values narrow nothing.

    ``party`` and ``person`` are names or ids, all of which must take part; of the other lists of values any one will do.
    What people rejected is left out unless ``state`` asks for it; ``checked_only`` leaves only what a person confirmed, corrected or
    entered: of documents those that tell it, of conflicts those about it.

    ``start`` and ``end`` are days, months or years (ISO 8601), ``force`` a number from 0 to 6 or a range ("4-6").
    """

    party: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    stage: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    specificity: tuple[str, ...] = ()
    force: str | None = None
    start: str | None = None
    end: str | None = None
    source: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    confidence: str | None = None
    checked_only: bool = False

    def given(self) -> tuple[str, ...]:
        """Return the names of the filters that narrow."""
        return tuple(name for name in self.__struct_fields__ if getattr(self, name) not in ((), None, False))


def conditions(connection: Connection, listing: Listing, filters: Filters, *, by_day: bool = False) -> list[ColumnElement[bool]]:
    """Return the conditions of the filters on the list's table; raise UsageError for a filter or value that it does not have.

    ``by_day`` says that few rows are wanted, in the order of days: of a busy party's they are met soon on the way through all.
    """
    for name in filters.given():
        if name not in (*listing.filters, "checked_only"):
            raise UsageError(
                f"--{_option(name)}: {listing.name} cannot be filtered by it; they take {', '.join(map(_option, listing.filters))}"
            )
    narrow = [listing.narrow(listing.table)] if listing.narrow else []
    told = [*narrow, *_states(listing, filters), *_columns(connection, listing, filters), *_days(listing, filters)]
    named = [actors_named(connection, name, persons=False) for name in filters.party]
    named += [actors_named(connection, name, persons=True) for name in filters.person]
    if by_day and len(named) == 1 and listing.layer not in ("", "actors") and _is_busy(connection, listing, named[0]):
        taking = exists().where(roles.c.thing == listing.table.c.number, roles.c.actor.in_(named[0]))
        return [*told, taking, *_links(connection, listing, filters)]
    links = [*_parties(connection, listing, filters, named), *_links(connection, listing, filters)]
    return [*map(_beside, told), *links] if links else told


def _beside(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return a condition for which no index is chosen: what links tell is read by the links, since no column narrows as much."""
    return case((condition, 1), else_=0) == 1


def _states(listing: Listing, filters: Filters) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions on what people decided: what they rejected is told only to those who ask for it."""
    state = listing.table.c.get("state")
    _one_of("state", filters.state, STATES)
    if filters.checked_only and filters.state and not set(filters.state) & set(CHECKED):
        raise UsageError(f"--state {filters.state[0]}: nothing of that state is checked; leave out --checked-only")
    if state is None:
        yield from _resting_on_checked(listing) if filters.checked_only else ()
    elif filters.state:
        yield state.in_(filters.state)
    elif not filters.checked_only:
        yield state != "rejected"
    if state is not None and filters.checked_only:
        yield state.in_(CHECKED)


def _resting_on_checked(listing: Listing) -> Iterator[ColumnElement[bool]]:
    """Yield the condition that a document, or the claims of a conflict, tell a checked fact."""
    checked = members.c.state.in_(CHECKED)
    if listing.name == "documents":
        yield listing.table.c.number.in_(select(members.c.document).where(checked))
    else:
        here = (members.c.document == claims.c.document) & (members.c.layer == claims.c.layer) & (members.c.local == claims.c.local)
        yield listing.table.c.number.in_(select(claims.c.conflict).join(members, here).where(checked))


def _option(name: str) -> str:
    return {"start": "from", "end": "to"}.get(name, name)


def _links(connection: Connection, listing: Listing, filters: Filters) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions on what other tables link to a thing, beside who takes part."""
    if filters.place:
        yield _placed(listing, filters, {one for name in filters.place for one in places_named(connection, name)})
    if filters.sector:
        known(connection, listing, "sector", filters.sector)
        yield _linked(listing, filters, sectors, sectors.c.sector.in_(filters.sector))
    _published(connection, filters.source)
    if filters.source and listing.layer:
        yield _linked(listing, filters, outlets, outlets.c.publisher.in_(filters.source))
    elif filters.source:
        yield listing.table.c.publisher.in_(filters.source)


def _published(connection: Connection, wanted: Iterable[str]) -> None:
    """Raise UsageError for a publisher of no report."""
    for name in wanted:
        if connection.execute(select(documents.c.number).where(documents.c.publisher == name).limit(1)).first() is None:
            there = sorted(one for one in connection.scalars(select(documents.c.publisher).distinct()) if one)
            like = get_close_matches(name.casefold(), [one.casefold() for one in there], n=NEAR, cutoff=LIKE)
            near = [one for one in there if one.casefold() in like] or there[:NEAR]
            raise UsageError(
                f"--source {name}: no report of the register is by such a publisher{'; there are ' if near else ''}{', '.join(near)}"
            )


def _meant_in(listing: Listing, numbers: set[int]) -> ColumnElement[bool]:
    """Return the condition that one of the actors is a side of a tie or conflict; of persons, that they are meant or hold a post there."""
    table = listing.table
    if listing.name == "ties":
        return or_(table.c.one.in_(numbers), table.c.other.in_(numbers))
    if listing.name == "conflicts":
        things = select(roles.c.thing).where(roles.c.actor.in_(numbers))
        return or_(table.c.subject.in_(numbers), table.c.other.in_(numbers), table.c.subject.in_(things))
    held = select(posts.c.person).where(posts.c.of.in_(numbers))
    return or_(table.c.number.in_(numbers), table.c.number.in_(held))


def _parties(connection: Connection, listing: Listing, filters: Filters, named: Sequence[set[int]]) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions that one of each party's actors takes part; of two busy ones it is looked up once what both have part in."""
    if listing.layer in ("", "actors"):
        yield from (_meant_in(listing, numbers) for numbers in named)
    elif len(named) > 1:
        things = (select(roles.c.thing).where(roles.c.layer == listing.layer, roles.c.actor.in_(one)) for one in named)
        yield listing.table.c.number.in_(connection.scalars(intersect(*things)).all())
    else:
        yield from (_linked(listing, filters, roles, roles.c.actor.in_(numbers)) for numbers in named)


def _is_busy(connection: Connection, listing: Listing, numbers: Iterable[int]) -> bool:
    """Return whether actors take part in very many things of a list's layer."""
    some = select(roles.c.thing).where(roles.c.layer == listing.layer, roles.c.actor.in_(numbers)).offset(BUSY).limit(1)
    return connection.execute(some).first() is not None


def _placed(listing: Listing, filters: Filters, identities: set[str]) -> ColumnElement[bool]:
    """Return the condition that a thing is in one of the places, or that an actor of one of them takes part."""
    here = select(places.c.thing).where(places.c.place.in_(identities), places.c.layer.in_(("actors", listing.layer)))
    if listing.layer == "actors":
        return listing.table.c.number.in_(here)
    if listing.layer == "events":
        return _linked(listing, filters, places, places.c.place.in_(identities))
    return _linked(listing, filters, roles, roles.c.actor.in_(here))


def _linked(listing: Listing, filters: Filters, link: Table, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return the condition that a thing has a link; links know the day of their thing, so that few are read of a busy actor's."""
    days = _between(link.c.day, filters) if listing.layer != "actors" else ()
    return listing.table.c.number.in_(select(link.c.thing).where(link.c.layer == listing.layer, condition, *days))


def _columns(connection: Connection, listing: Listing, filters: Filters) -> Iterator[ColumnElement[bool]]:
    table = listing.table
    if filters.unit:
        yield table.c.unit.in_(filters.unit)
    for name in ("kind", "status", "stage", "mode", "country", "specificity"):
        values = getattr(filters, name)
        if values:
            known(connection, listing, name, sorted(meant(listing, name, values)))
            yield table.c[name].in_(meant(listing, name, values))
    if filters.confidence:
        _one_of("confidence", (filters.confidence,), CONFIDENCE)
        yield table.c.confidence >= CONFIDENCE[filters.confidence]
    if filters.force:
        found = FORCE.match(filters.force)
        if not found:
            raise UsageError(f"--force {filters.force}: not a force; give a number from 0 to 6 or a range such as 4-6")
        yield table.c.force.between(int(found[1]), int(found[2] or found[1]))


def meant(listing: Listing, name: str, values: Iterable[str]) -> set[str]:
    """Return the values of a column that those of a filter mean: all open statuses, the code of a country that is named."""
    if name == "country":
        return {one for value in values for one in _country(value)}
    named = {"open": OPEN} if (listing.layer, name) == ("statements", "status") else {}
    return {one for value in values for one in named.get(value, (value,))}


def _country(told: str) -> list[str]:
    if len(told) == CODE:
        return [told.upper()]
    return [one for one in on_the_map(told) if len(one) == CODE] or [told]


def _days(listing: Listing, filters: Filters) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions on the day that the list is sorted by."""
    table = listing.table
    day = table.c.day if "day" in table.c else table.c.told if "told" in table.c else table.c.last
    for name, value in (("from", filters.start), ("to", filters.end)):
        if value and (not DAY.match(value) or span(value) is None):
            raise UsageError(f"--{name} {value}: not a day, month or year; write 2024-11-07, 2024-11 or 2024")
    yield from _between(day, filters)


def _between(day: ColumnElement[str], filters: Filters) -> Iterator[ColumnElement[bool]]:
    if filters.start:
        yield day >= filters.start
    if filters.end:
        yield and_(day != "", day < filters.end + LARGEST)


def known(connection: Connection, listing: Listing, facet: str, values: Iterable[str]) -> None:
    """Raise UsageError for a value that nothing in the list has and no vocabulary knows: a slip would look like an empty register."""
    if facet == "sector" and listing.layer == "events":
        raise UsageError(NO_SECTOR)
    named = (*load("sectors")["sectors"], "unspecified") if facet == "sector" else _vocabulary(listing, facet)
    for value in values:
        has = _values(connection, listing, facet) if value not in named else []
        if (has or named) and value not in (*has, *named):
            also = ["open"] if has and "open" in named else []
            raise UsageError(f"--{facet} {value}: no such {facet} among {listing.name}; there are {', '.join([*(has or named), *also])}")


def _vocabulary(listing: Listing, facet: str) -> tuple[str, ...]:
    return VOCABULARY.get((listing.layer or listing.table.name, facet), ())


def _values(connection: Connection, listing: Listing, facet: str) -> list[str]:
    """Return the values of a facet that rows have, sorted."""
    query = select(counts.c.value).where(counts.c.layer == listing.layer, counts.c.facet == facet, counts.c.count > 0)
    if not listing.layer:
        query = select(listing.table.c[facet]).distinct()
    return sorted(str(one) for one in connection.scalars(query) if one)


def _one_of(name: str, values: Iterable[str], allowed: Iterable[str]) -> None:
    for value in values:
        if value not in allowed:
            raise UsageError(f"--{name} {value}: not a {name}; there are {', '.join(allowed)}")
