"""A source: its reports, and what was read in them."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from amity.register.queries.filters import Filters
from amity.register.queries.listing import LISTINGS
from amity.register.queries.pages import page as one_page
from amity.register.queries.publishers import publisher
from amity.web.asking import Connected
from amity.web.rendering import page

router = APIRouter()
LATEST = 20
"""Reports that the page of a source shows."""


@router.get("/sources/{name:path}")
def source(request: Request, name: str, connection: Connected) -> Response:
    """Show a publisher: how much of it was read, over which days, its latest reports, and lists of what they tell."""
    told = publisher(connection, name)
    reports = one_page(connection, LISTINGS["documents"], Filters(source=(name,)), limit=LATEST)
    listed = [one for one in LISTINGS.values() if one.layer in told.things and "source" in one.filters]
    return page(request, "source.html", told=told, reports=reports, listed=listed)
