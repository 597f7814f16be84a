"""Lists in Excel workbooks (.xlsx, .xlsm), by openpyxl; what it does not tell is taken from the sheets' XML."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import msgspec

from amity.errors import SourceError
from amity.office.lists.grid import Fault, GridRow, Sheet, Value, tidy

UNPACKED_BYTES = 300_000_000
RATIO = 300
"""Unpacked to packed bytes of one part: sheets of repeated rows reach 60, a bomb 1,000."""
RATIO_FROM = 5_000_000
MOST_ROWS = 100_000
"""Rows with content of one sheet."""
MOST_MERGED = 1_000_000
MOST_COLUMNS = 1_000
"""Columns that are looked at."""
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""Of any sheet; a place beyond is damage, and would be waited for row by row."""
OTHERS = {
    "xl/workbook.bin": "a binary workbook (.xlsb); open it and save it as .xlsx",
    "content.xml": "an OpenDocument file; open it and save it as .xlsx or CSV",
    "word/document.xml": "a Word file; copy its table into a spreadsheet and save it as .xlsx or CSV",
    "ppt/presentation.xml": "a PowerPoint file; save its table as .xlsx or CSV",
}
ARCHIVE = "a ZIP archive, no workbook; unpack it and name the list"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_PLACE = re.compile(r"([A-Z]*)(\d+)")
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, OSError, EOFError, SyntaxError, ValueError, KeyError, TypeError, AttributeError, IndexError,
    RuntimeError, NotImplementedError, AssertionError,
)  # fmt: skip
"""What openpyxl raises for damaged workbooks: it trusts their parts."""


class Marks(msgspec.Struct):
    """What the XML of a sheet tells beside its values: merged columns of cells, formulas without a result, hidden rows."""

    down: dict[tuple[int, int], tuple[int, int]]
    """The top cell, by row from 1 and place from 0, of each cell that is merged with one above it."""
    unreckoned: set[tuple[int, int]]
    hidden: int = 0
    widths: dict[int, int] = {}

    def width(self, row: int) -> int:
        """Return how many cells a row has at least, those included that are merged with one above."""
        if not self.widths:
            self.widths = {0: 0, **{row: place + 1 for row, place in sorted(self.down)}}
        return self.widths.get(row, 0)


