"""Which facts stand: those that people rejected stay in the register, but nothing follows from them."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, bindparam, select

from amity.model.judgement import Member
from amity.register.growing.state import State
from amity.register.lookup import picked
from amity.register.tables import documents, log, members
from amity.register.working import signs

REJECTED = "rejected"
_REFUSED = (
    select(documents.c.id, members.c.layer, members.c.local)
    .join(documents, documents.c.number == members.c.document)
    .where(members.c.state == REJECTED)
)
_THINGS = select(members.c.thing).where(members.c.state == REJECTED)
_OLDER = (
    select(members.c.number)
    .where(members.c.thing == bindparam("of"), members.c.state.is_distinct_from(REJECTED))
    .where(members.c.document.not_in(bindparam("added", expanding=True)))
    .limit(1)
)
_FACTS = select(members.c.number).where(members.c.state == REJECTED)
_REFUSED_NODES = select(members.c.node).where(members.c.state == REJECTED).distinct()
_STANDING_NODES = select(members.c.node).where(members.c.state.is_distinct_from(REJECTED)).distinct()
_JUDGED = select(members.c.number, members.c.state).where(members.c.state.is_not(None))


def stands() -> ColumnElement[bool]:
    """Return the condition that a fact was not rejected."""
    return members.c.state.is_distinct_from(REJECTED)


def any_rejected(state: State) -> bool:
    """Return whether anyone ever rejected a fact: most registers need not be asked more."""
    if "reject" not in state.filled:
        state.filled["reject"] = state.connection.execute(select(log.c.number).where(log.c.kind == "reject").limit(1)).first() is not None
    return state.filled["reject"]


def rejected_in(state: State, named: Collection[str]) -> set[Member]:
    """Return the facts of documents (their ids) that were rejected."""
    if not any_rejected(state):
        return set()
    return {Member(*row) for row in state.rows(_REFUSED, documents.c.id, named)}


def wholly_rejected(state: State, things: Collection[int], added: Collection[int]) -> set[int]:
    """Return those of some things all of whose facts were rejected, but for those of documents that were ``added``."""
    if not any_rejected(state):
        return set()
    rejected = {row.thing for row in state.rows(_THINGS, members.c.thing, things)}
    return {thing for thing in rejected if state.connection.execute(_OLDER, {"of": thing, "added": sorted(added)}).first() is None}


def rejected_among(state: State, numbers: Collection[int]) -> set[int]:
    """Return those of some facts (numbers of members) that were rejected."""
    if not any_rejected(state):
        return set()
    return {row.number for row in state.rows(_FACTS, members.c.number, numbers)}


def silent(state: State, nodes: Collection[int]) -> set[int]:
    """Return those of some nodes all of whose facts were rejected."""
    if not any_rejected(state):
        return set()
    refused = {row.node for row in state.rows(_REFUSED_NODES, members.c.node, nodes)}
    return refused - {row.node for row in state.rows(_STANDING_NODES, members.c.node, refused)}


def states_in(state: State, numbers: Collection[int]) -> dict[int, str]:
    """Return what people decided about the facts of documents (their numbers): number of the fact → its state."""
    return {row.number: row.state for row in state.rows(_JUDGED, members.c.document, numbers)}


def follow(state: State, before: dict[int, str], after: dict[int, str]) -> None:
    """Have derived anew what follows from facts about which people decided otherwise than before."""
    changed = {number for number in before.keys() | after.keys() if before.get(number) != after.get(number)}
    rejected = {number for number in changed if REJECTED in (before.get(number), after.get(number))}
    state.rejudged |= rejected
    state.remade |= state.column(members.c.thing, members.c.number, rejected) - {0}
    told_in = state.column(members.c.document, members.c.number, changed)
    rows = state.rows(picked(signs.c.one, signs.c.other), signs.c.document, told_in)
    state.pairs |= {(min(row), max(row)) for row in rows if 0 not in row}
