"""What entries tell, and how they are numbered in the log."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, select

from amity.model.reading import Reading
from amity.register.files import uses
from amity.register.lookup import batches
from amity.register.tables import THINGS, documents, files, log, members, tie_history, ties

ORDER = [layer for layer in THINGS if layer != "actors"]
"""Layers as they are told of: what was entered before those who take part."""


def numbers_of(connection: Connection, readings: Iterable[Reading]) -> dict[str, Row[Any]]:
    """Return path and number in the log of entries, by the ids of their documents."""
    query = (
        select(documents.c.id, documents.c.path, func.min(log.c.number).label("number"))
        .outerjoin(log, (log.c.document == documents.c.id) & (log.c.kind == "enter"))
        .group_by(documents.c.id)
    )
    named = {one.document.id for one in readings}
    return {row.id: row for some in batches(named) for row in connection.execute(query.where(documents.c.id.in_(some)))}


def told_by(connection: Connection, named: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """Return the things that documents (their ids) tell of: id, layer, kind, label and how many documents do, actors last."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for some in batches(set(named)):
        for layer in ORDER:
            _add_layer(connection, layer, some, found)
        _add_ties(connection, some, found)
        _add_layer(connection, "actors", some, found)
    return found


def kept_files(connection: Connection) -> list[dict[str, Any]]:
    """Return the files that are kept: hash, name, media type, size in bytes, and the entries and things that rest on each."""
    used = uses(connection)
    columns = [files.c[name] for name in ("hash", "name", "media", "size", "added_at")]
    rows = connection.execute(select(*columns).order_by(files.c.added_at, files.c.hash)).mappings()
    return [{**row, "used_by": [_use(one) for one in used.get(row["hash"], ())]} for row in rows]


def _use(one: dict[str, Any]) -> str:
    told = one["path"] if "path" in one else f"attached as {one['log']}"
    return f"{told}, {one['place']}" if one.get("place") else told


def _add_layer(connection: Connection, layer: str, some: list[str], found: dict[str, list[dict[str, Any]]]) -> None:
    table = THINGS[layer]
    query = (
        select(documents.c.id.label("document"), table.c.id, table.c.kind, table.c.label, table.c.documents)
        .join(members, members.c.thing == table.c.number)
        .join(documents, documents.c.number == members.c.document)
        .where(documents.c.id.in_(some), members.c.layer == layer)
        .order_by(documents.c.id, members.c.number)
    )
    for row in connection.execute(query):
        found[row.document].append({"id": row.id, "layer": layer, "kind": row.kind, "label": row.label, "documents": row[4]})


def _add_ties(connection: Connection, some: list[str], found: dict[str, list[dict[str, Any]]]) -> None:
    query = (
        select(documents.c.id.label("document"), ties)
        .join(tie_history, tie_history.c.tie == ties.c.number)
        .join(documents, documents.c.number == tie_history.c.document)
        .where(documents.c.id.in_(some))
        .order_by(ties.c.number)
    )
    for row in connection.execute(query).mappings():
        told = {"id": row[ties.c.id], "layer": "ties", "kind": row["kind"], "label": f"{row['one_name']} – {row['other_name']}"}
        if told["id"] not in {one["id"] for one in found[row["document"]]}:
            found[row["document"]].append({**told, "documents": row["documents"]})
