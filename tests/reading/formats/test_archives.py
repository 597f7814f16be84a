"""ZIP and GZIP: what is inside is read, and nothing that would hurt."""

import io
import stat
import zipfile

import pytest

from amity.reading.formats import Broken, Found, Limits, Options
from tests.reading.formats.made import (
    REPORT,
    archive,
    column,
    found,
    html,
    json_lines,
    packed,
    parquet,
    pdf,
    read,
    reason,
    reasons,
    word_file,
)

ALL = {
    "a.txt": REPORT.encode(),
    "b.html": html(f"<p>{REPORT}</p>"),
    "c.pdf": pdf(column(60, 700, "The two towns agreed on Monday to open a ferry line.")),
    "d.docx": word_file(REPORT),
    "e.jsonl": json_lines({"text": REPORT, "id": "x"}),
    "f.csv": f'text,date\n"{REPORT}",2024-11-07\n'.encode(),
    "g.parquet": parquet(text=[REPORT]),
    "h.json": json_lines({"text": REPORT}),
}
FORMATS = ["Plain text", "HTML", "PDF", "DOCX", "JSON Lines", "CSV", "Parquet", "JSON"]


def test_every_format_is_read_inside_an_archive() -> None:
    documents = read(archive(ALL), "all.zip")
    assert [getattr(one, "format", one) for one in documents] == FORMATS
    assert [one.path for one in documents] == [f"all.zip/{name}" for name in ALL]


@pytest.mark.parametrize(("name", "format"), list(zip(ALL, FORMATS, strict=True)))
def test_every_format_is_read_inside_gzip(name: str, format: str) -> None:
    document = found(packed(ALL[name]), f"{name}.gz")
    assert (document.format, document.path) == (format, f"{name}.gz")


def test_archives_inside_archives_are_read_to_the_limit() -> None:
    inner = archive({"deep/a.txt": REPORT, "b.txt.gz": packed(REPORT.encode())})
    assert [one.path for one in read(archive({"in.zip": inner}), "out.zip")] == ["out.zip/in.zip/deep/a.txt", "out.zip/in.zip/b.txt.gz"]
    for _ in range(3):
        inner = archive({"in.zip": inner})
    assert "archives inside archives" in reason(inner)


def test_gzip_inside_gzip_ends_at_the_limit() -> None:
    data = REPORT.encode()
    for _ in range(4):
        data = packed(data)
    assert "archives inside archives" in reason(data)


@pytest.mark.parametrize(
    "name", ["../out.txt", "a/../../out.txt", "/etc/out.txt", "C:\\out.txt", "..\\out.txt", "\\\\host\\out.txt", "C:out.txt"]
)
def test_a_name_that_leads_out_is_refused_and_the_rest_read(name: str) -> None:
    first, second = read(archive({name: REPORT, "good.txt": REPORT}))
    assert isinstance(first, Broken) and "leads out of the archive" in first.reason
    assert isinstance(second, Found)


def test_a_link_is_refused() -> None:
    link = zipfile.ZipInfo("link.txt")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as zipped:
        zipped.writestr(link, "/etc/passwd")
    assert "a link" in reason(file.getvalue())


def test_folders_and_hidden_files_are_passed_over() -> None:
    names = {"__MACOSX/._a.txt": "x", ".DS_Store": "x", "reports/.hidden": "x", "reports/": "", "reports/a.txt": REPORT}
    assert [one.path for one in read(archive(names), "a.zip")] == ["a.zip/reports/a.txt"]


def test_a_name_cannot_move_the_terminal_s_cursor() -> None:
    (document,) = read(archive({"a\x1b[2Jb\r.txt": REPORT}), "a.zip")
    assert document.path.isprintable()


@pytest.mark.parametrize("size", [3_000_000, 30_000_000])
def test_a_bomb_is_stopped_and_the_rest_read(size: int) -> None:
    first, second = read(archive({"bomb.txt": b"0" * size, "good.txt": REPORT}))
    assert isinstance(first, Broken) and "as bombs do" in first.reason
    assert isinstance(second, Found)


def test_a_bomb_in_gzip_is_stopped() -> None:
    assert "as bombs do" in reason(packed(b"0" * 3_000_000))
    assert "as bombs do" in reason(packed(packed(b"0" * 30_000_000)))


def test_all_files_together_share_one_budget() -> None:
    files = {f"{n}.txt": f"{REPORT} {n}" for n in range(9)}
    documents = read(archive({"in.zip": archive(files), **files}), options=Options(limits=Limits(unpacked_bytes=4000)))
    assert any(isinstance(one, Found) for one in documents)
    assert "unpacks to more than 4,000 bytes" in {one.reason.split(";")[0] for one in documents if isinstance(one, Broken)}


def test_too_many_files_are_refused() -> None:
    assert "5 files, more than the 4" in reason(archive({str(n): REPORT for n in range(5)}), options=Options(limits=Limits(entries=4)))


def test_an_encrypted_file_is_told() -> None:
    data = bytearray(archive({"a.txt": REPORT}))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in reason(bytes(data))


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("xl/workbook.xml", "an Excel file"),
        ("ppt/presentation.xml", "a PowerPoint file"),
        ("META-INF/container.xml", "an EPUB book"),
        ("content.xml", "an OpenDocument file"),
    ],
)
def test_archives_that_are_documents_of_other_programs_are_named(part: str, told: str) -> None:
    assert told in reason(archive({part: "<x/>", "mimetype": "x"}))


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04" + b"x" * 100,
        archive({"a.txt": REPORT})[:-30],
        archive({"a.txt": REPORT})[:40] + b"damage" + archive({"a.txt": REPORT})[46:],
        archive({}),
        packed(REPORT.encode())[:-12],
        packed(REPORT.encode())[:30] + b"damage" + packed(REPORT.encode())[36:],
        b"\x1f\x8b",
        b"\x1f\x8b\x08\0\0\0\0\0\0\0",
        packed(b""),
    ],
)
def test_a_damaged_or_empty_one_is_one_line(data: bytes) -> None:
    assert reason(data)
    assert len(reasons(data)) == 1
