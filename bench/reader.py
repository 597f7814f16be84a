"""Speed, start-up and memory of the reader, measured in one run beside the bare parser on the same text."""

import subprocess
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from statistics import median

import spacy

from amity.reading.clean import clean
from amity.reading.load import Loaded, load
from amity.reading.metadata import load_metadata
from amity.reading.pipeline import read_loaded
from amity.samples import SAMPLES
from amity.settings import load_settings

ROUNDS = 5  # the median of so many rounds is told, after one that warms up
BATCH = 16  # texts a batch for the bare parser


def samples() -> list[Loaded]:
    """Return the bundled sample reports."""
    known = load_metadata(SAMPLES / "sources.jsonl")
    return [item for item in load([str(SAMPLES / "reports")], known, None) if isinstance(item, Loaded)]


def seconds(work: Callable[[], object]) -> float:
    """Return the median wall time in seconds of a piece of work."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return median(times)


def first_reading(peak: bool = False) -> str:
    """Read one sample in a fresh process; return what it printed (its peak memory in KiB, if asked for)."""
    first = str(min((SAMPLES / "reports").glob("*.txt")))
    command = [sys.executable, "-m", "amity", "read", "--format", "json", first]
    if not peak:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout
    before = "import resource, sys; from amity.cli.reading import Run; list(Run(sys.argv[1:], None, None));"
    told = f"{before} print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    folder = str(SAMPLES / "reports")
    return subprocess.run([sys.executable, "-c", told, folder], check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Measure and print."""
    pipeline = load_settings().pipeline()
    loaded = samples()
    words = sum(len(item.text.split()) for item in loaded)
    texts = [clean(item.text, item.document).text for item in samples()]
    bare = spacy.load(pipeline)
    no_names = spacy.load(pipeline, exclude=["ner"])
    reading = seconds(lambda: [read_loaded(item, pipeline) for item in samples()])
    with_names = seconds(lambda: list(bare.pipe(texts, batch_size=BATCH)))
    without = seconds(lambda: list(no_names.pipe(texts, batch_size=BATCH)))
    print(f"python {sys.version.split()[0]}, amity {version('amity')}, spacy {version('spacy')}, pipeline {pipeline}")
    print(f"{len(loaded)} sample reports, {words} words, median of {ROUNDS} rounds")
    for name, taken in (("amity", reading), ("bare parser with names", with_names), ("bare parser without names", without)):
        print(f"{name:26} {len(loaded) / taken:8.1f} documents/s {words / taken:9.0f} words/s")
    print(f"time against the bare parser: with names {reading / with_names:.2f}, without names {reading / without:.2f}")
    print(f"start-up to first reading, whole process: {seconds(first_reading):.2f} s")
    print(f"peak memory of reading all samples: {int(first_reading(peak=True)) / 1024:.0f} MB")


if __name__ == "__main__":
    main()
