"""Clusters from comparisons: depends on the set of nodes, edges and links only, never on their order.

Strong edges first; an edge is taken unless a link holds its two clusters apart. Links of judgements count above derived ones, later
ones above earlier ones. Nodes that are known in part only join afterwards, and only where exactly one cluster fits.
"""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from amity.model.register import Edge, Link

CLEARLY = 3.0
"""Points by which a cluster fits better than any other what is known in part: more than a post or a subject in common."""


class Clustering(msgspec.Struct, frozen=True):
    """Clusters (each sorted, the list sorted) and the edges that stay doubtful."""

    clusters: list[tuple[str, ...]]
    doubts: list[Edge]


class _Forest:
    """Clusters that grow, and the pairs of clusters that are held apart."""

    def __init__(self, nodes: Iterable[str]) -> None:
        self.parent = {node: node for node in nodes}
        self.apart: dict[str, set[str]] = defaultdict(set)

    def root(self, node: str) -> str:
        while self.parent[node] != node:
            self.parent[node] = self.parent[self.parent[node]]
            node = self.parent[node]
        return node

    def separate(self, one: str, other: str) -> None:
        a, b = self.root(one), self.root(other)
        if a != b:
            self.apart[a].add(b)
            self.apart[b].add(a)

    def barred(self, one: str, other: str) -> bool:
        return self.root(other) in self.apart[self.root(one)]

    def join(self, one: str, other: str) -> bool:
        """Make two clusters one; return False if they are held apart."""
        a, b = sorted((self.root(one), self.root(other)))
        if a == b:
            return True
        if b in self.apart[a]:
            return False
        self.parent[b] = a
        for enemy in self.apart.pop(b, set()):
            self.apart[enemy].discard(b)
            self.apart[enemy].add(a)
            self.apart[a].add(enemy)
        return True


def cluster(nodes: Iterable[str], edges: Iterable[Edge], links: Iterable[Link] = ()) -> Clustering:
    """Return the clusters of ``nodes``; edges and links to other nodes are left out."""
    forest = _Forest(sorted(nodes))
    known = forest.parent.keys()
    for link in sorted((one for one in links if one.a in known and one.b in known), key=_link_rank):
        if link.together:
            forest.join(link.a, link.b)
        else:
            forest.separate(link.a, link.b)
    inside = sorted((edge for edge in edges if edge.a in known and edge.b in known), key=_edge_rank)
    firm = [edge for edge in inside if edge.comparison.verdict == "same" and not edge.comparison.partial]
    partial = [edge for edge in inside if edge.comparison.verdict == "same" and edge.comparison.partial]
    for edge in firm:
        forest.join(edge.a, edge.b)
    _join_partial(forest, partial)
    doubts = [edge for edge in inside if edge.comparison.verdict != "different" and _open(forest, edge)]
    return Clustering(_groups(forest), doubts)


def _link_rank(link: Link) -> tuple[int, bool, str, str]:
    """Later judgements first; of links that are derived, those that hold apart first."""
    return (-link.number, link.together, min(link.a, link.b), max(link.a, link.b))


def _edge_rank(edge: Edge) -> tuple[float, str, str]:
    return (-edge.comparison.score, min(edge.a, edge.b), max(edge.a, edge.b))


def _open(forest: _Forest, edge: Edge) -> bool:
    return forest.root(edge.a) != forest.root(edge.b) and not forest.barred(edge.a, edge.b)


def _join_partial(forest: _Forest, edges: list[Edge]) -> None:
    """Join what is known in part to the one cluster that fits it, or clearly best; where several fit, to none."""
    fitting: dict[str, dict[str, float]] = defaultdict(dict)
    for edge in edges:
        part, whole = (edge.a, edge.b) if edge.comparison.partial == 1 else (edge.b, edge.a)
        if not forest.barred(part, whole):
            known = fitting[forest.root(part)]
            known[forest.root(whole)] = max(edge.comparison.score, known.get(forest.root(whole), edge.comparison.score))
    for part, wholes in sorted(fitting.items()):
        best, *others = sorted(wholes, key=lambda root: (-wholes[root], root))
        if all(wholes[best] - wholes[root] >= CLEARLY for root in others):
            forest.join(part, best)


def _groups(forest: _Forest) -> list[tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for node in forest.parent:
        found[forest.root(node)].append(node)
    return sorted(tuple(sorted(group)) for group in found.values())
