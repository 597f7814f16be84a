"""Sheets as tables for people."""

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from amity.exchange.rows import plain
from amity.office.render.sheet import Column, Sheet

LONGEST = 160
"""Characters of one value in a table; other formats give all."""


def tables(sheets: Sequence[Sheet]) -> Iterator[RenderableType]:
    """Yield each sheet with its name, its definition and its rows; columns that are empty throughout are left out."""
    for at, sheet in enumerate(sheets):
        if at:
            yield Text("")
        if sheet.name:
            yield Text(sheet.name, style="bold")
        if sheet.about:
            yield Text(sheet.about, style="dim")
        if sheet.rows:
            yield _table(sheet)


def _table(sheet: Sheet) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    filled = [(column, [_short(row, column) for row in sheet.rows]) for column in sheet.columns if not column.aside]
    kept = [(column, cells) for column, cells in filled if set(cells) - {"", column.dull}]
    for column, _ in kept:
        wide = column.kind in ("words", "link")
        table.add_column(column.title, no_wrap=not wide, overflow="fold", justify="right" if column.kind == "number" else "left")
    for values in zip(*(cells for _, cells in kept), strict=True):
        table.add_row(*map(Text, values))
    return table


def _short(row: dict[str, object], column: Column) -> str:
    value = plain(row.get(column.name))
    return value if len(value) <= LONGEST else f"{value[: LONGEST - 1]}…"
