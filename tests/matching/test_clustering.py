"""Clusters depend on the set of nodes, edges and links only."""

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amity.matching import cluster
from amity.matching.clustering import CLEARLY
from amity.model.register import Comparison, Edge, Link

NODES = [f"n{at}" for at in range(8)]


def edge(a: str, b: str, score: float, verdict: str = "same", partial: int = 0) -> Edge:
    return Edge(a, b, Comparison(score, verdict, (), partial))  # type: ignore[arg-type]


edges = st.lists(
    st.builds(
        lambda pair, score, verdict, partial: edge(*pair, score, verdict, partial if verdict == "same" else 0),
        st.sampled_from(list(combinations(NODES, 2))),
        st.sampled_from([4.0, 5.0, 6.5, 7.0]),
        st.sampled_from(["same", "same", "doubt", "different"]),
        st.sampled_from([0, 0, 0, 1, 2]),
    ),
    max_size=14,
    unique_by=lambda one: (one.a, one.b),
)
links = st.lists(
    st.builds(
        lambda pair, together, number: Link(*pair, together, number),
        st.sampled_from(list(combinations(NODES, 2))),
        st.booleans(),
        st.integers(0, 9),
    ),
    max_size=6,
    unique_by=lambda one: one.number or (one.a, one.b),
)


@settings(max_examples=150, deadline=None)
@given(edges=edges, links=links, seed=st.integers(0, 1000))
def test_order_does_not_matter(edges: list[Edge], links: list[Link], seed: int) -> None:
    shuffled = random.Random(seed)
    again = [shuffled.sample(items, len(items)) for items in (NODES, edges, links)]
    turned = [
        Edge(one.b, one.a, Comparison(one.comparison.score, one.comparison.verdict, (), _turned(one.comparison.partial)))
        for one in again[1]
    ]
    first, second = cluster(NODES, edges, links), cluster(again[0], turned, again[2])
    assert first.clusters == second.clusters
    assert {frozenset((one.a, one.b)) for one in first.doubts} == {frozenset((one.a, one.b)) for one in second.doubts}


def _turned(partial: int) -> int:
    return {0: 0, 1: 2, 2: 1}[partial]


@settings(max_examples=100, deadline=None)
@given(edges=edges, links=links)
def test_components_are_independent(edges: list[Edge], links: list[Link]) -> None:
    """Clustering two halves that nothing joins is clustering both at once."""
    moved = [Edge(f"x{one.a}", f"x{one.b}", one.comparison) for one in edges]
    apart = cluster(NODES, edges, links).clusters + cluster([f"x{node}" for node in NODES], moved).clusters
    whole = cluster([*NODES, *(f"x{node}" for node in NODES)], [*edges, *moved], links).clusters
    assert sorted(apart) == whole


@settings(max_examples=100, deadline=None)
@given(edges=edges, links=links)
def test_the_last_judgement_is_respected(edges: list[Edge], links: list[Link]) -> None:
    for together in (True, False):
        found = cluster(NODES, edges, [*links, Link("n0", "n1", together, number=99)]).clusters
        assert any({"n0", "n1"} <= set(group) for group in found) == together


@settings(max_examples=100, deadline=None)
@given(edges=edges, links=links)
def test_clusters_are_a_partition_and_doubts_lie_between_them(edges: list[Edge], links: list[Link]) -> None:
    found = cluster(NODES, edges, links)
    assert sorted(node for group in found.clusters for node in group) == NODES
    assert all(not any({one.a, one.b} <= set(group) for group in found.clusters) for one in found.doubts)


@settings(max_examples=60, deadline=None)
@given(edges=edges)
def test_edges_and_links_to_other_nodes_are_left_out(edges: list[Edge]) -> None:
    some = NODES[:4]
    inside = [one for one in edges if one.a in some and one.b in some]
    assert cluster(some, edges) == cluster(some, inside)


def test_the_stronger_edge_wins_where_a_link_holds_two_apart() -> None:
    found = cluster(["a", "b", "c"], [edge("a", "c", 8), edge("b", "c", 9)], [Link("a", "b", together=False)])
    assert found.clusters == [("a",), ("b", "c")]
    assert not found.doubts


@pytest.mark.parametrize(("number", "clusters"), [(3, [("a", "b")]), (1, [("a",), ("b",)])])
def test_the_later_of_two_judgements_counts(number: int, clusters: list[tuple[str, ...]]) -> None:
    assert (
        cluster(["a", "b"], [], [Link("a", "b", together=False, number=2), Link("a", "b", together=True, number=number)]).clusters
        == clusters
    )


def test_a_judgement_counts_above_what_is_derived() -> None:
    assert cluster(["a", "b"], [], [Link("a", "b", together=False), Link("a", "b", together=True, number=1)]).clusters == [("a", "b")]


def test_what_is_apart_stays_apart_when_clusters_grow() -> None:
    apart = [Link("a", "z", together=False)]
    found = cluster(["a", "b", "c", "z"], [edge("a", "b", 9), edge("b", "c", 8), edge("c", "z", 7)], apart)
    assert found.clusters == [("a", "b", "c"), ("z",)]


def test_a_partial_node_joins_the_one_cluster_that_fits() -> None:
    found = cluster(["p", "x", "y"], [edge("x", "y", 9), edge("p", "x", 3, partial=1), edge("p", "y", 3, partial=1)])
    assert found.clusters == [("p", "x", "y")]


def test_a_partial_node_that_two_clusters_fit_stays_alone() -> None:
    found = cluster(["p", "x", "y"], [edge("p", "x", 3, partial=1), edge("y", "p", 4, partial=2)])
    assert found.clusters == [("p",), ("x",), ("y",)]
    assert len(found.doubts) == 2


def test_a_partial_node_does_not_join_two_clusters() -> None:
    found = cluster(["p", "q", "x", "y"], [edge("p", "x", 3, partial=1), edge("q", "y", 3, partial=1), edge("p", "q", 3, "doubt")])
    assert found.clusters == [("p", "x"), ("q", "y")]


def test_a_partial_node_joins_the_cluster_that_fits_clearly_best() -> None:
    found = cluster(["p", "x", "y"], [edge("p", "x", 4 + CLEARLY, partial=1), edge("p", "y", 4, partial=1)])
    assert found.clusters == [("p", "x"), ("y",)]


def test_partial_nodes_that_are_one_and_fit_two_clusters_stay_alone() -> None:
    edges = [edge("p", "q", 9), edge("p", "x", 8, partial=1), edge("q", "y", 8, partial=1)]
    found = cluster(["p", "q", "x", "y"], edges)
    assert found.clusters == [("p", "q"), ("x",), ("y",)]
    assert [(one.a, one.b) for one in found.doubts] == [("p", "x"), ("q", "y")]


def test_partial_nodes_that_are_one_join_together() -> None:
    found = cluster(["p", "q", "x"], [edge("p", "q", 9), edge("p", "x", 8, partial=1)])
    assert found.clusters == [("p", "q", "x")]
