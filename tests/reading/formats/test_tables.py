"""JSON, JSON Lines, CSV and Parquet: records become documents by the same rules."""

import hashlib
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from amity.reading.formats import Broken, Found, Limits, Options
from tests.reading.formats.made import REPORT, found, json_lines, parquet, read, reason, reasons

OTHER = "Governor Ole Falk of Westmole will visit Southquay in June, his office said. He hopes to sign a memorandum on schools and sport."


def csv(*rows: tuple[str, ...], sign: str = ",") -> bytes:
    return "".join(sign.join('"{}"'.format(cell.replace('"', '""')) for cell in row) + "\r\n" for row in rows).encode()


def as_json(*records: dict[str, str]) -> bytes:
    return json.dumps(records).encode()


def as_csv(*records: dict[str, str]) -> bytes:
    return csv(tuple(records[0]), *(tuple(record.values()) for record in records))


def as_parquet(*records: dict[str, str]) -> bytes:
    return parquet(**{name: [record[name] for record in records] for name in records[0]})


TABLES = pytest.mark.parametrize(
    ("make", "name"),
    [(as_json, "JSON"), (json_lines, "JSON Lines"), (as_csv, "CSV"), (as_parquet, "Parquet")],
    ids=["json", "jsonl", "csv", "parquet"],
)
Make = Callable[..., bytes]


def _named(format: str) -> str:
    """A table of columns that nobody knows is told to be CSV by its ending."""
    return "table.csv" if format == "CSV" else "table"


@TABLES
def test_each_record_is_a_document_under_its_own_id(make: Make, name: str) -> None:
    data = make({"id": "north", "text": REPORT}, {"id": "west", "text": OTHER})
    first, second = read(data)
    assert isinstance(first, Found) and isinstance(second, Found)
    assert [(one.text, one.record, one.format) for one in (first, second)] == [(REPORT, "north", name), (OTHER, "west", name)]
    assert first.digest == "sha256:" + hashlib.sha256(REPORT.encode()).hexdigest()


@TABLES
def test_records_without_id_are_numbered_from_one(make: Make, name: str) -> None:
    assert [
        getattr(one, "record", None) for one in read(make({"text": REPORT, "page": "1"}, {"text": OTHER, "page": "2"}), _named(name))
    ] == ["1", "2"]


@TABLES
def test_known_columns_are_kept_whatever_their_spelling(make: Make, name: str) -> None:
    record = {
        "Headline": "Ferry line",
        "Article Body": REPORT,
        "datePublished": "7 November 2024",
        "Source-URL": "https://gazette.example/1",
        "Site_Name": "Northhaven Gazette",
        "byline": "Jonas Vold",
    }
    first, _ = read(make(record, record))
    assert isinstance(first, Found)
    assert (first.text, first.facts) == (
        REPORT,
        {
            "title": "Ferry line",
            "published": "2024-11-07",
            "url": "https://gazette.example/1",
            "publisher": "Northhaven Gazette",
            "author": "Jonas Vold",
        },
    )


@TABLES
def test_the_user_s_field_wins(make: Make, name: str) -> None:
    data = make({"text": "not this", "words": REPORT}, {"text": "not this", "words": OTHER})
    assert [getattr(one, "text", None) for one in read(data, _named(name), Options(text_field="words"))] == [REPORT, OTHER]


@TABLES
def test_the_longest_text_is_taken_when_no_name_is_known(make: Make, name: str) -> None:
    data = make({"kopf": "Ferry", "inhalt": REPORT}, {"kopf": OTHER, "inhalt": REPORT})
    assert [getattr(one, "text", None) for one in read(data, _named(name))] == [REPORT, REPORT]


@TABLES
def test_a_table_without_texts_names_its_fields(make: Make, name: str) -> None:
    told = reasons(make({"port": "Northhaven", "ships": "7"}, {"port": "Eastwick", "ships": "5"}), _named(name))
    assert told and all("--text-field (port, ships)" in line for line in told)


@TABLES
def test_a_field_that_is_not_there_is_told(make: Make, name: str) -> None:
    told = reasons(make({"text": REPORT, "a": "b"}, {"text": OTHER, "a": "b"}), _named(name), Options(text_field="words"))
    assert told and all("text field 'words'" in line for line in told)


