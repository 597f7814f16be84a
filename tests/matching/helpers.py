"""What the tests of matching ask."""

from collections.abc import Iterable

from amity.matching import compare, extract
from amity.matching.features import Features
from amity.matching.inmemory import match
from amity.model.judgement import Member
from amity.model.reading import Reading
from amity.model.register import Comparison, Matched


def features(reading: Reading, layer: str, local: str) -> Features:
    return extract(reading)[Member(reading.document.id, layer, local)]


def together(matched: Matched, one: Reading, other: Reading, layer: str, local: str, there: str) -> bool:
    """Whether two facts are in one cluster."""
    ends = {Member(one.document.id, layer, local), Member(other.document.id, layer, there)}
    return any(ends <= set(cluster.members) for cluster in matched.clusters[layer])


def matched_pair(one: Reading, other: Reading, layer: str, local: str, there: str) -> bool:
    """Whether a register of these two reports alone makes two facts one."""
    return together(match([one, other]), one, other, layer, local, there)


def doubted(matched: Matched, layer: str) -> int:
    return sum(doubt.a.layer == layer for doubt in matched.doubts)


def shape(matched: Matched) -> dict[str, list[tuple[Member, ...]]]:
    """The clusters of all layers as sets of facts."""
    return {layer: sorted(cluster.members for cluster in found) for layer, found in matched.clusters.items()}


def reasons(comparison: Comparison) -> set[str]:
    return {reason.name for reason in comparison.reasons}


def compared(one: Reading, other: Reading, layer: str, local: str, there: str) -> Comparison:
    return compare(features(one, layer, local), features(other, layer, there))


def names(found: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return sorted(found)
