"""Answers: within a report as it was read, across reports as matching proposes, for the statements that were touched."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

import msgspec
from sqlalchemy import select

from amity.matching.answers import ASKS, REPLIES, answer_keys, compare_answer
from amity.matching.comparing.parties import Actors
from amity.matching.features import StatementFeatures
from amity.register.growing.stages import ACTORS
from amity.register.growing.standing import stands
from amity.register.growing.state import State, hashed, picked
from amity.register.tables import answers, members
from amity.register.working import keys


def statements(state: State, numbers: Collection[int], *, rejected: bool = True) -> dict[int, tuple[int, StatementFeatures]]:
    """Return thing and features of nodes that are statements, with or without those that were rejected."""
    query = picked(members.c.thing, members.c.node).where(members.c.layer == "statements")
    rows = state.rows(query if rejected else query.where(stands()), members.c.node, numbers)
    features = state.look_up({row.node for row in rows})
    found = ((row.node, row.thing, features[row.node]) for row in rows)
    return {node: (thing, one) for node, thing, one in found if isinstance(one, StatementFeatures)}


def run(state: State, touched: Collection[int]) -> None:
    """Write the answers from and to touched things anew."""
    state.delete(answers, answers.c.ask, touched)
    state.delete(answers, answers.c.reply, touched)
    own = state.column(members.c.node, members.c.thing, touched) - {None}
    rows = _within(state, touched)
    for pair, row in _across(state, own).items():
        rows.setdefault(pair, row)
    state.insert(answers, [{"ask": ask, "reply": reply, **row} for (ask, reply), row in sorted(rows.items())])


def _within(state: State, touched: Collection[int]) -> dict[tuple[int, int], dict[str, Any]]:
    """Return the answers that the reports of touched things give themselves."""
    told = state.column(members.c.document, members.c.thing, touched)
    query = select(members.c.document, members.c.local, members.c.thing, members.c.fact)
    rows = state.rows(query.where(members.c.layer == "statements", stands()), members.c.document, told)
    thing = {(row.document, row.local): row.thing for row in rows}
    pairs = {(thing[row.document, ask], row.thing) for row in rows for ask in row.fact["answers"] if (row.document, ask) in thing}
    return {pair: {"score": 0.0, "reasons": []} for pair in pairs if set(pair) & set(touched)}


def _across(state: State, own: Iterable[int]) -> dict[tuple[int, int], dict[str, Any]]:
    known = statements(state, set(own), rejected=False)
    asked = {hashed(key): key for _, one in known.values() for key in answer_keys(one)}
    holders: dict[int, set[int]] = defaultdict(set)
    for row in state.rows(picked(keys.c.key, keys.c.node), keys.c.key, asked):
        holders[row.key].add(row.node)
    near = {node for held in holders.values() for node in held}
    everything = known | statements(state, near - known.keys(), rejected=False)
    actors = Actors(state.known_actors(ACTORS, {one.member.document for _, one in everything.values()}))
    found: dict[tuple[int, int], tuple[float, list[str], dict[str, Any]]] = {}
    for ask, reply in _couples(known, everything, holders):
        comparison = compare_answer(everything[ask][1], everything[reply][1], actors)
        if comparison.verdict == "same":
            pair = (everything[ask][0], everything[reply][0])
            shown = {"score": comparison.score, "reasons": msgspec.to_builtins(comparison.reasons)}
            ranked = (-comparison.score, [state.names[ask], state.names[reply]], shown)
            if pair not in found or ranked[:2] < found[pair][:2]:
                found[pair] = ranked
    return {pair: row for pair, (_, _, row) in found.items()}


def _couples(
    known: dict[int, tuple[int, StatementFeatures]], everything: dict[int, tuple[int, StatementFeatures]], holders: dict[int, set[int]]
) -> set[tuple[int, int]]:
    """Return the asks and replies that share a key, one of them among the known."""
    found = set()
    for held in holders.values():
        asks = {node for node in held if node in everything and everything[node][1].force in ASKS}
        replies = {node for node in held if node in everything and everything[node][1].force >= REPLIES}
        found |= {(ask, reply) for ask in asks for reply in replies if ask in known or reply in known}
    return found
