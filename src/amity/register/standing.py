"""Which reading of a document holds: none of an entry that is undone, and of a report one made with the corrections in force."""

from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select, update

from amity.errors import UsageError
from amity.model.judgement import Judgement, in_force
from amity.register import log
from amity.register.adding import described
from amity.register.facts import kept_reading
from amity.register.growing.growth import Growth
from amity.register.tables import documents, readings
from amity.register.tables import log as log_table

SHOWN = ("url", "title", "published", "publisher", "agency", "language", "unread")
"""Columns of a document that its reading tells; an undone entry has none of them."""


def root(connection: Connection, number: int) -> Row[Any] | None:
    """Return the entry of the log at the end of a chain of undos; None if there is none that can be undone."""
    row = connection.execute(select(log_table).where(log_table.c.number == number, log_table.c.kind.in_(log.UNDONE))).first()
    return root(connection, row.payload["undoes"]) if row is not None and row.kind == "undo" else row


def about(connection: Connection, document: str) -> list[Judgement]:
    """Return what holds of all that was entered or corrected of a document itself, in the order of the log."""
    own = select(log_table).where(log_table.c.document == document, log_table.c.kind.in_(log.UNDONE))
    undos = select(log_table).where(log_table.c.kind == "undo")
    rows = [*connection.execute(own), *connection.execute(undos)]
    return [one for one in in_force(map(log.judgement_of, rows)) if one.document == document]


def corrections(connection: Connection, document: str) -> dict[str, str]:
    """Return the fields of a document that people have corrected, with what is right."""
    return {str(one.field): one.value for one in about(connection, document) if one.kind == "correct"}


def key_of(corrected: dict[str, str]) -> str:
    """Return corrections as they are kept with a reading."""
    return msgspec.json.encode(corrected, order="sorted").decode() if corrected else ""


def wanted(connection: Connection, row: Row[Any]) -> int | None:
    """Return the number of the reading of a document that is to hold; None for an undone entry, or where none was made that would."""
    if row.entry is not None and not about(connection, row.id):
        return None
    corrected = key_of(corrections(connection, row.id))
    query = select(readings.c.number, readings.c.reader).where(readings.c.document == row.number, readings.c.corrected == corrected)
    found = connection.execute(query).all()
    return max(found, key=lambda one: (log.version(one.reader), one.number)).number if found else None


def settle(connection: Connection, document: str, entry: int) -> None:
    """Let the reading hold that is to hold now, by an entry of the log; rows are written where this changes anything."""
    row = connection.execute(select(documents).where(documents.c.id == document)).one()
    if row.withdrawn_at is not None:
        raise UsageError(f"{row.path}: it was withdrawn, and that cannot be undone; enter or add another")
    number = wanted(connection, row)
    if number is None and row.entry is None:
        later = [str(one.number) for one in about(connection, document)]
        raise UsageError(f"{row.path}: it was corrected again after that; undo the later corrections first ({', '.join(later)})")
    if number == row.reading:
        return
    out = {row.number: kept_reading(connection, row.reading)} if row.reading is not None else {}
    into = {row.number: kept_reading(connection, number)} if number is not None else {}
    values: dict[str, Any] = described(into[row.number]) if into else {**dict.fromkeys(SHOWN), "text": "", "told": ""}
    connection.execute(update(documents).where(documents.c.number == row.number).values(reading=number, **values))
    growth = Growth(connection, entry)
    growth.grow(out=out, into=into)
    growth.finish()
