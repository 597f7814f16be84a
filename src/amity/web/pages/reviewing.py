"""Review: one decision a screen, with both evidences and the explained score; keys for those who do many."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy import Connection

from amity.register.queries.details import show
from amity.register.queries.filters import Filters
from amity.register.queries.history import entries
from amity.register.queries.listing import LISTINGS
from amity.register.queries.pages import page as one_page
from amity.register.queries.reviewing import queue
from amity.web.asking import Connected
from amity.web.rendering import page

router = APIRouter()
LATEST = 8
"""Decisions that are shown beside the question."""
FACTS = ("commitments", "instruments", "ties", "events", "requests", "statements", "mechanisms", "projects")
"""Lists whose unchecked facts are asked about, one after the other."""
FAR = 500
"""Questions that one can skip."""


@router.get("/review")
def review(request: Request, connection: Connected, of: str = "pairs", at: int = 0) -> Response:
    """Show one question: of pairs and proposals that wait, or of the unchecked facts of one list."""
    at = min(max(at, 0), FAR)
    question = _fact(connection, of, at) if of in FACTS else _waiting(connection, at)
    latest = [one for one in entries(connection, 50) if one["kind"] not in ("add", "reread", "withdraw", "enter")][:LATEST]
    return page(request, "review.html", of=of, at=at, question=question, latest=latest, kinds=("pairs", *FACTS))


def _waiting(connection: Connection, at: int) -> dict[str, Any] | None:
    found = queue(connection, limit=at + 1)
    return {"waits": True, **found[at]} if len(found) > at else None


def _fact(connection: Connection, name: str, at: int) -> dict[str, Any] | None:
    """Return an unchecked fact of a list, the unsurest first where the list can be sorted so."""
    found = one_page(connection, LISTINGS[name], Filters(state=("unchecked",)), limit=at + 1).rows
    return {"waits": False, "row": found[at], "told": show(connection, found[at]["id"])} if len(found) > at else None
