"""Sources: files, folders, patterns, addresses and standard input."""

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from amity.reading import sources
from amity.reading.formats import Broken, Found, Input, Limits, Options
from amity.reading.network import Fetcher, NetworkLimits
from amity.reading.sources import expected, found, is_address
from tests.reading import site as sites
from tests.reading.formats.made import REPORT, archive, html, json_lines, pdf
from tests.reading.site import Site, page, redirect


@pytest.fixture
def site() -> Iterator[Site]:
    with sites.running() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "a.txt", ".hidden/d.txt", "a/.e.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{REPORT} {name}", encoding="utf-8")
    return tmp_path


def names(folder: Path, *sources: object) -> list[str]:
    return [os.path.relpath(one.path, folder) for one in found(map(str, sources)) if isinstance(one, Found)]


def reason(source: object, options: Options | None = None) -> str:
    (broken,) = found([str(source)], options or Options())
    assert isinstance(broken, Broken)
    assert (broken.path, ";" in broken.reason) == (str(source), True)
    return broken.reason


@pytest.mark.parametrize("source", ["http://a.example", "https://a.example/b c", "HTTP://A.EXAMPLE", "ftp://a.example", "file:///a"])
def test_an_address_is_told_from_a_path(source: str) -> None:
    assert is_address(source)


@pytest.mark.parametrize(
    "source", ["report.txt", "C:\\reports\\a.txt", "a:b", "-", "folder/http.txt", "", "a very long name of a folder/http://x"]
)
def test_a_path_is_no_address(source: str) -> None:
    assert not is_address(source)


def test_a_folder_is_read_with_all_below_it_in_the_order_of_names(folder: Path) -> None:
    assert names(folder, folder) == ["a/b/c.txt", "a/z.txt", "a.txt", "b.txt"]


def test_a_folder_behind_a_link_is_left_out(folder: Path) -> None:
    (folder / "a" / "round").symlink_to(folder)
    (folder / "link.txt").symlink_to(folder / "b.txt")
    assert names(folder, folder) == ["a/b/c.txt", "a/z.txt", "a.txt", "b.txt", "link.txt"]
    assert names(folder, folder / "**" / "z.txt") == ["a/z.txt"]


def test_a_link_that_leads_out_of_the_folder_or_nowhere_is_told(folder: Path) -> None:
    (folder / "a" / "b" / "out.txt").symlink_to(folder / "b.txt")
    (folder / "a" / "nowhere.txt").symlink_to(folder / "missing")
    told = {one.path: one.reason for one in found([str(folder / "a")]) if isinstance(one, Broken)}
    assert "leads out of the folder; name the file" in told[str(folder / "a" / "b" / "out.txt")]
    assert "leads nowhere; mend" in told[str(folder / "a" / "nowhere.txt")]
    assert names(folder, folder / "a") == ["a/b/c.txt", "a/z.txt"]
    assert names(folder, folder / "a" / "b" / "out.txt") == ["a/b/out.txt"]


def test_a_folder_that_cannot_be_opened_is_told_and_the_rest_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def locked(path: str) -> object:
        if path.endswith("b"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", locked)
    told = [one for one in found([str(folder)]) if isinstance(one, Broken)]
    assert told == [(str(folder / "a" / "b"), "the folder cannot be opened (Permission denied); check its permissions")]
    assert names(folder, folder) == ["a/z.txt", "a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("pattern", "matched"), [("*.txt", ["a.txt", "b.txt"]), ("**/[cz].txt", ["a/b/c.txt", "a/z.txt"]), ("a/?.txt", ["a/z.txt"])]
)
def test_a_pattern_names_files(folder: Path, pattern: str, matched: list[str]) -> None:
    assert names(folder, folder / pattern) == matched


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(folder: Path) -> None:
    (folder / "[1].txt").write_text(REPORT, encoding="utf-8")
    assert names(folder, folder / "[1].txt") == ["[1].txt"]


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    assert "no such file" in reason(tmp_path / "nowhere.txt")
    assert "no file matches" in reason(tmp_path / "*.pdf")
    assert "holds no files" in reason(tmp_path)
    assert "cannot be opened" in reason("a\0b")


def test_standard_input_is_told_by_content(monkeypatch: pytest.MonkeyPatch) -> None:
    for data, format in (
        (REPORT.encode(), "Plain text"),
        (archive({"a.txt": REPORT}), "Plain text"),
        (json_lines({"text": REPORT}), "JSON"),
    ):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        (document,) = found(["-"])
        assert isinstance(document, Found)
        assert (document.path.split("/")[0], document.format) == ("-", format)


def test_a_stream_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"y\n" * 100_000)))
    assert "more than 100,000 bytes without an end" in reason("-", Options(limits=Limits(unpacked_bytes=100_000)))


