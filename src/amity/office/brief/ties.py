"""Ties: how two parties stand to each other, by stage, with the words that say so."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Row, Table, and_, or_, select

from amity.matching.ties import Sign
from amity.matching.ties import ties as folded
from amity.model.register import Tie, TieChange
from amity.office.brief.asked import PARTNERS, STAGES, TIES, Asked
from amity.office.brief.model import Stage, TieLine
from amity.office.citations import Citation
from amity.register import lookup
from amity.register.growing.deciding import Corrections, corrected
from amity.register.log import STATES
from amity.register.tables import documents, members
from amity.register.tables import ties as table
from amity.register.working import signs

ORDER = ("established", "approved", "intent", "contact", "suspended", "ended")
"""The order in which partners are listed."""
REPORTS = select(documents.c.id, documents.c.path, documents.c.text, documents.c.told, documents.c.publisher, documents.c.url)
DECIDED = select(members.c.document, members.c.layer, members.c.local, members.c.state).where(members.c.state.is_not(None))
Fact = tuple[int, str, str]
"""A fact: the number of its document, its layer, its id within the reading."""


class Told(NamedTuple):
    """What one report says of a tie, with the corrections made of it, and which end of the pair each of its own ends is."""

    made: Corrections
    sign: Sign
    sides: tuple[int, int]


def ties(asked: Asked) -> tuple[TieLine, ...]:
    """Return the ties between the sides, those of the parties themselves before those of their cities, then by stage.

    They are folded anew of what was reported and decided by the day. A tie is as checked as what tells it.
    """
    known = {(row.one, row.other, row.kind): row.id for row in asked.known.connection.execute(select(table).where(_either(asked, table)))}
    found = []
    for pair, told in _signs(asked).items():
        actors = {end.member: str(pair[side]) for _, one, sides in told for end, side in zip((one.one, one.other), sides, strict=True)}
        for tie in folded((one.sign for one in told), actors):
            right = corrected(tie, (one.made for one in told if one.sign.kind == tie.kind))
            found.append((pair, right, _public(known, pair, tie.kind)))
    own = {asked.one.own, asked.other.own if asked.other else 0}
    found.sort(key=lambda one: one[1].since or "", reverse=True)
    found.sort(key=lambda one: (-len(own & set(one[0])), ORDER.index(one[1].stage)))
    shown = asked.kept("ties", found, TIES if asked.other else PARTNERS, asked.listing("ties"))
    asked.known.meet({end for pair, _, _ in shown for end in pair})
    cited = {change.member.document for _, tie, _ in shown for change in tie.history[-STAGES:]}
    reports = {row.id: row for row in lookup.rows(asked.known.connection, REPORTS, documents.c.id, cited)}
    return tuple(_line(asked, pair, tie, public, reports) for pair, tie, public in shown)


def _public(known: dict[tuple[int, int, str], str], pair: tuple[int, int], kind: str) -> str:
    return known.get((*pair, kind)) or known.get((pair[1], pair[0], kind)) or ""


def _either(asked: Asked, where: Table) -> ColumnElement[bool]:
    """Return the condition that one end is of one side and the other end of the other."""
    ours = sorted(asked.one.numbers)
    if asked.other is None:
        return or_(where.c.one.in_(ours), where.c.other.in_(ours)) & ~and_(where.c.one.in_(ours), where.c.other.in_(ours))
    theirs = sorted(asked.other.numbers)
    straight = and_(where.c.one.in_(ours), where.c.other.in_(theirs))
    return or_(straight, and_(where.c.one.in_(theirs), where.c.other.in_(ours)))


def _signs(asked: Asked) -> dict[tuple[int, int], list[Told]]:
    """Return what reports told of ties by the day and what of it stands: checked by a person where only that counts."""
    one, other = members.alias(), members.alias()
    query = (
        select(signs, one.c.state.label("one_state"), other.c.state.label("other_state"))
        .join(documents, documents.c.number == signs.c.document)
        .join(one, one.c.number == signs.c.one_member)
        .join(other, other.c.number == signs.c.other_member)
        .where(_either(asked, signs), signs.c.one != 0, signs.c.other != 0, asked.known.seen())
    )
    rows = asked.known.connection.execute(query.order_by(signs.c.number)).all()
    judged, states = asked.known.judged(rows), _states(asked, {row.document for row in rows})
    found: dict[tuple[int, int], list[Told]] = defaultdict(list)
    for row in rows:
        sign = msgspec.json.decode(row.content, type=Sign)
        if row.one != row.other and _state(row, sign, judged, states) in asked.known.states:
            pair = (min(row.one, row.other), max(row.one, row.other))
            made = {number: values for number, values in (row.corrections or {}).items() if int(number) in judged}
            found[pair].append(Told(made, sign, (0, 1) if row.one == pair[0] else (1, 0)))
    return found


def _states(asked: Asked, told_in: Collection[int]) -> Mapping[Fact, str]:
    """Return what people decided about the facts of documents; of most facts nobody decided anything."""
    rows = lookup.rows(asked.known.connection, DECIDED, members.c.document, told_in)
    return {(row.document, row.layer, row.local): row.state for row in rows}


def _state(row: Row[Any], sign: Sign, judged: Mapping[int, str], states: Mapping[Fact, str]) -> str:
    """Return what people decided about a sign, else about the fact that tells it; a sentence is no fact of its own."""
    if "rejected" in (row.one_state, row.other_state):
        return "rejected"
    told = states.get((row.document, sign.member.layer, sign.member.local))
    if told == "rejected":
        return "rejected"
    if row.judged in judged:
        return STATES[judged[row.judged]]
    return told if told and (sign.member.layer != "actors" or told == "entered") else "unchecked"


def _line(asked: Asked, pair: tuple[int, int], tie: Tie, public: str, reports: Mapping[str, Row[Any]]) -> TieLine:
    one, other = pair if pair[0] in asked.one.numbers else (pair[1], pair[0])
    history = tuple(_stage(asked, change, reports[change.member.document]) for change in tie.history[-STAGES:])
    cited = {citation.document: citation for stage in history for citation in stage.citations}
    parties = (asked.known.party(one), asked.known.party(other))
    return TieLine(
        id=public, label=" – ".join(party.label for party in parties), citations=tuple(cited.values()), between=parties, kind=tie.kind,
        stage=tie.stage, since=tie.since or "", history=history,
    )  # fmt: skip


def _stage(asked: Asked, change: TieChange, row: Row[Any]) -> Stage:
    start = max(row.text.find(change.quote), 0)
    citation = Citation(
        document=row.id, path=row.path, start=start, end=start + len(change.quote), quote=change.quote, day=row.told,
        publisher=row.publisher, url=row.url,
    )  # fmt: skip
    return Stage(stage=change.stage, date=change.date or "", told=change.told or "", citations=(asked.known.source(citation),))
