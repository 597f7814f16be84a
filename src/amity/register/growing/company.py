"""Who is in whose company: what events of the first round show of persons."""

from collections import defaultdict
from collections.abc import Collection
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Select, select

from amity.matching import Features
from amity.matching.company import in_company
from amity.matching.features import EventFeatures, PersonFeatures
from amity.model.judgement import Member
from amity.model.register import Cluster, Comparison
from amity.register.growing.order import ACTORS_FIRST, EVENTS_FIRST
from amity.register.growing.state import State, placed_in
from amity.register.lookup import picked
from amity.register.tables import documents, members
from amity.register.working import company, placed

_ACTORS = (
    select(members.c.number, members.c.node, members.c.local, documents.c.id)
    .join(documents, documents.c.number == members.c.document)
    .where(members.c.layer == "actors")
)


def settle_company(state: State) -> set[int]:
    """Find anew who is in whose company at events that were touched; return the persons' nodes for whom that changed."""
    moved = state.moved[EVENTS_FIRST]
    if not moved:
        return set()
    columns = (company.c.event, company.c.other_event) if state.has(company) else ()
    gone = [row for column in columns for row in state.rows(picked(company), column, moved)]
    state.delete(company.c.number, [row.number for row in gone])
    rows = [row for pair in _new_pairs(state, moved) for row in _company(state, *pair)]
    state.insert(company, rows)
    touched = {row.a for row in gone} | {row.b for row in gone} | {row["a"] for row in rows} | {row["b"] for row in rows}
    return state.column(members.c.node, members.c.number, touched)


def _new_pairs(state: State, moved: Collection[int]) -> set[tuple[int, int]]:
    here = placed_in(EVENTS_FIRST)
    own = {row.node: row.cluster for row in state.rows(here, placed.c.node, moved)}
    held = defaultdict(set)
    for row in state.rows(here, placed.c.cluster, own.values()):
        held[row.cluster].add(row.node)
    return {(min(a, b), max(a, b)) for a, cluster_ in own.items() for b in held[cluster_] if a != b}


def _company(state: State, event: int, other: int) -> list[dict[str, Any]]:
    """Return who of two reports of one event is shown to be one person."""
    known = [one for one in state.look_up((event, other)).values() if isinstance(one, EventFeatures)]
    if len({one.member.document for one in known}) < 2:
        return []
    told = {one.member: one for one in known}
    numbers, persons = _persons(state, {one.member.document for one in known})
    group = Cluster("", tuple(sorted(told)))
    found = in_company([group], told, persons, {member: f"{member.document}/{member.local}" for member in persons})
    common = {"event": event, "other_event": other}
    return [{**common, "a": numbers[one.a], "b": numbers[one.b], **columns_of(one.comparison)} for one in found]


def _persons(state: State, named: Collection[str]) -> tuple[dict[Member, int], dict[Member, Features]]:
    rows = state.rows(_ACTORS, documents.c.id, named)
    features = state.look_up({row.node for row in rows})
    numbers = {Member(row.id, "actors", row.local): row.number for row in rows if isinstance(features[row.node], PersonFeatures)}
    found = {Member(row.id, "actors", row.local): features[row.node] for row in rows}
    return numbers, {member: found[member] for member in numbers}


def company_edges(state: State, numbers: Collection[int]) -> list[tuple[int, int, Comparison]]:
    """Return the edges by company of persons whom the first round did not find to be one."""
    if not state.has(company):
        return []
    own = state.column(members.c.number, members.c.node, people(state, numbers))
    rows = [row for end in (company.c.a, company.c.b) for row in state.rows(_in_company(), end, own)]
    return [(row.a, row.b, Comparison(row.score, "same", (), row.partial)) for row in rows if row.a != row.b]


@cache
def _in_company() -> Select[Any]:
    one, other = members.alias("one"), members.alias("other")
    first, second = placed.alias("first"), placed.alias("second")
    return (
        select(one.c.node.label("a"), other.c.node.label("b"), company.c.score, company.c.partial)
        .join(one, one.c.number == company.c.a)
        .join(other, other.c.number == company.c.b)
        .join(first, (first.c.node == one.c.node) & (first.c.stage == ACTORS_FIRST))
        .join(second, (second.c.node == other.c.node) & (second.c.stage == ACTORS_FIRST))
        .where(first.c.cluster != second.c.cluster)
    )


def people(state: State, numbers: Collection[int]) -> set[int]:
    """Return those of some nodes that are persons: of no others do events show company, however many reports name them."""
    return {node for node, one in state.look_up(numbers).items() if isinstance(one, PersonFeatures)}


def columns_of(one: Comparison) -> dict[str, Any]:
    """Return what tables of edges keep of a comparison."""
    return {"score": one.score, "partial": one.partial, "reasons": msgspec.to_builtins(one.reasons)}
