"""Sessions of mechanisms: which were held, which is due next, and whether they met as often as they are said to.

Which events are sessions ``held`` tells; besides, reports tell sessions by number or year alone. When the next one is due follows from
how often it meets and from the last one held: derived, never asserted. That none is reported does not say that none was held.
"""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

import msgspec
from sqlalchemy import Connection, Row, select

from amity.office.citations import Citation, citations
from amity.office.days import after, last_day
from amity.office.held import Session, held
from amity.office.kept import kept
from amity.office.parts import Named, listed, taking_part, with_any
from amity.office.searched import Library, Searched
from amity.office.seen import there
from amity.register.tables import mechanisms

Verdict = Literal["planned", "due", "passed", "unknown"]
"""``planned``: a report tells the day; ``due``: it follows from the last and the frequency; ``passed``: so, and the day is over."""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A mechanism with its sessions, the earliest first, and the next one.

    ``next`` is the last day by which the next is due (ISO 8601, as told where a report plans it), "" where that cannot be told. ``why``
    says what it rests on, ``told`` when it was last told of at all, ``searched`` what was searched since the last session.
    """

    id: str
    label: str
    frequency: str | None
    members: tuple[Named, ...]
    sessions: tuple[Session, ...]
    last: str
    told: str
    next: str
    verdict: Verdict
    derived: bool
    why: str
    searched: Searched
    state: str
    citations: tuple[Citation, ...] = ()


class _Next(NamedTuple):
    day: str
    verdict: Verdict
    derived: bool
    why: str


class Coming(NamedTuple):
    """When a mechanism, by its number in this database, is to meet next."""

    number: int
    day: str


def coming(connection: Connection, as_of: date, ours: Collection[int] | None = None) -> tuple[Coming, ...]:
    """Return when every mechanism is to meet next, in the order of ``sessions``: what needs all that is told of all of them."""
    return kept(connection, ("sessions", as_of, frozenset(ours) if ours is not None else None), lambda: _coming(connection, as_of, ours))


def _coming(connection: Connection, as_of: date, ours: Collection[int] | None) -> tuple[Coming, ...]:
    rows = _mechanisms(connection, as_of, ours)
    met = held(connection, [row.number for row in rows], as_of.isoformat())
    found = []
    for row in rows:
        told = met.get(row.number, [])
        found.append((row.label, Coming(row.number, _next(told, _last(told), row.frequency, as_of).day)))
    return tuple(one for _, one in sorted(found, key=lambda one: (not one[1].day, one[1].day, one[0])))


def _mechanisms(
    connection: Connection, as_of: date, ours: Collection[int] | None, only: Collection[int] | None = None
) -> Sequence[Row[Any]]:
    query = select(mechanisms).where(*there(mechanisms, as_of.isoformat()), mechanisms.c.state != "rejected").order_by(mechanisms.c.label)
    if ours is not None:
        query = query.where(with_any(mechanisms.c.number, ours, ("member",)))
    if only is not None:
        query = query.where(listed(mechanisms.c.number, only))
    return connection.execute(query).all()


def sessions(
    connection: Connection, as_of: date, *, ours: Collection[int] | None = None, only: Collection[int] | None = None
) -> list[Standing]:
    """Return how every mechanism stands on a day, by when it is to meet next, those of which that cannot be told last.

    What was reported later is left out; ``ours`` limits them to those with such a member, ``only`` to those of these numbers.
    """
    until = as_of.isoformat()
    library = Library(connection, until)
    rows = _mechanisms(connection, as_of, ours, only)
    who = taking_part(connection, [row.number for row in rows], ("member",))
    met = held(connection, [row.number for row in rows], until)
    cited = citations(connection, [row.number for row in rows], until=until)
    found = []
    for row in rows:
        told = met.get(row.number, [])
        last = _last(told)
        turn = _next(told, last, row.frequency, as_of)
        found.append(
            Standing(
                id=row.id, label=row.label, frequency=row.frequency, members=tuple(who[row.number]), sessions=tuple(told), last=last,
                told=max((one.day for one in cited[row.number]), default=""), next=turn.day,
                verdict=turn.verdict, derived=turn.derived, why=turn.why,
                searched=library.after(day.isoformat() if (day := last_day(last or _reported(told))) else ""),
                state=row.state, citations=tuple(cited[row.number]),
            )
        )  # fmt: skip
    return sorted(found, key=lambda one: (not one.next, one.next, one.label))


def _last(told: Sequence[Session]) -> str:
    """Return the day of the last session held; "" where that is one whose day nobody tells."""
    over = [one for one in told if one.status == "held"]
    last = max((one for one in over if one.ends), key=lambda one: one.ends, default=None)
    if last is None or any(_is_later(one, last) for one in over if not one.ends):
        return ""
    return last.ends


def _is_later(one: Session, last: Session) -> bool:
    """Tell whether a session without a day was after the last one with a day: by their numbers, else by the day of its report."""
    if one.number is not None and last.number is not None:
        return one.number > last.number
    return one.number is not None and one.reported > last.ends


def _next(told: list[Session], last: str, frequency: str | None, as_of: date) -> _Next:
    """Return when the next session is, and how that is known."""
    planned = [one for one in told if one.status == "planned" and one.ends > last and (day := last_day(one.ends)) and day >= as_of]
    if planned:
        return _Next(planned[0].ends, "planned", False, f"planned as told {planned[0].source}")
    if not frequency:
        return _Next("", "unknown", False, "no report tells how often it meets")
    reported = _reported(told)
    held = last_day(last or reported)
    if held is None:
        return _Next("", "unknown", False, f"meets: {frequency}; no session is reported")
    due = after(held, frequency)
    if due is None:
        return _Next("", "unknown", False, f"meets: {frequency}, which sets no interval")
    why = f"meets: {frequency}; " + (f"the last that is reported: {last}" if last else f"one without a day was reported on {reported}")
    return _Next(due.isoformat(), "passed" if due < as_of else "due", True, why)


def _reported(told: Sequence[Session]) -> str:
    """Return the day of the report of the last session that was held: by then it was. Of numbered ones the highest number is the last."""
    over = [one for one in told if one.status == "held"]
    highest = max((one.number for one in over if one.number is not None), default=None)
    return max((one.reported for one in over if highest is None or one.number in (None, highest)), default="")
