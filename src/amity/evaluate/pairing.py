"""One-to-one pairing of gold items with read items, strongest first."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from amity.evaluate.names import same, words

ALIKE = 0.8  # Jaccard of words from which two actions of one passage are one statement said twice

Gold = TypeVar("Gold")
Read = TypeVar("Read")


def pair(
    gold: Sequence[Gold],
    read: Sequence[Read],
    strength: Callable[[Gold, Read], float],
    group: Sequence[int] | None = None,
) -> list[tuple[int, int]]:
    """Return pairs (gold index, read index) of strength > 0, greedy by strength.

    Of the read items that share a ``group`` number only one is paired.
    """
    ranked = sorted(
        ((strength(g, r), -gi, -ri) for gi, g in enumerate(gold) for ri, r in enumerate(read)),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_read: set[int] = set()
    pairs = []
    for value, negative_gold, negative_read in ranked:
        gi, ri = -negative_gold, -negative_read
        bucket = group[ri] if group else ri
        if value > 0 and gi not in used_gold and bucket not in used_read:
            used_gold.add(gi)
            used_read.add(bucket)
            pairs.append((gi, ri))
    return pairs


def overlap(gold: Sequence[Sequence[str]], read: Sequence[Sequence[str]]) -> float:
    """Return the Jaccard overlap (0 to 1) of two lists of parties, each party a list of name forms."""
    if not gold and not read:
        return 1.0
    hits = len(pair(gold, read, lambda g, r: 1.0 if same(g, r) else 0.0))
    return hits / (len(gold) + len(read) - hits)


def repeats(statements: Sequence[dict[str, Any]]) -> list[int]:
    """Return a group number for each statement: overlapping evidence and mostly the same words make one group."""
    bags = [set(words(s.get("action") or "")) for s in statements]
    spans = [[(e["start"], e["end"]) for e in s.get("evidence", [])] for s in statements]
    group: list[int] = []
    for i, bag in enumerate(bags):
        twin = next((j for j in range(i) if _twins(bag, bags[j], spans[i], spans[j])), None)
        group.append(i if twin is None else group[twin])
    return group


def _twins(bag: set[str], other: set[str], spans: list[tuple[int, int]], others: list[tuple[int, int]]) -> bool:
    touching = any(a < d and c < b for a, b in spans for c, d in others)
    return touching and len(bag & other) >= ALIKE * len(bag | other)
