"""Sheets: rows with named columns, made once and written as a table for people, CSV, a workbook or a document."""

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

import msgspec

Kind = Literal["text", "words", "day", "number", "link", "sheet"]
"""``words`` are long and wrap; a ``day`` is ISO 8601, a real date in a workbook where it tells the day; a ``link`` is an address, a
``sheet`` the name of another sheet, which it leads to."""


class Column(NamedTuple):
    """A column: the name of its value in a row (as in CSV), its title, and what it holds.

    In a terminal ``aside`` ones are left out, and those that say ``dull`` throughout.
    """

    name: str
    title: str
    kind: Kind = "text"
    aside: bool = False
    dull: str = ""


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """One sheet: its name, what it lists (a definition), its columns and rows.

    ``total`` says how many rows there are where the sheet has the first of them alone, as a page shows them.
    """

    name: str
    columns: Sequence[Column]
    rows: Sequence[dict[str, Any]]
    about: str = ""
    total: int = 0