@TABLES
def test_a_record_without_words_is_told_and_the_rest_read(make: Make, name: str) -> None:
    first, second, third = read(make({"id": "1", "text": REPORT}, {"id": "2", "text": "  "}, {"id": "3", "text": OTHER}))
    assert (type(first), type(second), type(third)) == (Found, Broken, Found)
    assert isinstance(second, Broken)
    assert " 2 has no text field with words" in second.reason


@TABLES
def test_a_record_beyond_the_limit_is_told_and_the_rest_read(make: Make, name: str) -> None:
    first, second = read(
        make({"text": REPORT * 3, "a": "b"}, {"text": OTHER, "a": "b"}), _named(name), Options(limits=Limits(characters=300))
    )
    assert isinstance(first, Broken) and "1: " in first.reason and "more than the 300" in first.reason
    assert isinstance(second, Found)


@pytest.mark.parametrize(
    "record",
    [
        {"articleBody": REPORT, "publisher": {"@type": "Organization", "name": "Gazette"}, "author": [{"name": "Jo"}, "Al"], "url": ["x"]},
        {"body": [REPORT[:95], REPORT[95:]], "source": {"name": "Gazette"}, "authors": ["Jo", "Al"], "url": "ftp://x"},
        {"content": REPORT, "outlet": "Gazette", "author": "Jo, Al", "link": None, "date": "soon", "title": ""},
        {"body": "", "text": None, "content": REPORT, "publisher": "Gazette", "authors": ["Jo", "Al"]},
    ],
)
def test_objects_and_lists_inside_a_record(record: dict[str, Any]) -> None:
    document = found(json.dumps(record).encode())
    assert document.text.replace("\n", "") == REPORT
    assert document.facts == {"publisher": "Gazette", "author": "Jo, Al"}


@pytest.mark.parametrize(
    "wrapped", [{"articles": 0}, {"status": "ok", "data": {"items": 0}}, {"response": {"results": 0}}, {"meta": [], "docs": 0}]
)
def test_a_list_inside_an_object_is_found(wrapped: dict[str, Any]) -> None:
    data = json.dumps(wrapped).replace("0", json.dumps([{"text": REPORT}, {"text": OTHER}])).encode()
    assert [getattr(one, "record", None) for one in read(data)] == ["1", "2"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'{"text": "one", ', "not valid JSON"),
        (b"[]", "without records"),
        (b'[{"text": "a"}', "not valid JSON"),
        (b"[" * 100_000, "not valid JSON"),
        (b'{"text": "' + b"x" * 60_000_000 + b'"}', "larger than 50,000,000 bytes"),
        (b'{"title": "no text"}', "no text field"),
        (b'["a", "b"]', "no record with named fields"),
    ],
)
def test_broken_json_is_told(data: bytes, told: str) -> None:
    assert all(told in line for line in reasons(data, "data.json"))
    assert reasons(data, "data.json")


def test_a_broken_line_is_told_by_its_number_and_the_rest_read() -> None:
    lines = (
        json_lines({"text": f"{REPORT} caf\u00e9"})
        + b"\n{broken\n3\nnull\n"
        + b'{"text": "caf\xe9"}\n'
        + json_lines({"text": OTHER}).rstrip(b"\n")
    )
    documents = read(lines, "table.jsonl")
    assert [getattr(one, "record", None) for one in documents] == ["1", None, None, None, None, "7"]
    assert [line.split(" is ")[0] for line in reasons(lines, "table.jsonl")] == ["line 3", "line 4", "line 5", "line 6"]
    assert "not valid UTF-8" in reasons(lines, "table.jsonl")[-1]


def test_a_line_without_end_is_passed_over() -> None:
    data = json_lines({"text": REPORT}, {"text": "x" * 400}, {"text": OTHER})
    first, second, third = read(data, "a.jsonl", Options(limits=Limits(document_bytes=350)))
    assert isinstance(first, Found) and isinstance(third, Found)
    assert isinstance(second, Broken) and "line 2 is longer than 350 bytes" in second.reason


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_lines_with_an_encoding_s_mark_are_read(codec: str) -> None:
    data = json_lines({"text": f"{REPORT} 两座港口城市"}, {"text": "两座港口城市的代表团会面并同意加强合作。"}).decode().encode(codec)
    assert [getattr(one, "text", "")[-6:] for one in read(data, "a.jsonl")] == ["两座港口城市", "同意加强合作。"[-6:]]


