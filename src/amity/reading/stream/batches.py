"""One stream over all documents: batches, which of them triage decides about, one process or several."""

from collections.abc import Iterable, Iterator
from typing import Literal, TypeVar

from amity.reading.load import Failure, Loaded
from amity.reading.pipeline import BATCH, BATCH_CHARACTERS
from amity.reading.stream.batch import outcomes
from amity.reading.stream.model import Outcome, Plan, Task

T = TypeVar("T")

TRIAGE_FROM = 1000
"""Documents of a run beyond which triage is worth what it may miss."""


def triage_start(mode: Literal["auto", "on", "off"], expected: int | None) -> int | None:
    """Return the number, from 0, of the first document that triage decides about; None where it decides about none.

    ``auto`` is on for the whole run where its sources are known to hold more than 1,000 documents, else from the 1,001st on.
    """
    if mode == "auto":
        return 0 if expected is not None and expected > TRIAGE_FROM else TRIAGE_FROM
    return 0 if mode == "on" else None


def stream(items: Iterable[Loaded | Failure], plan: Plan[T], jobs: int = 1, triage_from: int | None = None) -> Iterator[Outcome[T]]:
    """Yield the outcome of each item in order, the same for any number of jobs.

    Items are taken as they are needed. With one job they are read in this process, else in so many others, which end with the
    iteration. Raise SetupError when the pipeline is not installed or a process cannot begin.
    """
    batches = _batches(_tasks(items, triage_from))
    if jobs > 1:
        from amity.reading.stream.processes import Processes  # only who asks for it waits for it

        with Processes(plan, jobs) as processes:
            yield from processes.outcomes(batches)
    else:
        for batch in batches:
            yield from outcomes(batch or (), plan)


def _tasks(items: Iterable[Loaded | Failure], triage_from: int | None) -> Iterator[Task | Failure]:
    number = 0
    for item in items:
        if isinstance(item, Failure):
            yield item
        else:
            yield Task(item, triage_from is not None and number >= triage_from)
            number += 1


def _batches(tasks: Iterable[Task | Failure]) -> Iterator[list[Task | Failure] | None]:
    """Yield batches, and None after each task that does not fill one: who waits for a batch can look after other things."""
    batch: list[Task | Failure] = []
    characters = 0
    for task in tasks:
        length = len(task.loaded.text) if isinstance(task, Task) else 0
        if batch and characters + length > BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
        batch.append(task)
        characters += length
        if len(batch) == BATCH:
            yield batch
            batch, characters = [], 0
        else:
            yield None
    if batch:
        yield batch
