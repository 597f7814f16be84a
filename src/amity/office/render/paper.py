"""A paper to take away: headings, lines and tables in one language, whatever the format it is written in.

What it says is text and nothing else: no format takes a name for markup.
"""

import unicodedata
from typing import Literal

import msgspec

Style = Literal["", "strong", "soft", "mark", "quote"]
"""How words are set: strong, soft (what is said about a fact), mark (state and warnings, told in words or signs too), quote."""


class Run(msgspec.Struct, frozen=True):
    """Words of one style, with the numbers of the sources behind them."""

    text: str
    style: Style = ""
    cites: tuple[int, ...] = ()


Cell = tuple[Run, ...]


class Points(msgspec.Struct, frozen=True):
    """Lines one below the other, numbered or not."""

    items: tuple[Cell, ...]
    numbered: bool = False


class Table(msgspec.Struct, frozen=True):
    """A table: its heads, the width of each column as a share, and its rows."""

    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Note(msgspec.Struct, frozen=True):
    """A line below a heading: what was left out, what nothing is known of."""

    cell: Cell


Block = Points | Table | Note


class Section(msgspec.Struct, frozen=True):
    """A heading of the second level and what stands below it; ``lead`` is the one for who has one minute."""

    title: str
    blocks: tuple[Block, ...]
    lead: bool = False


class Source(msgspec.Struct, frozen=True):
    """A numbered source: what is said of it, and its address on the web or ""."""

    number: int
    words: str
    url: str = ""


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """A whole paper. ``page`` is the line at the foot of each page, with ``{page}`` and ``{pages}`` in it."""

    language: str
    title: str
    about: tuple[Cell, ...]
    sections: tuple[Section, ...]
    sources_title: str
    sources: tuple[Source, ...]
    page: str


LINKED = ("http://", "https://")
"""Addresses that become links; any other stays text."""
ISOLATE, RELEASE = "\u2068", "\u2069"
"""Unicode's first strong isolate and its end."""
SHOWN = 72
"""Characters of an address on paper, where nobody can follow it; the link behind it is whole."""


def shown(address: str) -> str:
    """Return an address as it is printed."""
    return address if len(address) <= SHOWN else f"{address[: SHOWN - 1]}…"


def isolated(text: str) -> str:
    """Return words fit to stand between others: those written from the right keep their order and do not turn what is beside them."""
    if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text):
        return f"{ISOLATE}{text}{RELEASE}"
    return text


def plain(cell: Cell) -> str:
    """Return the words of a cell."""
    return "".join(run.text for run in cell)
