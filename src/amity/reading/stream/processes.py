"""Several processes that read: batches handed out, outcomes put back in order, processes that die or do not end replaced."""

import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from types import TracebackType
from typing import Generic, TypeVar

from amity.errors import AmityError, SetupError
from amity.reading.load import Failure
from amity.reading.stream.batch import too_long
from amity.reading.stream.child import Child
from amity.reading.stream.model import Outcome, Plan, Task
from amity.reading.stream.worker import READY

T = TypeVar("T")

AHEAD = 4
"""Batches a process that may be loaded or read before the first of them is asked for: what bounds memory."""


@dataclass
class _Batch(Generic[T]):
    """A batch on its way: its tasks, and their outcomes as they come in."""

    tasks: Sequence[Task | Failure]
    outcomes: list[Outcome[T] | None]
    told: int = 0
    """How many outcomes were yielded."""

    def ripe(self) -> Iterator[Outcome[T]]:
        """Yield the outcomes that can be told in order."""
        while self.told < len(self.outcomes) and (outcome := self.outcomes[self.told]) is not None:
            self.told += 1
            yield outcome


@dataclass
class _Part(Generic[T]):
    """Tasks of a batch, ``first`` and those after it, that one process reads; ``done`` of them are."""

    batch: _Batch[T]
    first: int
    count: int
    done: int = 0

    def tasks(self) -> Sequence[Task | Failure]:
        return self.batch.tasks[self.first : self.first + self.count]

    def put(self, outcome: Outcome[T]) -> None:
        self.batch.outcomes[self.first + self.done] = outcome
        self.done += 1

    def singly(self) -> "list[_Part[T]]":
        """Return what is left of it, each task a part of its own."""
        return [_Part(self.batch, number, 1) for number in range(self.first + self.done, self.first + self.count)]


@dataclass
class _Reader(Generic[T]):
    """A process and what it is reading."""

    child: Child
    ready: bool = False
    part: _Part[T] | None = None
    heard: float = field(default_factory=time.monotonic)
    """When it was last given or gave something."""


class Processes(Generic[T]):
    """So many processes that read by one plan; use it in a ``with`` block, whose end is theirs."""

    def __init__(self, plan: Plan[T], jobs: int) -> None:
        self._plan = plan
        self._jobs = jobs
        self._readers: list[_Reader[T]] = []
        self._waiting: deque[_Part[T]] = deque()
        self._batches: deque[_Batch[T]] = deque()

    def __enter__(self) -> "Processes[T]":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for reader in self._readers:
            reader.child.kill()

    def outcomes(self, batches: Iterable[Sequence[Task | Failure] | None]) -> Iterator[Outcome[T]]:
        """Yield the outcomes in the order of the batches; None among the batches is a pause in which others are heard."""
        source = iter(batches)
        more = True
        while more or self._batches:
            yield from self._ripe()
            self._hand_out()
            if more and len(self._batches) < AHEAD * self._jobs:
                batch = next(source, ())
                more = batch != ()
                self._take(batch)
                self._hear(0)
            elif self._batches:
                self._hear(self._patience())

    def _take(self, tasks: Sequence[Task | Failure] | None) -> None:
        if tasks:
            known: list[Outcome[T] | None] = [task if isinstance(task, Failure) else None for task in tasks]
            batch = _Batch[T](tasks, known)
            self._batches.append(batch)
            if None in known:
                self._waiting.append(_Part(batch, 0, len(tasks)))

    def _ripe(self) -> Iterator[Outcome[T]]:
        while self._batches:
            head = self._batches[0]
            yield from head.ripe()
            if head.told < len(head.outcomes):
                return
            self._batches.popleft()

    def _hand_out(self) -> None:
        """Give waiting parts to processes without one; begin a further process where that is not enough."""
        for reader in list(self._readers):
            if self._waiting and reader.ready and reader.part is None:
                self._give(reader, self._waiting.popleft())
        beginning = sum(not reader.ready for reader in self._readers)
        if len(self._waiting) > beginning and len(self._readers) < self._jobs:
            self._readers.append(_Reader(Child(self._plan)))

    def _give(self, reader: _Reader[T], part: _Part[T]) -> None:
        reader.part, reader.heard = part, time.monotonic()
        try:
            reader.child.connection.send(part.tasks())
        except OSError:
            self._lost(reader)

    def _hear(self, seconds: float | None) -> None:
        """Take in what the processes say, waiting for the first of it; end those that exceed the limit."""
        spoke = wait([reader.child.connection for reader in self._readers], seconds)
        for reader in list(self._readers):
            if reader.child.connection in spoke:
                self._hear_one(reader)
            elif self._left(reader) <= 0:
                self._lost(reader, late=True)

    def _hear_one(self, reader: _Reader[T]) -> None:
        try:
            told = reader.child.connection.recv()
        except (EOFError, OSError):
            self._lost(reader)
            return
        if isinstance(told, AmityError):
            raise told
        reader.heard = time.monotonic()
        if told == READY:
            reader.ready = True
        else:
            self._put(reader, told)

    def _put(self, reader: _Reader[T], outcome: Outcome[T]) -> None:
        if part := reader.part:
            part.put(outcome)
            if part.done == part.count:
                reader.part = None

    def _lost(self, reader: _Reader[T], late: bool = False) -> None:
        """Do without a process that died or is too late: a document read alone is the cause, of several each is read alone."""
        self._readers.remove(reader)
        code = reader.child.kill() if late else reader.child.end()
        part = reader.part
        if not reader.ready:
            raise SetupError(f"a process that was to read {_ended(code)} before it began; use --jobs 1, or fewer")
        if part and part.count == 1:
            path = _path(part.tasks()[0])
            part.put(too_long(path, self._plan.seconds) if late else Failure(path, f"the process that read it {_ended(code)}; split it"))
        elif part:
            self._waiting.extendleft(reversed(part.singly()))

    def _left(self, reader: _Reader[T]) -> float:
        """Return the seconds that a process still has: for what is read together, then for the first that is read alone."""
        if self._plan.seconds is None or reader.part is None:
            return float("inf")
        return reader.heard + 2 * self._plan.seconds + self._plan.grace - time.monotonic()

    def _patience(self) -> float | None:
        left = min((self._left(reader) for reader in self._readers), default=float("inf"))
        return None if left == float("inf") else max(0.0, left)


def _path(task: Task | Failure) -> str:
    return task.path if isinstance(task, Failure) else task.loaded.document.path


def _ended(code: int | None) -> str:
    if code is not None and code < 0:
        return f"was ended by signal {-code}" + (", perhaps for want of memory" if code == -9 else "")
    return f"ended with exit code {code}"
