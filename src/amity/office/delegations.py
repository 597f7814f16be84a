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
from amity.register.lookup import batches
from amity.register.tables import actors, events, places

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
    query = select(events).where(
        events.c.number.in_(of_ours(ours)), events.c.status == "held", events.c.mode.in_(IN_PERSON), *there(events, until),
        events.c.state != "rejected", events.c.begins.is_not(None),
    )  # fmt: skip
    rows = {row.number: row for row in connection.execute(query)}
    who, homes = taking_part(connection, rows, TAKES_PART["events"]), _homes(connection, ours)
    met = [one for row in rows.values() if (one := _met(connection, row, who[row.number], ours, homes)) and first <= one.first <= one.last]
    groups = _together(sorted((one for one in met if one.last <= last), key=lambda one: (one.first, one.row.number)))
    cited = citations(connection, [one.row.number for group in groups for one in group], until=until)
    return [_delegation(group, cited) for group in groups]


def _met(connection: Connection, row: Row[Any], parties: Sequence[Named], ours: Collection[int], homes: set[str]) -> _Met | None:
    """Return an event with who came to whom; None where nobody travelled, or reports do not tell."""
    begins, ends = first_day(row.begins), last_day(row.ends or row.begins)
    foreign = frozenset(one.number for one in parties if one.number not in ours)
    into = _into(connection, row.number, ours, homes)
    if begins is None or ends is None or not foreign or into is None:
        return None
    return _Met(row, into, begins, ends, tuple(parties), foreign)


def _into(connection: Connection, number: int, ours: Collection[int], homes: set[str]) -> bool | None:
    """Return whether the others came to us: by the parts that reports give, else by the place; None where neither tells."""
    for role, came_to_us in (("visitor", False), ("host", True)):
        told = [one.number in ours for one in taking_part(connection, [number], (role,))[number]]
        if told and len(set(told)) == 1:
            return told[0] is came_to_us
    where = set(connection.scalars(select(places.c.place).where(places.c.thing == number)))
    if not where:
        return None
    return bool(where & homes)


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
