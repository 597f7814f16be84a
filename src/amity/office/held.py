"""Which sessions of mechanisms are told: the events that are sessions, and those that reports tell by number or year alone.

An event is a session of a mechanism where one sentence tells both; a committee's session also where its words name the mechanism, where
its report names one mechanism alone of the same members, or, for one that was entered, where the register has one alone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, and_, select

from amity.office.citations import in_chunks
from amity.office.numbered import Numbered, numbered
from amity.office.parts import taking_part
from amity.office.seen import seen
from amity.register.tables import documents, events, members

SESSIONS = ("committee_session", "meeting", "working_session", "summit", "call")
"""Types of events that a session of a mechanism may be."""
SIDES = 2
"""Sides that must agree before members alone tell which mechanism sat."""


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """One session: its days as told, how it stands, and the day of the first report of it.

    ``id`` is the event that it is, "" where a report tells no more than its ``number`` or year.
    """

    id: str
    kind: str
    status: str
    begins: str
    ends: str
    reported: str
    place: str | None = None
    number: int | None = None

    @property
    def source(self) -> str:
        """What tells it, in few words."""
        return f"in {self.id}" if self.id else f"on {self.reported}"


def held(connection: Connection, numbers: Collection[int], until: str) -> dict[int, list[Session]]:
    """Return the sessions of mechanisms (by number in this database) that were told by a day, the earliest first."""
    told = _tellings(connection, numbers, until)
    sat = _events(connection, numbers, told, until)
    return {number: _joined(told.get(number, []), sat.get(number, {})) for number in {*told, *sat}}


def _tellings(connection: Connection, numbers: Collection[int], until: str) -> dict[int, list[Row[Any]]]:
    """Return the facts that tell mechanisms, by mechanism, the earliest report first."""
    found = defaultdict(list)
    for some in in_chunks(numbers):
        query = (
            select(members).join(documents, documents.c.number == members.c.document)
            .where(members.c.thing.in_(some), seen(until)).order_by(members.c.told, members.c.number)
        )  # fmt: skip
        for row in connection.execute(query):
            found[row.thing].append(row)
    return found


def _events(
    connection: Connection, numbers: Collection[int], told: dict[int, list[Row[Any]]], until: str
) -> dict[int, dict[int, tuple[Row[Any], set[int]]]]:
    """Return the events that are sessions: mechanism → event → its row, and the facts of the mechanism that stand beside it."""
    here, there = members.alias(), members.alias()
    beside = and_(there.c.document == here.c.document, there.c.start < here.c.end, here.c.start < there.c.end)
    found: dict[int, dict[int, tuple[Row[Any], set[int]]]] = defaultdict(dict)
    for some in in_chunks(numbers):
        query = (
            select(here.c.thing, here.c.number.label("fact"), events)
            .join(there, and_(beside, there.c.layer == "events"))
            .join(events, events.c.number == there.c.thing)
            .join(documents, documents.c.number == here.c.document)
            .where(here.c.thing.in_(some), seen(until), events.c.kind.in_(SESSIONS), events.c.state != "rejected")
        )
        for row in connection.execute(query):
            found[row.thing].setdefault(row.number, (row, set()))[1].add(row.fact)
    taken = {number for one in found.values() for number in one}
    for mechanism, row in _committees(connection, told, until):
        if row.number not in taken:
            found[mechanism].setdefault(row.number, (row, set()))
    return found


def _committees(connection: Connection, told: dict[int, list[Row[Any]]], until: str) -> Iterable[tuple[int, Row[Any]]]:
    """Yield the sessions of committees with the mechanism of which they are, where words, report or entry leave one alone."""
    query = (
        select(events, members.c.document, members.c.quote, documents.c.entry.is_not(None).label("entered"))
        .join(members, members.c.thing == events.c.number)
        .join(documents, documents.c.number == members.c.document)
        .where(events.c.kind == "committee_session", events.c.state != "rejected", seen(until))
    )
    rows = connection.execute(query).all()
    sides = taking_part(connection, {row.number for row in rows}, ("side",))
    of = {mechanism: {one.number for one in who} for mechanism, who in taking_part(connection, told, ("member",)).items()}
    around = {mechanism: {row.document for row in facts} for mechanism, facts in told.items()}
    called = {mechanism: {row.fact["name"].casefold() for row in facts} for mechanism, facts in told.items()}
    for row in rows:
        who = {one.number for one in sides[row.number]}
        same = [mechanism for mechanism, its in of.items() if _agree(who, its)]
        named = [one for one in same if any(name in row.quote.casefold() for name in called[one])]
        near = [one for one in same if row.entered or row.document in around[one]]
        for fitting in (named, near):
            if len(fitting) == 1:
                yield fitting[0], row
                break


def _agree(sides: set[int], its: set[int]) -> bool:
    """Tell whether all sides of a session are members of a mechanism, or all members sides."""
    return len(sides & its) >= SIDES and (sides <= its or its <= sides)


def _joined(facts: list[Row[Any]], sat: dict[int, tuple[Row[Any], set[int]]]) -> list[Session]:
    """Return events and numbered sessions together, each session once; where the tenth is spoken of, the ninth was held."""
    found = {number: _of_event(row) for number, (row, _) in sat.items()}
    alone: dict[tuple[int | None, str], Session] = {}
    for fact in facts:
        beside = [number for number, (_, own) in sat.items() if fact.number in own]
        for one in (tellings := numbered(fact.fact["name"], fact.quote)):
            if one.number is not None and len(beside) == 1 and len(tellings) == 1:
                found[beside[0]] = msgspec.structs.replace(found[beside[0]], number=one.number)
            else:
                _keep(alone, one, fact.told)
    known = {one.number for one in found.values() if one.number is not None}
    years = {one.begins[:4] for one in found.values()}
    rest = [one for (number, year), one in alone.items() if (number not in known if number is not None else year not in years)]
    highest = max([*known, *(one.number for one in rest if one.number is not None)], default=0)
    rest = [msgspec.structs.replace(one, status="held") if one.number is not None and one.number < highest else one for one in rest]
    return sorted([*found.values(), *rest], key=lambda one: (one.begins or one.reported, one.number or 0, one.id))


def _keep(alone: dict[tuple[int | None, str], Session], one: Numbered, told: str) -> None:
    """Keep a session that is told by number or year alone; once a report tells it as held it was."""
    kept = alone.get((one.number, one.year))
    if kept is None or (kept.status == "planned" and not one.coming):
        alone[one.number, one.year] = Session(
            id="", kind="committee_session", status="planned" if one.coming else "held", begins=one.year, ends=one.year,
            reported=told, number=one.number,
        )  # fmt: skip


def _of_event(row: Row[Any]) -> Session:
    return Session(
        id=row.id, kind=row.kind, status=row.status or "", begins=row.begins or "", ends=row.ends or row.begins or "",
        reported=row.first, place=row.place,
    )  # fmt: skip
