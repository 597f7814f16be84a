"""Pages of lists: rows after a cursor, how many there are, and how many have which value."""

import base64
import binascii
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated, Any

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from amity.errors import UsageError
from amity.register import lookup
from amity.register.facts import CONFIDENCE
from amity.register.queries.filters import Filters, conditions, meant
from amity.register.queries.linking import linked
from amity.register.queries.listing import Listing
from amity.register.tables import counts, sectors

PAGE = 50
"""Rows of a page unless asked otherwise."""
CHUNK = 500
"""Rows that a stream reads at once."""
MOST_COUNTED = 1_000
"""Rows that are counted at most behind filters: a reader of a list asks whether there are many, not whether there are 41,208."""
KEPT = ("kind", "status", "mode", "country", "specificity")
"""Filters whose counts are kept, so that rows behind one of them alone need not be counted."""

_SECTORS = select(sectors.c.sector)
Whole = Annotated[int, msgspec.Meta(ge=-(2**63), le=2**63 - 1)]
"""A number that the database holds."""
WORDS = {number: word for word, number in CONFIDENCE.items()}


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of a list (plain values), the cursor of the next page (None: this is the last), and how many rows there are.

    ``total`` stops at 1,000 behind filters; ``more`` then says that there are more.
    """

    rows: list[dict[str, Any]]
    after: str | None
    total: int
    more: bool = False


def page(
    connection: Connection, listing: Listing, filters: Filters, *, sort: str = "", limit: int = PAGE, after: str | None = None
) -> Page:
    """Return one page of a list; raise UsageError for a filter, order or cursor that it does not have."""
    order = _order(listing, sort)
    met = conditions(connection, listing, filters, by_day=order.lstrip("-") == "day")
    query = select(listing.table).where(*met, *_after(listing, order, after)).order_by(*_ordered(listing, order)).limit(limit + 1)
    found = [dict(row._mapping) for row in connection.execute(query)]
    rows, further = found[:limit], len(found) > limit
    both = len(filters.party) + len(filters.person) > 1
    total, more = _total(connection, listing, filters, met if both else None)
    cursor = _cursor(order, rows[-1]) if further and rows else None
    return Page(rows=shown(connection, listing, rows), after=cursor, total=total, more=more)


def everything(connection: Connection, listing: Listing, filters: Filters, *, sort: str = "") -> Iterator[dict[str, Any]]:
    """Yield every row of a list, however many there are, in memory for one chunk."""
    after = None
    narrowed = conditions(connection, listing, filters)
    order = _order(listing, sort)
    while True:
        query = select(listing.table).where(*narrowed, *_after(listing, order, after)).order_by(*_ordered(listing, order)).limit(CHUNK)
        rows = [dict(row._mapping) for row in connection.execute(query)]
        yield from shown(connection, listing, rows)
        if len(rows) < CHUNK:
            return
        after = _cursor(order, rows[-1])


def facets(connection: Connection, listing: Listing, filters: Filters) -> dict[str, dict[str, int]]:
    """Return how many rows have which value of each facet; behind filters of 1,000 rows at most, whichever."""
    if not filters.given() and listing.counted:
        return {name: _kept_counts(connection, listing.counted, name) for name in listing.facets}
    columns = [listing.table.c[name] for name in listing.facets if name != "sector"]
    narrowed = conditions(connection, listing, filters)
    some = connection.execute(select(listing.table.c.number, *columns).where(*narrowed).limit(MOST_COUNTED)).all()
    found = {column.name: Counter(row[at] for row in some if row[at] is not None) for at, column in enumerate(columns, 1)}
    if "sector" in listing.facets:
        found["sector"] = Counter(row.sector for row in lookup.rows(connection, _SECTORS, sectors.c.thing, (row.number for row in some)))
    return {name: _worded(name, _ranked(found[name])) for name in listing.facets}


def _ranked(found: Counter[Any]) -> dict[str, int]:
    return {str(value): count for value, count in sorted(found.items(), key=lambda item: (-item[1], str(item[0])))}


def _kept_counts(connection: Connection, name: str, facet: str) -> dict[str, int]:
    query = select(counts.c.value, counts.c.count).where(counts.c.layer == name, counts.c.facet == facet, counts.c.count > 0)
    return _worded(facet, dict(connection.execute(query.order_by(counts.c.count.desc(), counts.c.value)).tuples().all()))


def _worded(facet: str, found: dict[str, int]) -> dict[str, int]:
    return {WORDS[int(value)]: count for value, count in found.items()} if facet == "confidence" else found


def _total(connection: Connection, listing: Listing, filters: Filters, narrowed: Sequence[ColumnElement[bool]] | None) -> tuple[int, bool]:
    given = filters.given()
    if listing.counted and (not given or (len(given) == 1 and given[0] in KEPT)):
        facet, values = (given[0], meant(listing, given[0], getattr(filters, given[0]))) if given else ("", {""})
        here = (counts.c.layer == listing.counted, counts.c.facet == facet, counts.c.value.in_(values))
        return connection.scalar(select(func.sum(counts.c.count)).where(*here)) or 0, False
    narrowed = conditions(connection, listing, filters) if narrowed is None else narrowed
    some = select(listing.table.c.number).where(*narrowed).limit(MOST_COUNTED + 1).subquery()
    found = connection.scalar(select(func.count()).select_from(some)) or 0
    return min(found, MOST_COUNTED), found > MOST_COUNTED


def _order(listing: Listing, sort: str) -> str:
    if sort and sort not in listing.sorts:
        raise UsageError(f"--sort {sort}: {listing.name} are sorted by {', '.join(listing.sorts)}")
    return sort or listing.sorts[0]


def _column(listing: Listing, order: str) -> ColumnElement[Any]:
    return (
        func.coalesce(listing.table.c[order.lstrip("-")], "")
        if order.lstrip("-") in ("ends", "due")
        else listing.table.c[order.lstrip("-")]
    )


def _ordered(listing: Listing, order: str) -> list[ColumnElement[Any]]:
    column, number = _column(listing, order), listing.table.c.number
    return [column.desc(), number.desc()] if order.startswith("-") else [column, number]


def _after(listing: Listing, order: str, cursor: str | None) -> list[ColumnElement[bool]]:
    """Return the condition that a row comes after the one that a cursor names."""
    if not cursor:
        return []
    told, value, number = _uncursor(cursor)
    if told != order:
        raise UsageError(f"--after {cursor}: a cursor of another order ({told}); give the same --sort as before")
    column, key = _column(listing, order), listing.table.c.number
    if order.startswith("-"):
        return [or_(column < value, and_(column == value, key < number))]
    return [or_(column > value, and_(column == value, key > number))]


def _cursor(order: str, row: dict[str, Any]) -> str:
    value = row[order.lstrip("-")]
    return base64.urlsafe_b64encode(msgspec.json.encode([order, "" if value is None else value, row["number"]])).decode().rstrip("=")


def _uncursor(cursor: str) -> tuple[str, Any, int]:
    try:
        return msgspec.json.decode(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)), type=tuple[str, str | Whole | float, Whole])
    except (ValueError, binascii.Error, msgspec.DecodeError) as error:
        raise UsageError(f"--after {cursor}: no cursor; take it from the page before, whole") from error


def shown(connection: Connection, listing: Listing, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows as lists show them: id, label, the list's columns, who takes part, state and confidence."""
    links = linked(connection, listing, [row["number"] for row in rows])
    return [{**_own(listing, row), **links.get(row["number"], {})} for row in rows]


def _own(listing: Listing, row: dict[str, Any]) -> dict[str, Any]:
    own = {"id": row["id"], **({"label": row["label"]} if "label" in row else {})}
    own |= {name: row[name] for name in listing.columns}
    if "state" in row:
        own |= {"state": row["state"], "confidence": WORDS[row["confidence"]]}
    if "checked_by" in row:
        own |= {"checked_by": row["checked_by"], "checked_at": row["checked_at"]}
    return {**own, "sources": row["sources"]} if listing.layer else own
