"""Formats are told by content first; whatever the bytes, each input ends in documents or in lines that say why not."""

import io
from pathlib import PurePath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amity.reading.formats import FORMATS, Broken, Found, Input, Limits, Options, documents, recognise, table
from tests.reading.formats.made import REPORT, archive, column, found, html, json_lines, packed, parquet, pdf, read, word_file

GOOD = {
    "Plain text": REPORT.encode(),
    "HTML": html(f"<p>{REPORT}</p>"),
    "PDF": pdf(column(60, 700, "The two towns agreed on Monday to open a ferry line.")),
    "DOCX": word_file(REPORT),
    "JSON": json_lines([{"text": REPORT}]),
    "JSON Lines": json_lines({"text": REPORT}, {"text": REPORT}),
    "CSV": f'text,date\n"{REPORT}",2024-11-07\n'.encode(),
    "ZIP": archive({"a.txt": REPORT, "b.html": html(f"<p>{REPORT}</p>")}),
    "GZIP": packed(REPORT.encode()),
    "Parquet": parquet(text=[REPORT]),
}
OURS = ("a document", "Plain text", "JSON", "JSON Lines", "CSV", "ZIP", "GZIP", "Parquet")
"""Formats whose readers are ours alone: every failure of theirs is foreseen."""
ENDINGS = [ending for one in FORMATS for ending in one.endings]
SMALL = Options(limits=Limits(characters=5_000, document_bytes=100_000, list_bytes=500_000, unpacked_bytes=500_000))


def name_of(data: bytes, path: str = "file") -> str:
    with io.BytesIO(data) as file:
        return recognise(Input(path, file)).name


def test_every_format_is_in_the_table() -> None:
    assert {one.name for one in FORMATS} == set(GOOD)
    rows = table().splitlines()
    assert len(rows) == 2 + len(FORMATS)
    assert all(row.count("|") == 5 for row in rows)


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("ending", ["", ".txt", ".bin", ".pdf", ".zip"])
def test_content_goes_before_the_name(name: str, ending: str) -> None:
    assert name_of(GOOD[name], f"file{ending}") == name


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_a_format_is_told_under_its_own_endings(one: object) -> None:
    for ending in one.endings:  # type: ignore[attr-defined]
        assert name_of(GOOD[one.name], f"FILE{ending.upper()}") == one.name  # type: ignore[attr-defined]


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".zip", ".parquet", ".gz", ".json", ".html"])
def test_a_name_does_not_make_a_format(ending: str) -> None:
    assert name_of(REPORT.encode(), f"file{ending}") == "Plain text"


def test_one_document_has_one_identity_wherever_it_lies() -> None:
    alone = found(GOOD["HTML"])
    (packed_one,) = read(archive({"a.html": GOOD["HTML"]}))
    assert isinstance(packed_one, Found)
    assert (alone.digest, alone.text) == (packed_one.digest, packed_one.text)


def test_a_reader_s_own_error_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> object:
        raise ZeroDivisionError("what no reader expects")

    monkeypatch.setattr("amity.reading.formats.text.bounded", fails)
    assert read(REPORT.encode()) == [Broken("file", "damaged, cannot be read as Plain text (ZeroDivisionError); save it anew")]


def check(data: bytes, path: str) -> None:
    """Assert what holds of every input."""
    with io.BytesIO(data) as file:
        results = list(documents(Input(path, file), SMALL))
    assert results
    for one in results:
        assert one.path.startswith(path)
        if isinstance(one, Broken):
            assert one.reason.strip() and len(one.reason.splitlines()) == 1
            assert not any(f"cannot be read as {ours} (" in one.reason for ours in OURS)
        else:
            assert 0 < len(one.text) <= SMALL.limits.characters
            assert one.digest.startswith("sha256:") and one.format
            assert all(isinstance(value, str) and value for value in one.facts.values())
            assert list(one.pages) == sorted(one.pages) and all(0 <= page <= len(one.text) for page in one.pages)


@given(data=st.binary(max_size=400), ending=st.sampled_from(["", *ENDINGS]))
@settings(max_examples=150, deadline=None)
def test_any_bytes_end_in_documents_or_reasons(data: bytes, ending: str) -> None:
    check(data, f"file{ending}")


@given(text=st.text(max_size=300), codec=st.sampled_from(["utf-8", "utf-16", "utf-7", "gb18030"]), ending=st.sampled_from(["", *ENDINGS]))
@settings(max_examples=150, deadline=None)
def test_any_text_ends_in_documents_or_reasons(text: str, codec: str, ending: str) -> None:
    check(text.encode(codec, "replace"), f"file{ending}")


@pytest.mark.parametrize("name", sorted(set(GOOD) - {"Parquet"}))
@given(draw=st.data())
@settings(max_examples=40, deadline=None)
def test_damaged_files_end_in_documents_or_reasons(name: str, draw: st.DataObject) -> None:
    check(damaged(GOOD[name], draw), f"file{PurePath('x').suffix}")


@given(draw=st.data())
@settings(max_examples=12, deadline=None)
def test_damaged_parquet_ends_in_documents_or_reasons(draw: st.DataObject) -> None:
    check(damaged(GOOD["Parquet"], draw), "file.parquet")


def damaged(data: bytes, draw: st.DataObject) -> bytes:
    """Return the file with some bytes changed and perhaps a piece missing; its mark stays."""
    changed = bytearray(data)
    for place in draw.draw(st.lists(st.integers(min_value=8, max_value=len(data) - 1), max_size=12)):
        changed[place] = draw.draw(st.integers(min_value=0, max_value=255))
    if draw.draw(st.booleans()):
        start = draw.draw(st.integers(min_value=8, max_value=len(data) - 1))
        del changed[start : start + draw.draw(st.integers(min_value=1, max_value=200))]
    return bytes(changed)


@given(
    value=st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=30),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.sampled_from(["text", "body", "date", "url", "id", "articles", "source", "author"]), inner)
        ),
        max_leaves=20,
    )
)
@settings(max_examples=150, deadline=None)
def test_any_json_ends_in_documents_or_reasons(value: object) -> None:
    check(json_lines(value), "file.json")
    check(json_lines(value, value), "file.jsonl")
