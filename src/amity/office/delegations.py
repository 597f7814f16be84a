"""Delegations: who came to whom, put together from the meetings, visits and other events that reports tell of."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select

from amity.office.citations import Citation, citations
from amity.office.days import first_day, last_day
from amity.office.narrowing import of_ours
from amity.office.parts import Named, taking_part
from amity.office.seen import there
from amity.office.sides import TAKES_PART
from amity.register import lookup
from amity.register.lookup import batches
from amity.register.tables import actors, events, places, roles

IN_PERSON = ("in_person", "hybrid", "unknown")
"""Modes of events to which somebody travels; reports seldom say "in person"."""
NEXT_DAY = timedelta(days=1)
"""Events with the same side so near to each other are one delegation's."""


class Delegation(NamedTuple):
    """Somebody who came to us (``into``), or to whom we came: the first of its events, the ids of the others in ``more``."""

    row: Row[Any]
    into: bool
    day: str
    parties: tuple[Named, ...]
    citations: tuple[Citation, ...]
    more: tuple[str, ...]


class _Met(NamedTuple):
    row: Row[Any]
    into: bool
    first: date
    last: date
    parties: tuple[Named, ...]
    others: frozenset[int]


def delegations(connection: Connection, ours: Collection[int], first: date, last: date, until: str) -> list[Delegation]:
    """Return the delegations in and out between two days, as reported by a day, the earliest first."""
    rows = _held(connection, ours, first, last, until)
    who, homes = taking_part(connection, rows, TAKES_PART["events"]), _homes(connection, ours)
    into = _ways(connection, rows, ours, homes)
    met = [one for row in rows.values() if (one := _met(row, who[row.number], ours, into[row.number])) and first <= one.first <= one.last]
    groups = _together(sorted((one for one in met if one.last <= last), key=lambda one: (one.first, one.row.number)))
    cited = citations(connection, [one.row.number for group in groups for one in group], until=until)
    return [_delegation(group, cited) for group in groups]


def _held(connection: Connection, ours: Collection[int], first: date, last: date, until: str) -> dict[int, Row[Any]]:
    """Return our events of these days, by number: by the day that their links know, and those of which people corrected the day."""
    query = select(events).where(
        events.c.status == "held", events.c.mode.in_(IN_PERSON), *there(events, until), events.c.state != "rejected",
        events.c.begins >= f"{first.year:04}", events.c.begins <= last.isoformat(),
    )  # fmt: skip
    own = of_ours(ours).where(roles.c.layer == "events")
    then = own.where(roles.c.day >= f"{first.year:04}", roles.c.day <= last.isoformat())
    found = [
        *connection.execute(query.where(events.c.number.in_(then))),
        *connection.execute(query.where(events.c.state.in_(("confirmed", "corrected")), events.c.number.in_(own))),
    ]
    return {row.number: row for row in sorted(found, key=lambda row: int(row.number))}


def _met(row: Row[Any], parties: Sequence[Named], ours: Collection[int], into: bool | None) -> _Met | None:
    """Return an event with who came to whom; None where nobody travelled, or reports do not tell."""
    begins, ends = first_day(row.begins), last_day(row.ends or row.begins)
    foreign = frozenset(one.number for one in parties if one.number not in ours)
    if begins is None or ends is None or not foreign or into is None:
        return None
    return _Met(row, into, begins, ends, tuple(parties), foreign)


_PLACES = select(places.c.thing, places.c.place)


def _ways(connection: Connection, numbers: Collection[int], ours: Collection[int], homes: set[str]) -> dict[int, bool | None]:
    """Return whether the others came to us: by the parts that reports give, else by the place; None where neither tells."""
    where: dict[int, set[str]] = {number: set() for number in numbers}
    for row in lookup.rows(connection, _PLACES, places.c.thing, numbers):
        where[row.thing].add(row.place)
    found: dict[int, bool | None] = {number: bool(told & homes) if told else None for number, told in where.items()}
    for role, came_to_us in (("host", True), ("visitor", False)):
        for number, parties in taking_part(connection, numbers, (role,)).items():
            told = {one.number in ours for one in parties}
            if len(told) == 1:
                found[number] = told.pop() is came_to_us
    return found


def _homes(connection: Connection, ours: Collection[int]) -> set[str]:
    found = set[str]()
    for some in batches(ours):
        found |= set(connection.scalars(select(actors.c.place).where(actors.c.number.in_(some), actors.c.place.is_not(None))))
    return found


def _together(met: Sequence[_Met]) -> list[list[_Met]]:
    """Return events in groups: in the same direction, with a side in common, on the same or the next day."""
    groups: list[list[_Met]] = []
    for one in met:
        near = (group for group in reversed(groups) if _one_visit(group, one))
        found = next(near, None)
        if found is None:
            groups.append([one])
        else:
            found.append(one)
    return groups


def _one_visit(group: Sequence[_Met], one: _Met) -> bool:
    """Return whether an event belongs to others: in the same direction, near in days, with the same side or (out) in the same place."""
    last = max(other.last for other in group)
    same = any(other.others & one.others or (not one.into and one.row.place and other.row.place == one.row.place) for other in group)
    return group[0].into is one.into and one.first <= last + NEXT_DAY and same


def _delegation(group: Sequence[_Met], cited: dict[int, list[Citation]]) -> Delegation:
    first = group[0]
    parties = tuple(dict.fromkeys(party for one in group for party in one.parties))
    begins, ends = first.row.begins, max(one.row.ends or one.row.begins for one in group)
    return Delegation(
        first.row, first.into, begins if begins == ends else f"{begins} to {ends}", parties,
        tuple(one for met in group for one in cited[met.row.number]), tuple(one.row.id for one in group[1:]),
    )  # fmt: skip
