"""Loading: which documents a source holds, what is known of each, and why one cannot be loaded."""

import hashlib
import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amity.errors import SourceError, UsageError
from amity.reading.formats.encodings import decode
from amity.reading.load import Failure, Loaded, documents, load
from amity.reading.metadata import known_facts, load_metadata, parse_day

TEXT = "The mayors of Ostvik and Norhavn met on Monday."


def told(*sources: object, known: dict[str, dict[str, str]] | None = None, published: str | None = None) -> list[Loaded | Failure]:
    return list(load([str(source) for source in sources], known or {}, published))


def table(folder: Path, *records: object) -> Path:
    path = folder / "reports.jsonl"
    path.write_text("".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in records), encoding="utf-8")
    return path


def test_a_text_file_is_one_document(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    (loaded,) = told(path)
    assert isinstance(loaded, Loaded)
    assert (loaded.text, loaded.document.path) == (TEXT, str(path))
    assert loaded.document.id == "sha256:" + hashlib.sha256(TEXT.encode()).hexdigest()
    assert list(documents(path)) == [(loaded.document, TEXT)]


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    (loaded,) = told(path)
    assert isinstance(loaded, Loaded)
    assert loaded.text == TEXT
    assert loaded.document.id == "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_folder_is_read_in_the_order_of_names_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "deep/c.txt", ".hidden.txt", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    found = told(tmp_path)
    assert [Path(one.document.path).name for one in found if isinstance(one, Loaded)] == ["a.txt", "b.txt", "c.txt"]


def test_records_are_named_by_id_or_number(tmp_path: Path) -> None:
    path = table(tmp_path, {"id": "r7", "text": TEXT}, {"text": "Another."}, {"id": 3, "text": "Third."})
    found = told(path)
    assert [one.document.path for one in found if isinstance(one, Loaded)] == [f"{path}#r7", f"{path}#2", f"{path}#3"]
    assert isinstance(found[0], Loaded)
    assert found[0].document.id == "sha256:" + hashlib.sha256(TEXT.encode()).hexdigest()


def test_a_record_tells_of_its_document(tmp_path: Path) -> None:
    record = {
        "text": TEXT,
        "published": "2024-05-04T10:00:00Z",
        "url": "https://coast.example/1",
        "publisher": "Coast Daily",
        "title": "Mayors meet",
    }
    (loaded,) = told(table(tmp_path, record))
    assert isinstance(loaded, Loaded)
    document = loaded.document
    assert (document.published, document.url, document.publisher, document.title) == (
        "2024-05-04",
        "https://coast.example/1",
        "Coast Daily",
        "Mayors meet",
    )


def test_what_a_record_says_wrongly_is_left_open(tmp_path: Path) -> None:
    (loaded,) = told(table(tmp_path, {"text": TEXT, "published": "soon"}))
    assert isinstance(loaded, Loaded)
    assert loaded.document.published is None


def test_metadata_and_the_day_for_all_complete_a_document(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    found = told(tmp_path, known={"a": {"published": "2024-05-04", "title": "Mayors meet"}}, published="2024-01-01")
    assert [(one.document.published, one.document.title) for one in found if isinstance(one, Loaded)] == [
        ("2024-05-04", "Mayors meet"),
        ("2024-01-01", None),
    ]


def test_standard_input_is_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    (loaded,) = told("-")
    assert isinstance(loaded, Loaded)
    assert (loaded.document.path, loaded.text) == ("-", TEXT)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"PK\x03\x04\0\0", "ZIP"),
        (b"caf\xe9", "UTF-8 at byte 3"),
    ],
)
def test_a_file_that_is_no_text_fails_with_a_reason_and_a_way_out(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    (failure,) = told(path)
    assert isinstance(failure, Failure)
    assert failure.path == str(path)
    assert reason in failure.reason
    assert ";" in failure.reason
    with pytest.raises(SourceError, match=r"bad\.txt"):
        list(documents(path))


def test_one_failure_stops_nothing(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(TEXT, encoding="utf-8")
    found = told(tmp_path / "nowhere.txt", good, tmp_path / "empty")
    assert [type(one) for one in found] == [Failure, Loaded, Failure]


@pytest.mark.parametrize("line", ["{broken", "[1, 2]", '"text"', '{"words": "x"}', '{"text": " "}', '{"text": 7}', "null", "[" * 100_000])
def test_a_record_that_cannot_be_used_is_named_by_its_line(tmp_path: Path, line: str) -> None:
    first, second, third = told(table(tmp_path, {"text": TEXT}, line, {"text": TEXT}))
    assert isinstance(first, Loaded)
    assert isinstance(second, Failure)
    assert isinstance(third, Loaded)
    assert "line 2" in second.reason


def test_a_line_in_another_encoding_stops_no_other(tmp_path: Path) -> None:
    path = table(tmp_path, {"text": TEXT})
    path.write_bytes(path.read_bytes() + b'{"text": "caf\xe9"}\n' + path.read_bytes())
    assert [type(one) for one in told(path)] == [Loaded, Failure, Loaded]


def test_a_folder_without_files_is_told(tmp_path: Path) -> None:
    (failure,) = told(tmp_path)
    assert isinstance(failure, Failure)
    assert "no files" in failure.reason


@pytest.mark.parametrize("text", ["2024-05-04", "1999-12-31"])
def test_a_day_is_taken(text: str) -> None:
    assert parse_day(text) == text


@pytest.mark.parametrize("text", ["", "soon", "2024-13-01", "04.05.2024", "2024-02-30"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        parse_day(text)


def test_metadata_comes_as_json_lines_or_csv(tmp_path: Path) -> None:
    lines, rows = tmp_path / "known.jsonl", tmp_path / "known.csv"
    lines.write_text('{"id": "a", "published": "2024-05-04"}\n\n{"id": 2, "title": "Mayors meet"}\n', encoding="utf-8")
    rows.write_text("id,published,title\na,2024-05-04,\n2,,Mayors meet\n", encoding="utf-8")
    assert load_metadata(lines) == load_metadata(rows) == {"a": {"published": "2024-05-04"}, "2": {"title": "Mayors meet"}}


@pytest.mark.parametrize("content", ['{"published": "2024-05-04"}', "{", '{"id": "a", "published": "soon"}'])
def test_metadata_that_cannot_be_used_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "known.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match="line 1"):
        load_metadata(path)


def test_only_known_fields_are_taken() -> None:
    assert known_facts({"published": "2024-05-04", "url": "", "note": "x", "title": None}) == {"published": "2024-05-04"}


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_a_clear_error(data: bytes) -> None:
    try:
        assert decode(data).text or data.strip()
    except SourceError as error:
        assert "\n" not in str(error)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_any_table_is_loaded_without_an_error(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "any.jsonl"
    path.write_bytes(data)
    assert all(isinstance(one, (Loaded, Failure)) for one in told(path))
