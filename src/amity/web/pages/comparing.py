"""The calendar of a month, and two to five actors beside each other."""

from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from sqlalchemy import Connection

from amity.errors import UsageError
from amity.model.clock import today
from amity.office.days import day
from amity.office.due import due
from amity.office.sides import side
from amity.register.queries.details import show
from amity.register.queries.filters import Filters
from amity.register.queries.listing import LISTINGS
from amity.register.queries.pages import facets
from amity.register.queries.pages import page as one_page
from amity.web.asking import Connected
from amity.web.rendering import page

router = APIRouter()
MOST_DAYS = 500
"""Events of one month that the calendar shows."""
FEWEST, MOST = 2, 5
COMPARED = ("instruments", "commitments", "requests", "events", "projects")
COMING = ("period_ends", "due", "session", "own_due")
"""Kinds of what is due that fall on a day of the month; the others are about days before it."""


@router.get("/calendar")
def calendar(request: Request, connection: Connected, month: str = "", everyone: bool = False) -> Response:
    """Show what happened, is planned or falls due in a month."""
    first = day(f"{month}-01" if month else None, "month").replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    told = f"{first:%Y-%m}"
    events = one_page(connection, LISTINGS["events"], Filters(start=told, end=told), sort="day", limit=MOST_DAYS)
    items = due(connection, as_of=first.isoformat(), within=(last - first).days, everyone=everyone, kinds=COMING).items
    falls = [one for one in items if first.isoformat() <= one.day <= last.isoformat()]
    return page(
        request, "calendar.html", month=told, days=_days(events.rows, falls), today=today().isoformat(), everyone=everyone,
        before=f"{first - timedelta(days=1):%Y-%m}", after=f"{last + timedelta(days=1):%Y-%m}",
    )  # fmt: skip


def _days(events: list[dict[str, Any]], falls: list[Any]) -> list[tuple[str, list[dict[str, Any]], list[Any]]]:
    """Return each day of which anything is told, with its events and what falls due."""
    known = sorted({row["begins"] for row in events} | {one.day for one in falls})
    return [(on, [row for row in events if row["begins"] == on], [one for one in falls if one.day == on]) for on in known]


@router.get("/compare")
def compare(request: Request, connection: Connected, actor: Annotated[list[str], Query()] = []) -> Response:  # noqa: B006
    """Show two to five actors beside each other: ties, what they take part in, sectors."""
    asked = [one.strip() for one in actor if one.strip()]
    if len(asked) > MOST:
        raise UsageError(f"compare: {len(asked)} actors; choose {MOST} at most")
    return page(request, "compare.html", asked=asked, columns=[_column(connection, one) for one in asked], compared=COMPARED, fewest=FEWEST)


def _column(connection: Connection, asked: str) -> dict[str, Any]:
    found = side(connection, asked)
    public = found.id or asked
    narrowed = Filters(party=(public,))
    return {
        "id": found.id,
        "label": found.label,
        "ties": show(connection, found.id).get("ties", []) if found.id else [],
        "totals": {name: one_page(connection, LISTINGS[name], narrowed, limit=1).total for name in COMPARED},
        "sectors": list(facets(connection, LISTINGS["commitments"], narrowed)["sector"].items())[:5],
        "party": public,
    }
