"""Two to five actors beside each other."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from sqlalchemy import Connection

from amity.errors import UsageError
from amity.office.sides import side
from amity.register.queries.details import show
from amity.register.queries.filters import Filters
from amity.register.queries.listing import LISTINGS
from amity.register.queries.pages import facets
from amity.register.queries.pages import page as one_page
from amity.web.asking import Connected
from amity.web.rendering import page

router = APIRouter()
FEWEST, MOST = 2, 5
COMPARED = ("instruments", "commitments", "requests", "events", "projects")


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
