"""Ties of pairs of actors about which something changed; and where actors that moved stand in posts, signs and figures."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Select, Table, bindparam, insert, select, update

from amity.matching.conflicts import tie_conflicts
from amity.matching.ties import Sign
from amity.matching.ties import ties as folded
from amity.model.judgement import Member
from amity.model.register import Conflict, Tie
from amity.register.growing.deciding import corrected
from amity.register.growing.order import ACTORS
from amity.register.growing.standing import REJECTED, rejected_in
from amity.register.growing.state import State
from amity.register.lookup import picked
from amity.register.sqlite import among_pairs
from amity.register.tables import documents, members, posts, things, tie_history, ties
from amity.register.working import figures, signs

SENTENCE = 2
"""Confidence in what a sentence alone says of a tie: medium, since no fact of its own backs it."""


class Told(NamedTuple):
    """A sign of a tie: its row, what it says, and which end of the pair each of its ends is."""

    row: Any
    sign: Sign
    sides: tuple[int, int]


_SIGNS = select(signs).where(among_pairs(signs.c.one, signs.c.other, "pairs")).order_by(signs.c.number)
_TIES = select(ties.c.number).where(among_pairs(ties.c.one, ties.c.other, "pairs"))
_ACTORS = select(members.c.number).where(members.c.layer == "actors")
_TOLD = select(documents.c.id, members.c.layer, members.c.local, members.c.confidence, members.c.state).join(
    documents, documents.c.number == members.c.document
)


def settle_actors(state: State, added: Collection[int]) -> set[int]:
    """Write the things of actors into posts, signs and figures that name them; return the actors whose figures changed."""
    moved = state.column(members.c.number, members.c.node, state.moved[ACTORS])
    moved |= {row.number for row in state.rows(_ACTORS, members.c.document, added)}
    thing = {row.number: row.thing for row in state.rows(picked(members.c.number, members.c.thing), members.c.number, moved)}
    _rename(state, posts, "person_member", "person", thing)
    _rename(state, posts, "of_member", "of", thing)
    state.pairs |= _pairs(state, moved)
    _rename(state, signs, "one_member", "one", thing)
    _rename(state, signs, "other_member", "other", thing)
    state.pairs |= _pairs(state, moved)
    before = state.column(figures.c.subject, figures.c.subject_member, moved)
    _rename(state, figures, "subject_member", "subject", thing)
    return before | state.column(figures.c.subject, figures.c.subject_member, moved)


def _rename(state: State, table: Table, key: str, column: str, thing: dict[int, int]) -> None:
    change = update(table).where(table.c[key] == bindparam("here")).values({column: bindparam("to")})
    if known := state.column(table.c[key], table.c[key], thing):
        state.connection.execute(change, [{"here": member, "to": thing[member]} for member in sorted(known)])


def _pairs(state: State, moved: Collection[int]) -> set[tuple[int, int]]:
    query = picked(signs.c.one, signs.c.other)
    rows = [*state.rows(query, signs.c.one_member, moved), *state.rows(query, signs.c.other_member, moved)]
    return {(min(row), max(row)) for row in rows if 0 not in row}


def run(state: State) -> dict[tuple[int, int], list[Conflict]]:
    """Write the ties of the pairs that were touched; return what reports say of them that cannot all be true."""
    pairs = {(min(pair), max(pair)) for pair in state.pairs if 0 not in pair}
    _drop(state, pairs)
    found: dict[tuple[int, int], list[Conflict]] = {}
    for pair, told in sorted(_signs(state, pairs).items()):
        actors = {end.member: str(pair[side]) for one in told for end, side in zip((one.sign.one, one.sign.other), one.sides, strict=True)}
        standing = [one for one in told if one.row.state != REJECTED]
        kinds = _write_all(state, pair, standing, actors)
        _write_all(state, pair, [one for one in told if one not in standing and one.sign.kind not in kinds], actors)
        found[pair] = tie_conflicts((one.sign for one in standing), actors)
    return {pair: found.get(pair, []) for pair in pairs}


def _write_all(state: State, pair: tuple[int, int], told: Sequence[Told], actors: Mapping[Member, str]) -> set[str]:
    """Write the ties that signs add up to, each with what people decided; return their kinds."""
    found = folded((one.sign for one in told), actors)
    for tie in found:
        rows = [one for one in told if one.sign.kind == tie.kind]
        _write(state, pair, corrected(tie, (one.row.corrections for one in rows)), rows)
    return {tie.kind for tie in found}


def _drop(state: State, pairs: Collection[tuple[int, int]]) -> None:
    gone = [row.number for row in _rows(state, _TIES, pairs)]
    state.delete(tie_history.c.tie, gone)
    state.delete(ties.c.number, gone)


def _rows(state: State, query: Select[Any], pairs: Collection[tuple[int, int]]) -> Sequence[Any]:
    """Return the rows of pairs of things, either way round."""
    both = sorted({*pairs, *((other, one) for one, other in pairs)})
    return state.connection.execute(query, {"pairs": msgspec.json.encode(both).decode()}).all() if both else ()


def _signs(state: State, pairs: Collection[tuple[int, int]]) -> dict[tuple[int, int], list[Told]]:
    """Return the signs of pairs whose facts stand, those too of which people say that there is no such tie."""
    found: dict[tuple[int, int], list[Told]] = {}
    told = [(row, msgspec.json.decode(row.content, type=Sign)) for row in _rows(state, _SIGNS, pairs)]
    refused = rejected_in(state, {one.member.document for _, one in told})
    for row, one in told:
        pair = (min(row.one, row.other), max(row.one, row.other))
        if pair[0] != pair[1] and not refused & one.facts():
            found.setdefault(pair, []).append(Told(row, one, (0, 1) if row.one == pair[0] else (1, 0)))
    return found


def _write(state: State, pair: tuple[int, int], tie: Tie, told: Sequence[Told]) -> None:
    ends = dict(zip(tie.between, tie.names, strict=True))
    numbers = state.document_numbers({change.member.document for change in tie.history})
    row = {
        "id": f"{pair[0]}-{pair[1]}-{tie.kind}", "one": pair[0], "other": pair[1], "one_name": ends[str(pair[0])],
        "other_name": ends[str(pair[1])], "kind": tie.kind, "stage": tie.stage, "since": tie.since,
        "documents": len({change.member.document for change in tie.history}),
        "last": max((one.told or "" for one in tie.history), default=""), **_checked(state, tie, told),
    }  # fmt: skip
    key = state.connection.execute(insert(ties).values(**row)).inserted_primary_key
    assert key is not None
    decided = {(one.sign.member, one.sign.stage, one.sign.date, one.sign.quote): one.row.state for one in told}
    state.insert(tie_history, [
        {"tie": key[0], "place": at, "stage": one.stage, "date": one.date, "told": one.told, "layer": one.member.layer, "quote": one.quote,
         "document": numbers[one.member.document], "local": one.member.local,
         "state": decided.get((one.member, one.stage, one.date, one.quote))}
        for at, one in enumerate(tie.history)
    ])  # fmt: skip


def _checked(state: State, tie: Tie, signs_: Sequence[Told]) -> dict[str, Any]:
    """Return how sure a tie is and what people decided about it: last about the tie, else the best of the facts that tell it.

    A sentence that tells a tie is no fact of its own: who confirms an actor that it names has not checked the tie.
    """
    told = {change.member for change in tie.history}
    rows = state.rows(_TOLD, documents.c.id, {member.document for member in told})
    found = [row for row in rows if Member(row.id, row.layer, row.local) in told]
    states = {row.state for row in found if row.layer != "actors" or row.state == "entered"}
    best = next((one for one in ("corrected", "confirmed", "entered") if one in states), "unchecked")
    judged, own = max(((one.row.judged, one.row.state) for one in signs_ if one.row.judged is not None), default=(None, best))
    sure = max((row.confidence if row.layer != "actors" else SENTENCE for row in found), default=SENTENCE)
    return {"confidence": sure, "state": own, "judged": judged}


def name(state: State) -> None:
    """Give the ties of touched pairs and things their ids, which follow from those of their actors."""
    touched = {end for pair in state.pairs for end in pair} | state.things
    rows = {row.number: row for column in (ties.c.one, ties.c.other) for row in state.rows(_named(), column, touched)}
    for row in rows.values():
        (first, _, _, _), (second, _, _, _) = ends = sorted(
            ((_serial(row.a), row.one, row.one_name, row.a), (_serial(row.b), row.other, row.other_name, row.b))
        )
        values = {"id": f"tie-{first}-{second}-{row.kind}", "one": ends[0][1], "other": ends[1][1], "one_name": ends[0][2]}
        if values["id"] != row.id:
            state.connection.execute(update(ties).where(ties.c.number == row.number).values(**values, other_name=ends[1][2]))


@cache
def _named() -> Select[Any]:
    one, other = things.alias("one"), things.alias("other")
    return (
        select(ties.c.number, ties.c.kind, ties.c.id, ties.c.one, ties.c.other, ties.c.one_name, ties.c.other_name, one.c.id.label("a"),
               other.c.id.label("b"))
        .join(one, one.c.number == ties.c.one)
        .join(other, other.c.number == ties.c.other)
    )  # fmt: skip


def _serial(public: str) -> int:
    return int(public.split("-")[1])


def spot(member: Member, numbers: dict[str, int]) -> dict[str, Any]:
    """Return where a fact stands, as columns."""
    return {"document": numbers[member.document], "local": member.local}
