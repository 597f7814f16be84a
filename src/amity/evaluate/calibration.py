"""How often facts of each confidence are right: counts, precision with its interval, and the table."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple, get_args

from amity.evaluate.sides import Item
from amity.evaluate.verdicts import verdicts
from amity.model.actors import Confidence
from amity.office.audit.precision import wilson
from amity.reading.confidence import KINDS
from amity.reading.report import FactKind

LEVELS: tuple[Confidence, ...] = get_args(Confidence)


class Rated(NamedTuple):
    """A fact that was rated, and whether it is right."""

    kind: FactKind
    level: Confidence
    right: bool


class Share(NamedTuple):
    """How many of ``of`` are ``right``."""

    right: int
    of: int

    @property
    def precision(self) -> float | None:
        """The share that is right, None where there is none to judge."""
        return self.right / self.of if self.of else None

    def interval(self) -> tuple[float, float]:
        """Return the 95 % interval of the precision (Wilson's score interval, 1927); 0 to 1 where there is none to judge."""
        if not self.of:
            return 0.0, 1.0
        found = wilson(self.right / self.of, self.of)
        return found.low, found.high


def rated(gold: Item, reading: Item) -> Iterator[Rated]:
    """Yield each fact of a reading with the confidence that it has there and whether gold bears it out (both as JSON objects)."""
    for one in verdicts(gold, reading):
        yield Rated(one.kind, reading[one.layer][one.at]["confidence"], one.right)


def shares(facts: Iterable[Rated]) -> dict[FactKind, dict[Confidence, Share]]:
    """Return the share that is right, by kind and confidence; every kind and every confidence is there."""
    counts: dict[tuple[FactKind, Confidence], list[int]] = defaultdict(lambda: [0, 0])
    for fact in facts:
        counts[fact.kind, fact.level][0] += fact.right
        counts[fact.kind, fact.level][1] += 1
    return {kind: {level: Share(*counts[kind, level]) for level in LEVELS} for kind in KINDS}


def table(counted: dict[FactKind, dict[Confidence, Share]]) -> str:
    """Return a Markdown table: for each kind its facts, and how many are of each confidence, right how often, with 95 % intervals."""
    head = ["| kind | facts | high | medium | low |", "|---|---|---|---|---|"]
    rows = (f"| {kind} | {sum(one.of for one in of.values())} | {' | '.join(_cells(of))} |" for kind, of in counted.items())
    return "\n".join([*head, *rows])


def _cells(counted: dict[Confidence, Share]) -> Iterator[str]:
    facts = sum(one.of for one in counted.values())
    for level in LEVELS:
        one = counted[level]
        if one.precision is None:
            yield "none"
            continue
        low, high = one.interval()
        yield f"{one.of / facts:.0%}: {one.precision:.2f} ({low:.2f} to {high:.2f}) of {one.of}"
