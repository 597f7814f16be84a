"""Workbooks: real dates, a frozen head with filters, links, and text that never runs as a formula."""

import io
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from amity.exchange.rows import FORMULA, plain
from amity.exchange.visible import visible
from amity.office.render.paper import LINKED
from amity.office.render.sheet import Column, Sheet

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST = 32_767
"""Characters that a cell of a workbook holds."""
NAME = 31
"""Characters of a sheet's name."""
NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))
MOST_ADDRESS = 2_000
"""Characters of an address that spreadsheets follow."""
WIDTHS = {"text": 18, "words": 60, "day": 12, "number": 10, "link": 40, "sheet": 22}
"""Widths of columns in characters, by what they hold."""


def workbook(sheets: Sequence[Sheet], *, title: str = "") -> bytes:
    """Return a workbook (Office Open XML) of the sheets, each with a head that stays, filters and its definition above."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.title, book.properties.creator = title, "Amity"
    assert book.active is not None
    book.remove(book.active)
    used = set[str]()
    for sheet in sheets:
        page = book.create_sheet(_name(sheet.name, used))
        _fill(page, sheet)
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def _name(told: str, used: set[str]) -> str:
    """Return a sheet's name as workbooks allow it, each once."""
    plain_name = told.translate(NOT_IN_NAMES).strip("'")[:NAME] or "Sheet"
    found, nth = plain_name, 2
    while found.casefold() in used:
        found, nth = f"{plain_name[: NAME - 4]} ({nth})", nth + 1
    used.add(found.casefold())
    return found


def _fill(page: "Worksheet", sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    head = 1
    if sheet.about:
        _write(page.cell(1, 1), sheet.about)
        page.cell(1, 1).font = Font(italic=True)
        head = 2
    for at, column in enumerate(sheet.columns, 1):
        _write(page.cell(head, at), column.title)
        page.cell(head, at).font = Font(bold=True)
        page.column_dimensions[get_column_letter(at)].width = WIDTHS[column.kind]
    for line, row in enumerate(sheet.rows, head + 1):
        for at, column in enumerate(sheet.columns, 1):
            cell = page.cell(line, at)
            _value(cell, row.get(column.name), column)
            cell.alignment = Alignment(vertical="top", wrap_text=column.kind == "words")
    page.freeze_panes = f"A{head + 1}"
    if sheet.columns:
        page.auto_filter.ref = f"A{head}:{get_column_letter(len(sheet.columns))}{head + len(sheet.rows)}"


def _value(cell: Any, value: Any, column: Column) -> None:
    """Write a value as what its column holds; what is no date, number or address stays text."""
    if value in (None, "", [], ()):
        return
    if column.kind == "number" and isinstance(value, int | float) and not isinstance(value, bool):
        cell.value = value
    elif column.kind == "day" and (on := _day(value)):
        cell.value, cell.number_format = on, "yyyy-mm-dd"
    else:
        _write(cell, plain(value))
        if column.kind == "link" and str(value).startswith(LINKED) and len(str(value)) <= MOST_ADDRESS:
            cell.hyperlink, cell.style = str(value), "Hyperlink"
        if column.kind == "sheet":
            _lead(cell, str(value))


def _lead(cell: Any, sheet: str) -> None:
    """Make a cell lead to the top of another sheet."""
    from openpyxl.worksheet.hyperlink import Hyperlink

    quoted = sheet.replace("'", "''")
    cell.hyperlink, cell.style = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!A1"), "Hyperlink"


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)) if len(str(value)) == len("2024-05-06") else None
    except ValueError:
        return None


def _write(cell: Any, text: str) -> None:
    """Write text as text, whatever it begins with."""
    shown = visible(text)
    cell.value = shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"
    cell.data_type = "s"  # also where the library sees a formula or an error
    if text.startswith(FORMULA):
        cell.quotePrefix = True
