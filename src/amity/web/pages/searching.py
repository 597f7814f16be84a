"""Search, and suggestions while one types."""

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from amity.errors import UsageError
from amity.register.queries.searching import search
from amity.web.asking import Connected
from amity.web.language import value
from amity.web.rendering import page

router = APIRouter()
SUGGESTED = 8


@router.get("/search")
def found(request: Request, connection: Connected, q: str = "") -> Response:
    """Show what holds all the words."""
    rows = search(connection, q) if q.strip() else []
    return page(request, "search.html", q=q, rows=rows)


@router.get("/suggest")
def suggested(connection: Connected, q: str = "") -> Response:
    """Return names and actions that begin so: ``[{"id", "label", "layer", "said"}]``, the layer also as the page says it."""
    try:
        rows = search(connection, f"{q.strip()}*", limit=SUGGESTED) if q.strip() else []
    except UsageError:  # nothing typed yet that is a word
        rows = []
    return JSONResponse([{**{name: row[name] for name in ("id", "label", "layer")}, "said": value(row["layer"])} for row in rows])
