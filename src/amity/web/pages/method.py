"""Method: how reading and matching work, how good they are measured to be, and what this register covers."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy import func, select

from amity.office.days import day
from amity.office.searched import Library
from amity.register.tables import THINGS, counts, documents
from amity.web.asking import Connected
from amity.web.rendering import page

router = APIRouter()
MOST_SOURCES = 100


@router.get("/method")
def method(request: Request, connection: Connected) -> Response:
    """Show what a reader has to know before trusting a line."""
    kept = dict(connection.execute(select(counts.c.layer, counts.c.count).where(counts.c.facet == "")).tuples().all())
    held = {layer: kept.get(layer, 0) for layer in THINGS}
    searched = Library(connection, day(None).isoformat()).after()
    return page(request, "method.html", counts=held, searched=searched, sources=_sources(connection))


def _sources(connection: Any) -> list[Any]:
    reports, told = func.count().label("reports"), documents.c.told
    query = (
        select(documents.c.publisher, reports, func.min(told).label("first"), func.max(told).label("last"))
        .where(documents.c.reading.is_not(None), documents.c.entry.is_(None))
        .group_by(documents.c.publisher)
        .order_by(reports.desc())
        .limit(MOST_SOURCES)
    )
    return list(connection.execute(query))
