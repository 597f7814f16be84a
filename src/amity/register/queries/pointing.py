"""Words of documents that people point at: ``sha256:3e780089512b:120-340``, or a document as a whole."""

import re

from sqlalchemy import Connection, select

from amity.errors import UsageError
from amity.model.judgement import Pointer
from amity.register.queries.naming import document_called
from amity.register.tables import documents

SPAN = re.compile(r"^(?P<document>sha256:[^:]+)(?::(?P<start>\d+)-(?P<end>\d+))?$")
TEXT = "text"
"""The layer of what points at words and at no fact."""


def words_at(connection: Connection, told: str) -> Pointer | None:
    """Return the words that an id with or without characters names; None for what names no document (an address, a file).

    Raises UsageError for a document that the register does not have, and for characters that its text does not have.
    """
    if not told.startswith("sha256:"):
        return None
    found = SPAN.match(told)
    if found is None:
        raise UsageError(f"{told}: not a document with characters; write sha256:3e780089512b:120-340")
    document = document_called(connection, found["document"])
    text = connection.scalar(select(documents.c.text).where(documents.c.id == document, documents.c.reading.is_not(None)))
    if text is None:
        raise UsageError(f"{told}: this document was withdrawn; name another")
    if found["start"] is None:
        return Pointer(document, TEXT, 0, 0, "")
    start, end = int(found["start"]), int(found["end"])
    if not start < end <= len(text):
        raise UsageError(f"{told}: no such characters; the text has {len(text)}, as `amity show {document[:19]}` counts them")
    return Pointer(document, TEXT, start, end, text[start:end])
