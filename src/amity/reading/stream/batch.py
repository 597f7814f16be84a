"""A batch of documents, read in this process one after the other within the time limit."""

import copy
import traceback
from collections.abc import Iterator, Sequence
from typing import TypeVar

from amity.errors import AmityError
from amity.model import Reading
from amity.reading.cleaning.characters import repair
from amity.reading.language import settle_language
from amity.reading.limit import TimeUp, within
from amity.reading.load import Failure, Loaded
from amity.reading.parser import pipeline as load_parser
from amity.reading.report import Report
from amity.reading.stream.model import Done, Outcome, Plan, Task
from amity.reading.triage import triage
from amity.reading.unread import kept_unread
from amity.vocabulary import language, speaking

T = TypeVar("T")


def outcomes(batch: Sequence[Task | Failure], plan: Plan[T]) -> Iterator[Outcome[T]]:
    """Yield the outcome of each document in order; what triage passes over is kept unread, as it was found."""
    passed = [passed_over(task.loaded) if isinstance(task, Task) and task.triage else None for task in batch]
    read = _read([task.loaded for task, unread in zip(batch, passed, strict=True) if isinstance(task, Task) and not unread], plan)
    for task, unread in zip(batch, passed, strict=True):
        if isinstance(task, Failure):
            yield task
        else:
            yield _made(*unread, plan) if unread else next(read)


def too_long(path: str, seconds: float | None) -> Failure:
    """Return the failure of a document that exceeded the time limit."""
    return Failure(path, f"reading took longer than {seconds:g} s; split it, or allow more with --time-limit")


def passed_over(loaded: Loaded) -> tuple[Report, Reading] | None:
    """Return what triage keeps unread, as it was found and with its language; None for a document to read."""
    verdict = triage(loaded.text)
    if verdict.read:
        return None
    text = repair(loaded.text)
    document = copy.copy(loaded.document)
    unread = settle_language(document, text)
    if not unread and document.language != language():
        with speaking(document.language):
            verdict = triage(text)
    return None if verdict.read else kept_unread(document, text, unread or f"triage: {verdict.reason}")


def _read(items: Sequence[Loaded], plan: Plan[T]) -> Iterator[Outcome[T]]:
    """Read the documents together; when one step of that takes too long, those that are left are read one by one."""
    if items:
        load_parser(plan.pipeline)  # once, and not in the first document's time
    reading = plan.reader(items, plan.pipeline)
    for done, item in enumerate(items):
        try:
            with within(plan.seconds):
                outcome = next(reading)
                made = outcome if isinstance(outcome, Failure) else _made(*outcome, plan)
        except TimeUp:
            if len(items) > 1:
                for left in items[done:]:
                    yield from _read([left], plan)
                return
            made = too_long(item.document.path, plan.seconds)
        yield made


def _made(report: Report, reading: Reading, plan: Plan[T]) -> Outcome[T]:
    document = reading.document
    try:
        return Done(document.path, document.unread, plan.made(report, reading))
    except AmityError:
        raise
    except Exception as error:  # one odd reading must not cost the others
        place = traceback.extract_tb(error.__traceback__)[-1]
        return Failure(
            document.path, f"its reading cannot be shown ({type(error).__name__} in {place.name}); please report it with the text"
        )
