"""Speed, start-up, memory, jobs and triage of the reader, measured in one run beside the bare parser on the same text."""

import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from statistics import median

import spacy

from amity.reading.clean import clean
from amity.reading.load import Loaded, load
from amity.reading.metadata import load_metadata
from amity.reading.pipeline import read_many
from amity.samples import SAMPLES
from amity.settings import load_settings
from bench import streams
from bench.figures import Figure, least, most, printed, write

ROUNDS = 5  # the median of so many rounds is told, after one that warms up
BATCH = 16  # texts a batch for the bare parser


def samples() -> list[Loaded]:
    """Return the bundled sample reports."""
    known = load_metadata(SAMPLES / "sources.jsonl")
    return [item for item in load([str(SAMPLES / "reports")], known, None) if isinstance(item, Loaded)]


def seconds(work: Callable[[], object]) -> float:
    """Return the wall time in seconds of a piece of work."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def rounds(*works: Callable[[], object]) -> list[list[float]]:
    """Return the seconds of each piece of work in each round; a round does all, so that what else the machine does falls on all."""
    for work in works:
        work()
    return [[seconds(work) for work in works] for _ in range(ROUNDS)]


def first_reading(peak: bool = False) -> str:
    """Read one sample in a fresh process; return what it printed (with ``peak`` all samples, and its peak memory in KiB)."""
    first = str(min((SAMPLES / "reports").glob("*.txt")))
    command = [sys.executable, "-m", "amity", "read", "--format", "json", first]
    if not peak:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout
    before = "import resource, sys; from amity.cli.reading import Run; list(Run(sys.argv[1:], None, None));"
    told = f"{before} print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    folder = str(SAMPLES / "reports")
    return subprocess.run([sys.executable, "-c", told, folder], check=True, capture_output=True, text=True).stdout


def speed(pipeline: str) -> list[Figure]:
    """Measure whole readings beside the bare parser, with and without its entity labels."""
    loaded = samples()
    texts = [clean(item.text, item.document).text for item in loaded]
    with_names, without_names = spacy.load(pipeline), spacy.load(pipeline, exclude=["ner"])
    taken = rounds(
        lambda: list(read_many(samples(), pipeline)),
        lambda: list(with_names.pipe(texts, batch_size=BATCH)),
        lambda: list(without_names.pipe(texts, batch_size=BATCH)),
    )
    words = sum(len(item.text.split()) for item in loaded)
    names = ("Amity, whole reading", "bare parser with names", "bare parser without names")
    rates = [_rate(name, len(loaded), words, [one[number] for one in taken]) for number, name in enumerate(names)]
    return [
        *rates,
        most("time against the bare parser with names", median(one[0] / one[1] for one in taken), 1.2),
        Figure("time against the bare parser without names", f"{median(one[0] / one[2] for one in taken):.2f}"),
    ]


def _rate(name: str, documents: int, words: int, taken: Sequence[float]) -> Figure:
    middle = median(taken)
    return Figure(name, f"{documents / middle:,.1f} documents/s, {words / middle:,.0f} words/s")


def process() -> list[Figure]:
    """Measure a fresh process: from its start to its end with one reading, and its memory."""
    return [
        most("start-up to the first reading, whole process", median(one[0] for one in rounds(first_reading)), 2.0, " s"),
        most("peak memory of reading all samples", int(first_reading(peak=True)) / 1024, 600, " MB", 0),
    ]


def jobs(pipeline: str) -> list[Figure]:
    """Measure what two processes gain."""
    return [least("speed-up of two jobs", streams.speed_up(samples(), pipeline), 1.7)]


def triage() -> list[Figure]:
    """Measure triage: its speed on one core, what it lets through of what it should, and what it rejects."""
    return [
        least("triage on one core", streams.triage_rate(), 1000, " documents/s", 0),
        least(f"triage's recall on {len(streams.gold_texts())} gold documents with facts", streams.recall(), 0.99, "", 3),
        least("triage's rejection of unrelated news", streams.rejection(), 0.9, "", 3),
    ]


def setting(pipeline: str) -> str:
    """Return what the figures are measured with: versions, cores, documents."""
    versions = ", ".join(f"{name} {version(name)}" for name in ("amity", "spacy", pipeline))
    machine = f"{platform.machine()}, {os.cpu_count()} cores"
    loaded = samples()
    return (
        f"Python {platform.python_version()}, {versions}; {machine}; {len(loaded)} sample reports of "
        f"{sum(len(item.text.split()) for item in loaded):,} words; median of {ROUNDS} rounds."
    )


def main() -> None:
    """Measure, print, and write the table of the docs."""
    pipeline = load_settings().pipeline()
    told = setting(pipeline)
    print(told)
    figures: list[Figure] = []
    for measured in (lambda: speed(pipeline), process, lambda: jobs(pipeline), triage):
        part = measured()
        print(printed(part), flush=True)
        figures += part
    write(figures, told)


if __name__ == "__main__":
    main()
