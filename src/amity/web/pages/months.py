"""The calendar of a month: what was held, is planned and falls due, day by day."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Any, NamedTuple

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy import Connection

from amity.errors import UsageError
from amity.model.clock import today
from amity.office.days import day
from amity.office.due import DueItem, due
from amity.office.home import home_of
from amity.register.queries.filters import Filters
from amity.register.queries.listing import LISTINGS
from amity.register.queries.pages import everything
from amity.web.asking import Connected
from amity.web.language import saying
from amity.web.rendering import page

router = APIRouter()
COMING = ("period_ends", "due", "session", "own_due")
"""Kinds of what is due that fall on a day of the month; the others are about days before it."""
EARLIEST, LATEST = 1000, 9998
"""Years of the calendar: of four digits, with a month before and one behind."""
Event = dict[str, Any]


class Day(NamedTuple):
    """A day of a month (ISO 8601; a month alone stands for some day of it), its place in the week (Monday is 1), what is told of it."""

    on: str
    weekday: int
    events: tuple[Event, ...]
    falls: tuple[DueItem, ...]


@router.get("/calendar")
def calendar(request: Request, connection: Connected, month: str = "", everyone: bool = False) -> Response:
    """Show what happened, is planned or falls due in a month; of what home takes part in, unless ``everyone`` is asked for."""
    first = _month(month)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    events = _events(connection, f"{first:%Y-%m}", everyone)
    items = due(connection, as_of=first.isoformat(), within=(last - first).days, everyone=everyone, kinds=COMING).items
    falls = [one for one in items if first.isoformat() <= one.day <= last.isoformat()]
    days = _days(first, last, [one for one in events if one["begins"]], falls)
    return page(
        request, "calendar.html", month=f"{first:%Y-%m}", days=days, some_day=_day(f"{first:%Y-%m}", 0, events, []),
        undated=sum(not one["begins"] for one in events), today=today().isoformat(), everyone=everyone, home=home_of(connection),
        weekdays=saying().weekdays(), before=f"{first - timedelta(days=1):%Y-%m}",
        after=f"{last + timedelta(days=1):%Y-%m}",
    )  # fmt: skip


def _month(told: str) -> date:
    """Return the first day of a month, of this one without one."""
    found = day(told or None, "month") if len(told) in (0, len("2024-11")) else None
    if found is None or not EARLIEST <= found.year <= LATEST:
        raise UsageError(f"month {told}: not a month of {EARLIEST} to {LATEST}; write 2024-11")
    return found.replace(day=1)


def _events(connection: Connection, month: str, everyone: bool) -> list[Event]:
    """Return the events of a month by their day, of any of our own jurisdictions where there are some."""
    ours = [] if everyone else [Filters(start=month, end=month, party=(one.id,)) for one in home_of(connection) if one.id]
    asked = ours or [Filters(start=month, end=month)]
    found = {row["id"]: row for one in asked for row in everything(connection, LISTINGS["events"], one, sort="day")}
    return sorted(found.values(), key=lambda row: row["begins"] or "")


def _days(first: date, last: date, events: list[Event], falls: list[DueItem]) -> list[Day]:
    """Return every day of the month."""
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [_day(one.isoformat(), one.isoweekday(), events, falls) for one in days]


def _day(on: str, weekday: int, events: list[Event], falls: list[DueItem]) -> Day:
    held = (
        row for row in events if row["begins"] == on or (len(on) > len("2024-11") and (row["begins"] or on) < on <= (row["ends"] or ""))
    )
    return Day(on, weekday, tuple(held), tuple(one for one in falls if one.day == on))
