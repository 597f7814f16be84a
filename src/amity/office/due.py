"""What is due: periods that end, promises with a day, sessions, promises that nobody has told of for long, own due dates."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple, get_args

import msgspec
from sqlalchemy import Connection, Row, or_, select

from amity.errors import UsageError
from amity.exchange.listed import words
from amity.office.citations import Citation, citations
from amity.office.days import day, last_day, later
from amity.office.home import Own, Whose, home, home_of
from amity.office.nearest import Turn, near
from amity.office.parts import Named, taking_part, with_any
from amity.office.searched import Library, Searched
from amity.office.seen import there
from amity.office.sessions import Standing, coming, sessions
from amity.office.standing import ENDED, followed, is_open, status_on, successors
from amity.register.queries.listing import CHECKED
from amity.register.tables import instruments, statements

WITHIN = 90
"""Days ahead, unless asked otherwise: a quarter is what an office plans for."""
SILENT = 365
"""Days after which a promise without a word of it is listed: many things are told of once a year."""

DueKind = Literal[
    "period_ends", "period_ended", "due", "due_passed", "session", "session_passed", "no_reports_since", "own_due", "own_passed",
]  # fmt: skip
KINDS: tuple[DueKind, ...] = get_args(DueKind)
MEANINGS: dict[DueKind, str] = {
    "period_ends": "the period of an instrument ends",
    "period_ended": "its period is over, and no report says more (derived)",
    "due": "a promise names this day",
    "due_passed": "the day is over, and no report says that it was done (derived)",
    "session": "a session is planned, or due by how often the mechanism meets (derived)",
    "session_passed": "a session was due, and no report tells of one (derived)",
    "no_reports_since": "a promise of which no report has told since (derived)",
    "own_due": "a due date of our own",
    "own_passed": "a due date of our own that is over",
}
PROMISED = frozenset[DueKind]({"due", "due_passed", "no_reports_since", "own_due", "own_passed"})
DATED = tuple(one for one in KINDS if one != "no_reports_since")
"""Kinds that rest on a day that somebody named: few, however large the register is."""


class DueItem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is due.

    ``day`` is the last day that the date as ``told`` may mean, ``days`` how many lie between the day of asking and it (negative: so
    long ago). ``derived`` says that no report says so in words, ``why`` what it rests on. ``acts`` is who would act, where home is set.
    """

    kind: DueKind
    id: str
    label: str
    what: str
    day: str
    told: str
    days: int
    derived: bool
    why: str
    parties: tuple[Named, ...] = ()
    acts: Whose = ""
    unit: str = ""
    state: str = "unchecked"
    confidence: int = 0
    searched: Searched | None = None
    citation: Citation | None = None


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """What is due on a day and so many days ahead, the earliest first; ``home`` limits it to what these take part in."""

    as_of: str
    until: str
    home: tuple[Own, ...]
    searched: Searched
    items: tuple[DueItem, ...]


class _Asked(NamedTuple):
    """What is asked: a connection, the day, the last day ahead, who is "we" (None: everybody's things), the reports searched.

    ``wanted`` are the kinds, ``most`` how many items at most (None: all).
    """

    connection: Connection
    today: date
    until: date
    ours: frozenset[int] | None
    library: Library
    wanted: frozenset[str]
    most: int | None

    def left(self, on: date) -> int:
        return (on - self.today).days

    @property
    def known(self) -> str:
        return self.today.isoformat()


