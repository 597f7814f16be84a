"""What a stream takes and gives: its plan, tasks and outcomes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from amity.model import Reading
from amity.reading.load import Failure, Loaded
from amity.reading.report import Report

T = TypeVar("T")

Reader = Callable[[Iterable[Loaded], str], Iterator[tuple[Report, Reading] | Failure]]
"""Reads documents with the named pipeline, lazily and in their order, as ``amity.reading.pipeline.read_many`` does."""


class Task(NamedTuple):
    """A document to read, and whether triage decides first."""

    loaded: Loaded
    triage: bool


class Done(NamedTuple, Generic[T]):
    """A document that was read, or kept unread for the reason given, and what was made of it."""

    path: str
    unread: str | None
    result: T


Outcome = Done[T] | Failure


def as_read(_: Report, reading: Reading) -> Reading:
    """Return the reading alone, as a plan's ``made`` does that wants nothing more."""
    return reading


@dataclass(frozen=True)
class Plan(Generic[T]):
    """How the documents of a stream are read.

    ``pipeline`` names the spaCy pipeline; ``made`` makes of a report and its reading what the stream is asked for. ``seconds`` is the
    time limit of one document (None: none). Further processes take the plan with them, so that ``made`` and ``reader`` have to be
    functions of modules.
    """

    pipeline: str
    made: Callable[[Report, Reading], T]
    reader: Reader
    seconds: float | None = None
    grace: float = 5.0
    """Seconds that a process has beyond the limit to end a document itself, before it is ended."""
