"""States that nobody tells: they follow from the calendar and from what no report says, so that they name what was searched.

Silence is no failure: a period that is over is not an agreement that has expired, a due day that has passed no promise broken.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from amity.model.clock import today
from amity.register.queries.filters import OPEN
from amity.register.tables import documents, instruments, relations, statements

HOLDING = ("signed", "approved", "in_effect", "amended", "renewed")
"""Statuses of an instrument that holds as far as reports tell."""
FOLLOWED = ("renews", "supersedes")
MEANINGS = {
    "period_ended": "the period is over, and no report says more",
    "due_passed": "the day is over, and no report says that it was done",
    "no_reports_since": "no later report speaks of it",
}
"""What each derived state says."""

Derived = dict[str, Any]


def derived(connection: Connection, layer: str, numbers: Sequence[int], on: date | None = None) -> dict[int, list[Derived]]:
    """Return the derived states of things on a day (today): ``state``, ``since`` and ``searched``, for those that have any.

    Days are compared as precisely as they are told: a period that ends in 2024 is over in 2025.
    """
    day = (on or today()).isoformat()
    found = {"instruments": _periods, "statements": _promises}[layer](connection, numbers, day)
    searched = searched_in(connection) if found else {}
    return {number: [{**one, "searched": searched} for one in ones] for number, ones in found.items()}


def over(day: str, asked: str) -> bool:
    """Tell whether a day, month or year is over."""
    return day < asked[: len(day)]


def _periods(connection: Connection, numbers: Sequence[int], day: str) -> dict[int, list[Derived]]:
    columns = (instruments.c.number, instruments.c.ends, instruments.c.status)
    rows = connection.execute(select(*columns).where(instruments.c.number.in_(numbers), instruments.c.ends.is_not(None))).all()
    ended = {row.number: row.ends for row in rows if row.status in HOLDING and over(row.ends, day)}
    later = select(relations.c.earlier).where(relations.c.earlier.in_(list(ended)), relations.c.relation.in_(FOLLOWED))
    followed = set(connection.scalars(later)) if ended else set()
    return {number: [{"state": "period_ended", "since": ends}] for number, ends in ended.items() if number not in followed}


def _promises(connection: Connection, numbers: Sequence[int], day: str) -> dict[int, list[Derived]]:
    columns = (statements.c.number, statements.c.kind, statements.c.due, statements.c.status, statements.c.last)
    rows = connection.execute(select(*columns).where(statements.c.number.in_(numbers)))
    found: dict[int, list[Derived]] = {}
    for row in (one for one in rows if one.kind == "commitment" and one.status in OPEN):
        ones = [{"state": "due_passed", "since": row.due}] if row.due and over(row.due, day) else []
        if row.status == "not_assessed" and row.last:
            ones.append({"state": "no_reports_since", "since": row.last})
        if ones:
            found[row.number] = ones
    return found


def searched_in(connection: Connection) -> Mapping[str, Any]:
    """Return how many reports of how many outlets were searched, up to which day."""
    read = documents.c.reading.is_not(None) & documents.c.entry.is_(None)
    by_outlet = connection.execute(select(documents.c.publisher, func.count()).where(read).group_by(documents.c.publisher)).tuples().all()
    last = connection.scalar(select(func.max(documents.c.told)).where(read))
    named = [outlet for outlet, _ in by_outlet if outlet is not None]
    return {"reports": sum(reports for _, reports in by_outlet), "outlets": len(named), "until": last or ""}


def told(ones: Iterable[Derived]) -> list[str]:
    """Return derived states as words: "due passed 2024-12-31 (derived: …; searched 44 reports of 12 outlets up to 2025-12-11)"."""
    return [f"{one['state'].replace('_', ' ')} {one['since']} (derived: {MEANINGS[one['state']]}; {_searched(one)})" for one in ones]


def _searched(one: Derived) -> str:
    where = one["searched"]
    return f"searched {where['reports']:,} reports of {where['outlets']:,} outlets up to {where['until']}"
