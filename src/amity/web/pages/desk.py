"""The office desk: what is due, the calendar, the report of a year, figures, sessions, what changed, who we are."""

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import Response
from markupsafe import Markup

from amity.office.changes import changes
from amity.office.days import day
from amity.office.due import DATED, WITHIN, Due, due, nearest
from amity.office.home import home_of, set_home
from amity.office.render.changed import changes_sheet
from amity.office.render.dues import about, due_sheet, sessions_sheet
from amity.office.render.figures import report_sheets, stats_sheets
from amity.office.render.ics import calendar
from amity.office.render.sheet import Sheet
from amity.office.report import report
from amity.office.sessions import coming, sessions
from amity.office.stats import stats
from amity.office.words import term
from amity.web.asking import Connected
from amity.web.charts import bars
from amity.web.forms import Own, back
from amity.web.language import say, saying, value
from amity.web.rendering import page
from amity.web.sheets import file, give
from amity.web.visitors import author

router = APIRouter()
MOST_BARS = 12
"""Sectors and partners that a chart shows."""
SHOWN = 100
"""Rows of what is due and of sessions that a page shows; its files hold all."""
SHOWN_OF_EACH = 30
"""Rows of each figure that the page of a year's report shows."""
NAMED = ("period_ends", "due", "session", "own_due", "own_passed")
"""Kinds of what is due that home shows: days that somebody named."""
Days = Annotated[int, Query(ge=0, le=36_500)]


@router.get("/due")
def due_page(
    request: Request,
    connection: Connected,
    within: Days = WITHIN,
    as_of: str = "",
    everyone: bool = False,
    silent: bool = False,
    format: str = "",
    part: bool = False,
) -> Response:
    """Show what is due (``silent``: also what was not heard of again); as a calendar with ``format=ics``."""
    most = None if format else SHOWN + 1
    kinds = NAMED if part else () if silent else DATED
    told = due(connection, within=within, as_of=as_of or None, everyone=everyone, kinds=kinds, most=most)
    if format == "ics":
        return file(calendar(told), "text/calendar; charset=utf-8", "due.ics")
    if part:
        return page(request, "due_part.html", items=[one for one in told.items if not one.derived][:8], about=about(told))
    return give(
        request, term("Due"), [due_sheet(nearest(told, SHOWN) if most else told)], template="due.html", within=within, as_of=as_of,
        everyone=everyone, silent=silent, more=_nearest(told) if most and len(told.items) > SHOWN else "",
    )  # fmt: skip


def _nearest(told: Due) -> str:
    shown = say("The {shown} nearest to {day}; the files below hold all.")
    return shown.format(shown=SHOWN, day=saying().day(told.as_of))


@router.get("/sessions")
def sessions_page(request: Request, connection: Connected, as_of: str = "", format: str = "") -> Response:
    """Show whether mechanisms met as often as they are said to."""
    on = day(as_of or None)
    turns = coming(connection, on)
    only = None if format else [one.number for one in turns[:SHOWN]]
    sheet = msgspec.structs.replace(sessions_sheet(sessions(connection, on, only=only)), total=len(turns))
    return give(request, term("Sessions of mechanisms"), [sheet])


@router.get("/report")
def report_page(
    request: Request,
    connection: Connected,
    year: int = 0,
    home: Annotated[list[str], Query()] = [],  # noqa: B006
    format: str = "",
) -> Response:
    """Show the report of a year: each figure with its records."""
    asked = [one for one in home if one.strip()]
    found = year or day(None).year
    if not asked and not home_of(connection):
        return page(request, "whose.html", year=found)
    told = report(connection, year=found, home_names=asked)
    sheets = report_sheets(told)
    return give(
        request, say("Report of {year}").format(year=found), sheets if format else [_begun(one) for one in sheets], template="report.html",
        year=found, home=told.home,
    )  # fmt: skip


def _begun(sheet: Sheet) -> Sheet:
    """Return a sheet with the rows that a page of several sheets shows."""
    return msgspec.structs.replace(sheet, rows=sheet.rows[:SHOWN_OF_EACH], total=len(sheet.rows))


@router.get("/stats")
def stats_page(request: Request, connection: Connected, start: str = "", end: str = "", everyone: bool = False) -> Response:
    """Show figures of the register, the largest as charts."""
    told = stats(connection, start=start or None, end=end or None, everyone=everyone)
    charts = [
        (term("Exchanges by sector"), _bars(told.by_sector, "sector")),
        (term("Exchanges by partner"), _bars([one for one in told.by_partner if one.id], "party")),
    ]
    return give(request, term("Figures"), stats_sheets(told), template="stats.html", charts=charts, start=start, end=end, everyone=everyone)


def _bars(counts: Any, filter: str) -> Markup:
    rows = [
        {"name": value(one.value), "count": one.exchanges, "href": f"/events?{filter}={one.id or one.value}"}
        for one in counts if one.exchanges
    ]  # fmt: skip
    return Markup(bars(rows[:MOST_BARS], say("exchanges")))


@router.get("/changes")
def changes_page(request: Request, connection: Connected, since: str = "", party: str = "", id: str = "") -> Response:
    """Show what changed since a day."""
    if not since:
        return page(request, "changes.html", since="", party=party, id=id, title=term("What changed"), sheets=(), cell=None, shown=None)
    sheet = changes_sheet(changes(connection, since, subject=id, party=party), since)
    return give(request, term("What changed"), [sheet], template="changes.html", since=since, party=party, id=id)


@router.get("/settings")
def settings(request: Request, connection: Connected) -> Response:
    """Show who "we" are."""
    return page(request, "settings.html", home=home_of(connection))


@router.post("/settings/home", dependencies=[Own])
def choose_home(request: Request, names: Annotated[str, Form()] = "") -> Response:
    """Say who "we" are; names stand on lines of their own."""
    chosen = set_home(request.app.state.register, [one.strip() for one in names.splitlines() if one.strip()], by=author(request))
    return back(request, "/settings", say("we are {names}").format(names=say(", ").join(one.name for one in chosen) or say("nobody")))
