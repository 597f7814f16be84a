"""Rows of lists as a table for people, or JSON, JSON Lines and CSV for programs."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec
from rich.table import Table
from rich.text import Text

from amity.exchange.visible import visible

Row = dict[str, Any]
LONGEST = 90
"""Characters of one value in a table; other formats give all."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet run a value as a formula."""


def to_table(rows: Iterable[Row], title: str = "") -> Table:
    """Return the rows as a table; columns that are empty in all rows are left out."""
    shown = list(rows)
    names = [name for name in _names(shown) if any(one.get(name) not in (None, "", []) for one in shown)]
    table = Table(title=title or None, title_justify="left", show_lines=False, pad_edge=False)
    for name in names:
        table.add_column(name.replace("_", " "), no_wrap=name == "id", overflow="fold")
    for one in shown:
        table.add_row(*(Text(_short(plain(one.get(name)))) for name in names))
    return table


def _short(value: str) -> str:
    return value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"


def to_json(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the rows as one JSON array, line by line."""
    yield "["
    before = ""
    for row in rows:
        if before:
            yield f"{before},"
        before = _json(row)
    if before:
        yield before
    yield "]"


def to_jsonl(rows: Iterable[Row]) -> Iterator[str]:
    """Yield each row as a line of JSON."""
    return map(_json, rows)


def to_csv(rows: Iterable[Row]) -> Iterator[str]:
    """Yield a line of names, then each row (RFC 4180); lists are joined by semicolons, and no value runs as a formula."""
    names: list[str] | None = None
    for row in rows:
        if names is None:
            names = list(row)
            yield _csv(names)
        yield _csv([_harmless(_exact(row.get(name))) for name in names])


def _exact(value: Any) -> str:
    """Return a value for a spreadsheet: figures as they are, without marks between thousands."""
    return f"{value:.15g}" if isinstance(value, float) else plain(value)


def _csv(values: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(values)  # values that hold a character of its line ends are quoted
    return line.getvalue().removesuffix("\r\n")


def _harmless(value: str) -> str:
    return f"'{value}" if value.startswith(FORMULA) and not _is_number(value) else value


def _is_number(value: str) -> bool:
    try:
        float(value)
    except ValueError:
        return False
    return True


def plain(value: Any) -> str:
    """Return a value as words: lists joined, nothing for None, control characters as codes."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(plain(one) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{name} {plain(one)}" for name, one in value.items())
    if isinstance(value, bool):
        return "yes" if value else "no"
    return visible(
        f"{value:,g}" if isinstance(value, float) and value < 1e6 else f"{value:,.0f}" if isinstance(value, float) else str(value)
    )


def _json(row: Row) -> str:
    return msgspec.json.encode(row).decode()


def _names(rows: list[Row]) -> list[str]:
    return list(dict.fromkeys(name for row in rows for name in row))


LINES: dict[str, Callable[[Iterable[Row]], Iterator[str]]] = {"json": to_json, "jsonl": to_jsonl, "csv": to_csv}
"""Formats made of lines, by name."""
