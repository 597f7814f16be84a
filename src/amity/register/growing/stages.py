"""Edges and clusters, stage by stage, for the nodes that were touched.

Actors are clustered twice, as in ``matching.match``: first by themselves, then once more with what the events of the first round show of
persons in each other's company. A stage clusters the connected components of its touched nodes again, all others stay as they are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, select, update

from amity.matching import Features, cluster, compare
from amity.matching import keys as blocking_keys
from amity.matching.comparing import possible
from amity.matching.features import PersonFeatures
from amity.model.judgement import Member
from amity.model.register import Comparison, Edge, Link
from amity.register import lookup
from amity.register.facts import roles
from amity.register.growing.company import columns_of, company_edges, settle_company
from amity.register.growing.order import (
    ACTORS,
    ACTORS_FIRST,
    BY_ACTORS,
    EDGES,
    FIRM,
    LAYER,
    STAGE,
)
from amity.register.growing.standing import wholly_rejected
from amity.register.growing.state import State, hashed, placed_in
from amity.register.lookup import picked
from amity.register.tables import members, things
from amity.register.working import apart, edges, keys, links, nodes, placed

_JOINING = select(members.c.number, members.c.layer, members.c.node).where((members.c.thing == 0) & members.c.node.is_not(None))


def run(state: State) -> None:
    """Bring all stages up to date."""
    layer_of = {row.number: row.layer for row in state.rows(picked(nodes.c.number, nodes.c.layer), nodes.c.number, _started(state))}
    for stage, layer in LAYER.items():
        fresh = {node for node in state.fresh if layer_of.get(node) == layer}
        touched = {node for node in state.doubtful[-1] if layer_of.get(node) == layer} | fresh
        if stage in BY_ACTORS:
            spoken = naming(state, layer, state.moved[BY_ACTORS[stage]])
            _drop_edges(state, stage, spoken - fresh)
            touched |= spoken
            compared = _compare(state, stage, fresh | spoken)
            state.spoken |= spoken if stage == STAGE[layer] else set()
        elif stage == ACTORS_FIRST:
            compared = _compare(state, stage, fresh)
        else:
            compared = set()
        kept: set[int] = set()
        if stage == ACTORS:
            kept = settle_company(state)
            touched |= state.moved[ACTORS_FIRST] | kept
        single = set() if state.has(links) or state.renoded else fresh - state.edged[EDGES[stage]] - kept
        _place(state, stage, touched, compared, single)


def _started(state: State) -> set[int]:
    return state.fresh | state.doubtful[-1]


def naming(state: State, layer: str, moved: Collection[int]) -> set[int]:
    """Return the nodes of a layer whose facts name one of these actors' nodes."""
    if not moved:
        return set()
    query = picked(members.c.document, members.c.local)
    acting = defaultdict(set)
    for row in state.rows(query, members.c.node, moved):
        acting[row.document].add(row.local)
    return {
        row.node for row in state.rows(_facts(layer), members.c.document, acting)
        if acting[row.document] & {local for local, _ in roles(row.fact)}
    }  # fmt: skip


def _drop_edges(state: State, stage: int, numbers: Collection[int]) -> None:
    """Take away the edges of nodes that are compared anew; what they led to is clustered again."""
    for kin, other in ((edges.c.a, edges.c.b), (edges.c.b, edges.c.a)):
        state.doubtful[stage] |= {getattr(row, other.name) for row in state.rows(_ends(EDGES[stage]), kin, numbers)}
        lookup.remove(state.connection, kin, numbers, _of_kind(EDGES[stage]))


def _compare(state: State, stage: int, numbers: Collection[int]) -> set[int]:
    """Compare nodes with all that share a key; return the nodes that edges were found for."""
    shared = candidates(state, LAYER[stage], numbers)
    found = state.look_up({node for pair in shared for node in pair})
    pairs = sorted(pair for pair in shared if possible(found[pair[0]], found[pair[1]]))
    actors = actors_of(state, BY_ACTORS[stage], (found[node] for pair in pairs for node in pair)) if stage in BY_ACTORS else {}
    rows = []
    for pair in pairs:
        a, b = sorted(pair, key=lambda node: state.names[node])
        one = compare(found[a], found[b], actors)
        if one.verdict != "different":
            rows.append({"kind": EDGES[stage], "a": a, "b": b, **columns_of(one), "same": one.verdict == "same"})
    state.insert(edges, rows)
    ends = {end for row in rows for end in (row["a"], row["b"])}
    state.edged[EDGES[stage]] |= ends
    return ends


def candidates(state: State, layer: str, numbers: Collection[int]) -> set[tuple[int, int]]:
    """Return the pairs of nodes of one layer that share a blocking key, one of them among ``numbers``."""
    own: dict[int, set[int]] = defaultdict(set)
    for node, one in state.look_up(numbers).items():
        for key in blocking_keys(one):
            own[hashed(key)].add(node)
    holders: dict[int, set[int]] = defaultdict(set)
    for row in state.rows(_holders(layer), keys.c.key, own):
        holders[row.key].add(row.node)
    return {(min(a, b), max(a, b)) for key, ours in own.items() for a in ours for b in holders[key] if a != b}


