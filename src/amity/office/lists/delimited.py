"""Lists in CSV files: encodings and separators as spreadsheets write them."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from amity.errors import SourceError
from amity.office.lists.grid import Fault, GridRow, Sheet, Value, tidy
from amity.reading.formats.csv_rows import DELIMITERS
from amity.reading.formats.encodings import decode

SAMPLE = 30
"""Rows that the separator is told from."""
CELL = 100_000
"""Characters of one cell; a longer one is a quotation mark that was never closed."""
_TOLD = re.compile(r"\ufeff?sep=(.)[ \t]*\r?\n", re.IGNORECASE)


def csv_sheet(data: bytes) -> Sheet:
    """Return the rows of a CSV file; raise SourceError for what is no text, or not closed."""
    text = decode(data).text.removeprefix("\ufeff").replace("\0", "")
    told = _TOLD.match(text)
    text = text[told.end() :] if told else text
    sign = told[1] if told else _separator(text)
    ahead = 1 if told else 0
    try:
        rows = [GridRow(number + ahead, cells) for number, cells in enumerate(_rows(text, sign), start=1) if any(cells)]
    except csv.Error as error:
        raise SourceError(f"it cannot be read as a table ({error}); mend its quotation marks") from error
    return Sheet(None, tuple(rows))


def _split(text: str, sign: str) -> Iterator[list[str]]:
    csv.field_size_limit(CELL)
    return csv.reader(io.StringIO(text, newline=""), delimiter=sign)


def _rows(text: str, sign: str) -> Iterator[tuple[Value, ...]]:
    for cells in _split(text, sign):
        yield tuple(map(_value, cells))


def _value(cell: str) -> Value:
    if "\ufffd" in cell:
        return Fault("holds a character that was lost when the file was saved; mend it and save the file as UTF-8")
    return tidy(cell)


def _separator(text: str) -> str:
    """Return the sign that splits most rows into the same number of cells, the greatest of these."""
    return max(DELIMITERS, key=lambda sign: _evenness(text, sign))


def _evenness(text: str, sign: str) -> tuple[int, int]:
    try:
        widths = [len(cells) for cells in islice(_split(text, sign), SAMPLE) if len(cells) > 1]
    except csv.Error:
        return 0, 0
    commonest = max(set(widths), key=lambda width: (widths.count(width), width), default=0)
    return widths.count(commonest), commonest
