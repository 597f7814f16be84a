"""What the register costs as it grows: adding a report, what it is compared with, the usual questions, space and memory.

``SIZES=1000,10000 make bench`` measures smaller registers than the usual 1,000, 10,000 and 100,000 reports. One register grows through
all sizes. The last reports before each size are added one by one and timed; those before them are added many in one transaction.
"""

import os
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import fmean, median
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from amity.model import Reading
from amity.register import Register, open_register
from amity.register.growing.stages import candidates
from amity.register.growing.state import State
from amity.register.sqlite import forget
from amity.register.working import nodes
from bench.figures import printed
from bench.register_queries import KINDS, questions
from bench.register_reports import ACTORS, DAILY, Made, reports
from bench.web import measure as measure_pages

SIZES = "1000,10000,100000"
SEED = 1
TIMED = 200
"""Reports before each size that are added one by one; also questions of each kind."""
TOGETHER = 200
"""Reports of one transaction where time is not taken."""
GROWTH, SLOWEST, MEMORY = 1.5, 50.0, 1.5
"""Goals: how much longer adding may take at the largest size than at the smallest, milliseconds of a question, and gigabytes."""
BENCH = "bench"


class Added(NamedTuple):
    """One report that was added by itself: seconds, and pairs of nodes that share a blocking key with one that it brought."""

    seconds: float
    pairs: int


class Measured(NamedTuple):
    """What a register of one size costs: milliseconds (``together``: for each of many reports at once), bytes and gigabytes."""

    size: int
    together: float
    middle: float
    slow: float
    pairs: float
    bytes: float
    memory: float
    asked: dict[str, float]


def sizes() -> list[int]:
    """Return the sizes asked for, the smallest first; raise SystemExit for what is none."""
    asked = os.environ.get("SIZES", SIZES)
    try:
        found = sorted({int(one) for one in asked.split(",")})
    except ValueError:
        raise SystemExit(f"SIZES={asked}: whole numbers with commas between them are expected, such as SIZES=1000,10000") from None
    if found[0] <= TIMED:
        raise SystemExit(f"SIZES={asked}: each size must be above {TIMED}, the number of reports that are timed")
    return found


def slowest(seconds: Sequence[float]) -> float:
    """Return the 95th percentile in milliseconds."""
    return sorted(seconds)[max(0, round(0.95 * len(seconds)) - 1)] * 1000


def add_one(register: Register, one: Reading) -> Added:
    """Add a report by itself and take the time."""
    with register.reading() as connection:
        last = connection.scalar(select(func.max(nodes.c.number))) or 0
    start = time.perf_counter()
    register.add(one)
    seconds = time.perf_counter() - start
    with register.reading() as connection:
        return Added(seconds, pairs(connection, last))


def pairs(connection: Connection, last: int) -> int:
    """Return how many pairs share a blocking key, of nodes that came after one (by number) with any."""
    new: dict[str, set[int]] = defaultdict(set)
    for number, layer in connection.execute(select(nodes.c.number, nodes.c.layer).where(nodes.c.number > last)).tuples():
        new[layer].add(number)
    return sum(len(candidates(State(connection), layer, numbers)) for layer, numbers in new.items())


def grow(register: Register, stream: Iterator[Made], start: int, size: int) -> tuple[float, list[Added]]:
    """Bring a register from one size to another; return the seconds for each of many reports, and what the last reports took."""
    begun = time.perf_counter()
    for at in range(start, size - TIMED, TOGETHER):
        register.add((one.reading for one in islice(stream, min(TOGETHER, size - TIMED - at))), together=TOGETHER)
    seconds = (time.perf_counter() - begun) / max(1, size - TIMED - start)
    return seconds, [add_one(register, one.reading) for one in islice(stream, TIMED)]


def ask(register: Register) -> dict[str, float]:
    """Return the 95th percentile in milliseconds of each kind of question."""
    found = {}
    with register.reading() as connection:
        for kind, ones in questions(connection, SEED, TIMED).items():
            taken = []
            for one in ones:
                start = time.perf_counter()
                one(connection)
                taken.append(time.perf_counter() - start)
            found[kind] = slowest(taken)
    return found


def measure(path: Path, wanted: Sequence[int]) -> Iterator[Measured]:
    """Yield the figures of each size as soon as the register has grown to it."""
    stream, start = reports(SEED), 0
    with open_register(path) as register:
        for size in wanted:
            together, added = grow(register, stream, start, size)
            times, asked = [one.seconds for one in added], ask(register)
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
            with register.engine.connect() as connection:
                forget(connection)
            each = path.stat().st_size / size
            yield Measured(
                size, together * 1000, median(times) * 1000, slowest(times), fmean(one.pairs for one in added), each, memory, asked
            )
            start = size


def told(one: Measured) -> str:
    """Return the line of one size."""
    asked = " ".join(f"{one.asked[kind]:8.1f}" for kind in KINDS)
    took = f"{one.together:8.1f} {one.middle:8.1f} {one.slow:8.1f}"
    return f"{one.size:>8,} {took} {one.pairs:8.1f} {asked} {one.bytes / 1024:9.1f} {one.memory:7.2f}"


def verdicts(found: Sequence[Measured]) -> list[str]:
    """Return what of the goals is reached by what was measured."""
    first, last = found[0], found[-1]
    ratio, question, memory = last.middle / first.middle, max(last.asked.values()), last.memory
    goals = (
        (f"adding at {last.size:,} against {first.size:,} reports: {ratio:.2f} times (goal {GROWTH})", ratio < GROWTH),
        (f"slowest kind of question at {last.size:,}: {question:.1f} ms (goal {SLOWEST:.0f})", question <= SLOWEST),
        (f"memory at {last.size:,}: {memory:.2f} GB (goal {MEMORY})", memory <= MEMORY),
    )
    return [f"{'reached' if good else 'MISSED '}  {words}" for words, good in goals]


def main() -> None:
    """Measure and print."""
    wanted = sizes()
    print(f"register of made-up reports: seed {SEED}, {ACTORS:,} actors, {DAILY} reports a day; times in ms, of the last {TIMED} reports")
    print("   size together      add   add95    pairs   search     list     show     pair KB/report      GB", flush=True)
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for one in measure(Path(folder) / "bench.db", wanted):
            found.append(one)
            print(told(one), flush=True)
        pages = printed(list(measure_pages(Path(folder) / "bench.db")))
    print(f"together: for each report of {TOGETHER} at once; add: one by one, median; add95 and the questions: 95th percentile")
    print("pairs: of facts that share a blocking key, for each report; GB: memory, at most")
    print("\n".join(verdicts(found)))
    print(f"pages of the register of {wanted[-1]:,} reports:\n{pages}")


if __name__ == "__main__":
    main()
