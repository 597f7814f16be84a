"""Answers: within a report as it was read, across reports as matching proposes, for the statements that were touched."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

import msgspec
from sqlalchemy import bindparam, select

from amity.matching.answers import ASKS, LATEST, REPLIES, answer_keys, compare_answer, possible
from amity.matching.comparing.parties import Actors
from amity.matching.days import first_day
from amity.matching.features import StatementFeatures
from amity.register.growing.order import ACTORS
from amity.register.growing.standing import stands
from amity.register.growing.state import State, hashed
from amity.register.tables import answers, members
from amity.register.working import keys, nodes

_STATEMENTS = select(members.c.thing, members.c.node).where(members.c.layer == "statements")
_HOLDERS = (
    select(keys.c.key, keys.c.node)
    .join(nodes, nodes.c.number == keys.c.node)
    .where(nodes.c.told.between(bindparam("first"), bindparam("last")))
)
LATE = "9999"
_STANDING = _STATEMENTS.where(stands())
_FACTS = select(members.c.document, members.c.local, members.c.thing, members.c.fact).where(members.c.layer == "statements", stands())


def statements(state: State, numbers: Collection[int], *, rejected: bool = True) -> dict[int, tuple[int, StatementFeatures]]:
    """Return thing and features of nodes that are statements, with or without those that were rejected."""
    rows = state.rows(_STATEMENTS if rejected else _STANDING, members.c.node, numbers)
    features = state.look_up({row.node for row in rows})
    found = ((row.node, row.thing, features[row.node]) for row in rows)
    return {node: (thing, one) for node, thing, one in found if isinstance(one, StatementFeatures)}


def run(state: State, touched: Collection[int]) -> None:
    """Write the answers from and to touched things anew."""
    state.delete(answers.c.ask, touched)
    state.delete(answers.c.reply, touched)
    own = state.column(members.c.node, members.c.thing, touched) - {None}
    rows = _within(state, touched)
    for pair, row in _across(state, own).items():
        rows.setdefault(pair, row)
    state.insert(answers, [{"ask": ask, "reply": reply, **row} for (ask, reply), row in sorted(rows.items())])


def _within(state: State, touched: Collection[int]) -> dict[tuple[int, int], dict[str, Any]]:
    """Return the answers that the reports of touched things give themselves."""
    told = state.column(members.c.document, members.c.thing, touched)
    rows = state.rows(_FACTS, members.c.document, told)
    thing = {(row.document, row.local): row.thing for row in rows}
    pairs = {(thing[row.document, ask], row.thing) for row in rows for ask in row.fact["answers"] if (row.document, ask) in thing}
    return {pair: {"score": 0.0, "reasons": []} for pair in pairs if set(pair) & set(touched)}


def _across(state: State, own: Iterable[int]) -> dict[tuple[int, int], dict[str, Any]]:
    known = statements(state, set(own), rejected=False)
    holders = _holders(state, [one for _, one in known.values()])
    near = {node for held in holders.values() for node in held}
    everything = known | statements(state, near - known.keys(), rejected=False)
    couples = _couples(known, everything, holders)
    actors = Actors(state.known_actors(ACTORS, {everything[node][1].member.document for couple in couples for node in couple}))
    found: dict[tuple[int, int], tuple[float, list[str], dict[str, Any]]] = {}
    for ask, reply in couples:
        comparison = compare_answer(everything[ask][1], everything[reply][1], actors)
        if comparison.verdict == "same":
            pair = (everything[ask][0], everything[reply][0])
            shown = {"score": comparison.score, "reasons": msgspec.to_builtins(comparison.reasons)}
            ranked = (-comparison.score, [state.names[ask], state.names[reply]], shown)
            if pair not in found or ranked[:2] < found[pair][:2]:
                found[pair] = ranked
    return {pair: row for pair, (_, _, row) in found.items()}


def _holders(state: State, known: Iterable[StatementFeatures]) -> dict[int, set[int]]:
    """Return the statements under each key of some that are of the days in which an answer lies: after an ask, before a reply."""
    found: dict[int, set[int]] = defaultdict(set)
    for asking in (True, False):
        ones = [one for one in known if (one.force in ASKS) == asking and one.told]
        days = [day for one in ones if (day := first_day(one.told))]
        if days:
            wanted = {hashed(key) for one in ones for key in answer_keys(one)}
            around = (min(days), LATE) if asking else (first_day(min(days), -LATEST), max(days))
            for row in state.rows(_HOLDERS, keys.c.key, wanted, first=around[0], last=around[1]):
                found[row.key].add(row.node)
    return found


def _couples(
    known: dict[int, tuple[int, StatementFeatures]], everything: dict[int, tuple[int, StatementFeatures]], holders: dict[int, set[int]]
) -> set[tuple[int, int]]:
    """Return the asks and replies that share a key and may belong together, one of them among the known."""
    found = set()
    for held in holders.values():
        asks = {node for node in held if node in everything and everything[node][1].force in ASKS}
        replies = {node for node in held if node in everything and everything[node][1].force >= REPLIES}
        found |= {(ask, reply) for ask in asks for reply in replies if ask in known or reply in known}
    return {(ask, reply) for ask, reply in found if possible(everything[ask][1], everything[reply][1])}
