"""What streams gain: two processes over one, and triage over reading."""

import json
import time
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from amity.model import Document, Reading
from amity.reading.load import Loaded
from amity.reading.pipeline import read_many
from amity.reading.report import Report
from amity.reading.stream import Plan, stream
from amity.reading.stream.batch import passed_over
from amity.samples import SAMPLES
from bench.unrelated import unrelated

ROOT = Path(__file__).parents[1]
COPIES = 12
"""Of the samples, each with other bytes: so many that two processes read most of the time."""
BEFORE = 3
"""Copies of the samples that are read before time is taken: until then, processes load the parser and meet all rules once."""
NEWS = 2000
"""Generated reports about something else."""


def size(report: Report, reading: Reading) -> int:
    """Make next to nothing of a reading, so that reading is what is measured."""
    return len(reading.text)


def speed_up(samples: Sequence[Loaded], pipeline: str) -> float:
    """Return how many times as fast two jobs read as one, once both are at work; their start-up is left out."""
    one, two = (_seconds(samples, Plan(pipeline, size, read_many, 60.0), jobs) for jobs in (1, 2))
    return one / two


def _seconds(samples: Sequence[Loaded], plan: Plan[int], jobs: int) -> float:
    start = 0.0
    for number, _ in enumerate(stream(_copies(samples), plan, jobs)):
        if number == BEFORE * len(samples):
            start = time.perf_counter()
    return time.perf_counter() - start


def _copies(samples: Sequence[Loaded]) -> Iterator[Loaded]:
    for number in range(COPIES):
        for item in samples:
            yield item._replace(text=f"{item.text}\n\nEdition {number} of the paper has more on page {number + 2}.\n")


def triage_rate() -> float:
    """Return how many documents a second are decided about on one core, the language of those passed over included."""
    news = [Loaded(Document(id="sha256:0", path="news.txt"), text) for text in unrelated(NEWS)]
    passed_over(news[0])
    start = time.perf_counter()
    for item in news:
        passed_over(item)
    return NEWS / (time.perf_counter() - start)


@cache
def gold_texts() -> tuple[str, ...]:
    """Return the texts of all gold documents that hold facts: the samples, and the real reports where they are present."""
    folders = [(ROOT / "tests" / "gold" / part, SAMPLES / "reports") for part in ("tuned", "aside")]
    shared = ROOT.parent / "shared"
    folders.append((shared / "gold" / "seeds", shared / "seeds"))
    return tuple(text for gold, reports in folders for text in _with_facts(gold, reports))


def _with_facts(gold: Path, reports: Path) -> Iterator[str]:
    for path in sorted(gold.glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        if any(told[layer] for layer in ("events", "instruments", "statements")):
            yield (reports / f"{path.stem}.txt").read_text(encoding="utf-8")


def recall() -> float:
    """Return the share of the gold documents with facts that triage lets through."""
    return sum(_is_read(text) for text in gold_texts()) / len(gold_texts())


def rejection() -> float:
    """Return the share of generated unrelated news that triage passes over."""
    return sum(not _is_read(text) for text in unrelated(NEWS)) / NEWS


def _is_read(text: str) -> bool:
    return passed_over(Loaded(Document(id="sha256:0", path="any.txt"), text)) is None
