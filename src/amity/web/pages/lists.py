"""Lists of everything: the same filters, orders and counts as on the command line, as a page and as JSON, JSON Lines and CSV."""

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse
from starlette.exceptions import HTTPException

from amity.exchange.listed import LAYOUTS, Column
from amity.exchange.rows import LINES
from amity.register.queries.filters import Filters
from amity.register.queries.listing import LISTINGS, Listing
from amity.register.queries.pages import PAGE, everything, facets
from amity.register.queries.pages import page as one_page
from amity.web.asking import Connected, Query, address, asked, filters
from amity.web.rendering import page
from amity.web.roles import may
from amity.web.sorting import headings

router = APIRouter()
TYPES = {"json": "application/json", "jsonl": "application/x-ndjson", "csv": "text/csv; charset=utf-8"}
MOST = 1_000
"""Rows of one page that a program may ask for."""
NOT_FOUND = 404
LEADING = ("title", "name", "what", "event", "measure", "reports differ on", "between")
"""Columns whose words lead to the page of a row: the first of these that a list has."""
TIGHT = frozenset({"day", "since", "signed", "due", "own due", "force", "sure", "state", "stage", "language"})
"""Columns of short values, which stay on one line."""
NUMBERS = frozenset({"reports", "value"})
"""Columns of numbers, which end at one edge."""


def listing_called(name: str) -> Listing:
    """Return a list by its name."""
    if name not in LISTINGS:
        raise HTTPException(NOT_FOUND, f"There is no page /{name}. The lists are {', '.join(LISTINGS)}.")
    return LISTINGS[name]


@router.get("/api/{name}")
def rows(request: Request, name: str, connection: Connected, sort: str = "", after: str | None = None, limit: int = PAGE) -> Response:
    """Return one page of a list: ``{"rows", "total", "more"}``; the header ``Link`` leads to the next."""
    listing = listing_called(name)
    found = one_page(connection, listing, filters(request), sort=sort, limit=min(max(limit, 1), MOST), after=after)
    headers = {}
    if found.after:
        following = address(request.url.path, [*asked(request, "after"), ("after", found.after)])
        headers["link"] = f'<{following}>; rel="next"'
    return JSONResponse({"rows": found.rows, "total": found.total, "more": found.more}, headers=headers)


@router.get("/{name}.{format}")
def exported(request: Request, name: str, format: str, sort: str = "") -> Response:
    """Stream all rows of a list that the filters let through, however many."""
    listing = listing_called(name)
    if format not in LINES:
        raise HTTPException(NOT_FOUND, f"{name}.{format}: lists are given as {', '.join(LINES)}.")
    narrowed = filters(request)

    def lines() -> Iterator[str]:
        with request.app.state.register.reading() as connection:
            for line in LINES[format](everything(connection, listing, narrowed, sort=sort)):
                yield f"{line}\n"

    with request.app.state.register.reading() as connection:  # a wrong filter is told before the stream begins
        one_page(connection, listing, narrowed, sort=sort, limit=1)
    return StreamingResponse(lines(), media_type=TYPES[format], headers={"content-disposition": f'attachment; filename="{name}.{format}"'})


@router.get("/{name}")
def shown(request: Request, name: str, connection: Connected, sort: str = "", after: str | None = None) -> Response:
    """Show a page of a list with its facets."""
    listing, narrowed = listing_called(name), filters(request)
    found = one_page(connection, listing, narrowed, sort=sort, after=after)
    order, columns = sort or listing.sorts[0], _columns(name, found.rows)
    counted = facets(connection, listing, narrowed)
    return page(
        request, "list.html", listing=listing, found=found, columns=columns, facets=_facets(request, counted),
        given=_given(request), next=address(f"/{name}", [*asked(request, "after"), ("after", found.after)]) if found.after else "",
        first=address(f"/{name}", asked(request, "after")) if after else "", narrowed=narrowed, sort=order,
        query=address("", asked(request, "after")), fields=_fields(listing, narrowed),
        headings=headings(request, listing, columns, order), leading=_leading(columns), tight=TIGHT, numbers=NUMBERS,
        choosing=(listing.layer or name == "ties") and may(request.state.role, "/decide"),
    )  # fmt: skip


def _columns(name: str, rows: list[dict[str, Any]]) -> list[Column]:
    """Return the columns that say anything in these rows; ids, which people do not read, come last."""
    told = [one for one in LAYOUTS[name] if any(one.said(row) not in ("", one.dull) for row in rows)]
    return sorted(told, key=lambda one: one.title == "id")


def _leading(columns: list[Column]) -> str:
    """Return the title of the column whose words lead to the page of a row."""
    known = {one.title for one in columns}
    return next((title for title in LEADING if title in known), "id")


def _facets(request: Request, counted: dict[str, dict[str, int]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return each facet with its values: how many, whether chosen, and the address that chooses it or lets it go."""
    shown_ = []
    for name, values in counted.items():
        chosen = request.query_params.getlist(name)
        entries = [
            {"value": value, "count": count, "chosen": value in chosen, "address": _toggled(request, name, value, value in chosen)}
            for value, count in values.items()
        ]
        shown_.append((name, entries))
    return [(name, entries) for name, entries in shown_ if entries]


def _toggled(request: Request, name: str, value: str, chosen: bool) -> str:
    query: Query = [one for one in asked(request, "after") if one != (name, value)]
    return address(request.url.path, query if chosen else [*query, (name, value)])


def _given(request: Request) -> list[tuple[str, str, str]]:
    """Return the filters in force, each with the address without it."""
    query = asked(request, "after", "sort")
    return [(name, value, address(request.url.path, [one for one in query if one != (name, value)])) for name, value in query]


def _fields(listing: Listing, narrowed: Filters) -> list[tuple[str, str]]:
    """Return the filters that are typed in, with what they hold now."""
    typed = {"party": "party", "person": "person", "place": "place", "start": "from", "end": "to"}
    values = {name: getattr(narrowed, name) for name in typed if name in listing.filters}
    return [(typed[name], value if isinstance(value, str) else "; ".join(value or ())) for name, value in values.items()]
