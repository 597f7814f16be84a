"""A list as its file has it: sheets of rows of cells, before anyone says what the columns mean."""

import unicodedata
from datetime import date

import msgspec


class Fault(msgspec.Struct, frozen=True):
    """What stands in a cell that has no value that can be read; ``reason`` says why, with the way out."""

    reason: str


Value = str | int | float | bool | date | Fault | None


class GridRow(msgspec.Struct, frozen=True):
    """One row of a sheet: its number as the spreadsheet shows it, from 1, and its cells from column A on."""

    number: int
    cells: tuple[Value, ...]

    def filled(self) -> list[int]:
        """Return the places, from 0, of the cells that hold something."""
        return [place for place, cell in enumerate(self.cells) if cell not in (None, "")]


class Sheet(msgspec.Struct, frozen=True):
    """The rows of a sheet that hold something; ``hidden_rows`` are those that the spreadsheet does not show. A CSV file has no name."""

    name: str | None
    rows: tuple[GridRow, ...]
    hidden: bool = False
    hidden_rows: int = 0


class Book(msgspec.Struct, frozen=True):
    """A file of lists: its name, the SHA-256 of its bytes (hex), its media type, and its sheets."""

    name: str
    digest: str
    media: str
    data: bytes
    sheets: tuple[Sheet, ...]


def letters(place: int) -> str:
    """Return the name of a column by its place from 0: A, B, … Z, AA."""
    name, left = "", place + 1
    while left:
        left, digit = divmod(left - 1, 26)
        name = chr(65 + digit) + name
    return name


def tidy(text: str) -> str | None:
    """Return a cell's text with plain spaces, its lines kept; None where nothing is left."""
    lines = (" ".join(line.split()) for line in unicodedata.normalize("NFC", text).replace("\u200b", "").splitlines())
    return "\n".join(line for line in lines if line) or None


def one_line(value: Value) -> str:
    """Return a cell's value as words in one line."""
    return " ".join(str(value).split())
