"""Taking a document out for good."""

from typing import Any

from sqlalchemy import Connection, delete, select, update

from amity.errors import UsageError
from amity.register import log
from amity.register.facts import unpack
from amity.register.files import drop_unused
from amity.register.growing.growth import Growth
from amity.register.sqlite import merge_words
from amity.register.tables import documents, mints, readings
from amity.register.tables import log as log_table

TOMBSTONE = ("number", "id", "path", "added_at", "withdrawn_at")
"""Columns of a document that stay."""


def withdraw(connection: Connection, document: str, *, by: str, note: str) -> None:
    """Withdraw a document by its id, and the entries that are about its words."""
    row = connection.execute(select(documents).where(documents.c.id == document)).first()
    if row is None or row.withdrawn_at is not None:
        reason = "is withdrawn already" if row else "is not in the register; see `amity documents`"
        raise UsageError(f"{document}: this document {reason}")
    own = [row, *connection.execute(select(documents).where(documents.c.about == document)).all()]
    kept = {one.number: one.reading for one in own if one.reading is not None}
    content = select(readings.c.number, readings.c.content).where(readings.c.number.in_(kept.values()))
    found = {reading.number: unpack(reading.content) for reading in connection.execute(content)}
    entry = 0
    for one in own:
        entry = log.append(connection, "withdraw", by=by, document=one.id, payload={"note": note})
        _blank(connection, one.number, one.id)
    growth = Growth(connection, entry)
    growth.grow(out={number: found[reading] for number, reading in kept.items()})
    growth.finish()
    drop_unused(connection)
    merge_words(connection)


def _blank(connection: Connection, number: int, document: str) -> None:
    """Take out the document's own words wherever they are kept."""
    gone: dict[str, Any] = {column.name: None for column in documents.c if column.name not in TOMBSTONE}
    values = {**gone, "text": "", "told": "", "withdrawn_at": log.now()}
    connection.execute(update(documents).where(documents.c.number == number).values(**values))
    connection.execute(delete(readings).where(readings.c.document == number))
    connection.execute(update(mints).where(mints.c.document == number).values(quote="", hint=""))
    for row in connection.execute(select(log_table).where(log_table.c.kind.in_(log.JUDGEMENTS))).all():
        blanked = {**row.payload, "value": None} if row.document == document else _blanked(row.payload, document)
        if blanked != row.payload:
            connection.execute(update(log_table).where(log_table.c.number == row.number).values(payload=blanked))


def _blanked(payload: dict[str, Any], document: str) -> dict[str, Any]:
    """Return a judgement without the words of a document; where it points stays."""
    found = dict(payload)
    for field in ("subjects", "others"):
        pointers = payload.get(field, ())
        found[field] = [{**one, "quote": "", "hint": ""} if one["document"] == document else one for one in pointers]
    return found
