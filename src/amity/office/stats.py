"""Figures over many things: by year, sector, partner, country and outlet; who leads; letters of intent and what became of them."""

from collections.abc import Collection, Iterable, Sequence
from statistics import median
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Subquery, and_, distinct, func, literal, or_, select, union_all

from amity.model.actors import JURISDICTIONS
from amity.office.days import day
from amity.office.home import Own, home, home_of
from amity.office.intents import Intent, intents
from amity.office.narrowing import PARTS, known_days, of_ours, within
from amity.office.parts import Named
from amity.office.searched import Library, Searched
from amity.office.seen import there
from amity.office.sides import TAKES_PART
from amity.register.queries.listing import CHECKED
from amity.register.tables import actors, events, instruments, members, outlets, roles, sectors, statements

TOP = 3
"""Leaders of a sector in a year that are named."""
DEFINITIONS = {
    "exchanges": "events held: meetings, visits, calls, signings and others, each once however many reports tell of it",
    "instruments": "instruments of any status, by the day of signing, else the beginning of the period, else the first report",
    "commitments": "promises of force 4 and more that name an action, by the day of the first report",
    "requests": "hopes and requests (force 1 and 2), by the day of the first report",
    "by_sector": "an exchange counts for the sectors of the instruments and statements that its reports tell of the same parties",
    "by_partner": "jurisdictions and organisations that take part, other than home; each as narrow as reports name it",
    "by_outlet": "publishers whose reports tell of it; one thing counts for each that does",
    "leaders": f"jurisdictions with the most exchanges of a sector in a year, {TOP} at most",
    "intents": "letters of intent that were signed, with the agreement that follows each (same parties and subject), and how many days "
    "lay between; where a report tells a month or year only, its first day counts",
}


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """How many things have one value (a year, sector, partner, country or outlet); ``id`` is a partner's."""

    value: str
    id: str = ""
    exchanges: int = 0
    instruments: int = 0
    commitments: int = 0
    requests: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.exchanges + self.instruments + self.commitments + self.requests


class Leader(msgspec.Struct, frozen=True):
    """One who leads the exchanges of a sector in a year."""

    sector: str
    year: str
    actor: Named
    exchanges: int


class Stats(msgspec.Struct, frozen=True, kw_only=True):
    """The figures, with the days that they are of, what was searched, and what each means (``definitions``)."""

    home: tuple[Own, ...]
    as_of: str
    start: str
    end: str
    searched: Searched
    by_year: tuple[Count, ...]
    by_sector: tuple[Count, ...]
    by_partner: tuple[Count, ...]
    by_country: tuple[Count, ...]
    by_outlet: tuple[Count, ...]
    leaders: tuple[Leader, ...]
    intents: tuple[Intent, ...]
    became: int
    still_open: int
    median_days: float | None
    definitions: dict[str, str]


def stats(
    connection: Connection,
    *,
    home_names: Sequence[str] = (),
    everyone: bool = False,
    start: str | None = None,
    end: str | None = None,
    as_of: str | None = None,
    checked_only: bool = False,
) -> Stats:
    """Return the figures of a register, or of what home takes part in.

    ``start`` and ``end`` are days, months or years; what was first reported after ``as_of`` is left out. Raises UsageError for what is no
    date, or a name that the register does not have.
    """
    known_days(start, end)
    today = day(as_of)
    we = home_of(connection, home_names)
    ours = frozenset(home(connection, home_names)) if we and not everyone else None
    counted = _counted(ours, today.isoformat(), start, end, checked_only)
    letters = intents(connection, ours, today.isoformat(), start, end, checked_only)
    done = [one for one in letters if one.became]
    known = [one.days for one in done if one.days is not None]
    return Stats(
        home=we if ours is not None else (), as_of=today.isoformat(), start=start or "", end=end or "",
        searched=Library(connection, today.isoformat()).after(), by_year=_by(connection, counted, func.substr(counted.c.day, 1, 4)),
        by_sector=_by_sector(connection, counted), by_partner=_by_partner(connection, counted, ours),
        by_country=_by_country(connection, counted, ours), by_outlet=_by_outlet(connection, counted),
        leaders=_leaders(connection, counted), intents=tuple(letters), became=len(done), still_open=len(letters) - len(done),
        median_days=median(known) if known else None, definitions=DEFINITIONS,
    )  # fmt: skip


def _counted(ours: Collection[int] | None, until: str, start: str | None, end: str | None, checked: bool) -> Subquery:
    """Return the things that are counted, each with its number, day and what it is."""
    wanted = (
        ("exchanges", events, events.c.status == "held"),
        ("instruments", instruments, instruments.c.state != "rejected"),
        ("commitments", statements, statements.c.kind == "commitment"),
        ("requests", statements, statements.c.kind == "request"),
    )
    queries = []
    for kind, table, condition in wanted:
        query = select(table.c.number, table.c.day, literal(kind).label("kind")).where(
            condition, *there(table, until), table.c.state != "rejected", *within(table.c.day, start, end)
        )
        if ours is not None:
            query = query.where(table.c.number.in_(of_ours(ours)))
        if checked:
            query = query.where(table.c.state.in_(CHECKED))
        queries.append(query)
    return union_all(*queries).subquery()


