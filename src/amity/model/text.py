"""Documents, spans and evidence: where every fact leads back to."""

from pathlib import PurePath

import msgspec

from amity.model.entry import Entry


class Evidence(msgspec.Struct, frozen=True, order=True, omit_defaults=True):
    """A span of a document's cleaned text, in Unicode code points: ``text[start:end] == quote``.

    ``page`` is the page, from 1, on which it begins; it is left out for documents without pages.
    """

    start: int
    end: int
    quote: str
    page: int | None = None


class Document(msgspec.Struct, kw_only=True):
    """One report as read (schema.org NewsArticle).

    ``id`` is ``sha256:`` and the hex digest of the source's bytes, ``path`` where it was found,
    dates are ISO 8601 strings, ``format`` and ``encoding`` tell how the bytes were read. Whatever the report does not tell is ``None``.
    ``language`` is an ISO 639-1 code, ``language_confidence`` (0 to 1) how sure its detection is, ``unread`` why the document is kept
    without having been read. ``entry`` says that it is no report but what a person entered; reports do not have it.
    """

    id: str
    path: str
    url: str | None = None
    title: str | None = None
    published: str | None = None
    language: str = "en"
    language_confidence: float | None = None
    publisher: str | None = None
    author: str | None = None
    agency: str | None = None
    dateline_place: str | None = None
    dateline_date: str | None = None
    format: str | None = None
    encoding: str | None = None
    unread: str | None = None
    entry: Entry | msgspec.UnsetType = msgspec.UNSET


class Removed(msgspec.Struct, frozen=True):
    """Text that cleaning took out, kept so that it can be shown.

    ``at`` is the offset in the cleaned text where it stood, ``rule`` the name of the rule that took it.
    """

    at: int
    text: str
    rule: str


def stem(path: str) -> str:
    """Return the name that a document goes by: the record's id of ``file#ID``, else the file's stem."""
    return path.rsplit("#", 1)[1] if "#" in path else PurePath(path).stem
