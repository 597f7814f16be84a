"""Streams: packed bytes are counted once, lines are bounded, copies have a limit."""

import gzip
import io
from typing import BinaryIO, cast

import pytest

from amity.errors import SourceError
from amity.reading.formats import Limits
from amity.reading.formats.model import Budget, Input
from amity.reading.formats.streams import is_damaged, lines, metered, spooled

LIMITS = Limits()
DATA = b"".join(b"line %d of the packed file\n" % number for number in range(20_000))


def packed(data: bytes, limits: Limits = LIMITS) -> BinaryIO:
    file = gzip.compress(data, mtime=0)
    return metered(cast(BinaryIO, gzip.GzipFile(fileobj=io.BytesIO(file))), len(file), Budget(limits), limits)


def test_a_packed_file_is_read_and_can_go_back() -> None:
    with packed(DATA) as file:
        assert file.read(100) == DATA[:100]
        assert file.seek(50_000) == 50_000
        assert file.read(10) == DATA[50_000:50_010]
        assert (file.seek(3), file.read(5)) == (3, DATA[3:8])
        assert file.seek(0, io.SEEK_END) == len(DATA)
        assert file.read() == b""
        assert (file.seek(-7, io.SEEK_END), file.read()) == (len(DATA) - 7, DATA[-7:])


def test_an_input_tells_its_size_and_head_without_moving() -> None:
    with packed(DATA) as file:
        source = Input("a.gz", file)
        assert (source.size(), source.head(10), source.head(5), file.tell()) == (len(DATA), DATA[:10], DATA[:5], 0)
        assert source.whole(len(DATA)) == DATA
        with pytest.raises(SourceError, match="larger than"):
            source.whole(len(DATA) - 1)


def test_going_back_does_not_spend_the_budget_twice() -> None:
    limits = Limits(unpacked_bytes=len(DATA))
    with packed(DATA, limits) as file:
        for _ in range(3):
            assert len(file.read()) == len(DATA)
            file.seek(0)


def test_the_budget_ends() -> None:
    with packed(DATA, Limits(unpacked_bytes=len(DATA) - 1)) as file, pytest.raises(SourceError, match="unpacks to more than"):
        file.read()


@pytest.mark.parametrize(("size", "stopped"), [(900_000, False), (1_100_000, True)])
def test_a_ratio_counts_beyond_the_first_million(size: int, stopped: bool) -> None:
    with packed(b"0" * size) as file:
        if stopped:
            with pytest.raises(SourceError, match="200 times its size"):
                file.read()
        else:
            assert len(file.read()) == size


@pytest.mark.parametrize("damaged", [b"\x1f\x8b\x08\0\0\0\0\0\0\0\xff\xff\xff", b"no gzip at all", gzip.compress(DATA, mtime=0)[:500]])
def test_damage_is_told(damaged: bytes) -> None:
    inner = cast(BinaryIO, gzip.GzipFile(fileobj=io.BytesIO(damaged)))
    with metered(inner, len(damaged), Budget(Limits()), Limits()) as file, pytest.raises(SourceError, match="the packed file is damaged"):
        file.read()


def test_a_copy_has_a_limit() -> None:
    with spooled(io.BytesIO(DATA), len(DATA)) as copy:
        assert copy.read() == DATA
    with pytest.raises(SourceError, match="without an end"):
        spooled(io.BytesIO(DATA), len(DATA) - 1)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_come_without_marks_and_ends(codec: str, end: str) -> None:
    text = end.join(["caf\u00e9", "", "two words", "last"])
    assert list(lines(io.BytesIO(text.encode(codec)), codec, 100)) == ["caf\u00e9", "", "two words", "last"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_a_line_beyond_the_limit_is_none(codec: str) -> None:
    text = "short\n" + "x" * 200_000 + "\nagain\n" + "y" * 99
    assert list(lines(io.BytesIO(text.encode(codec)), codec, 50)) == ["short", None, "again", None]


def test_damage_in_a_line_can_be_told() -> None:
    good, bad, fine = lines(io.BytesIO(b"caf\xc3\xa9\ncaf\xe9\nplain"), "utf-8", 100)
    assert [is_damaged(line or "") for line in (good, bad, fine)] == [False, True, False]
