"""Who takes part in things: actors by role, with the ids that lead to them."""

import json
from collections.abc import Collection

import msgspec
from sqlalchemy import Column, ColumnElement, Connection, func, select

from amity.register.lookup import batches
from amity.register.tables import actors, roles


class Named(msgspec.Struct, frozen=True):
    """An actor: public id, name, and the number that it has in this database (0 outside of it)."""

    id: str
    label: str
    number: int = 0


def taking_part(connection: Connection, things: Collection[int], wanted: Collection[str]) -> dict[int, list[Named]]:
    """Return the jurisdictions and organisations that have one of the roles in each thing, by its number; persons stand for them."""
    found: dict[int, list[Named]] = {number: [] for number in things}
    for some in batches(things):
        query = (
            select(roles.c.thing, actors.c.id, actors.c.label, actors.c.number)
            .join(actors, actors.c.number == roles.c.actor)
            .where(roles.c.thing.in_(some), roles.c.role.in_(wanted), actors.c.kind != "person")
            .distinct()
            .order_by(roles.c.thing, actors.c.number)
        )
        for row in connection.execute(query):
            found[row.thing].append(Named(row.id, row.label, row.number))
    return found


def with_any(number: Column[int], actors_: Collection[int], wanted: Collection[str]) -> ColumnElement[bool]:
    """Return the condition that one of the actors has one of the roles in the thing of this number: fewer rows, however large the rest.

    ``number`` is the column of a layer's table.
    """
    here = select(roles.c.thing).where(roles.c.layer == number.table.name, roles.c.role.in_(wanted))
    return number.in_(here.where(listed(roles.c.actor, actors_)))


def listed(column: ColumnElement[int], numbers: Collection[int]) -> ColumnElement[bool]:
    """Return the condition that a column is one of many numbers, which are one variable: SQLite limits how many there may be."""
    return column.in_(select(func.json_each(json.dumps(sorted(numbers))).table_valued("value").c.value))
