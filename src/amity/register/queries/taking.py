"""What some actors take part in: the latest rows of a list and how many there are, read by index however much a busy one takes part in."""

import json
from collections.abc import Collection
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, FromClause, Select, Table, func, select

from amity.register import lookup
from amity.register.queries.listing import Listing
from amity.register.queries.pages import MOST_COUNTED, Page, shown
from amity.register.sqlite import among
from amity.register.tables import actors, roles, sectors

_SECTORS = select(sectors.c.thing, sectors.c.sector)


def latest(connection: Connection, listing: Listing, numbers: Collection[int], limit: int) -> Page:
    """Return the latest things of a list in which one of the actors takes part, rejected ones left out, and how many there are."""
    bound = {"actors": json.dumps(sorted(numbers))}
    rows = [dict(row._mapping) for row in connection.execute(_newest(listing, limit), bound)]
    total = counted(connection, listing, numbers)
    return Page(rows=shown(connection, listing, rows), after=None, total=min(total, MOST_COUNTED), more=total > MOST_COUNTED)


def counted(connection: Connection, listing: Listing, numbers: Collection[int]) -> int:
    """Return in how many things of a list one of the actors takes part; one more than the most that is counted where there are more."""
    some = _every(listing).limit(MOST_COUNTED + 1).subquery()
    return connection.scalar(select(func.count()).select_from(some), {"actors": json.dumps(sorted(numbers))}) or 0


def by_sector(connection: Connection, listing: Listing, numbers: Collection[int], most: int) -> list[tuple[str, int]]:
    """Return the sectors of most of these things, of as many as are counted at most, with how many each has."""
    some = connection.scalars(_every(listing).limit(MOST_COUNTED), {"actors": json.dumps(sorted(numbers))}).all()
    found: dict[str, int] = {}
    for row in lookup.rows(connection, _SECTORS, sectors.c.thing, some):
        found[row.sector] = found.get(row.sector, 0) + 1
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))[:most]


def _every(listing: Listing) -> Select[Any]:
    """Return the query for all things of a list in which one of the actors takes part, each once."""
    query = select(roles.c.thing).where(roles.c.layer == listing.layer, among(roles.c.actor, "actors"), _stands(listing, roles))
    return query.distinct()


def _newest(listing: Listing, limit: int) -> Select[Any]:
    """Return the query for the latest rows: those of each actor are found first, by the index that has them in the order of days."""
    table, own, part, held = listing.table, actors.alias(), roles.alias(), roles.alias()
    of_one = select(part.c.thing).where(part.c.actor == own.c.number, part.c.layer == listing.layer, _stands(listing, part))
    of_one = of_one.group_by(part.c.day, part.c.thing).order_by(part.c.day.desc(), part.c.thing.desc()).limit(limit).correlate(own)
    found = select(held.c.thing).join_from(own, held, held.c.thing.in_(of_one)).where(among(own.c.number, "actors"))
    return select(table).where(table.c.number.in_(found)).order_by(table.c.day.desc(), table.c.number.desc()).limit(limit)


def _stands(listing: Listing, part: FromClause) -> ColumnElement[bool]:
    """Return the condition that the thing of a role is one of the list that nobody rejected; looked up thing by thing."""
    there = listing.table.alias()
    kept = [listing.narrow(cast(Table, there))] if listing.narrow else []
    return select(there.c.number).where(there.c.number == part.c.thing, there.c.state != "rejected", *kept).exists()