def actors_of(state: State, stage: int, features: Iterable[Features]) -> dict[Member, str]:
    """Return the cluster of each actor of the reports of some facts, as a stage has them."""
    named = {one.member.document for one in features if not isinstance(one, PersonFeatures) and hasattr(one, "member")}
    return state.known_actors(stage, named)


def _place(state: State, stage: int, touched: Collection[int], compared: Collection[int], single: Collection[int]) -> None:
    """Cluster the components of touched and compared nodes again; those that are new and like no other are clusters of their own."""
    touched = (set(touched) | state.doubtful[stage]) - set(single)
    groups = [[node] for node in sorted(single)]
    if stage in FIRM and touched <= state.fresh and not state.has(links) and not state.renoded:
        plain = _plain(state, stage, touched)
        groups += plain
        touched -= {node for group in plain for node in group}
    else:
        touched |= set(compared)
    if touched:
        inside, found = _component(state, stage, touched)
        state.look_up(inside)
        names = {state.names[node]: node for node in inside if node in state.names}
        edges_ = [Edge(state.names[a], state.names[b], one) for a, b, one in found]
        groups += [[names[name] for name in group] for group in cluster(names, edges_, _links(state, inside)).clusters]
    if groups:
        _settle(state, stage, groups)


def _plain(state: State, stage: int, fresh: Collection[int]) -> list[list[int]]:
    """Return the clusters that new nodes make with those that they are one with, where no report tells any of them apart.

    Of these every firm edge joins two: the clusters need not be found again from the edges between their old nodes, of which something
    that reports tell of for years has very many.
    """
    joins = [(a, b) for a, b, _ in _same_edges(state, stage, fresh)]
    ends = set(fresh) | {end for pair in joins for end in pair}
    near = {row.cluster for row in state.rows(placed_in(stage), placed.c.node, ends - set(fresh))}
    held: dict[int, list[int]] = defaultdict(list)
    for row in state.rows(placed_in(stage), placed.c.cluster, near):
        held[row.cluster].append(row.node)
    joins += [pair for of in held.values() for pair in pairwise(of)]
    inside = ends | {node for of in held.values() for node in of}
    firm = Comparison(0.0, "same", ())
    found = cluster(map(str, inside), (Edge(str(a), str(b), firm) for a, b in joins)).clusters
    told_apart = {
        end for column in (apart.c.a, apart.c.b) for row in state.rows(picked(apart.c.a, apart.c.b), column, inside) for end in row
    }
    groups = ([int(name) for name in group] for group in found)
    return [group for group in groups if told_apart.isdisjoint(group)]


def _component(state: State, stage: int, start: Collection[int]) -> tuple[set[int], list[tuple[int, int, Comparison]]]:
    """Return all nodes that same-edges and judgements connect with some, and these edges."""
    inside, front = set(start), set(start)
    found: dict[tuple[int, int, float], tuple[int, int, Comparison]] = {}
    while front:
        near: set[int] = set()
        for a, b, one in [*_same_edges(state, stage, front), *(company_edges(state, front) if stage == ACTORS else ())]:
            found[a, b, one.score] = (a, b, one)
            near |= {a, b}
        for row in _linked(state, front):
            near |= {row.a, row.b} if row.together else set()
        front = near - inside
        inside |= front
    return inside, list(found.values())


@cache
def _same(kind: int) -> Select[Any]:
    return select(edges.c.a, edges.c.b, edges.c.score, edges.c.partial).where((edges.c.kind == kind) & edges.c.same)


@cache
def _facts(layer: str) -> Select[Any]:
    return select(members.c.document, members.c.node, members.c.fact).where(members.c.layer == layer)


@cache
def _things(layer: str) -> Select[Any]:
    return select(things.c.number).where(things.c.layer == layer)


@cache
def _of_kind(kind: int) -> ColumnElement[bool]:
    return edges.c.kind == kind


@cache
def _ends(kind: int) -> Select[Any]:
    return select(edges.c.a, edges.c.b).where(edges.c.kind == kind)


@cache
def _holders(layer: str) -> Select[Any]:
    return select(keys.c.key, keys.c.node).join(nodes, nodes.c.number == keys.c.node).where(nodes.c.layer == layer)


def _same_edges(state: State, stage: int, numbers: Collection[int]) -> list[tuple[int, int, Comparison]]:
    query = _same(EDGES[stage])
    rows = [*state.rows(query, edges.c.a, numbers), *state.rows(query, edges.c.b, numbers)]
    return [(row.a, row.b, Comparison(row.score, "same", (), row.partial)) for row in rows]


def of_layer(state: State, layer: str, numbers: Collection[int]) -> set[int]:
    """Return those of some things that are of a layer."""
    return {row.number for row in state.rows(_things(layer), things.c.number, numbers)}


