"""From a PDF to a reading: evidence tells its page, and what was left out can be shown."""

from pathlib import Path

from amity.exchange.jsonl import to_object
from amity.reading.load import Loaded, load
from amity.reading.pipeline import read_loaded
from tests.reading.formats.made import column, pdf

FIRST = (
    "TAMPERE, June 3 -- Mayor Aino Laine of Tampere met Mayor Karl Huber of Linz",
    "on Tuesday in the town hall. Huber said that Linz will open a tram line to-",
    "gether with Tampere, and the two mayors spoke of their schools for an hour.",
)
SECOND = (
    "Laine pledged that Tampere will send twelve teachers to schools in Linz next",
    "year, and both sides agreed to hold a youth festival in the summer of 2027.",
)


def loaded(folder: Path) -> Loaded:
    path = folder / "report.pdf"
    pages = [
        [(60, 810, "City News"), *column(60, 700, *lines), (290, 20, str(number))] for number, lines in enumerate((FIRST, SECOND, ()), 1)
    ]
    path.write_bytes(pdf(*pages))
    (one,) = load([str(path)], {}, None)
    assert isinstance(one, Loaded)
    return one


def test_evidence_tells_its_page(tmp_path: Path) -> None:
    _, reading = read_loaded(loaded(tmp_path))
    spans = [span for statement in reading.statements for span in statement.evidence]
    assert {span.quote.split()[0]: span.page for span in spans} == {"Huber": 1, "Laine": 2}
    assert reading.document.format == "PDF"


def test_what_the_format_left_out_can_be_shown(tmp_path: Path) -> None:
    report, _ = read_loaded(loaded(tmp_path))
    shown = [(one.text, one.rule) for one in report.removed]
    assert shown[:2] == [("City News", "running-line"), ("1", "page-number")]


def test_evidence_of_a_text_has_no_page(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(" ".join(SECOND), encoding="utf-8")
    (one,) = load([str(path)], {}, None)
    assert isinstance(one, Loaded)
    _, reading = read_loaded(one)
    assert reading.statements and "page" not in to_object(reading)["statements"][0]["evidence"][0]
