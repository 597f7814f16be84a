"""Home: what is new, what stands between whom, where reports differ."""

from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import Response

from amity.office.home import home_of
from amity.register.queries.arrivals import arrivals
from amity.register.queries.filters import Filters
from amity.register.queries.listing import LISTINGS
from amity.register.queries.mapping import TieOnMap, ties_on_map
from amity.register.queries.pages import page as one_page
from amity.web.asking import Connected
from amity.web.language import value
from amity.web.maps import Drawn, Line, Mark, draw
from amity.web.rendering import page
from amity.web.visits import last_visit, note_visit

router = APIRouter()
FEW = 6
"""Rows of each part of the home page."""


@router.get("/")
def home(request: Request, connection: Connected) -> Response:
    """Show what a person who opens the register wants to know first."""
    some = {name: one_page(connection, LISTINGS[name], Filters(), limit=FEW) for name in ("ties", "instruments", "conflicts", "documents")}
    own = home_of(connection)
    ours = (own[0].id,) if len(own) == 1 and own[0].id else ()
    open_ = one_page(connection, LISTINGS["commitments"], Filters(status=("open",), party=ours), limit=FEW)
    today = date.today()
    since = last_visit(request, today)
    new = arrivals(connection, since) if since else None
    answer = page(
        request, "home.html", parts=some, open=open_, map=tie_map(ties_on_map(connection)), since=since, new=new, home=own,
        today=today.isoformat(), ours=ours,
    )  # fmt: skip
    note_visit(request, answer, today)
    return answer


def tie_map(ties: list[TieOnMap]) -> Drawn | None:
    """Return the map of some ties, or nothing where none has places."""
    places = {side.id: side for tie in ties for side in (tie.one, tie.other)}
    marks = [Mark(one.lon, one.lat, one.label, f"/things/{one.id}", one.kind) for one in places.values()]
    lines = [
        Line(
            (tie.one.lon, tie.one.lat), (tie.other.lon, tie.other.lat),
            f"{tie.one.label} – {tie.other.label}: {value(tie.kind)}, {value(tie.stage)}", f"/things/{tie.id}", tie.stage,
        )
        for tie in ties
    ]  # fmt: skip
    return draw(marks, lines) if marks else None
