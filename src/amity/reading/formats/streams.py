"""Streams: unpacked bytes are counted while they are read, and lines are read one by one, none longer than a limit."""

import io
import re
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from amity.errors import SourceError
from amity.reading.formats.model import Budget, Limits

CHUNK = 65_536
IN_MEMORY = 8_000_000  # bytes of an unpacked file that are held before the rest goes to disk
RATIO_FROM = 1_000_000  # unpacked bytes below which no ratio is suspicious: small files are repetitive

_DAMAGE = re.compile("[\udc80-\udcff]")  # what a codec's surrogateescape leaves of bytes that it cannot read


class Metered(io.RawIOBase):
    """A file that counts what is read from a packed one, once for each byte, and stops bombs.

    Raise SourceError where the packed bytes are damaged, unpack to more than the budget, or to more than ``limits.ratio`` times
    their size.
    """

    def __init__(self, inner: BinaryIO, packed: int, budget: Budget, limits: Limits) -> None:
        super().__init__()
        self._inner, self._packed, self._budget, self._limits = inner, packed, budget, limits
        self._at = self._furthest = 0

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def seekable(self) -> bool:
        """Tell that it can go back (by unpacking once more)."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill the buffer with unpacked bytes and return their number."""
        view = memoryview(cast(bytearray, buffer))
        try:
            data = self._inner.read(min(len(view), CHUNK))
        except (OSError, EOFError, zlib.error, ValueError, NotImplementedError, RuntimeError) as error:
            raise SourceError(f"the packed file is damaged ({error}); pack it anew") from error
        view[: len(data)] = data
        self._at += len(data)
        self._count()
        return len(data)

    def _count(self) -> None:
        if self._at <= self._furthest:
            return
        self._budget.spend(self._at - self._furthest)
        self._furthest = self._at
        if self._furthest > max(RATIO_FROM, self._packed * self._limits.ratio):
            raise SourceError(f"unpacks to more than {self._limits.ratio} times its size, as bombs do; unpack it and read its parts")

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place; going forward unpacks what lies between."""
        if whence == io.SEEK_END:
            while self.read(CHUNK):
                pass
            target = self._at + offset
        else:
            target = offset + (self._at if whence == io.SEEK_CUR else 0)
        if target < self._at:
            self._inner.seek(0)
            self._at = 0
        while self._at < target and self.read(min(CHUNK, target - self._at)):
            pass
        return self._at

    def tell(self) -> int:
        """Return the place."""
        return self._at


def metered(inner: BinaryIO, packed: int, budget: Budget, limits: Limits) -> BinaryIO:
    """Return the packed file as one that is counted while it is read (see Metered)."""
    return io.BufferedReader(Metered(inner, packed, budget, limits), CHUNK)


def spooled(file: BinaryIO, limit: int | None = None) -> BinaryIO:
    """Return a copy that can seek cheaply: in memory while it is small, then on disk; its user closes it.

    Raise SourceError for a stream of more bytes than the limit.
    """
    with ExitStack() as until_full:
        copy = until_full.enter_context(SpooledTemporaryFile(max_size=IN_MEMORY))
        while data := file.read(CHUNK):
            copy.write(data)
            if limit is not None and copy.tell() > limit:
                raise SourceError(f"more than {limit:,} bytes without an end; save it and name its file")
        copy.seek(0)
        until_full.pop_all()
    return cast(BinaryIO, copy)


def lines(file: BinaryIO, codec: str, limit: int) -> Iterator[str | None]:
    """Yield the lines of a text, without their ends; None for one of more than ``limit`` bytes, which is passed over.

    Bytes that the codec cannot read become lone surrogates, so that only their record is damaged.
    """
    codec = "utf-8" if codec == "utf-8-sig" else codec
    if codec.startswith(("utf-16", "utf-32")):
        yield from _wide_lines(file, codec, limit)
        return
    first = True
    while line := file.readline(limit + 1):
        if len(line) > limit:
            _pass_over(file, line)
            yield None
        else:
            text = line.decode(codec, "surrogateescape").rstrip("\r\n")
            yield text.removeprefix("\ufeff") if first else text
        first = False


def _pass_over(file: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = file.readline(CHUNK)


def _wide_lines(file: BinaryIO, codec: str, limit: int) -> Iterator[str | None]:
    """Lines of UTF-16 and UTF-32, whose line ends are no single bytes."""
    text = io.TextIOWrapper(file, encoding=codec, errors="replace", newline=None)
    try:
        while line := text.readline(limit + 1):
            if len(line) > limit:
                while line and not line.endswith("\n"):
                    line = text.readline(CHUNK)
                yield None
            else:
                yield line.rstrip("\n").removeprefix("\ufeff")
    finally:
        text.detach()


def is_damaged(line: str) -> bool:
    """Tell whether a line holds bytes that its codec could not read."""
    return not line.isascii() and bool(_DAMAGE.search(line))
