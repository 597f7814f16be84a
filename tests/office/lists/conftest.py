"""What tests of lists share: workbooks and CSV files made on the spot."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

Rows = Sequence[Sequence[Any]]
Written = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Write rows to a file of a name: a workbook with one sheet, or a CSV file."""

    def write(rows: Rows, name: str = "list.csv", *, sheet: str = "List") -> Path:
        path = tmp_path / name
        if path.suffix == ".csv":
            path.write_text("\n".join(",".join("" if cell is None else str(cell) for cell in row) for row in rows), encoding="utf-8")
            return path
        book = openpyxl.Workbook()
        assert book.active is not None
        book.active.title = sheet
        for row in rows:
            book.active.append(list(row))
        book.save(path)
        return path

    return write
