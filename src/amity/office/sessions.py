"""Sessions of mechanisms: which were held, which is due next, and whether they met as often as they are said to.

A session is a meeting told in the same sentence as the mechanism. When the next one is due follows from how often it meets and from
the last one held: derived, never asserted. That none is reported does not say that none was held.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import Literal, NamedTuple

import msgspec
from sqlalchemy import Connection, and_, select

from amity.office.citations import Citation, citations
from amity.office.days import after, last_day
from amity.office.parts import Named, taking_part
from amity.office.searched import Library, Searched
from amity.office.seen import there
from amity.register.tables import events, mechanisms, members

SESSIONS = ("committee_session", "meeting", "working_session", "summit", "call")
"""Types of events that a session of a mechanism may be."""

Verdict = Literal["planned", "due", "passed", "unknown"]
"""``planned``: a report tells the day; ``due``: it follows from the last and the frequency; ``passed``: so, and the day is over."""


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """One session: the event that it is, its days as told, how it stands, and the day of the first report of it."""

    id: str
    kind: str
    status: str
    begins: str
    ends: str
    reported: str
    place: str | None = None


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


def sessions(connection: Connection, as_of: date, *, ours: Collection[int] | None = None) -> list[Standing]:
    """Return how every mechanism stands on a day, by when it is to meet next, those of which that cannot be told last.

    What was reported later is left out; ``ours`` limits them to those with such a member.
    """
    until = as_of.isoformat()
    library = Library(connection, until)
    query = select(mechanisms).where(*there(mechanisms, until), mechanisms.c.state != "rejected").order_by(mechanisms.c.label)
    rows = connection.execute(query).all()
    who = taking_part(connection, [row.number for row in rows], ("member",))
    if ours is not None:
        rows = [row for row in rows if any(one.number in ours for one in who[row.number])]
    held = _held(connection, [row.number for row in rows], until)
    cited = citations(connection, [row.number for row in rows], until=until)
    found = []
    for row in rows:
        told = held.get(row.number, [])
        last = max((one.ends for one in told if one.status == "held" and one.ends), default="")
        coming = _next(told, last, row.frequency, as_of)
        found.append(
            Standing(
                id=row.id, label=row.label, frequency=row.frequency, members=tuple(who[row.number]), sessions=tuple(told), last=last,
                told=max((one.day for one in cited[row.number]), default=""), next=coming.day,
                verdict=coming.verdict, derived=coming.derived, why=coming.why,
                searched=library.after(day.isoformat() if (day := last_day(last or _reported(told))) else ""),
                state=row.state, citations=tuple(cited[row.number]),
            )
        )  # fmt: skip
    return sorted(found, key=lambda one: (not one.next, one.next, one.label))


def _held(connection: Connection, numbers: Collection[int], until: str) -> dict[int, list[Session]]:
    """Return the sessions of mechanisms: the events of the kind that a report tells in the words that name the mechanism."""
    here, there = members.alias(), members.alias()
    same = and_(there.c.document == here.c.document, there.c.layer == "events", there.c.start < here.c.end, here.c.start < there.c.end)
    query = (
        select(here.c.thing, events)
        .join(there, same)
        .join(events, events.c.number == there.c.thing)
        .where(here.c.thing.in_(numbers), here.c.told <= until, events.c.kind.in_(SESSIONS), events.c.state != "rejected")
        .distinct()
        .order_by(here.c.thing, events.c.day, events.c.number)
    )
    found = defaultdict(list)
    for row in connection.execute(query):
        found[row.thing].append(
            Session(
                id=row.id, kind=row.kind, status=row.status or "", begins=row.begins or "", ends=row.ends or row.begins or "",
                reported=row.first, place=row.place,
            )
        )  # fmt: skip
    return found


def _next(told: list[Session], last: str, frequency: str | None, as_of: date) -> _Next:
    """Return when the next session is, and how that is known."""
    planned = [one for one in told if one.status == "planned" and one.ends > last and (day := last_day(one.ends)) and day >= as_of]
    if planned:
        return _Next(planned[0].ends, "planned", False, f"planned as told in {planned[0].id}")
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
    """Return the day of the last report of a session that was held: by then it was."""
    return max((one.reported for one in told if one.status == "held"), default="")
