"""Entries: what a person entered or imported, evidence of the other kind (domain.md §1; W3C PROV: who, when, from what)."""

import msgspec


class About(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a report that an entry is about, where its reader missed a fact: ``text[start:end] == quote`` of that report."""

    document: str
    start: int
    end: int
    quote: str


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """The list that an entry is a row of, what names the row in it, and a digest of what the row says, by which it is known again.

    ``keys`` begin with the surest; None is one that the row does not fill.
    """

    list: str
    keys: tuple[str | None, ...]
    said: str


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who entered something, when (ISO 8601 with a time zone), and what it rests on.

    ``file`` is the SHA-256 (hex) of the attached file, ``name`` the file's name, ``place`` where in it: "page 3", "row 12".
    ``listed`` is told of the rows of lists.
    """

    by: str
    at: str
    file: str | None = None
    name: str | None = None
    place: str | None = None
    note: str = ""
    about: About | None = None
    listed: Listed | None = None
