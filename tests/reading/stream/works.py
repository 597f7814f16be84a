"""Readers and what they make of readings for the tests of streams: functions of a module, so that other processes find them."""

import os
import signal
from collections.abc import Iterable, Iterator

from amity.model import Document, Reading
from amity.reading.load import Failure, Loaded
from amity.reading.report import Report
from amity.reading.unread import kept_unread


def loaded(name: str, text: str = "") -> Loaded:
    """Return a document of that name."""
    return Loaded(Document(id="sha256:0", path=name), text or name)


def read(items: Iterable[Loaded], pipeline: str) -> Iterator[tuple[Report, Reading] | Failure]:
    """Take each document as read; what its text says happens first."""
    for item in items:
        if item.text in HAPPENINGS:
            HAPPENINGS[item.text]()
        yield kept_unread(item.document, item.text, f"test: {pipeline}")


def read_together(items: Iterable[Loaded], pipeline: str) -> Iterator[tuple[Report, Reading] | Failure]:
    """Read documents as ``read`` does, all before the first is told."""
    yield from list(read(items, pipeline))


def name(report: Report, reading: Reading) -> str:
    """Make its path of a reading."""
    return reading.document.path


def name_and_process(report: Report, reading: Reading) -> tuple[str, int]:
    """Make its path and the process that read it of a reading."""
    return reading.document.path, os.getpid()


def unshowable(report: Report, reading: Reading) -> str:
    """Make nothing of a reading whose text is "odd"."""
    return {}["odd"] if reading.text == "odd" else reading.document.path


def endless() -> None:
    """Never return."""
    while True:
        pass


def deaf() -> None:
    """Never return, and hear no alarm, as compiled code does."""
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
    endless()


def killed() -> None:
    """End this process as the system does for want of memory."""
    os.kill(os.getpid(), signal.SIGKILL)


def left() -> None:
    """End this process without a word."""
    os._exit(3)


HAPPENINGS = {"endless": endless, "deaf": deaf, "killed": killed, "left": left}