def workbook_sheets(data: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook; raise SourceError for one that is damaged, protected or far too large."""
    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that hold no values
            _refuse(parts)
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            try:
                return tuple(_sheet(one, parts) for one in book.worksheets)
            finally:
                book.close()
    except _DAMAGE as error:
        raise SourceError(f"a damaged workbook ({error}); open it in a spreadsheet program and save it anew as .xlsx") from error


def _refuse(parts: zipfile.ZipFile) -> None:
    entries = parts.infolist()
    names = {entry.filename for entry in entries}
    if "xl/workbook.xml" not in names:
        raise SourceError(next((reason for name, reason in OTHERS.items() if name in names), ARCHIVE))
    if any(entry.flag_bits & 1 for entry in entries):
        raise SourceError("it is protected by a password; save a copy without one")
    packed = {entry.filename: entry for entry in entries if entry.file_size > max(RATIO_FROM, entry.compress_size * RATIO)}
    if packed or sum(entry.file_size for entry in entries) > UNPACKED_BYTES:
        raise SourceError(f"it unpacks to far more than a list holds ({UNPACKED_BYTES:,} bytes at most); copy the list into a new workbook")
    for entry in entries:
        if entry.filename.endswith((".xml", ".rels")):
            _refuse_entities(parts, entry)


def _refuse_entities(parts: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Refuse declarations of entities, which no spreadsheet program writes and which can swell without end."""
    with parts.open(entry) as file:
        if b"<!DOCTYPE" in file.read(4096):
            raise SourceError("it holds declarations that no spreadsheet program writes; copy the list into a new workbook")


def _sheet(sheet: Any, parts: zipfile.ZipFile) -> Sheet:
    from openpyxl.cell.read_only import EMPTY_CELL as empty

    sheet.reset_dimensions()  # some programs write dimensions that leave rows out
    marks = _marks(parts, sheet)
    rows: list[GridRow] = []
    known: dict[tuple[int, int], Value] = {}
    tops = set(marks.down.values())
    for number, told in enumerate(sheet.iter_rows(), start=1):
        cells = (*told[:MOST_COLUMNS], *[empty] * (marks.width(number) - len(told)))
        values = tuple(_filled(marks, known, (number, place), cell) for place, cell in enumerate(cells))
        known |= {(number, place): values[place] for place in range(len(values)) if (number, place) in tops}
        row = GridRow(number, values)
        if any(cell.value is not None for cell in told) or any(isinstance(value, Fault) for value in values):
            rows.append(row)
        if len(rows) > MOST_ROWS:
            raise SourceError(f"sheet {sheet.title} has more than {MOST_ROWS:,} rows; split it")
    return Sheet(sheet.title, tuple(rows), sheet.sheet_state != "visible", marks.hidden)


def _filled(marks: Marks, known: dict[tuple[int, int], Value], at: tuple[int, int], cell: Any) -> Value:
    """Return the value of a cell: that of the cell above with which it is merged, where it is."""
    if at in marks.down:
        return known.get(marks.down[at])
    if at in marks.unreckoned:
        return Fault("a formula whose result was not saved; open the file in a spreadsheet program and save it, or type the value")
    if cell.data_type == "e":
        return Fault(f"the error {cell.value}; mend the formula or type the value")
    return _value(cell.value)


def _value(value: Any) -> Value:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if value is None or isinstance(value, bool | int | float | date):
        return value
    return tidy(str(value))


def _marks(parts: zipfile.ZipFile, sheet: Any) -> Marks:
    """Read what openpyxl leaves out when it reads row by row."""
    from lxml import etree

    marks = Marks({}, set())
    tags = [f"{_MAIN}{name}" for name in ("c", "mergeCell", "row")]
    with parts.open(sheet._worksheet_path) as file:
        for _, element in etree.iterparse(file, tag=tags, resolve_entities=False, no_network=True):
            _refuse_far(element)
            if element.tag == tags[0] and _is_unreckoned(element):
                marks.unreckoned |= {(row, place) for row, place in _cells(element.get("r", ""))}
            elif element.tag == tags[1]:
                marks.down |= _merged(element.get("ref", ""))
                if len(marks.down) > MOST_MERGED:
                    raise SourceError(f"sheet {sheet.title} merges more than {MOST_MERGED:,} cells; split them in the spreadsheet")
            elif element.tag == tags[2]:
                marks.hidden += element.get("hidden") in ("1", "true")
                element.clear()
    return marks


def _refuse_far(element: Any) -> None:
    """Refuse rows, cells and ranges whose place no sheet has."""
    from openpyxl.utils.cell import column_index_from_string

    for letters_, digits in _PLACE.findall(element.get("r") or element.get("ref") or ""):
        if int(digits) > LAST_ROW or (letters_ and column_index_from_string(letters_) > LAST_COLUMN):
            raise SourceError(f"a damaged workbook (it has no place {letters_}{digits}); open it in a spreadsheet program and save it anew")


def _is_unreckoned(cell: Any) -> bool:
    if cell.find(f"{_MAIN}f") is None or cell.get("t") == "str":
        return False
    return not (cell.findtext(f"{_MAIN}v") or "")


def _merged(reference: str) -> dict[tuple[int, int], tuple[int, int]]:
    """Return the cells of the first column of a merged range, each with its top cell; a range of one row has none."""
    cells = list(_cells(reference))
    return {cell: cells[0] for cell in cells[1:] if cell[1] == cells[0][1]}


def _cells(reference: str) -> Iterator[tuple[int, int]]:
    from openpyxl.utils.cell import range_boundaries

    if not reference:
        return
    left, top, _, bottom = (number or 1 for number in range_boundaries(reference))
    for row in range(top, min(bottom, top + MOST_ROWS) + 1):
        yield row, left - 1
