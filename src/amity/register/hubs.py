"""Actors that very many reports name: one report more adds to their rows, which are not made anew.

What is left is the same as ``writing`` would write.
"""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from amity.register.counting import Tally, facets
from amity.register.facts import folded
from amity.register.gathering import FACTS, MOST_TELLING, REJECTED, count_forms, in_order
from amity.register.sqlite import index_things
from amity.register.tables import actors, documents, forms, members, outlets, things
from amity.register.working import nodes, placed


def among(connection: Connection, numbers: Collection[int], document: int, stage: int) -> set[int]:
    """Return the actors whose rows a report cannot change but by what ``add`` adds: it comes after the facts that they are made of."""
    size = func.sum(nodes.c.members)
    query = select(placed.c.cluster).join(nodes, nodes.c.number == placed.c.node).where(placed.c.stage == stage)
    large = connection.scalars(query.where(placed.c.cluster.in_(numbers)).group_by(placed.c.cluster).having(size > MOST_TELLING)).all()
    return {number for number in large if _is_late(connection, number, document)}


def _is_late(connection: Connection, number: int, document: int) -> bool:
    standing = FACTS.where(members.c.thing == number, members.c.state.is_distinct_from(REJECTED))
    telling = standing.order_by(members.c.told, documents.c.id, members.c.local).limit(MOST_TELLING)
    return all(row.document != document for row in connection.execute(telling))


def add(connection: Connection, tally: Tally, numbers: Collection[int], document: int) -> None:
    """Add what one report tells to the rows of actors."""
    rows = connection.execute(FACTS.where((members.c.document == document) & (members.c.layer == "actors"))).all()
    old = {row.number: row for row in connection.execute(select(actors).where(actors.c.number.in_(sorted(numbers))))}
    for number in sorted(numbers):
        own = sorted((row for row in rows if row.thing == number), key=in_order)
        _outlet(connection, tally, number, own[0].publisher)
        _names(connection, number, own)
        _row(connection, tally, dict(old[number]._mapping), own)


def _outlet(connection: Connection, tally: Tally, number: int, publisher: str | None) -> None:
    here = (outlets.c.thing == number) & (outlets.c.publisher == publisher)
    if publisher and connection.execute(select(outlets.c.thing).where(here)).first() is None:
        connection.execute(insert(outlets).values(thing=number, publisher=publisher, layer="actors", day=""))
        tally.update([("actors", "publisher", publisher)])


def _names(connection: Connection, number: int, own: Sequence[Any]) -> None:
    used, named = count_forms(own)
    new = False
    for form in used:
        here = (forms.c.thing == number) & (forms.c.form == form)
        more = {"documents": forms.c.documents + used[form], "named": forms.c.named + named[form]}
        if not connection.execute(update(forms).where(here).values(**more)).rowcount:
            row = {"thing": number, "form": form, "folded": folded(form), "documents": used[form], "named": named[form]}
            connection.execute(insert(forms).values(**row))
            new = True
    if new:
        known = sorted(connection.scalars(select(forms.c.form).where(forms.c.thing == number)))
        index_things(connection, [{"number": number, "layer": "actors", "words": "\n".join(known)}])


def _row(connection: Connection, tally: Tally, old: dict[str, Any], own: Sequence[Any]) -> None:
    number = old["number"]
    order = (forms.c.named.desc(), func.length(forms.c.form).desc(), forms.c.form)
    label = connection.execute(select(forms.c.form).where(forms.c.thing == number).order_by(*order).limit(1)).scalar_one()
    last = max(old["last"], own[0].told)
    values = {
        "id": connection.execute(select(things.c.id).where(things.c.number == number)).scalar_one(),
        "label": old["corrections"].get("name", label),
        "documents": old["documents"] + 1,
        "sources": old["sources"] + _is_new_source(connection, number, own[0]),
        "last": last,
        "day": last,
        "confidence": max(old["confidence"], *(row.confidence for row in own)),
    }
    connection.execute(update(actors).where(actors.c.number == number).values(**values))
    tally.subtract(facets("actors", old))
    tally.update(facets("actors", {**old, **values}))


def _is_new_source(connection: Connection, number: int, row: Any) -> bool:
    """Return whether no other report of the same witness names the actor."""
    query = select(members.c.number).join(documents, documents.c.number == members.c.document)
    others = (documents.c.witness == row.witness) & (documents.c.number != row.document) & (members.c.thing == number)
    others &= members.c.state.is_distinct_from(REJECTED)
    return connection.execute(query.where(others).limit(1)).first() is None
