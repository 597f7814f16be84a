"""Pairs of things that may be one, for the clusters that were touched."""

from collections.abc import Collection
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, func, select, text

from amity.register.growing.company import people
from amity.register.growing.order import ACTORS, EDGES, LAYER, STAGE
from amity.register.growing.standing import silent, stands
from amity.register.growing.state import State, placed_in
from amity.register.lookup import picked
from amity.register.tables import doubts, members
from amity.register.working import LOOSE, apart, company, edges, links, placed

_LAST = select(placed.c.stage, placed.c.node).where(placed.c.stage.in_(STAGE.values()))
_LOOSE = text(f"({LOOSE})")
_COMPARED = select(edges.c.kind).distinct().where(edges.c.kind.in_([EDGES[stage] for stage in STAGE.values()]), _LOOSE)
_FIRST = select(members.c.node, func.min(members.c.number).label("first")).where(stands()).group_by(members.c.node)


def run(state: State, touched: Collection[int]) -> None:
    """Write the doubts about touched things anew."""
    compared = {node for numbers in state.doubtful.values() for node in numbers}
    things = set(touched) | state.column(members.c.thing, members.c.node, compared)
    state.delete(doubts.c.one, things)
    state.delete(doubts.c.other, things)
    nodes = {row.node: row.stage for row in state.rows(_LAST, placed.c.cluster, things)}
    found = {row.kind for column in (edges.c.a, edges.c.b) for row in state.rows(_COMPARED, column, nodes)}
    for stage in [one for one in STAGE.values() if EDGES[one] in found or (one == ACTORS and state.has(company))]:
        _write(state, stage, {node for node, of in nodes.items() if of == stage})


def _placed(state: State, stage: int, numbers: Collection[int]) -> dict[int, int]:
    return {row.node: row.cluster for row in state.rows(placed_in(stage), placed.c.node, numbers)}


def _write(state: State, stage: int, numbers: Collection[int]) -> None:
    rows = [(row.a, row.b, row.score, row.reasons) for end in (edges.c.a, edges.c.b) for row in state.rows(_open(stage), end, numbers)]
    if stage == ACTORS:
        rows += _company(state, numbers)
    refused = silent(state, {end for row in rows for end in row[:2]})
    rows = [row for row in rows if refused.isdisjoint(row[:2])]
    clusters = _placed(state, stage, {end for row in rows for end in row[:2]})
    best: dict[tuple[int, int], tuple[Any, ...]] = {}
    for a, b, score, reasons in rows:
        pair = (min(clusters[a], clusters[b]), max(clusters[a], clusters[b]))
        if pair[0] != pair[1]:
            ends = (a, b) if clusters[a] == pair[0] else (b, a)
            one = (-score, min(state_names(state, (a, b))), *ends, reasons)
            best[pair] = min(best.get(pair, one), one, key=lambda found: found[:2])
    kept = {pair: one for pair, one in best.items() if not _barred(state.connection, stage, pair)}
    first = _first_members(state, {end for one in kept.values() for end in one[2:4]})
    state.insert(doubts, [
        {"one": pair[0], "other": pair[1], "layer": LAYER[stage], "score": -one[0], "reasons": one[4],
         "one_member": first[one[2]], "other_member": first[one[3]]}
        for pair, one in kept.items()
    ])  # fmt: skip


@cache
def _open(stage: int) -> Select[Any]:
    """Return the query for comparisons of nodes of two clusters. One that is firm leads there only where something bars the two."""
    one, other = placed.alias("one"), placed.alias("other")
    return (
        select(edges.c.a, edges.c.b, edges.c.score, edges.c.reasons)
        .join(one, (one.c.node == edges.c.a) & (one.c.stage == stage))
        .join(other, (other.c.node == edges.c.b) & (other.c.stage == stage))
        .where(edges.c.kind == EDGES[stage], _LOOSE, one.c.cluster != other.c.cluster)
    )


def state_names(state: State, numbers: Collection[int]) -> list[str]:
    """Return the names of nodes."""
    state.look_up(numbers)
    return [state.names[number] for number in numbers]


def _company(state: State, numbers: Collection[int]) -> list[tuple[int, int, float, Any]]:
    own = state.column(members.c.number, members.c.node, people(state, numbers)) if state.has(company) else set()
    rows = [*state.rows(picked(company), company.c.a, own), *state.rows(picked(company), company.c.b, own)]
    ends = {end for row in rows for end in (row.a, row.b)}
    node = {row.number: row.node for row in state.rows(picked(members.c.number, members.c.node), members.c.number, ends)}
    return [(node[row.a], node[row.b], row.score, row.reasons) for row in rows if node[row.a] != node[row.b]]


def _barred(connection: Connection, stage: int, pair: tuple[int, int]) -> bool:
    """Return whether reports or judgements hold two clusters apart."""
    one, other = placed.alias("one"), placed.alias("other")
    for table, ends in ((apart, ((0, 1), (1, 0))), (links, ((0, 1), (1, 0)))):
        for first, second in ends:
            here = (one.c.stage == stage) & (other.c.stage == stage) & (one.c.cluster == pair[first]) & (other.c.cluster == pair[second])
            query = select(table.c.a).join(one, one.c.node == table.c.a).join(other, other.c.node == table.c.b).where(here)
            if table is links:
                query = query.where(~links.c.together)
            if connection.execute(query.limit(1)).first() is not None:
                return True
    return False


def _first_members(state: State, numbers: Collection[int]) -> dict[int, int]:
    return {row.node: row.first for row in state.rows(_FIRST, members.c.node, numbers)}
