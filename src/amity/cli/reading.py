"""What the commands that read share: progress, and one line for each failure."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from amity.model import Reading
from amity.reading.formats import Options
from amity.reading.load import Failure, Loaded, load
from amity.reading.metadata import load_metadata, parse_day
from amity.reading.pipeline import read_safely
from amity.reading.report import Report
from amity.reading.sources import expected
from amity.settings import load_settings


class Run:
    """One run over sources: iterate for the readings; failures are told on standard error and counted."""

    def __init__(
        self,
        sources: Iterable[str],
        metadata: Path | None,
        published: str | None,
        text_field: str | None = None,
        allow_private: bool = False,
    ) -> None:
        sources = list(sources)
        known = load_metadata(metadata) if metadata else {}
        self._expected = expected(sources) if sys.stderr.isatty() else None
        self._loaded = load(sources, known, parse_day(published) if published else None, Options(text_field, allow_private))
        self._pipeline = load_settings().pipeline()
        self._console = Console(stderr=True)
        self.failures = 0

    def __iter__(self) -> Iterator[Reading]:
        return (reading for _, reading in self.explained())

    def explained(self) -> Iterator[tuple[Report, Reading]]:
        """Yield each reading with the report it was read from: what fired where, and what was removed."""
        with self._progress() as progress:
            task = progress.add_task("reading", total=self._expected)
            for item in self._loaded:
                outcome = self._read(item)
                progress.advance(task)
                if outcome:
                    yield outcome

    def _read(self, item: Loaded | Failure) -> tuple[Report, Reading] | None:
        outcome = item if isinstance(item, Failure) else read_safely(item, self._pipeline)
        if isinstance(outcome, Failure):
            self.failures += 1
            self._console.print(f"amity: {outcome.path}: {outcome.reason}", markup=False, highlight=False, soft_wrap=True)
            return None
        return outcome

    def _progress(self) -> Progress:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        return Progress(*columns, console=self._console, transient=True, disable=not sys.stderr.isatty())