def test_lines_are_told_by_content_under_any_name() -> None:
    data = json_lines({"text": REPORT}, {"text": OTHER})
    assert [getattr(one, "format", None) for one in read(data, "data.json")] == ["JSON Lines"] * 2


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_sign_between_columns_is_found(sign: str) -> None:
    data = csv(("date", "text"), ("2024-11-07", f'{REPORT}\n"{OTHER}"; and, | more'), sign=sign)
    document = found(data)
    assert (document.format, document.facts) == ("CSV", {"published": "2024-11-07"})
    assert document.text.endswith('"; and, | more')


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_on_any_system(end: str) -> None:
    data = end.join(("text,date", f'"{REPORT}{end}{OTHER}",2024-11-07', f'"{OTHER}",2024-11-08')) + end
    assert [getattr(one, "facts", None) for one in read(data.encode(), "a.csv")] == [{"published": f"2024-11-0{day}"} for day in (7, 8)]


def test_rows_shorter_and_longer_than_the_header_are_read() -> None:
    data = csv(("text", "date"), (REPORT,), (OTHER, "2024-11-07", "more"), ("", ""))
    assert [getattr(one, "facts", None) for one in read(data, "a.csv")] == [{}, {"published": "2024-11-07"}]


def test_the_line_by_which_spreadsheets_tell_their_sign_is_no_header() -> None:
    data = b"sep=;\r\n" + csv(("id", "text"), ("a", REPORT), sign=";")
    assert [getattr(one, "record", None) for one in read(data, "a.csv")] == ["a"]


def test_a_table_without_names_of_columns_is_told() -> None:
    assert "not the names of columns" in reason(csv(("1", f"{REPORT} {OTHER} {REPORT}"), ("2", OTHER)), "a.csv")


def test_json_as_other_programs_write_it_is_read() -> None:
    data = b'{"text": "%s", "score": NaN, "date": 1%s}' % (REPORT.encode(), b"0" * 400)
    assert (found(data, "a.json").text, found(data, "a.json").facts) == (REPORT, {})


def test_json_over_lines_is_told_from_lines_whatever_its_name() -> None:
    data = json.dumps({"text": REPORT}, indent=1).encode()
    assert (found(data, "a.jsonl").text, found(data, "a.jsonl").format) == (REPORT, "JSON")


LONG = b"\n".join([b"word " * 40] * 5)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"text,date\n", "a table without rows"),
        (b'text,date\n"' + LONG, "row 1 cannot be read"),
        (b'"text,date\n' + LONG, "row 1 cannot be read"),
        (b"text,date\nword," + b"x" * 2000, "line 2 is longer than 500 bytes"),
    ],
)
def test_a_broken_table_is_told(data: bytes, told: str) -> None:
    assert told in reason(data, "a.csv", Options(limits=Limits(document_bytes=500)))


def test_a_row_with_bytes_of_no_encoding_is_told_and_the_rest_read() -> None:
    data = csv(("text", "id"), (REPORT, "a")) + b'"Two \x81\x8d words","b"\r\n' + csv((OTHER, "c"))
    assert [getattr(one, "record", None) for one in read(data, "a.csv")] == ["a", None, "c"]
    assert reasons(data, "a.csv") == ["row 2 is not valid UTF-8; save it as UTF-8"]


def test_row_groups_of_parquet_are_read_in_order() -> None:
    data = parquet(rows=2, id=[str(n) for n in range(7)], text=[f"{REPORT} {n}" for n in range(7)])
    assert [getattr(one, "record", None) for one in read(data)] == [str(n) for n in range(7)]


@pytest.mark.parametrize("cut", [slice(0, 6), slice(0, 500), slice(0, -9)])
def test_damaged_parquet_is_told(cut: slice) -> None:
    assert "a damaged Parquet file" in reason(parquet(text=[REPORT] * 5)[cut], "a.parquet")


def test_parquet_on_disk_is_read_where_it_is(tmp_path: Any) -> None:
    from amity.reading.formats import Input, documents

    path = tmp_path / "a.parquet"
    path.write_bytes(parquet(text=[REPORT]))
    with path.open("rb") as file:
        (document,) = documents(Input(str(path), file))
    assert isinstance(document, Found) and document.text == REPORT


def test_a_reader_that_stops_early_leaves_nothing_behind() -> None:
    from amity.reading.formats import Input, documents

    with io.BytesIO(parquet(text=[REPORT] * 500)) as file:
        stream = documents(Input("a.parquet", file))
        assert isinstance(next(stream), Found)
        stream.close()  # type: ignore[attr-defined]
