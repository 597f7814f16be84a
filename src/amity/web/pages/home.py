"""Home: what is new, what stands between whom, where reports differ."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from amity.register.queries.filters import Filters
from amity.register.queries.listing import LISTINGS
from amity.register.queries.pages import page as one_page
from amity.web.asking import Connected
from amity.web.rendering import page

router = APIRouter()
FEW = 8
"""Rows of each part of the home page."""


@router.get("/")
def home(request: Request, connection: Connected) -> Response:
    """Show what a person who opens the register wants to know first."""
    some = {name: one_page(connection, LISTINGS[name], Filters(), limit=FEW) for name in ("ties", "instruments", "conflicts", "documents")}
    open_ = one_page(connection, LISTINGS["commitments"], Filters(status=("open",)), limit=FEW)
    return page(request, "home.html", parts=some, open=open_)
