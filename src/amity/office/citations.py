"""Citations: the words that tell a fact, the report or entry that they stand in, its publisher, day and address."""

from collections.abc import Collection
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from amity.model import Entry
from amity.office.seen import seen
from amity.register.lookup import batches
from amity.register.tables import documents, members


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """One fact's evidence: ``quote`` is the document's text from ``start`` to ``end``; ``day`` is that of the report.

    ``number`` is its place in a list of sources, from 1 (0: in none). ``entered`` says that a person entered it, ``entry`` who, when and
    from what.
    """

    document: str
    path: str
    start: int
    end: int
    quote: str
    day: str = ""
    publisher: str | None = None
    url: str | None = None
    entered: bool = False
    entry: Entry | None = None
    number: int = 0


DOCUMENT = (
    documents.c.id.label("document"),
    documents.c.path,
    documents.c.url,
    documents.c.publisher,
    documents.c.told,
    documents.c.entry,
)
"""What a query asks of the document that it cites."""


def citation_of(row: Row[Any]) -> Citation:
    """Return the citation in a row that has ``DOCUMENT`` and a quote, with start and end where they are known."""
    told = row._mapping
    return Citation(
        document=row.document, path=row.path, start=told.get("start", 0), end=told.get("end", 0), quote=row.quote, day=row.told,
        publisher=row.publisher, url=row.url, entered=row.entry is not None,
        entry=msgspec.convert(row.entry, Entry) if row.entry else None,
    )  # fmt: skip


def citations(connection: Connection, things: Collection[int], *, until: str = "") -> dict[int, list[Citation]]:
    """Return what is told of each thing, by its number: the first fact of each document, the earliest first.

    ``until`` leaves out what was reported or entered later than that day.
    """
    found: dict[int, list[Citation]] = {number: [] for number in things}
    for some in batches(things):
        query = (
            select(members.c.thing, members.c.start, members.c.end, members.c.quote, *DOCUMENT)
            .join(documents, documents.c.number == members.c.document)
            .where(members.c.thing.in_(some))
            .order_by(members.c.thing, members.c.told, members.c.document, members.c.start)
        )  # fmt: skip
        if until:
            query = query.where(seen(until))
        for row in connection.execute(query):
            held = found[row.thing]
            if not held or held[-1].document != row.document:
                held.append(citation_of(row))
    return found