def due(
    connection: Connection,
    *,
    within: int = WITHIN,
    as_of: str | None = None,
    home_names: Sequence[str] = (),
    everyone: bool = False,
    kinds: Sequence[str] = (),
    silent: int = SILENT,
    checked_only: bool = False,
    most: int | None = None,
) -> Due:
    """Return what is due from a day (today without one) to so many days later, and what is over.

    What was reported after ``as_of`` is left out. Where home is set, only what it takes part in is listed unless ``everyone`` is asked
    for. ``most`` limits it to so many, those nearest to the day: no more is read than these need, however much the register holds (of
    promises that nobody told of for long, those that reports told of last). Raises UsageError for a wrong date, kind or name.
    """
    for kind in kinds:
        if kind not in KINDS:
            raise UsageError(f"--kind {kind}: nothing is due in that way; there are {', '.join(KINDS)}")
    today = day(as_of)
    we = home_of(connection, home_names)
    ours = frozenset(home(connection, home_names))
    library, wanted = Library(connection, today.isoformat()), frozenset[str](kinds or KINDS)
    limit = None if checked_only else most
    asked = _Asked(connection, today, later(today, within), ours if we and not everyone else None, library, wanted, limit)
    found = [
        *(_periods(asked) if wanted & {"period_ends", "period_ended"} else ()),
        *(_promises(asked, ours, silent) if wanted & PROMISED else ()),
        *(_sessions(asked) if wanted & {"session", "session_passed"} else ()),
    ]
    kept = [one for one in found if one.kind in wanted and (not checked_only or one.state in CHECKED)]
    kept.sort(key=_order)
    told = Due(as_of=asked.known, until=asked.until.isoformat(), home=we, searched=asked.library.after(), items=tuple(kept))
    return told if most is None else nearest(told, most)


def nearest(told: Due, most: int) -> Due:
    """Return what is due with so many items at most, those nearest to the day of asking."""
    kept = sorted(told.items, key=lambda one: abs(one.days))[:most]
    return msgspec.structs.replace(told, items=tuple(sorted(kept, key=_order)))


def _order(one: DueItem) -> tuple[str, int, str]:
    return one.day, KINDS.index(one.kind), one.id


def _periods(asked: _Asked) -> Iterator[DueItem]:
    """Yield instruments whose period ends, or is over without a word of what came of it."""
    query = select(instruments).where(*there(instruments, asked.known), instruments.c.state != "rejected")
    if asked.ours is not None:
        query = query.where(with_any(instruments.c.number, asked.ours, ("party",)))
    ends = Turn(instruments.c.ends, "period_ends" in asked.wanted, "period_ended" in asked.wanted)
    rows = near(asked.connection, query, ends, asked.today, asked.until, asked.most, lambda some: _lapsing(asked, some))
    status = status_on(asked.connection, rows, asked.known)
    who = taking_part(asked.connection, rows, ("party",))
    cited = citations(asked.connection, rows, until=asked.known)
    for number, row in rows.items():
        on = last_day(row.ends)
        if on is None or on > asked.until:
            continue
        passed = on < asked.today
        known = cited[number][-1].day if cited[number] else ""
        yield _item(
            asked, row, "period_ended" if passed else "period_ends", on, row.ends, who[number], cited[number],
            what=row.kind, derived=passed, why=f"period {row.begins or '…'} to {row.ends}; last reported as {words(status[number])}",
            searched=asked.library.after(known) if passed else None,
        )  # fmt: skip


def _lapsing(asked: _Asked, numbers: Collection[int]) -> set[int]:
    """Return those of some instruments that no report says to have ended and none follows."""
    status = status_on(asked.connection, numbers, asked.known)
    followed_by = successors(asked.connection, numbers, asked.known)
    return {number for number in numbers if status[number] not in ENDED and not followed_by.get(number)}


def _promises(asked: _Asked, ours: Collection[int], silent: int) -> Iterator[DueItem]:
    """Yield open commitments with a day that comes or is over, and those of which nobody has told for long."""
    rows = _promised(asked, silent)
    told = followed(asked.connection, rows, asked.known)
    by = taking_part(asked.connection, rows, ("by",))
    to = taking_part(asked.connection, rows, ("to",))
    cited = citations(asked.connection, rows, until=asked.known)
    for number, row in rows.items():
        parties = list(dict.fromkeys([*by[number], *to[number]]))
        last = max([one.day for one in cited[number]] + [one.told for one in told[number]], default="")
        grade = f"last reported as {words(told[number][-1].status)}" if told[number] else "no report tells what came of it"
        acts = _acts(by[number], to[number], ours)
        said = {"what": row.cue or "", "why": grade, "acts": acts, "unit": row.unit or ""}
        since = asked.library.after(last)
        on, own, quiet = last_day(row.due), last_day(row.own_due), last_day(last)
        if own is not None and own <= asked.until:
            kind: DueKind = "own_passed" if own < asked.today else "own_due"
            yield _item(asked, row, kind, own, row.own_due, parties, cited[number], derived=False, **said)
        if on is not None and on <= asked.until:
            passed = on < asked.today
            kind = "due_passed" if passed else "due"
            searched = since if passed else None
            yield _item(asked, row, kind, on, row.due, parties, cited[number], derived=passed, searched=searched, **said)
        elif on is None and own is None and quiet is not None and quiet <= asked.today - timedelta(days=silent):
            yield _item(asked, row, "no_reports_since", quiet, last, parties, cited[number], derived=True, searched=since, **said)