def test_a_pipe_by_name_is_read(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, REPORT.encode())
    os.close(writing)
    (document,) = found([f"/dev/fd/{reading}"])
    os.close(reading)
    assert isinstance(document, Found) and document.text == REPORT


def test_an_address_is_read_under_its_own_address(site: Site) -> None:
    site.answers |= {"/a": redirect("/b"), "/b": page(html(f"<p>{REPORT}</p>", "<title>Ferry</title>"), content_type="text/plain")}
    (document,) = found([f"{site.address}/a"], Options(allow_private=True))
    assert isinstance(document, Found)
    assert (document.path, document.format, document.facts["url"]) == (f"{site.address}/a", "HTML", f"{site.address}/b")


def test_a_page_s_canonical_address_goes_before_the_one_asked(site: Site) -> None:
    head = "<title>Ferry</title><link rel=canonical href='https://gazette.example/ferry'>"
    site.answers["/a"] = page(html(f"<article><p>{REPORT}</p></article>", head))
    (document,) = found([f"{site.address}/a"], fetcher=Fetcher(allow_private=True))
    assert isinstance(document, Found) and document.facts["url"] == "https://gazette.example/ferry"


def test_records_and_files_behind_an_address_are_read(site: Site) -> None:
    site.answers |= {
        "/a.zip": page(archive({"a.pdf": pdf([(60, 700, REPORT)])})),
        "/a.jsonl": page(json_lines({"text": REPORT, "id": "7"})),
    }
    first, second = found([f"{site.address}/a.zip", f"{site.address}/a.jsonl"], fetcher=Fetcher(allow_private=True))
    assert isinstance(first, Found) and isinstance(second, Found)
    assert (first.path, first.format) == (f"{site.address}/a.zip/a.pdf", "PDF")
    assert (second.record, second.facts) == ("7", {})


@pytest.mark.parametrize("source", ["http://127.0.0.1:9/a", "http://localhost/a", "file:///etc/hostname", "ftp://a.example/b"])
def test_an_address_that_is_not_to_be_asked_is_one_line(source: str) -> None:
    assert reason(source)


def test_one_failure_stops_nothing(site: Site, folder: Path) -> None:
    sources = [f"{site.address}/missing", str(folder / "nowhere"), str(folder / "b.txt")]
    fetcher = Fetcher(NetworkLimits(seconds=1), allow_private=True)
    assert [type(one) for one in found(sources, fetcher=fetcher)] == [Broken, Broken, Found]


def test_how_many_documents_are_expected(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "x"}\n\n{"text": "y"}\n', encoding="utf-8")
    assert expected([str(tmp_path)]) == 3
    assert expected([str(tmp_path / "*.txt"), "http://example.org/"]) == 2
    assert expected([str(tmp_path / "none.txt")]) == 1
    assert expected(["-", str(tmp_path)]) is None


def test_extraction_that_does_not_end_costs_only_the_rest_of_its_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = sources.documents

    def endless(given: Input, options: Options) -> Iterator[Found | Broken]:
        yield from whole(given, options)
        while given.path.endswith("b.txt"):
            pass

    monkeypatch.setattr(sources, "documents", endless)
    documents = list(found([str(folder / "b.txt"), str(folder / "a.txt")], Options(seconds=0.2)))
    assert [os.path.relpath(one.path, folder) for one in documents] == ["b.txt", "b.txt", "a.txt"]
    broken = documents[1]
    assert isinstance(broken, Broken)
    assert broken.reason == "its text took longer than 0.2 s to extract; split it, or allow more with --time-limit"
