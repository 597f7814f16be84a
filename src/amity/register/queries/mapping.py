"""What a map shows: ties whose two actors have a place on earth."""

from typing import NamedTuple

from sqlalchemy import Connection, select

from amity.register.tables import actors, ties


class Placed(NamedTuple):
    """An actor on a map; its coordinates (WGS 84 degrees) are the centre of what its ``kind`` says."""

    id: str
    label: str
    kind: str
    lat: float
    lon: float


class TieOnMap(NamedTuple):
    """A tie with both of its actors."""

    id: str
    kind: str
    stage: str
    one: Placed
    other: Placed


def ties_on_map(connection: Connection, *, actor: int | None = None, limit: int = 300) -> list[TieOnMap]:
    """Return the ties (of one actor, by number) that reports told of last, where both actors have coordinates."""
    one, other = actors.alias("one"), actors.alias("other")
    sides = [side.c[name].label(f"{side.name}_{name}") for side in (one, other) for name in ("id", "label", "kind", "lat", "lon")]
    query = (
        select(ties.c.id, ties.c.kind, ties.c.stage, *sides)
        .join(one, one.c.number == ties.c.one)
        .join(other, other.c.number == ties.c.other)
        .where(one.c.lat.is_not(None), other.c.lat.is_not(None), ties.c.state != "rejected")
        .order_by(ties.c.last.desc(), ties.c.number.desc())
        .limit(limit)
    )
    if actor is not None:
        query = query.where((ties.c.one == actor) | (ties.c.other == actor))
    return [
        TieOnMap(row.id, row.kind, row.stage, Placed(*row[3:8]), Placed(*row[8:13])) for row in connection.execute(query)
    ]  # fmt: skip
