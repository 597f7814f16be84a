"""The gazetteer's file: named sections, each deflated, read from a memory map when first asked for.

Layout: ``MAGIC``, the length of the header (u32, little-endian), the header (JSON: section → offset, size, item type), the
sections. Item types are those of ``memoryview.cast``; ``"s"`` is a section of bytes. Numbers are little-endian.
"""

from __future__ import annotations

import mmap
import sys
import zlib
from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

import msgspec

from amity.errors import SetupError

MAGIC = b"AMITYGZ1"
COMPRESSION = 9
"""zlib's best: the file is written once and read by everyone; inflating takes as long at any level."""

Column: TypeAlias = "bytes | array[int]"


class Section(msgspec.Struct, array_like=True):
    """Where a section lies in the file (bytes), and the type of its items."""

    offset: int
    size: int
    typecode: str


def pack(sections: Mapping[str, Column]) -> bytes:
    """Return the file's bytes for ``sections``."""
    table: dict[str, Section] = {}
    body = bytearray()
    for name, column in sections.items():
        packed = zlib.compress(_little_endian(column), COMPRESSION)
        table[name] = Section(len(body), len(packed), "s" if isinstance(column, bytes) else column.typecode)
        body += packed
    header = msgspec.json.encode(table)
    return MAGIC + len(header).to_bytes(4, "little") + header + bytes(body)


def _little_endian(column: Column) -> bytes:
    if isinstance(column, bytes):
        return column
    if sys.byteorder == "big":
        column = array(column.typecode, column)
        column.byteswap()
    return column.tobytes()


class Container:
    """An open file of sections; raises SetupError when it is missing or damaged."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise SetupError(f"the gazetteer {path.name} cannot be opened ({error}): reinstall amity") from error
        if self._map[: len(MAGIC)] != MAGIC:
            raise self._damaged("it does not begin as a gazetteer does")
        self._read_header()

    def _read_header(self) -> None:
        start = len(MAGIC) + 4
        self._body = start + int.from_bytes(self._map[len(MAGIC) : start], "little")
        try:
            self._table = msgspec.json.decode(self._map[start : self._body], type=dict[str, Section])
        except msgspec.DecodeError as error:
            raise self._damaged("its header is unreadable") from error

    def _damaged(self, reason: str) -> SetupError:
        return SetupError(f"the gazetteer {self._path.name} is damaged ({reason}): reinstall amity")

    def read(self, name: str) -> bytes:
        """Return a section's bytes."""
        try:
            section = self._table[name]
            start = self._body + section.offset
            return zlib.decompress(self._map[start : start + section.size])
        except (KeyError, zlib.error) as error:
            raise self._damaged(f"section {name}") from error

    def column(self, name: str) -> array[int]:
        """Return a section of numbers."""
        content = self.read(name)
        values: array[int] = array(self._table[name].typecode)
        values.frombytes(content)
        if sys.byteorder == "big":
            values.byteswap()
        return values
