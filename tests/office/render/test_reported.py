"""The report of a year on paper: in every format and language, opened by other programs."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from amity.errors import UsageError
from amity.office.render.figures import report_sheets
from amity.office.render.paper import Table
from amity.office.render.papers import FORMATS, written
from amity.office.render.reported import paper
from amity.office.render.xlsx import workbook
from amity.office.report import Report
from amity.register import Register
from tests.office.test_report import instrument, made, meeting

Desk = Callable[..., Register]


@pytest.fixture
def report(desk: Desk) -> Report:
    """A year with a memorandum that a person has checked, one that nobody has, and a visit."""
    checked = instrument("2024-03-01", period=("2024", "2026"))
    checked.document.url = "https://example.org/lanterns"
    register = desk(checked, instrument("2024-04-01", "b", title="ferries"), meeting("2024-05-02", "Hue", "VN", name="c"))
    register.judge("confirm", ["ins-1"], by="Ann")
    return made(register)


def test_the_figures_come_first_then_their_records(report: Report) -> None:
    told = paper(report)
    assert told.title == "Report of 2024: Hue"
    assert [section.title for section in told.sections[:4]] == ["The year in figures", "Signed: 2", "In force: 2", "Ended"]
    (table,) = told.sections[0].blocks
    assert isinstance(table, Table)
    numbers = [[run.text for cell in row for run in cell] for row in table.rows[:2]]
    assert numbers == [["Signed", "2", "2", "0", "1", "1"], ["In force", "2", "2", "0", "1", "1"]]


def test_each_record_has_its_id_its_state_and_its_sources(report: Report) -> None:
    table = paper(report).sections[1].blocks[1]
    assert isinstance(table, Table)
    signs, ids, cites = zip(*((row[1][0].text, row[1][-1].text, row[1][-1].cites) for row in table.rows), strict=True)
    assert signs == ("● ", "○ ")
    assert ids == (" (ins-1)", " (ins-2)")
    assert cites == ((1,), (2,))
    assert [source.number for source in paper(report).sources] == [1, 2, 3]
    assert paper(report).sources[0].url == "https://example.org/lanterns"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Report of 2024: Hue", "Signed: 2", "Counted: instruments of ours signed"]),
        ("vi", ["Báo cáo năm 2024: Hue", "Đã ký: 2", "Đoàn vào: 1"]),
        ("zh", ["2024年报告：Hue", "已签署: 2", "来访团组: 1"]),
    ],
)
def test_fixed_words_are_of_the_language(report: Report, language: str, words: list[str]) -> None:
    text = written(paper(report, language), "md").decode()
    assert all(one in text for one in words)


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_the_same_twice(report: Report, format: str) -> None:
    first = written(paper(report), format)
    assert first
    if format != "docx":  # its archive tells the time of writing
        assert first == written(paper(report), format)


def test_a_language_or_format_that_there_is_not(report: Report) -> None:
    with pytest.raises(UsageError, match="--language xx"):
        paper(report, "xx")
    with pytest.raises(UsageError, match="--format odt: papers have none such; there are md, html, docx, pdf"):
        written(paper(report), "odt")


def test_word_has_headings_and_tables(report: Report) -> None:
    document = Document(io.BytesIO(written(paper(report), "docx")))
    assert [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 1"][:2] == [
        "The year in figures",
        "Signed: 2",
    ]
    assert [cell.text for cell in document.tables[0].rows[1].cells][:2] == ["Signed", "2"]


def test_libreoffice_opens_the_document(report: Report, tmp_path: Path, by_libreoffice: Callable[[Path, str], Path]) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(written(paper(report, "vi"), "docx"))
    text = by_libreoffice(path, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    assert "Báo cáo năm 2024: Hue" in text
    assert "memorandum on lanterns" in text
    assert "https://example.org/lanterns" in text


def test_libreoffice_opens_the_workbook(report: Report, tmp_path: Path, by_libreoffice: Callable[[Path, str], Path]) -> None:
    path = tmp_path / "report.xlsx"
    path.write_bytes(workbook(report_sheets(report)))
    text = by_libreoffice(path, "csv:Text - txt - csv (StarCalc):44,34,76").read_text(encoding="utf-8")
    assert text.splitlines()[2].startswith("Signed,2,2,0,1,1,ins-1; ins-2")


def test_a_pdf_has_it_too(report: Report, tmp_path: Path, by_pdftotext: Callable[[Path], list[str]]) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(written(paper(report, "vi"), "pdf"))
    text = "".join(by_pdftotext(path))
    assert "Báo cáo năm 2024: Hue" in text
    assert "Đoàn vào: 1" in text


def test_hostile_names_stay_names(desk: Desk) -> None:
    register = desk(instrument("2024-03-01", title="<b>lanterns</b> | *x* #import \u202e[1](javascript:x)"))
    told = made(register)
    for format in FORMATS:
        assert written(paper(told), format)
    html = written(paper(told), "html").decode()
    assert "<b>lanterns" not in html
    assert "&lt;b&gt;lanterns" in html
