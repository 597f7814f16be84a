"""Which sessions of mechanisms are told: the events that are sessions, and those that reports tell by number or year alone.

An event is a session of a mechanism where one sentence tells both; a committee's session also where its words name the mechanism, where
its report names one mechanism alone of the same members, or, for one that was entered, where the register has one alone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeAlias

import msgspec
from sqlalchemy import Connection, Row, and_, select

from amity.office.numbered import Numbered, numbered
from amity.office.parts import Named, listed, taking_part
from amity.office.seen import seen
from amity.register import lookup
from amity.register.tables import documents, events, mechanisms, members, roles

SESSIONS = ("committee_session", "meeting", "working_session", "summit", "call")
"""Types of events that a session of a mechanism may be."""
SIDES = 2
"""Sides that must agree before members alone tell which mechanism sat."""
Tellings: TypeAlias = dict[int, list[Row[Any]]]
"""The facts that tell mechanisms, by mechanism."""


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
    """Return the sessions of mechanisms (by number in this database) that were told by a day, the earliest first.

    What is told of a mechanism does not depend on which others are asked for.
    """
    told = _tellings(connection, numbers, until)
    sat = _events(connection, told, until)
    return {number: _joined(told.get(number, []), sat.get(number, {})) for number in {*told, *sat}}


_FACT = (members.c.thing, members.c.number, members.c.document, members.c.quote, members.c.told)


def _tellings(connection: Connection, numbers: Collection[int], until: str) -> Tellings:
    """Return the facts that tell mechanisms, by mechanism, the earliest report first."""
    found = defaultdict(list)
    name = members.c.fact["name"].as_string().label("name")
    for some in lookup.batches(numbers):
        query = (
            select(*_FACT, name).join(documents, documents.c.number == members.c.document)
            .where(members.c.thing.in_(some), seen(until)).order_by(members.c.told, members.c.number)
        )  # fmt: skip
        for row in connection.execute(query):
            found[row.thing].append(row)
    return found


def _beside(connection: Connection, of: str, numbers: Collection[int], until: str) -> Iterator[tuple[int, int, int]]:
    """Yield what stands in one sentence with things of the layer ``of``: mechanism, its fact, and event."""
    here, there = members.alias(), members.alias()
    one, other = (here, there) if of == "mechanisms" else (there, here)
    near = and_(there.c.document == here.c.document, there.c.start < here.c.end, here.c.start < there.c.end)
    for some in lookup.batches(numbers):
        query = (
            select(one.c.thing, one.c.number, other.c.thing)
            .select_from(here)
            .join(there, and_(near, there.c.layer == ("events" if of == "mechanisms" else "mechanisms")))
            .join(documents, documents.c.number == here.c.document)
            .where(here.c.thing.in_(some), seen(until))
        )
        yield from (tuple(row) for row in connection.execute(query))


def _events(connection: Connection, told: Tellings, until: str) -> dict[int, dict[int, tuple[Row[Any], set[int]]]]:
    """Return the events that are sessions: mechanism → event → its row, and the facts of the mechanism that stand beside it."""
    found: dict[int, dict[int, tuple[Row[Any], set[int]]]] = defaultdict(dict)
    near = list(_beside(connection, "mechanisms", told, until))
    rows = {row.number: row for row in lookup.rows(connection, _SAT, events.c.number, {event for _, _, event in near})}
    for mechanism, fact, event in near:
        if event in rows:
            found[mechanism].setdefault(event, (rows[event], set()))[1].add(fact)
    for mechanism, row in _committees(connection, told, until):
        found[mechanism].setdefault(row.number, (row, set()))
    return found


_SAT = select(events).where(events.c.kind.in_(SESSIONS), events.c.state != "rejected")


def _committees(connection: Connection, told: Tellings, until: str) -> Iterator[tuple[int, Row[Any]]]:
    """Yield the sessions of committees with the mechanism of which they are, where words, report or entry leave one alone."""
    rows = _sittings(connection, _members_of(connection, told), until)
    sides = {event: _numbers(who) for event, who in taking_part(connection, {row.number for row in rows}, ("side",)).items()}
    alike = _of_members(connection, {one for who in sides.values() for one in who}) - told.keys()
    others = _tellings(connection, _standing(connection, alike), until)
    every = {**told, **others}
    of = {mechanism: _numbers(who) for mechanism, who in taking_part(connection, every if rows else (), ("member",)).items()}
    around = {mechanism: {row.document for row in facts} for mechanism, facts in every.items()}
    called = {mechanism: {row.name.casefold() for row in facts} for mechanism, facts in every.items()}
    for row in rows:
        same = [mechanism for mechanism, its in of.items() if _agree(sides[row.number], its)]
        named = [one for one in same if any(name in row.quote.casefold() for name in called[one])]
        near = [one for one in same if row.entered or row.document in around[one]]
        for fitting in (named, near):
            if len(fitting) == 1:
                yield from ((one, row) for one in fitting if one in told)
                break


def _sittings(connection: Connection, who: Collection[int], until: str) -> list[Row[Any]]:
    """Return the sessions of committees on which one of the actors sits that stand in no sentence with a mechanism, with each report."""
    side = select(roles.c.thing).where(roles.c.thing == events.c.number, roles.c.role == "side", listed(roles.c.actor, who))
    query = (
        select(events, members.c.document, members.c.quote, documents.c.entry.is_not(None).label("entered"))
        .join(members, members.c.thing == events.c.number)
        .join(documents, documents.c.number == members.c.document)
        .where(events.c.kind == "committee_session", events.c.state != "rejected", seen(until), side.exists())
    )
    rows = connection.execute(query).all()
    beside = list(_beside(connection, "events", {row.number for row in rows}, until))
    standing = _standing(connection, {mechanism for mechanism, _, _ in beside})
    taken = {event for mechanism, _, event in beside if mechanism in standing}
    return [row for row in rows if row.number not in taken]


_STANDING = select(mechanisms.c.number).where(mechanisms.c.state != "rejected")


def _standing(connection: Connection, numbers: Collection[int]) -> set[int]:
    """Return those of some mechanisms that nobody rejected."""
    return {row.number for row in lookup.rows(connection, _STANDING, mechanisms.c.number, numbers)}


def _numbers(who: Iterable[Named]) -> set[int]:
    return {one.number for one in who}


def _members_of(connection: Connection, numbers: Collection[int]) -> set[int]:
    """Return who is a member of mechanisms."""
    return _numbers(one for who in taking_part(connection, numbers, ("member",)).values() for one in who)


_MEMBERSHIPS = select(roles.c.thing).where(roles.c.layer == "mechanisms", roles.c.role == "member")


def _of_members(connection: Connection, who: Collection[int]) -> set[int]:
    """Return the mechanisms of which one of the actors is a member."""
    return {row.thing for row in lookup.rows(connection, _MEMBERSHIPS, roles.c.actor, who)}


def _agree(sides: set[int], its: set[int]) -> bool:
    """Tell whether all sides of a session are members of a mechanism, or all members sides."""
    return len(sides & its) >= SIDES and (sides <= its or its <= sides)


def _joined(facts: list[Row[Any]], sat: dict[int, tuple[Row[Any], set[int]]]) -> list[Session]:
    """Return events and numbered sessions together, each session once; where the tenth is spoken of, the ninth was held."""
    found = {number: _of_event(row) for number, (row, _) in sat.items()}
    alone: dict[tuple[int | None, str], Session] = {}
    for fact in facts:
        beside = [number for number, (_, own) in sat.items() if fact.number in own]
        for one in (tellings := numbered(fact.name, fact.quote)):
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
