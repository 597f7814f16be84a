"""Where lists stand in their files, and which profile fits."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from amity.errors import UsageError
from amity.office.lists.books import open_book
from amity.office.lists.heading import find_list, twice
from amity.office.lists.profile import plain_heading, shipped

Written = Callable[..., Path]
AGREEMENTS = ["Reference", "Partner", "Type", "Date signed"]


def _headed(path: Path, profile: str | None = None, sheet: str | None = None) -> Any:
    return find_list(open_book(path), shipped()[profile] if profile else None, sheet)


@pytest.mark.parametrize(
    ("headings", "profile"),
    [
        (AGREEMENTS, "agreements"), (["Đối tác", "Loại văn bản", "Ngày ký"], "agreements"),
        (["合作方", "文件类型", "签署日期"], "agreements"),
        (["STT", "Thành phố kết nghĩa", "Quốc gia", "Năm"], "friendly-cities"), (["Sister city", "Since"], "friendly-cities"),
        (["友好城市", "国别", "结好时间"], "friendly-cities"), (["Delegation from", "Date", "Head"], "delegations-in"),
        (["Đoàn vào", "Thời gian", "Trưởng đoàn"], "delegations-in"), (["Destination", "From", "To", "Purpose"], "delegations-out"),
        (["出访团组", "时间", "团长"], "delegations-out"),
    ],
)  # fmt: skip
def test_the_profile_that_fits_best_is_chosen(written: Written, headings: list[str], profile: str) -> None:
    assert _headed(written([headings, ["x"] * len(headings)])).profile.name == profile


@pytest.mark.parametrize("name", list(shipped()))
def test_every_heading_of_a_profile_leads_to_its_column(written: Written, name: str) -> None:
    profile = shipped()[name]
    for column in profile.column:
        others = [one for one in profile.required() if one is not column]
        for heading in column.headings:
            headed = _headed(written([[one.headings[0] for one in others] + [heading]]), name)
            assert headed.heading(headed.places[column.called]) == heading


def test_headings_stand_below_titles_and_may_be_marked(written: Written) -> None:
    path = written(
        [["Agreements of the office"], [], ["No.", "PARTNER *", "Type (of text)", "Date  signed:"], [1, "Linz", "mou", 2019]], "a.xlsx"
    )
    headed = _headed(path)
    assert (headed.header.number, headed.places) == (3, {"partner": 1, "type": 2, "signed_on": 3})
    assert headed.column("partner") == "B (PARTNER *)"
    assert headed.unused() == []


def test_two_rows_of_headings_are_read_by_the_lower(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Partner", "Type", "Period", None])
    sheet.append([None, None, "From", "To"])
    for cells in ("A1:A2", "B1:B2", "C1:D1"):
        sheet.merge_cells(cells)
    sheet.append(["Linz", "mou", 2019, 2024])
    book.save(tmp_path / "a.xlsx")
    headed = _headed(tmp_path / "a.xlsx")
    assert (headed.header.number, headed.places) == (2, {"partner": 0, "type": 1, "from": 2, "to": 3})


def test_what_lacks_a_column_is_told_with_those_found_wanted_and_near(written: Written) -> None:
    with pytest.raises(UsageError) as raised:
        _headed(written([["Partnr", "Type", "Signed on"], ["Linz", "mou", "2019"]]), "agreements")
    told = str(raised.value)
    for part in (
        "lacks the column partner (Partner, ",
        "found in row 1: Partnr, Type, Signed on",
        "'Partnr' is like 'Partner'",
        "--template agreements",
    ):
        assert part in told


def test_a_list_without_known_headings_says_what_every_profile_wants(written: Written) -> None:
    with pytest.raises(
        UsageError, match=r"no row of headings.*row 1 has: a, b; wanted: agreements: Partner, Type; delegations-in: Delegation from"
    ):
        _headed(written([["a", "b"], ["1", "2"]]))
    with pytest.raises(UsageError, match="no rows; nothing to import"):
        _headed(written([[]], "a.xlsx"))


def _sheets(path: Path, sheets: dict[str, list[str]], hidden: str = "") -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, headings in sheets.items():
        sheet = book.create_sheet(name)
        sheet.append(headings)
        sheet.append(["x"] * len(headings))
        if name == hidden:
            sheet.sheet_state = "hidden"
    book.save(path)
    return path


def test_of_several_sheets_the_one_that_fits_is_taken(tmp_path: Path) -> None:
    path = _sheets(tmp_path / "a.xlsx", {"Notes": ["a", "b"], "List": AGREEMENTS})
    assert _headed(path).sheet.name == "List"


def test_two_sheets_that_fit_are_asked_about_and_named(tmp_path: Path) -> None:
    path = _sheets(tmp_path / "a.xlsx", {"2024": AGREEMENTS, "2025": AGREEMENTS})
    with pytest.raises(
        UsageError, match=r"more than one sheet.*2024 \(Agreements\), 2025 \(Agreements\); name the one to import with --sheet"
    ):
        _headed(path)
    assert _headed(path, sheet="2025").sheet.name == "2025"
    with pytest.raises(UsageError, match="no sheet '2026'; there are 2024, 2025"):
        _headed(path, sheet="2026")


def test_hidden_sheets_are_imported_only_by_name(tmp_path: Path) -> None:
    path = _sheets(tmp_path / "a.xlsx", {"Front": ["a"], "Old": AGREEMENTS}, hidden="Old")
    with pytest.raises(UsageError, match="only a hidden sheet holds such a list: Old"):
        _headed(path)
    assert _headed(path, sheet="old").sheet.name == "Old"
    both = _sheets(tmp_path / "b.xlsx", {"New": AGREEMENTS, "Old": AGREEMENTS}, hidden="Old")
    assert _headed(both).sheet.name == "New"


def test_a_csv_file_has_no_sheets(written: Written) -> None:
    with pytest.raises(UsageError, match="has no sheets"):
        _headed(written([AGREEMENTS]), sheet="List")


def test_a_heading_over_two_columns_is_asked_about(written: Written) -> None:
    headed = _headed(written([["Partner", "Type", "Date", "Date"], ["Linz", "mou", "2019", "2020"]]))
    assert twice(headed) == ["columns C and D are both called 'Date' (signed_on); rename one"]


def test_headings_are_compared_without_what_only_marks_them() -> None:
    for told in ("Ngày ký", "NGAY KY", "Ngày ký (dd/mm/yyyy)", "Ngày  ký *", "ngày\nký:"):
        assert plain_heading(told) == "ngay ky"
