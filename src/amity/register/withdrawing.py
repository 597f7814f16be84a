"""Taking a document out for good."""

from typing import Any

from sqlalchemy import Connection, delete, select, update

from amity.errors import UsageError
from amity.register import log
from amity.register.facts import unpack
from amity.register.growing.growth import Growth
from amity.register.sqlite import merge_words
from amity.register.tables import documents, mints, readings
from amity.register.tables import log as log_table

TOMBSTONE = ("number", "id", "path", "added_at", "withdrawn_at")
"""Columns of a document that stay."""


def withdraw(connection: Connection, document: str, *, by: str, note: str) -> None:
    """Withdraw a document by its id."""
    row = connection.execute(select(documents).where(documents.c.id == document)).first()
    if row is None or row.reading is None:
        reason = "is withdrawn already" if row else "is not in the register; see `amity documents`"
        raise UsageError(f"{document}: this document {reason}")
    content = connection.execute(select(readings.c.content).where(readings.c.number == row.reading)).scalar_one()
    entry = log.append(connection, "withdraw", by=by, document=document, payload={"note": note})
    _blank(connection, row.number, document)
    growth = Growth(connection, entry)
    growth.grow(out={row.number: unpack(content)})
    growth.finish()
    merge_words(connection)


def _blank(connection: Connection, number: int, document: str) -> None:
    """Take out the document's own words wherever they are kept."""
    gone: dict[str, Any] = {column.name: None for column in documents.c if column.name not in TOMBSTONE}
    values = {**gone, "text": "", "told": "", "withdrawn_at": log.now()}
    connection.execute(update(documents).where(documents.c.number == number).values(**values))
    connection.execute(delete(readings).where(readings.c.document == number))
    connection.execute(update(mints).where(mints.c.document == number).values(quote="", hint=""))
    for row in connection.execute(select(log_table).where(log_table.c.kind.in_(log.JUDGEMENTS))).all():
        blanked = _blanked(row.payload, document)
        if blanked != row.payload:
            connection.execute(update(log_table).where(log_table.c.number == row.number).values(payload=blanked))


def _blanked(payload: dict[str, Any], document: str) -> dict[str, Any]:
    """Return a judgement without the words of a document; where it points stays."""
    found = dict(payload)
    for field in ("subjects", "others"):
        pointers = payload.get(field, ())
        found[field] = [{**one, "quote": "", "hint": ""} if one["document"] == document else one for one in pointers]
    return found