def _linked(state: State, numbers: Collection[int]) -> list[Any]:
    if not state.has(links):
        return []
    return [*state.rows(picked(links), links.c.a, numbers), *state.rows(picked(links), links.c.b, numbers)]


def _links(state: State, inside: Collection[int]) -> list[Link]:
    """Return what holds nodes together or apart: judgements, and reports that tell them apart."""
    found = {(row.log, row.a, row.b): row for row in _linked(state, inside) if row.a in inside and row.b in inside}
    made = [Link(state.names[row.a], state.names[row.b], row.together, row.log) for row in found.values()]
    rows = [row for row in state.rows(picked(apart.c.a, apart.c.b), apart.c.a, inside) if row.b in inside]
    return [*made, *(Link(state.names[row.a], state.names[row.b], together=False) for row in rows)]


def _settle(state: State, stage: int, groups: list[list[int]]) -> None:
    """Write the clusters: each keeps the number that most of its facts had, or gets a new one."""
    inside = {node for group in groups for node in group}
    before = {row.node: row.cluster for row in state.rows(placed_in(stage), placed.c.node, inside)}
    weight = {row.number: row.members for row in state.rows(picked(nodes.c.number, nodes.c.members), nodes.c.number, inside)}
    number_of = _numbered(groups, before, weight)
    moved: dict[int, int] = {}
    new = [at for at in range(len(groups)) if at not in number_of]
    number_of |= dict(zip(new, _new_numbers(state, stage, len(new)), strict=True))
    for at, group in enumerate(groups):
        moved |= {node: number_of[at] for node in group if before.get(node) != number_of[at]}
    state.moved[stage] |= moved.keys()
    if stage == STAGE[LAYER[stage]]:
        state.remade |= {before[node] for node in moved if node in before} | set(moved.values())
        state.grown |= _grown(state, before, moved) - state.things
        state.joined |= state.grown
        state.things |= state.remade - state.grown
        _move_members(state, moved)
    rows = [{"at": stage, "here": node, "to": number} for node, number in moved.items()]
    if old := [row for row in rows if row["here"] in before]:
        change = update(placed).where((placed.c.stage == bindparam("at")) & (placed.c.node == bindparam("here")))
        state.connection.execute(change.values(cluster=bindparam("to")), old)
    state.insert(placed, [{"stage": stage, "node": row["here"], "cluster": row["to"]} for row in rows if row["here"] not in before])


def _grown(state: State, before: Mapping[int, int], moved: Mapping[int, int]) -> set[int]:
    """Return the things that only facts of new reports joined."""
    if state.renoded:
        return set()
    others = {node for node in moved if node in before or node not in state.fresh}
    changed = {before[node] for node in others if node in before} | {moved[node] for node in others}
    return set(moved.values()) & set(before.values()) - changed


def _numbered(groups: list[list[int]], before: Mapping[int, int], weight: Mapping[int, int]) -> dict[int, int]:
    """Return which group keeps which number: the one that holds most facts of it."""
    shares: dict[tuple[int, int], int] = defaultdict(int)
    for at, group in enumerate(groups):
        for node in group:
            if node in before:
                shares[at, before[node]] += weight.get(node, 0) or 1
    found: dict[int, int] = {}
    for at, number in sorted(shares, key=lambda share: (-shares[share], share)):
        if at not in found and number not in found.values():
            found[at] = number
    return found


def _new_numbers(state: State, stage: int, many: int) -> list[int]:
    """Return numbers for new clusters: those of new things in the last stage of a layer."""
    if stage == STAGE[LAYER[stage]]:
        return state.new_things([LAYER[stage]] * many)
    if stage not in state.numbers:
        state.numbers[stage] = state.connection.scalar(select(func.max(placed.c.cluster)).where(placed.c.stage == stage)) or 0
    state.numbers[stage] += many
    return list(range(state.numbers[stage] - many + 1, state.numbers[stage] + 1))


def _move_members(state: State, moved: Mapping[int, int]) -> None:
    change = update(members).where(members.c.node == bindparam("here")).values(thing=bindparam("to"))
    if moved:
        state.connection.execute(change, [{"here": node, "to": number} for node, number in moved.items()])


def join(state: State, added: Collection[int]) -> None:
    """Give the facts of new reports that share a node with older ones its thing."""
    rows = state.rows(_JOINING, members.c.document, added)
    found: list[dict[str, int]] = []
    for layer in {row.layer for row in rows}:
        own = [row for row in rows if row.layer == layer]
        placed_at = {row.node: row.cluster for row in state.rows(placed_in(STAGE[layer]), placed.c.node, {row.node for row in own})}
        found += [{"here": row.number, "to": placed_at[row.node]} for row in own]
    change = update(members).where(members.c.number == bindparam("here")).values(thing=bindparam("to"))
    if found:
        state.connection.execute(change, found)
    state.joined |= {one["to"] for one in found}
    state.remade |= wholly_rejected(state, state.joined, added)