def _promised(asked: _Asked, silent: int) -> dict[int, Row[Any]]:
    """Return the open commitments, by number: those that are due, were due, and those of which reports told long ago for the last time."""
    query = select(statements).where(*there(statements, asked.known), statements.c.state != "rejected")
    if asked.ours is not None:
        query = query.where(with_any(statements.c.number, asked.ours, ("by", "to")))
    promise = query.where(or_(statements.c.kind == "commitment", statements.c.own_due.is_not(None)))
    unnamed = query.where(statements.c.kind == "commitment", statements.c.due.is_(None), statements.c.own_due.is_(None))
    wanted, everything = asked.wanted, asked.known >= day(None).isoformat()
    last = statements.c.last if everything else statements.c.first  # what was told since may be later than the day of asking
    turns = (
        (promise, Turn(statements.c.due, "due" in wanted, "due_passed" in wanted), asked.until),
        (query, Turn(statements.c.own_due, "own_due" in wanted, "own_passed" in wanted), asked.until),
        (unnamed, Turn(last, False, "no_reports_since" in wanted), asked.today - timedelta(days=silent)),
    )
    rows: dict[int, Row[Any]] = {}
    for narrowed, turn, until in turns:
        rows |= near(asked.connection, narrowed, turn, asked.today, until, asked.most, lambda some: _open(asked, some))
    return rows


def _open(asked: _Asked, numbers: Collection[int]) -> set[int]:
    told = followed(asked.connection, numbers, asked.known)
    return {number for number in numbers if is_open(told[number])}


def _sessions(asked: _Asked) -> Iterator[DueItem]:
    """Yield the sessions that are planned, due, or were due."""
    days = [(on, one.number) for one in coming(asked.connection, asked.today, asked.ours) if (on := last_day(one.day))]
    found = sorted((abs(asked.left(on)), number) for on, number in days if on <= asked.until and _session_kind(asked, on) in asked.wanted)
    only = [number for _, number in found[: asked.most]]
    for one in sessions(asked.connection, asked.today, only=only) if only else ():
        if on := last_day(one.next):
            yield _session(asked, one, on)


def _session_kind(asked: _Asked, on: date) -> DueKind:
    return "session_passed" if on < asked.today else "session"


def _session(asked: _Asked, one: Standing, on: date) -> DueItem:
    passed = on < asked.today
    return DueItem(
        kind=_session_kind(asked, on), id=one.id, label=one.label, what="mechanism", day=on.isoformat(), told=one.next,
        days=asked.left(on), derived=one.derived, why=one.why, parties=one.members, state=one.state,
        searched=one.searched if passed else None, citation=one.citations[-1] if one.citations else None,
    )  # fmt: skip


def _item(
    asked: _Asked, row: Row[Any], kind: DueKind, on: date, told: str, parties: Sequence[Named], cited: Sequence[Citation], **more: Any
) -> DueItem:
    return DueItem(
        kind=kind, id=row.id, label=row.label, day=on.isoformat(), told=told, days=asked.left(on), parties=tuple(parties), state=row.state,
        confidence=row.confidence, citation=cited[-1] if cited else None, **more,
    )  # fmt: skip


def _acts(by: Sequence[Named], to: Sequence[Named], ours: Collection[int]) -> Whose:
    """Return who would act: we, they or both; "" where home is not set or takes no part."""
    own = [one.number in ours for one in by]
    if any(own):
        return "we" if all(own) else "both"
    return "they" if any(one.number in ours for one in to) else ""
