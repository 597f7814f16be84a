"""Sources: what was read and what happened, never overwritten."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    text,
)
from sqlalchemy.types import JSON

from amity.register.tables.base import metadata

SEARCHED = "reading IS NOT NULL AND entry IS NULL"
"""The reports that are there to be searched: neither withdrawn nor entries."""
UNDONE = "reading IS NULL AND withdrawn_at IS NULL"
"""The documents whose adding was undone."""

documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),  # sha256:… of the source's bytes
    Column("path", String, nullable=False),
    Column("url", String, index=True),
    Column("title", Text),
    Column("published", String),
    Column("publisher", String, index=True),
    Column("agency", String),
    Column("language", String),
    Column("format", String),
    Column("unread", Text),  # why it was kept without having been read
    Column("told", String, nullable=False, default=""),  # the day that it tells of: published, else of its dateline
    Column("text", Text, nullable=False, default=""),  # of the current reading; "" once withdrawn
    Column("reading", Integer),  # readings.number of the current reading; NULL once withdrawn
    Column("added_at", String, nullable=False),
    Column("withdrawn_at", String),  # NULL unless withdrawn: then only this row, its tombstone, is left
    Column("entry", JSON(none_as_null=True)),  # of entries: who, when, file, place in it, note, and the words of a report it is about
    Column("file", String, index=True),  # of entries: hash of the attached file
    Column("about", String, index=True),  # of entries: id of the report that they are about
    Column("witness", Integer),  # the document of which it is a copy: its own number where it is none
    Index("documents_told", "told", "number"),
    Index("documents_witness", "witness"),
    Index("documents_searched", "told", sqlite_where=text(SEARCHED), postgresql_where=text(SEARCHED)),
    Index("documents_undone", "id", sqlite_where=text(UNDONE), postgresql_where=text(UNDONE)),
    Index("documents_outlets", "publisher", "told", sqlite_where=text(SEARCHED), postgresql_where=text(SEARCHED)),
    sqlite_autoincrement=True,
)
"""Reports and entries. The id stays when one is withdrawn; an entry that is undone has no current reading until that is undone."""

readings = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("document", ForeignKey("documents.number"), nullable=False),
    Column("reader", String, nullable=False),  # version of the reader
    Column("content", LargeBinary, nullable=False),  # the contract's JSON, compressed by zlib
    Column("at", String, nullable=False),
    Column("corrected", Text, nullable=False, default=""),  # JSON of what people had corrected of the document when it was read
    Index("readings_document", "document"),
    sqlite_autoincrement=True,
)
"""Everything that was ever read or entered. The reading of the newest version counts, of one version the last, among those that were
made with the date, title and publisher that hold now."""

log = Table(
    "log",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", String, nullable=False),  # ISO 8601 with time zone
    Column("by", String, nullable=False),
    Column("kind", String, nullable=False),  # add | enter | attach | reread | withdraw | set, or a judgement
    Column("document", String),  # its id, for what is done to a document
    Column("payload", JSON, nullable=False),  # a judgement's fields
    Index("log_kind", "kind", "number"),
    sqlite_autoincrement=True,
)
"""What happened, in order; only appended to."""

mints = Table(
    "mints",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False),
    Column("layer", String, nullable=False),
    Column("serial", Integer, nullable=False),  # the number in the id
    Column("log", ForeignKey("log.number"), nullable=False),  # the entry that made the thing appear
    Column("document", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("hint", Text, nullable=False),
    Column("nth", Integer, nullable=False, default=0),
    Index("mints_id", "id"),
    Index("mints_serial", "layer", "serial"),
    Index("mints_document", "document"),
    sqlite_autoincrement=True,
)
"""Public ids and the fact that anchors each. A second row of an id moves its anchor. Only appended to."""

files = Table(
    "files",
    metadata,
    Column("hash", String, primary_key=True),  # SHA-256 of the content, hex
    Column("name", String, nullable=False),  # as it was called when it was first attached
    Column("media", String, nullable=False),  # media type, by its content
    Column("size", Integer, nullable=False),  # bytes
    Column("content", LargeBinary, nullable=False),
    Column("added_at", String, nullable=False),
)
"""Files that entries rest on, each once; one that no entry rests on any more is taken out."""

SOURCES = (documents, readings, log, mints, files)
