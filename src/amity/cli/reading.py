"""What the commands that read share: progress, and one line for each failure."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from amity.exchange.visible import visible
from amity.model import Reading
from amity.reading.formats import Options
from amity.reading.load import Failure, Loaded, load
from amity.reading.metadata import load_metadata, parse_day
from amity.reading.pipeline import read_many
from amity.reading.report import Report
from amity.reading.sources import expected
from amity.reading.stream import Plan, as_read, stream, triage_start
from amity.settings import load_settings

T = TypeVar("T")


@dataclass(frozen=True)
class Way:
    """How documents are read: processes, seconds for one document (None: as the settings say) and triage."""

    jobs: int = 1
    time_limit: float | None = None
    triage: Literal["auto", "on", "off"] = "off"


class Run:
    """One run over sources: iterate for the readings; failures are told on standard error and counted."""

    def __init__(
        self,
        sources: Iterable[str],
        metadata: Path | None = None,
        published: str | None = None,
        options: Options = Options(),  # noqa: B008 (immutable)
        way: Way = Way(),
        again: Sequence[Loaded] | None = None,
    ) -> None:
        """Prepare a run over sources, or over texts that were read before (``again``)."""
        sources = list(sources)
        known = load_metadata(metadata) if metadata else {}
        self._way = way
        self._settings = load_settings()
        self._limit = (self._settings.time_limit if way.time_limit is None else way.time_limit) or None
        day = parse_day(published) if published else None
        self._loaded = iter(again) if again is not None else load(sources, known, day, options._replace(seconds=self._limit))
        self._progress = sys.stderr.isatty()
        counted = self._progress or way.triage == "auto"
        self._expected = len(again) if again is not None else expected(sources) if counted else None
        self._console = Console(stderr=True)
        self.failures = 0

    def __iter__(self) -> Iterator[Reading]:
        return self.each(as_read)

    def each(self, made: Callable[[Report, Reading], T], quiet: bool = False) -> Iterator[T]:
        """Yield what is made of each report and its reading, in order; ``made`` is a function of a module.

        ``quiet`` is for output that goes to the terminal line by line and is progress enough.
        """
        passed = read = 0
        with self._bar(quiet) as bar:
            task = bar.add_task("reading", total=self._expected)
            for outcome in stream(self._loaded, self._plan(made), self._way.jobs, triage_start(self._way.triage, self._expected)):
                bar.advance(task)
                if isinstance(outcome, Failure):
                    self.failures += 1
                    self._say(outcome.path, outcome.reason)
                    continue
                read += 1
                passed += self._unread(outcome.path, outcome.unread)
                yield outcome.result
        if passed:
            self._say(f"{passed:,} of {read:,} documents", "not read, since triage found too little in them; --triage off reads all")

    def _plan(self, made: Callable[[Report, Reading], T]) -> Plan[T]:
        return Plan(self._settings.pipeline(), made, read_many, self._limit)

    def _unread(self, path: str, reason: str | None) -> bool:
        """Say why a document was kept unread, where that is worth a line of its own; tell whether it was for triage."""
        kind = (reason or "").partition(":")[0]
        if reason and kind == "language":
            self._say(path, f"kept unread; {reason}")
        return kind == "triage"

    def _say(self, thing: str, message: str) -> None:
        self._console.print(f"amity: {visible(thing)}: {visible(message)}", markup=False, highlight=False, soft_wrap=True)

    def _bar(self, quiet: bool) -> Progress:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        off = not self._progress or (quiet and sys.stdout.isatty())
        return Progress(*columns, console=self._console, transient=True, disable=off, redirect_stdout=False, redirect_stderr=False)
