"""What keeping a register asks of it: kept texts, copies, what a document alone tells."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from amity.model import Document, Removed
from amity.register.facts import unpack
from amity.register.queries.naming import document_called
from amity.register.tables import documents, members, readings

KEPT = ("id", "path", "url", "title", "published", "publisher", "author", "format", "encoding")
"""What is known of a document before it is read."""


class Alone(NamedTuple):
    """What goes with a document: its facts, the things that no other report tells of, and the entries about its words."""

    document: str
    path: str
    facts: int
    things: int
    entries: int = 0


def kept_texts(connection: Connection, ids: Sequence[str]) -> Iterator[tuple[Document, str]]:
    """Yield documents, as they were known before they were read, with their texts."""
    for one in ids:
        query = select(readings.c.content).join(documents, documents.c.reading == readings.c.number).where(documents.c.id == one)
        content = connection.scalar(query.where(documents.c.entry.is_(None)))
        if content is not None:
            reading = unpack(content)
            yield Document(**{name: getattr(reading.document, name) for name in KEPT}), reading.text


def copies(connection: Connection) -> int:
    """Return how many documents are copies of others."""
    query = select(func.count()).select_from(documents).where(documents.c.witness.is_not(None), documents.c.witness != documents.c.number)
    return connection.scalar(query) or 0


def alone(connection: Connection, told: str) -> Alone:
    """Return what a document, named by its id or the beginning of it, takes along when it is withdrawn."""
    public = document_called(connection, told)
    number, path = connection.execute(select(documents.c.number, documents.c.path).where(documents.c.id == public)).one()
    own = select(members.c.thing).where(members.c.document == number).distinct()
    others = select(members.c.thing).where(members.c.thing.in_(own), members.c.document != number).distinct()
    facts = connection.scalar(select(func.count()).select_from(members).where(members.c.document == number)) or 0
    things = connection.scalar(select(func.count()).select_from(own.subquery())) or 0
    kept = connection.scalar(select(func.count()).select_from(others.subquery())) or 0
    entries = connection.scalar(select(func.count()).select_from(documents).where(documents.c.about == public)) or 0
    return Alone(public, path, facts, things - kept, entries)


def current_ids(connection: Connection) -> list[str]:
    """Return the ids of all reports that are not withdrawn, in the order of adding."""
    read = documents.c.reading.is_not(None) & documents.c.entry.is_(None)
    return list(connection.scalars(select(documents.c.id).where(read).order_by(documents.c.number)))


def removed_from(connection: Connection, document: str) -> tuple[Removed, ...]:
    """Return what cleaning took out of a report (its id), with the offsets in its text where it stood; nothing where none was kept.

    A text that is read again is clean already: what was removed stands in an earlier reading of the same text.
    """
    query = select(readings.c.content).join(documents, documents.c.number == readings.c.document).where(documents.c.id == document)
    text = connection.scalar(select(documents.c.text).where(documents.c.id == document))
    for content in connection.scalars(query.order_by(readings.c.number.desc())):
        reading = unpack(content)
        if reading.removed and reading.text == text:
            return tuple(reading.removed)
    return ()
