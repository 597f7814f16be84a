"""Copies: reports whose text is the same, or nearly, or cut from the other, count as one independent source.

A sketch is the MinHash of the runs of words of a text (Broder 1997); the part of their runs that two texts share is estimated from
it, and from the number of runs the part of the shorter text that stands in the longer one. Offices tell like events in like words:
texts that differ in whom, where and how many they name are no copies, however alike their words.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec
from rensa import RMinHash

from amity.matching.clustering import cluster
from amity.matching.names import words
from amity.matching.words import capitals
from amity.model.reading import Reading
from amity.model.register import Link

RUN = 4
"""Words of a run: two reporters of one event share words, seldom four in a row."""
HASHES, SEED = 126, 42
ROWS = 3
"""Hashes of a band: of texts alike by half 99 in 100 share one of the 42 bands, of unrelated ones 1 in 10,000."""
ALIKE = 0.5
"""Part of the runs of both texts together that copies share: changes of headline, byline and a few words leave more."""
CONTAINED = 0.75
"""Part of the shorter text's runs that stand in the longer: wire text that was cut."""
LEAST_ALIKE = 0.2
"""Below it the estimate is too rough for ``CONTAINED``."""
SHORTEST = 30
"""Runs without which a text is too short to be compared."""


SAME_NAMES = 0.75
"""Part of the names and numbers of the text with fewer that stand in the other: copies correct a name, forms fill in all."""
FEW_NAMES = 4
"""Names and numbers below which they tell nothing."""
MOST_NAMES = 200

_NUMBER = re.compile(r"\b\d+(?:[.,]\d+)*\b")


class Sketch(msgspec.Struct, frozen=True):
    """MinHash of a text, the number of its runs, and its names and numbers (the first 200 in the order of the alphabet)."""

    digest: tuple[int, ...]
    runs: int
    named: tuple[str, ...] = ()


def sketch(text: str) -> Sketch:
    """Return the sketch of a cleaned text."""
    found = words(text[:200_000])
    runs = sorted({" ".join(found[at : at + RUN]) for at in range(len(found) - RUN + 1)})
    minhash = RMinHash(HASHES, SEED)
    minhash.update(runs)
    return Sketch(tuple(minhash.digest()), len(runs), named(text[:200_000]))


def sketch_of(reading: Reading) -> Sketch:
    """Return the sketch of a reading; an entry is no copy of another, however alike the forms that were filled in."""
    return sketch("" if reading.document.entry else reading.text)


def named(text: str) -> tuple[str, ...]:
    """Return the names and numbers of a text by which it is known from others of its form."""
    return tuple(sorted({*capitals(text), *_NUMBER.findall(text)})[:MOST_NAMES])


def sketch_keys(one: Sketch) -> frozenset[str]:
    """Return the blocking keys of a sketch: its bands."""
    if one.runs < SHORTEST:
        return frozenset()
    return frozenset(f"copy|{at}|{'-'.join(map(str, one.digest[at : at + ROWS]))}" for at in range(0, HASHES, ROWS))


def alike(one: Sketch, other: Sketch) -> float:
    """Return the estimated part of the runs of both texts together that they share (Jaccard)."""
    return sum(a == b for a, b in zip(one.digest, other.digest, strict=True)) / HASHES


def copied(one: Sketch, other: Sketch) -> bool:
    """Return whether one text is a copy of the other."""
    if min(one.runs, other.runs) < SHORTEST:
        return False
    if other_names(one, other):
        return False
    part = alike(one, other)
    shared = part * (one.runs + other.runs) / (1 + part)
    return part >= ALIKE or (part >= LEAST_ALIKE and shared / min(one.runs, other.runs) >= CONTAINED)


def other_names(one: Sketch, other: Sketch) -> bool:
    """Return whether two texts, however alike, name others."""
    fewest = min(len(one.named), len(other.named))
    return fewest >= FEW_NAMES and len({*one.named} & {*other.named}) < SAME_NAMES * fewest


def copies(sketches: Mapping[str, Sketch]) -> list[tuple[str, ...]]:
    """Return the groups of documents (two and more, sorted) whose texts are copies of each other."""
    holders: dict[str, list[str]] = defaultdict(list)
    for document in sorted(sketches):
        for key in sketch_keys(sketches[document]):
            holders[key].append(document)
    pairs = {(a, b) for held in holders.values() for at, a in enumerate(held) for b in held[at + 1 :]}
    return groups(Link(a, b, together=True) for a, b in sorted(pairs) if copied(sketches[a], sketches[b]))


def groups(links: Iterable[Link]) -> list[tuple[str, ...]]:
    """Return the connected groups of linked documents."""
    found = list(links)
    nodes = {end for link in found for end in (link.a, link.b)}
    return [group for group in cluster(nodes, (), found).clusters if len(group) > 1]
