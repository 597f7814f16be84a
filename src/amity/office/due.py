"""What is due: periods that end, promises with a day, sessions, promises that nobody has told of for long, own due dates."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple, get_args

import msgspec
from sqlalchemy import Connection, Row, or_, select, true

from amity.errors import UsageError
from amity.office.citations import Citation, citations
from amity.office.days import day, last_day, later
from amity.office.home import Own, home, home_of
from amity.office.parts import Named, taking_part, with_any
from amity.office.searched import Library, Searched
from amity.office.seen import there
from amity.office.sessions import Standing, sessions
from amity.office.standing import CHECKED, ENDED, followed, is_open, status_on, successors
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
Actor = Literal["we", "they", "both", ""]


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
    acts: Actor = ""
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
    """What is asked: a connection, the day, the last day ahead, who is "we" (None: everybody's things), the reports searched."""

    connection: Connection
    today: date
    until: date
    ours: frozenset[int] | None
    library: Library

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
) -> Due:
    """Return what is due from a day (today without one) to so many days later, and what is over.

    What was reported after ``as_of`` is left out. Where home is set, only what it takes part in is listed unless ``everyone`` is asked
    for. Raises UsageError for a wrong date, kind or name.
    """
    for kind in kinds:
        if kind not in KINDS:
            raise UsageError(f"--kind {kind}: nothing is due in that way; there are {', '.join(KINDS)}")
    today = day(as_of)
    we = home_of(connection, home_names)
    ours = frozenset(home(connection, home_names))
    asked = _Asked(connection, today, later(today, within), ours if we and not everyone else None, Library(connection, today.isoformat()))
    wanted = frozenset(kinds or KINDS)
    found = [
        *(_periods(asked, ours) if wanted & {"period_ends", "period_ended"} else ()),
        *(_promises(asked, ours, silent, dated="no_reports_since" not in wanted) if wanted & PROMISED else ()),
        *(_sessions(asked) if wanted & {"session", "session_passed"} else ()),
    ]
    kept = [one for one in found if (not kinds or one.kind in kinds) and (not checked_only or one.state in CHECKED)]
    kept.sort(key=lambda one: (one.day, KINDS.index(one.kind), one.id))
    return Due(as_of=asked.known, until=asked.until.isoformat(), home=we, searched=asked.library.after(), items=tuple(kept))


def _periods(asked: _Asked, ours: Collection[int]) -> Iterator[DueItem]:
    """Yield instruments whose period ends, or is over without a word of what came of it."""
    query = select(instruments).where(instruments.c.ends.is_not(None), *there(instruments, asked.known), instruments.c.state != "rejected")
    if asked.ours is not None:
        query = query.where(with_any(instruments.c.number, asked.ours, ("party",)))
    rows = {row.number: row for row in asked.connection.execute(query)}
    status = status_on(asked.connection, rows, asked.known)
    followed_by = successors(asked.connection, rows, asked.known)
    who = taking_part(asked.connection, rows, ("party",))
    cited = citations(asked.connection, rows, until=asked.known)
    for number, row in rows.items():
        on = last_day(row.ends)
        if on is None or on > asked.until or status[number] in ENDED or followed_by.get(number):
            continue
        passed = on < asked.today
        known = cited[number][-1].day if cited[number] else ""
        yield _item(
            asked, row, "period_ended" if passed else "period_ends", on, row.ends, who[number], cited[number],
            what=row.kind, derived=passed, why=f"period {row.begins or '…'} to {row.ends}; last reported as {words(status[number])}",
            searched=asked.library.after(known) if passed else None,
        )  # fmt: skip


def words(value: str) -> str:
    """Return a word of a vocabulary as people write it."""
    return value.replace("_", " ")


def _promises(asked: _Asked, ours: Collection[int], silent: int, *, dated: bool = False) -> Iterator[DueItem]:
    """Yield open commitments with a day that comes or is over, and (unless only ``dated``) those of which nobody has told for long."""
    named = or_(statements.c.due.is_not(None), statements.c.own_due.is_not(None)) if dated else true()
    wanted = or_(statements.c.commitment.is_(True), statements.c.own_due.is_not(None))
    query = select(statements).where(wanted, named, *there(statements, asked.known), statements.c.state != "rejected")
    if asked.ours is not None:
        query = query.where(with_any(statements.c.number, asked.ours, ("by", "to")))
    rows = {row.number: row for row in asked.connection.execute(query)}
    told = followed(asked.connection, rows, asked.known)
    rows = {number: row for number, row in rows.items() if is_open(told[number])}
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


def _sessions(asked: _Asked) -> Iterator[DueItem]:
    """Yield the sessions that are planned, due, or were due."""
    for one in sessions(asked.connection, asked.today, ours=asked.ours):
        on = last_day(one.next)
        if on is not None and on <= asked.until:
            yield _session(asked, one, on)


def _session(asked: _Asked, one: Standing, on: date) -> DueItem:
    passed = on < asked.today
    return DueItem(
        kind="session_passed" if passed else "session", id=one.id, label=one.label, what="mechanism", day=on.isoformat(), told=one.next,
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


def _acts(by: Sequence[Named], to: Sequence[Named], ours: Collection[int]) -> Actor:
    """Return who would act: we, they or both; "" where home is not set or takes no part."""
    own = [one.number in ours for one in by]
    if any(own):
        return "we" if all(own) else "both"
    return "they" if any(one.number in ours for one in to) else ""
