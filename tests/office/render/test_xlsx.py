"""Workbooks: real dates, links, a head that stays, and text that never runs; opened by another program."""

import csv
import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from amity.exchange.rows import to_csv
from amity.office.render.sheet import Column, Sheet
from amity.office.render.xlsx import LONGEST, workbook

COLUMNS = (
    Column("day", "day", "day"), Column("name", "name", "words"), Column("count", "number", "number"),
    Column("address", "address", "link"), Column("more", "more", "sheet"),
)  # fmt: skip
UTF8 = "csv:Text - txt - csv (StarCalc):44,34,76"
FORMULAS = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", '=HYPERLINK("http://example.org","x")', "\t=1+1", "#N/A", "=cmd|' /C calc'!A0"]


def sheet(*rows: dict[str, Any], name: str = "Due", about: str = "") -> Sheet:
    return Sheet(name=name, about=about, columns=COLUMNS, rows=rows)


def opened(*sheets: Sheet) -> Any:
    return load_workbook(io.BytesIO(workbook(sheets, title="What is due")))


def test_days_are_dates_and_numbers_numbers() -> None:
    page = opened(sheet({"day": "2024-02-29", "name": "lanterns", "count": 3}))["Due"]
    assert page["A2"].value == datetime(2024, 2, 29)
    assert page["A2"].number_format == "yyyy-mm-dd"
    assert page["C2"].value == 3
    assert page["B2"].value == "lanterns"


@pytest.mark.parametrize("told", ["2024", "2024-02", "soon", "2023-02-29", "2024-12-01 to 2024-12-03"])
def test_what_tells_no_day_stays_as_told(told: str) -> None:
    assert opened(sheet({"day": told}))["Due"]["A2"].value == told


def test_the_head_stays_and_has_filters() -> None:
    page = opened(sheet({"name": "a"}, {"name": "b"}, about="What is due."))["Due"]
    assert page["A1"].value == "What is due."
    assert [cell.value for cell in page[2]] == ["day", "name", "number", "address", "more"]
    assert page.freeze_panes == "A3"
    assert page.auto_filter.ref == "A2:E4"
    assert page.column_dimensions["B"].width > page.column_dimensions["A"].width


@pytest.mark.parametrize("told", FORMULAS)
def test_no_text_runs_as_a_formula(told: str) -> None:
    cell = opened(sheet({"name": told}))["Due"]["B2"]
    assert cell.data_type == "s"
    assert cell.value.lstrip("\t") == told.lstrip("\t")


@pytest.mark.parametrize("told", FORMULAS[:6])
def test_nor_does_it_in_csv(told: str) -> None:
    _, line = list(csv.reader(to_csv([{"name": told}])))
    assert line[0].startswith("'")


def test_negative_numbers_stay_numbers_in_csv() -> None:
    assert list(csv.reader(to_csv([{"days": -3}])))[1] == ["-3"]


def test_addresses_are_links_and_nothing_else_is() -> None:
    page = opened(
        sheet({"address": "https://example.org/a"}, {"address": "javascript:alert(1)"}, {"address": "file:///etc/passwd"}, {"more": "Two"}),
        sheet(name="Two"),
    )["Due"]
    assert page["D2"].hyperlink.target == "https://example.org/a"
    assert page["D3"].hyperlink is None
    assert page["D4"].hyperlink is None
    assert page["E5"].hyperlink.location == "'Two'!A1"


def test_characters_that_a_workbook_does_not_hold_show_as_codes() -> None:
    page = opened(sheet({"name": "a\x00b\x1b[31m\u202ec"}, {"name": "x" * (LONGEST + 5)}))["Due"]
    assert page["B2"].value == "a\\x00b\\x1b[31m\\u202ec"
    assert len(page["B3"].value) == LONGEST


def test_names_of_sheets_are_made_to_fit() -> None:
    told = ["A/B: [all]?", "a-b- -all--", "x" * 40, "x" * 40, "'"]
    names = opened(*(sheet(name=name) for name in told)).sheetnames
    assert len({name.casefold() for name in names}) == 5
    assert all(len(name) <= 31 for name in names)


def test_an_empty_sheet() -> None:
    assert opened(sheet())["Due"].max_row == 1


def test_another_program_reads_it(tmp_path: Path, by_libreoffice: Callable[[Path, str], Path]) -> None:
    path = tmp_path / "due.xlsx"
    rows = [{"day": "2024-02-29", "name": "Cầu Hiền Lương 贤良桥", "count": 3, "address": "https://example.org/a"}]
    path.write_bytes(workbook([sheet(*rows, *({"name": told} for told in FORMULAS))]))
    found = list(csv.reader(by_libreoffice(path, UTF8).read_text(encoding="utf-8").splitlines()))
    assert found[1][:4] == ["2024-02-29", "Cầu Hiền Lương 贤良桥", "3", "https://example.org/a"]
    assert [row[1].strip() for row in found[2:]] == [told.strip() for told in FORMULAS]
