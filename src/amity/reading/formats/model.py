"""What a format takes and gives: the input, its limits, and the documents found in it."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple

from amity.errors import SourceError

HEAD = 65_536
"""Bytes looked at to tell a format; enough for the head of any web page and the first record of most tables."""


class Limits(NamedTuple):
    """How much one input may hold; what is beyond is refused with one line, never cut short in silence."""

    characters: int = 1_000_000
    """Of one document's text: the parser's own bound, some 160,000 words."""
    document_bytes: int = 20_000_000
    """Of a document that is held in memory whole: text, a web page, the parts of a Word file, one record of a table."""
    list_bytes: int = 50_000_000
    """Of a JSON file, whose list has to be held in memory whole (JSON Lines are read line by line, without bound)."""
    pdf_bytes: int = 200_000_000
    pages: int = 2_000
    """Of one PDF."""
    entries: int = 100_000
    """Files of one archive."""
    unpacked_bytes: int = 4_000_000_000
    """Of everything that one input unpacks to, archives inside archives included."""
    ratio: int = 200
    """Unpacked to packed bytes: text reaches 20, repetitive JSON some 100, a bomb 1,000."""
    nesting: int = 3
    """Archives inside archives."""


class Options(NamedTuple):
    """What a user may choose.

    ``text_field`` names the column or field that holds the text of a table's records; ``allow_private`` lets addresses lead to
    private and loopback machines; ``seconds`` is the most that the extraction of one document's text may take (None: no limit).
    """

    text_field: str | None = None
    allow_private: bool = False
    limits: Limits = Limits()
    seconds: float | None = None


class LeftOut(NamedTuple):
    """Words that the format's rules took out before ``text[at]``: a running head, a page number."""

    at: int
    text: str
    rule: str


@dataclass
class Found:
    """One document as its format tells it.

    ``facts`` are fields of a document (title, published, url, publisher, author); ``digest`` is the SHA-256 of the source's bytes,
    of a record the text's. ``record`` is a record's own id or its number from 1; ``pages`` the offsets in ``text`` at which its
    pages begin.
    """

    path: str
    text: str
    digest: str
    format: str = ""
    facts: dict[str, str] = field(default_factory=dict)
    record: str | None = None
    encoding: str | None = None
    pages: tuple[int, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


class Broken(NamedTuple):
    """A document that cannot be read: where it is, and why with the way out, in one line."""

    path: str
    reason: str


Documents = Iterator[Found | Broken]


class Budget:
    """The bytes that one input may still unpack to, shared by the archives inside it."""

    def __init__(self, limits: Limits) -> None:
        self._left = limits.unpacked_bytes
        self._limit = limits.unpacked_bytes

    def spend(self, size: int) -> None:
        """Count unpacked bytes; raise SourceError when there are more than the limit."""
        self._left -= size
        if self._left < 0:
            raise SourceError(f"unpacks to more than {self._limit:,} bytes; unpack it and read its parts")


@dataclass
class Input:
    """Bytes to read, and where they are from.

    ``file`` can seek. ``charset`` is the encoding that a server named, ``level`` the number of archives around the input.
    """

    path: str
    file: BinaryIO
    charset: str | None = None
    level: int = 0
    budget: Budget | None = None

    def head(self, size: int = HEAD) -> bytes:
        """Return the first bytes and leave the file at its start."""
        self.file.seek(0)
        data = self.file.read(size)
        self.file.seek(0)
        return data

    def size(self) -> int:
        """Return the number of bytes and leave the file at its start."""
        size = self.file.seek(0, io.SEEK_END)
        self.file.seek(0)
        return size

    def whole(self, limit: int) -> bytes:
        """Return all bytes; raise SourceError when there are more than the limit."""
        self.file.seek(0)
        data = self.file.read(limit + 1)
        if len(data) > limit:
            raise SourceError(f"larger than {limit:,} bytes, the most that one document may have; split it")
        return data


class Look(NamedTuple):
    """What recognition looks at: the first bytes, the same as text where they are text, the ending of the name, the input."""

    head: bytes
    text: str
    ending: str
    input: Input


class Format(NamedTuple):
    """A format: its name, how it is recognised and what is kept (both shown in the docs), and its reader."""

    name: str
    endings: tuple[str, ...]
    recognised: str
    kept: str
    matches: Callable[[Look], bool]
    read: Callable[[Input, Options], Documents]
    seeks: bool = False
    """Whether its reader jumps about in the file, so that a packed input has to be unpacked first."""
