"""A document's date corrected: its kept text is read again, and "yesterday" is another day."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from amity.errors import UsageError
from amity.model import Document
from amity.office.correcting import correct_document
from amity.office.entering import Record, enter
from amity.reading.load import Loaded
from amity.reading.pipeline import read_loaded
from amity.register import Register, open_register

TEXT = (
    "Mayor Aino Laine of Tampere met Mayor Jonas Weber of Linz in Tampere on Monday. "
    "The two cities signed a memorandum of understanding on tourism yesterday."
)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    report = Document(id="sha256:0123456789abcdef", path="report.txt", published="2024-06-04")
    with open_register(tmp_path / "amity.db") as opened:
        opened.add(read_loaded(Loaded(report, TEXT))[1])
        yield opened


def document(register: Register) -> str:
    return str(register.dump()["documents"][0]["id"])


def days(register: Register) -> list[str]:
    with register.reading() as connection:
        return sorted(connection.exec_driver_sql("SELECT begins FROM events").scalars())


def test_relative_dates_are_settled_anew(register: Register) -> None:
    before = days(register)
    made = correct_document(register, document(register), "published", "2024-11-07", by="Ann")
    assert days(register) == ["2024-11-04", "2024-11-06"]
    assert before == ["2024-06-03", "2024-06-03"]
    register.rebuild()
    assert days(register) == ["2024-11-04", "2024-11-06"]
    register.undo(made.number)
    assert days(register) == before
    assert register.check() == []


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("published", "07/11/2024", "'07/11/2024' is no date as it is written here"),
        ("published", "2024-11-31", "is no day of the calendar"),
        ("published", "2024-11", "is no whole day; write year-month-day"),
        ("published", "2024-06-04", "its published is 2024-06-04 already; nothing was changed"),
        ("text", "other", "a document has no such field that can be corrected; there are published, title, publisher, url"),
        ("title", "  ", "correct title: nothing"),
        ("url", "x" * 1001, "1,001 characters"),
    ],
)
def test_what_makes_no_sense_is_refused(register: Register, field: str, value: str, reason: str) -> None:
    before = register.dump()
    with pytest.raises(UsageError, match=reason):
        correct_document(register, document(register), field, value)
    assert register.dump() == before


def test_an_unknown_document_is_refused(register: Register) -> None:
    with pytest.raises(UsageError, match="the register has no such report"):
        correct_document(register, "sha256:none", "published", "2024-11-07")


def test_an_entry_is_entered_anew_instead(register: Register) -> None:
    fields = {"party": ["Tampere", "Linz"], "type": "mou", "signed_on": "2024-06-03"}
    (made,) = enter(register, [Record(kind="instrument", fields=fields)], by="Ann")
    with pytest.raises(UsageError, match="this is an entry; undo it and enter it anew"):
        correct_document(register, made.document, "published", "2024-11-07")
