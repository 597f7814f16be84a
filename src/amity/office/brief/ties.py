"""Ties: how two parties stand to each other, by stage, with the words that say so."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec
from sqlalchemy import ColumnElement, Table, and_, or_, select

from amity.matching.ties import Sign
from amity.matching.ties import ties as folded
from amity.model.register import Tie, TieChange
from amity.office.brief.asked import PARTNERS, STAGES, TIES, Asked
from amity.office.brief.model import Stage, TieLine
from amity.office.citations import Citation
from amity.register.tables import documents, members
from amity.register.tables import ties as table
from amity.register.working import signs

ORDER = ("established", "approved", "intent", "contact", "suspended", "ended")
"""The order in which partners are listed."""
Told = tuple[Sign, tuple[int, int]]


def ties(asked: Asked) -> tuple[TieLine, ...]:
    """Return the ties between the sides, those of the parties themselves before those of their cities, then by stage.

    They are folded anew of what was reported by the day. A tie has no state of its own: it is as checked as the facts that tell it.
    """
    known = {(row.one, row.other, row.kind): row.id for row in asked.known.connection.execute(select(table).where(_either(asked, table)))}
    found = []
    for pair, told in _signs(asked).items():
        actors = {end.member: str(pair[side]) for one, sides in told for end, side in zip((one.one, one.other), sides, strict=True)}
        for tie in folded((one for one, _ in told), actors):
            found.append((pair, tie, _public(known, pair, tie.kind)))
    own = {asked.one.own, asked.other.own if asked.other else 0}
    found.sort(key=lambda one: one[1].since or "", reverse=True)
    found.sort(key=lambda one: (-len(own & set(one[0])), ORDER.index(one[1].stage)))
    shown = asked.kept("ties", found, TIES if asked.other else PARTNERS, asked.listing("ties"))
    return tuple(_line(asked, pair, tie, public) for pair, tie, public in shown)


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
    """Return what reports told of ties by the day, each with which end of the pair its own ends are."""
    query = (
        select(signs, members.c.state)
        .join(documents, documents.c.number == signs.c.document)
        .join(members, members.c.number == signs.c.one_member)
        .where(_either(asked, signs), signs.c.one != 0, signs.c.other != 0, asked.known.seen())
    )
    found: dict[tuple[int, int], list[Told]] = defaultdict(list)
    for row in asked.known.connection.execute(query.order_by(signs.c.number)):
        if row.one != row.other:
            pair = (min(row.one, row.other), max(row.one, row.other))
            found[pair].append((msgspec.json.decode(row.content, type=Sign), (0, 1) if row.one == pair[0] else (1, 0)))
    return {pair: kept for pair, told in found.items() if (kept := list(_checked(asked, told)))}


def _checked(asked: Asked, told: Sequence[Told]) -> Iterator[Told]:
    """Yield the signs whose fact stands: not rejected, and checked by a person where only that counts."""
    for sign, sides in told:
        here = members.c.layer == sign.member.layer, members.c.local == sign.member.local, documents.c.id == sign.member.document
        query = select(members.c.state).join(documents, documents.c.number == members.c.document).where(*here)
        if (asked.known.connection.scalar(query) or "unchecked") in asked.known.states:
            yield sign, sides


def _line(asked: Asked, pair: tuple[int, int], tie: Tie, public: str) -> TieLine:
    one, other = pair if pair[0] in asked.one.numbers else (pair[1], pair[0])
    history = tuple(_stage(asked, change) for change in tie.history[-STAGES:])
    cited = {citation.document: citation for stage in history for citation in stage.citations}
    parties = (asked.known.party(one), asked.known.party(other))
    return TieLine(
        id=public, label=" – ".join(party.label for party in parties), citations=tuple(cited.values()), between=parties, kind=tie.kind,
        stage=tie.stage, since=tie.since or "", history=history,
    )  # fmt: skip


def _stage(asked: Asked, change: TieChange) -> Stage:
    row = asked.known.connection.execute(select(documents).where(documents.c.id == change.member.document)).one()
    start = max(row.text.find(change.quote), 0)
    citation = Citation(
        document=row.id, path=row.path, start=start, end=start + len(change.quote), quote=change.quote, day=row.told,
        publisher=row.publisher, url=row.url,
    )  # fmt: skip
    return Stage(stage=change.stage, date=change.date or "", told=change.told or "", citations=(asked.known.source(citation),))
