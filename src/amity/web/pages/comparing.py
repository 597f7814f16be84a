"""Two to five actors beside each other."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from sqlalchemy import Connection

from amity.errors import UsageError
from amity.office.sides import side
from amity.register.queries.details import ties_of
from amity.register.queries.listing import LISTINGS
from amity.register.queries.naming import actors_named
from amity.register.queries.pages import MOST_COUNTED
from amity.register.queries.taking import by_sector, counted
from amity.web.asking import Connected
from amity.web.rendering import page

router = APIRouter()
FEWEST, MOST = 2, 5
SECTORS = 5
"""Sectors of promises that are named."""
COMPARED = ("instruments", "commitments", "requests", "events", "projects")


@router.get("/compare")
def compare(request: Request, connection: Connected, actor: Annotated[list[str], Query()] = []) -> Response:  # noqa: B006
    """Show two to five actors beside each other: ties, what they take part in, sectors."""
    asked = [one.strip() for one in actor if one.strip()]
    if len(asked) > MOST:
        raise UsageError(f"compare: {len(asked)} actors; choose {MOST} at most")
    return page(
        request,
        "compare.html",
        asked=asked,
        columns=[_column(connection, one) for one in asked],
        compared=COMPARED,
        fewest=FEWEST,
        most=MOST_COUNTED,
    )


def _column(connection: Connection, asked: str) -> dict[str, Any]:
    found = side(connection, asked)
    public = found.id or asked
    meant = actors_named(connection, public, persons=False)
    return {
        "id": found.id,
        "label": found.label,
        "ties": ties_of(connection, found.own) if found.id else [],
        "totals": {name: counted(connection, LISTINGS[name], meant) for name in COMPARED},
        "sectors": by_sector(connection, LISTINGS["commitments"], meant, SECTORS),
        "party": public,
    }