def _by(connection: Connection, counted: Subquery, value: ColumnElement[Any]) -> tuple[Count, ...]:
    query = select(value, counted.c.kind, func.count()).group_by(value, counted.c.kind)
    return _counts(connection.execute(query), lambda one: (one.value,))


def _counts(rows: Iterable[Any], order: Any) -> tuple[Count, ...]:
    """Return rows of value, kind and number (with an id behind, if it has one) as counts."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    for value, kind, number, *public in rows:
        if value:
            found.setdefault((str(value), public[0] if public else ""), {})[kind] = number
    counts = [Count(value=value, id=public, **numbers) for (value, public), numbers in found.items()]
    return tuple(sorted(counts, key=order))


def _most(one: Count) -> Any:
    return -one.total, one.value, one.id


def _by_sector(connection: Connection, counted: Subquery) -> tuple[Count, ...]:
    own = (
        select(sectors.c.sector, counted.c.kind, func.count())
        .join(counted, counted.c.number == sectors.c.thing)
        .where(counted.c.kind != "exchanges")
        .group_by(sectors.c.sector, counted.c.kind)
    )
    of_events = _event_sectors(counted)
    met = select(of_events.c.sector, literal("exchanges"), func.count(distinct(of_events.c.event))).group_by(of_events.c.sector)
    return _counts([*connection.execute(own), *connection.execute(met)], _most)


def _event_sectors(counted: Subquery) -> Subquery:
    """Return events, the parties who took part, and the sectors that the same reports tell of these parties."""
    here, there = members.alias(), members.alias()
    came, spoke = roles.alias(), roles.alias()
    query = (
        select(counted.c.number.label("event"), func.substr(counted.c.day, 1, 4).label("year"), came.c.actor, sectors.c.sector)
        .join(here, here.c.thing == counted.c.number)
        .join(there, and_(there.c.document == here.c.document, there.c.layer.in_(("statements", "instruments"))))
        .join(sectors, sectors.c.thing == there.c.thing)
        .join(came, and_(came.c.thing == counted.c.number, came.c.role.in_(TAKES_PART["events"])))
        .join(spoke, and_(spoke.c.thing == there.c.thing, spoke.c.actor == came.c.actor, spoke.c.role.in_(PARTS)))
        .where(counted.c.kind == "exchanges", sectors.c.sector != "unspecified")
        .distinct()
    )
    return query.subquery()


def _by_partner(connection: Connection, counted: Subquery, ours: Collection[int] | None) -> tuple[Count, ...]:
    query = (
        select(actors.c.label, counted.c.kind, func.count(distinct(counted.c.number)), actors.c.id)
        .join(roles, and_(roles.c.thing == counted.c.number, roles.c.role.in_(PARTS)))
        .join(actors, and_(actors.c.number == roles.c.actor, actors.c.kind != "person"))
        .group_by(actors.c.number, counted.c.kind)
    )
    return _counts(connection.execute(query.where(*_others(ours))), _most)


def _by_country(connection: Connection, counted: Subquery, ours: Collection[int] | None) -> tuple[Count, ...]:
    query = (
        select(actors.c.country, counted.c.kind, func.count(distinct(counted.c.number)))
        .join(roles, and_(roles.c.thing == counted.c.number, roles.c.role.in_(PARTS)))
        .join(actors, actors.c.number == roles.c.actor)
        .group_by(actors.c.country, counted.c.kind)
    )
    return _counts(connection.execute(query.where(*_others(ours))), _most)


def _others(ours: Collection[int] | None) -> list[ColumnElement[bool]]:
    return [] if ours is None else [actors.c.number.not_in(sorted(ours))]


def _by_outlet(connection: Connection, counted: Subquery) -> tuple[Count, ...]:
    query = (
        select(outlets.c.publisher, counted.c.kind, func.count())
        .join(counted, counted.c.number == outlets.c.thing)
        .group_by(outlets.c.publisher, counted.c.kind)
    )
    return _counts(connection.execute(query), _most)


def _leaders(connection: Connection, counted: Subquery) -> tuple[Leader, ...]:
    told = _event_sectors(counted)
    number = func.count(distinct(told.c.event))
    query = (
        select(told.c.sector, told.c.year, actors.c.id, actors.c.label, actors.c.number, number.label("held"))
        .join(actors, and_(actors.c.number == told.c.actor, or_(*(actors.c.kind == kind for kind in JURISDICTIONS))))
        .where(told.c.year != "")
        .group_by(told.c.sector, told.c.year, actors.c.number)
        .order_by(told.c.sector, told.c.year, number.desc(), actors.c.label)
    )
    found: dict[tuple[str, str], list[Leader]] = {}
    for row in connection.execute(query):
        held = found.setdefault((row.sector, row.year), [])
        if len(held) < TOP:
            held.append(Leader(row.sector, row.year, Named(row.id, row.label, row.number), row.held))
    return tuple(one for held in found.values() for one in held)
