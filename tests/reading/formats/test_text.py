"""Plain text: what is told of it, and what is refused with one line."""

import hashlib

import pytest

from amity.reading.formats import Limits, Options
from tests.reading.formats.made import REPORT, found, reason

SMALL = Options(limits=Limits(characters=100, document_bytes=1000))


def test_text_is_one_document_with_the_hash_of_its_bytes() -> None:
    document = found(REPORT.encode(), "report.txt")
    assert (document.text, document.format, document.encoding) == (REPORT, "Plain text", "utf-8")
    assert document.digest == "sha256:" + hashlib.sha256(REPORT.encode()).hexdigest()
    assert (document.facts, document.pages, document.record) == ({}, (), None)


@pytest.mark.parametrize(
    "start",
    ["[Eastwick News] ", "{so it goes} ", "<Eastwick> ", "a,b and c, d\n", "PK, it said. ", "The mark %PDF-1.4 begins others. ", "id: 7\n"],
)
def test_text_that_begins_like_another_format_is_text(start: str) -> None:
    assert found((start + REPORT).encode()).format == "Plain text"


@pytest.mark.parametrize("name", ["report", "report.dat", "report.pdf", "report.zip"])
def test_text_under_any_name_is_text(name: str) -> None:
    assert found(REPORT.encode(), name).text == REPORT


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "the file is empty"),
        (b" \r\n\t ", "the file is empty"),
        (b"... --- ...", "no words in it"),
        (b"\0\1\2\3" * 40, "a binary file"),
        (REPORT.encode() + b"\0", "a binary file"),
        (b"w\x01o\x02r\x03d\x04 " * 30, "control characters"),
        ("caf\u00e9 und gr\u00fc\u00dfe ".encode() + b"\xc3\x28", "not valid UTF-8 at byte 18"),
        (REPORT.encode() + b" \xff\xfe", "no other encoding fits"),
    ],
)
def test_what_is_no_text_is_one_line(data: bytes, told: str) -> None:
    assert told in reason(data, "report.txt")


def test_a_stray_control_character_is_left_to_cleaning() -> None:
    assert found((REPORT + "\x07" + REPORT).encode()).text.count("\x07") == 1


def test_limits_are_told() -> None:
    assert "101 characters of text, more than the 100" in reason(b"x" * 101, options=SMALL)
    assert "larger than 1,000 bytes" in reason(b"x" * 1001, options=SMALL)


def test_fifty_megabytes_are_refused() -> None:
    assert "larger than 20,000,000 bytes" in reason(b"many words " * 5_000_000)


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture"),
        (b"GIF89a\x01\0\x01\0", "a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "an old Office file"),
        (rb"{\rtf1\ansi Some words that nobody reads}", "a rich-text file"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "an archive that is not read"),
        (b"Rar!\x1a\x07\x01\0", "an archive that is not read"),
        (b"ID3\x03\0\0\0\0\0", "sound or video"),
        (b"\0\0\0\x18ftypmp42", "sound or video"),
        (b"SQLite format 3\0", "a database"),
        (b"\x7fELF\x02\x01\x01\0", "a program"),
        (b"<?xml version='1.0'?><rss><channel><title>News</title></channel></rss>", "XML that is no web page"),
    ],
)
def test_other_kinds_are_named_with_the_way_out(head: bytes, told: str) -> None:
    assert told in reason(head, "report.txt")


@pytest.mark.parametrize("start", ["ID3 tags are old. ", "MZ is a mark. ", "GIF89a is another. ", "Rar! they cried. "])
def test_words_that_look_like_marks_are_words(start: str) -> None:
    assert found((start + REPORT).encode()).text.startswith(start)
