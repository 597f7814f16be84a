"""Records: which fields hold what, decided once and the same for all records of a table."""

from typing import Any

import pytest

from amity.errors import SourceError
from amity.reading.formats import Broken, Found, Input, Options
from amity.reading.formats.records import Columns, known_parts
from tests.reading.formats.made import REPORT


def columns(text_field: str | None = None) -> Columns:
    return Columns(Input("table", None), Options(text_field), "JSON")  # type: ignore[arg-type]


def document(record: Any) -> Found:
    made = columns().document(record, 1, "record 1")
    assert isinstance(made, Found), made
    return made


@pytest.mark.parametrize(
    ("names", "parts"),
    [
        (["text", "date"], {"text", "published"}),
        (["ID", " Title ", "Full-Text"], {"id", "title", "text"}),
        (["datePublished", "siteName", "articleBody"], {"published", "publisher", "text"}),
        (["kopf", "inhalt"], set()),
        ([], set()),
    ],
)
def test_names_are_known_whatever_their_spelling(names: list[str], parts: set[str]) -> None:
    assert known_parts(names) == parts


@pytest.mark.parametrize("first", ["text", "body", "content"])
def test_the_likeliest_name_that_holds_words_is_taken(first: str) -> None:
    record = {"content": "", "body": " ", "text": "", "summary": "Short.", first: REPORT}
    assert document(record).text == REPORT


def test_the_guess_of_the_first_record_holds_for_all() -> None:
    table = columns()
    first = table.document({"kurz": "Ferry", "lang": REPORT}, 1, "record 1")
    second = table.document({"kurz": REPORT, "lang": "Too short to be guessed."}, 2, "record 2")
    third = table.document({"kurz": REPORT}, 3, "record 3")
    assert isinstance(first, Found) and isinstance(second, Found)
    assert (first.text, second.text) == (REPORT, "Too short to be guessed.")
    assert isinstance(third, Broken) and "record 3 has no text field 'lang'" in third.reason


@pytest.mark.parametrize(
    ("record", "facts"),
    [
        ({"date": 1730966400, "source": ["A", "B"]}, {"published": "2024-11-07", "publisher": "A, B"}),
        ({"published": "", "date": "2024-11-07"}, {"published": "2024-11-07"}),
        ({"url": "www.gazette.example", "link": "https://gazette.example"}, {}),
        ({"url": "https://[broken", "title": "  two \n lines "}, {"title": "two lines"}),
        ({"publisher": {"name": {"x": "y"}}, "author": 7, "title": ["T", {"name": "U"}]}, {"title": "T, U"}),
    ],
)
def test_facts_are_kept_when_they_are_what_they_should_be(record: dict[str, Any], facts: dict[str, str]) -> None:
    assert document({"text": REPORT, **record}).facts == facts


@pytest.mark.parametrize(
    ("record", "name"), [({"id": 0}, "0"), ({"id": "", "guid": "g"}, "g"), ({"id": None}, "1"), ({"_id": "m"}, "m"), ({}, "1")]
)
def test_a_record_goes_by_its_id_or_its_number(record: dict[str, Any], name: str) -> None:
    assert document({"text": REPORT, **record}).record == name


@pytest.mark.parametrize(
    "record", [None, 7, "words", ["words"], {}, {"text": 7}, {"text": {"a": "b"}}, {"text": ["a", 1]}, {1: REPORT[:20]}]
)
def test_what_is_no_record_with_a_text_is_told(record: Any) -> None:
    made = columns().document(record, 3, "line 3")
    assert isinstance(made, Broken) and made.reason.startswith("line 3 ") and ";" in made.reason


def test_names_that_a_terminal_cannot_show_are_written_out() -> None:
    made = columns().document({"a\x1b[2J": "b"}, 1, "line 1")
    assert isinstance(made, Broken) and made.reason.isprintable()


@pytest.mark.parametrize(("text_field", "names"), [(None, ["a", "b"]), ("c", ["a", "text"])])
def test_a_table_without_the_column_is_told_at_once(text_field: str | None, names: list[str]) -> None:
    with pytest.raises(SourceError, match=r"--text-field \(a, "):
        columns(text_field).check(names)


def test_a_table_with_the_column_passes() -> None:
    columns().check(["text"])
    columns("b").check(["a", "b"])
    columns().check(["a"], {"a": REPORT})
