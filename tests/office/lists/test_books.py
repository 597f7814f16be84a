"""Files of lists: workbooks and CSV files as people have them, and what is neither."""

import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amity.errors import SourceError
from amity.office.lists import books
from amity.office.lists.books import open_book
from amity.office.lists.grid import Fault, letters

Written = Callable[..., Path]


def _book(path: Path, change: Callable[[openpyxl.Workbook], None]) -> Path:
    book = openpyxl.Workbook()
    change(book)
    book.save(path)
    return path


def _replaced(source: Path, target: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """Copy a workbook with one of its parts changed."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return target


def test_cells_keep_their_kinds_and_rows_their_numbers(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.active
        assert sheet is not None
        sheet["B3"], sheet["C3"], sheet["D3"] = " Partner\u00a0 ", datetime(2019, 5, 6), 2019.0
        sheet["B6"], sheet["C6"] = "Ha Noi\n\nHue", True

    (sheet,) = open_book(_book(tmp_path / "a.xlsx", fill)).sheets
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (3, (None, "Partner", date(2019, 5, 6), 2019)),
        (6, (None, "Ha Noi\nHue", True)),
    ]


def test_merged_cells_go_down_their_rows_and_not_across(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.active
        assert sheet is not None
        for row in (("Country", "City", "Day"), ("Japan", "Sakai", 2001), (None, "Nara", None), ("see above", None, None)):
            sheet.append(row)
        for cells in ("A2:A3", "C2:C3"):
            sheet.merge_cells(cells)
        sheet.merge_cells("A4:C4")

    (sheet,) = open_book(_book(tmp_path / "a.xlsx", fill)).sheets
    assert [row.cells for row in sheet.rows[1:]] == [("Japan", "Sakai", 2001), ("Japan", "Nara", 2001), ("see above",)]


def test_formulas_without_a_result_and_errors_are_faults(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.active
        assert sheet is not None
        sheet.append(["Sum", "=1+1", "#REF!"])

    (sheet,) = open_book(_book(tmp_path / "a.xlsx", fill)).sheets
    formula, error = sheet.rows[0].cells[1:]
    assert isinstance(formula, Fault) and "was not saved" in formula.reason
    assert isinstance(error, Fault) and "#REF!" in error.reason


def test_sheets_are_told_with_what_they_hide(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.active
        assert sheet is not None
        sheet.append(["a"])
        sheet.append(["b"])
        sheet.row_dimensions[2].hidden = True
        other = book.create_sheet("Old")
        other.append(["c"])
        other.sheet_state = "hidden"

    first, second = open_book(_book(tmp_path / "a.xlsm", fill)).sheets
    assert (first.hidden, first.hidden_rows, second.name, second.hidden) == (False, 1, "Old", True)


def test_a_workbook_saved_by_another_program_reads_the_same(tmp_path: Path, by_libreoffice: Callable[[Path, str], Path]) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.active
        assert sheet is not None
        sheet.append(["Partner", "Signed", "Years"])
        sheet.append(["Đà Nẵng", date(2019, 5, 6), "=2000+19"])
        sheet.append(["昆明", None, 2020])

    (sheet,) = open_book(by_libreoffice(_book(tmp_path / "a.xlsx", fill), "xlsx")).sheets
    assert [row.cells for row in sheet.rows][1:] == [("Đà Nẵng", date(2019, 5, 6), 2019), ("昆明", None, 2020)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_csv_files_are_read_as_spreadsheets_write_them(tmp_path: Path, encoding: str, sign: str) -> None:
    path = tmp_path / "a.csv"
    rows = [["Partner", "Ngày ký", "Title"], ["Huế", "2019", f'"a{sign} b"'], [], ["Vinh", "2020"], ["Nara", "2021", '"x\ny"']]
    path.write_text("\r\n".join(sign.join(row) for row in rows), encoding=encoding, newline="")
    (sheet,) = open_book(path).sheets
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (1, ("Partner", "Ngày ký", "Title")), (2, ("Huế", "2019", " ".join(f"a{sign} b".split()))),
        (4, ("Vinh", "2020")), (5, ("Nara", "2021", "x\ny")),
    ]  # fmt: skip


def test_the_line_that_tells_the_separator_counts_as_a_row_and_no_more(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\xef\xbb\xbfsep=;\r\na;b,c\r\n1;2,5\r\n")
    assert [(row.number, row.cells) for row in open_book(path).sheets[0].rows] == [(2, ("a", "b,c")), (3, ("1", "2,5"))]


def test_what_is_no_list_is_refused_with_the_way_out(tmp_path: Path, written: Written) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    files = {
        "old.xls": (old, "old Excel file.*save it as .xlsx"),
        "locked.xlsx": (old + "EncryptedPackage".encode("utf-16-le"), "password"),
        "~$list.xlsx": (b"\x05Ann", "someone has open.*name list.xlsx"),
        "empty.csv": (b" \n", "empty"),
        "picture.csv": (b"\x89PNG\r\n\x1a\n\0\0", "picture"),
        "half.xlsx": (written([["a"]], "w.xlsx").read_bytes()[:900], "damaged"),
        "quote.csv": (b'a,b\n1,"' + b"x" * 200_000, "quotation marks"),
    }
    for name, (data, reason) in files.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(SourceError, match=reason) as raised:
            open_book(tmp_path / name)
        assert name in str(raised.value)


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    for path, reason in ((tmp_path / "no.csv", "no such file"), (tmp_path, "a folder")):
        with pytest.raises(SourceError, match=reason):
            open_book(path)


@pytest.mark.parametrize(("part", "reason"), [("content.xml", "OpenDocument"), ("xl/workbook.bin", "xlsb"), ("x.txt", "ZIP archive")])
def test_other_archives_are_told_apart(tmp_path: Path, part: str, reason: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr(part, "x")
    with pytest.raises(SourceError, match=reason):
        open_book(tmp_path / "a.xlsx")


def test_bombs_and_entities_are_refused(tmp_path: Path, written: Written) -> None:
    good = written([["a", "b"]], "good.xlsx")
    bomb = _replaced(good, tmp_path / "bomb.xlsx", "xl/theme/theme1.xml", lambda _: b" " * 20_000_000)
    with pytest.raises(SourceError, match="unpacks to far more"):
        open_book(bomb)
    entities = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>'
    swelling = _replaced(good, tmp_path / "swelling.xlsx", "xl/worksheets/sheet1.xml", lambda data: entities + data)
    with pytest.raises(SourceError, match="declarations"):
        open_book(swelling)


def test_a_sheet_that_is_no_xml_is_damaged(tmp_path: Path, written: Written) -> None:
    broken = _replaced(written([["a"]], "good.xlsx"), tmp_path / "broken.xlsx", "xl/worksheets/sheet1.xml", lambda data: data[:200])
    with pytest.raises(SourceError, match="damaged workbook"):
        open_book(broken)


def test_dimensions_that_leave_rows_out_are_not_believed(tmp_path: Path, written: Written) -> None:
    good = written([["a", "b"], ["c", "d"]], "good.xlsx")
    wrong = _replaced(good, tmp_path / "wrong.xlsx", "xl/worksheets/sheet1.xml", lambda data: data.replace(b"A1:B2", b"A1"))
    assert [row.cells for row in open_book(wrong).sheets[0].rows] == [("a", "b"), ("c", "d")]


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(books, "FILE_BYTES", 10)
    (tmp_path / "a.csv").write_text("a,b\n" * 10)
    with pytest.raises(SourceError, match="40 bytes, more than the 10"):
        open_book(tmp_path / "a.csv")


def test_columns_are_called_as_spreadsheets_call_them() -> None:
    assert [letters(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@pytest.mark.parametrize("place", [b'r="99999999999"', b'r="1048577"'])
def test_rows_that_no_sheet_has_are_damage(tmp_path: Path, written: Written, place: bytes) -> None:
    good = written([["a", "b"], ["c", "d"]], "good.xlsx")
    far = _replaced(good, tmp_path / "far.xlsx", "xl/worksheets/sheet1.xml", lambda data: data.replace(b'<row r="2"', b"<row " + place))
    with pytest.raises(SourceError, match="has no place"):
        open_book(far)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    at=st.integers(0, 10_000),
    size=st.integers(0, 30),
    put=st.binary(max_size=8),
    part=st.sampled_from(["workbook", "worksheets/sheet1", "styles"]),
)
def test_a_workbook_with_any_damage_is_read_or_refused(tmp_path: Path, written: Written, at: int, size: int, put: bytes, part: str) -> None:
    good = written([["Partner", "Day"], ["Linz", date(2019, 5, 6)]], "good.xlsx")

    def hurt(data: bytes) -> bytes:
        place = at % len(data)
        return data[:place] + put + data[place + size :]

    try:
        assert open_book(_replaced(good, tmp_path / "hurt.xlsx", f"xl/{part}.xml", hurt)).sheets is not None
    except SourceError as error:
        assert "hurt.xlsx" in str(error)
