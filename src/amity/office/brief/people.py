"""Who is who: persons who hold posts at the sides, each with the latest post that a report gives."""

import shlex
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row, select

from amity.gazetteer import fold
from amity.office.brief.asked import OLD_POST, PEOPLE, Asked
from amity.office.brief.model import Holder, Whose
from amity.office.citations import Citation
from amity.office.days import first_day
from amity.office.sides import Side
from amity.register.tables import actors, documents, posts, roles

MOST_POSTS = 400
"""Reports of posts that are looked at for one side, the latest first."""


def people(asked: Asked, things: list[int]) -> tuple[Holder, ...]:
    """Return the holders of posts at both sides: those who take part in the things between them first, then the latest reported."""
    sides: tuple[tuple[Whose, Side | None], ...] = (("one", asked.one), ("other", asked.other))
    found: list[Holder] = []
    for whose, side in sides:
        if side is not None:
            rows = asked.kept("people", _ranked(asked, side, set(things)), PEOPLE, shlex.join(["people", "--party", side.id or side.asked]))
            found += [_holder(asked, whose, row) for row in rows]
    return tuple(found)


def _ranked(asked: Asked, side: Side, things: set[int]) -> list[Row[Any]]:
    """Return the latest post of each person and the latest person of each post, those first who take part."""
    seen, taken, kept = set[int](), set[tuple[str, int | None]](), []
    for row in _reported(asked, side):
        post = (fold(row.title or ""), row.of)
        if row.person in seen or (row.title and post in taken):
            continue
        seen.add(row.person)
        taken.add(post)
        kept.append(row)
    active = _active(asked, [row.person for row in kept], things)
    return sorted(kept, key=lambda row: (-min(active.get(row.person, 0), 1), not row.title, row.of != side.own))


def _reported(asked: Asked, side: Side) -> Iterator[Row[Any]]:
    """Yield the posts at a side as reports give them, the latest first."""
    shown = (
        actors.c.id, actors.c.label, actors.c.state, actors.c.confidence, documents.c.id.label("report"), documents.c.path,
        documents.c.publisher, documents.c.url,
    )  # fmt: skip
    query = (
        select(posts, *shown)
        .join(actors, actors.c.number == posts.c.person)
        .join(documents, documents.c.number == posts.c.document)
        .where(posts.c.of.in_(sorted(side.numbers)), asked.known.seen(), actors.c.state.in_(asked.known.states))
        .order_by(posts.c.told.desc(), posts.c.title.is_(None), posts.c.number)
        .limit(MOST_POSTS)
    )
    yield from asked.known.connection.execute(query)


def _active(asked: Asked, persons: list[int], things: set[int]) -> dict[int, int]:
    """Return in how many of the things between the sides each person takes part."""
    query = select(roles.c.actor, roles.c.thing).where(roles.c.actor.in_(persons))
    found: dict[int, int] = {}
    for actor, thing in asked.known.connection.execute(query.distinct()):
        if thing in things:
            found[actor] = found.get(actor, 0) + 1
    return found


def _holder(asked: Asked, whose: Whose, row: Row[Any]) -> Holder:
    told = first_day(row.told)
    day = asked.known.day
    months = (day.year - told.year) * 12 + day.month - told.month - (day.day < told.day) if told else 0
    person = asked.known.party(row.person)
    citation = Citation(
        document=row.report, path=row.path, start=row.start, end=row.end, quote=row.quote, day=row.told, publisher=row.publisher,
        url=row.url,
    )  # fmt: skip
    return Holder(
        id=row.id, label=row.label, state=row.state, confidence=row.confidence, citations=(asked.known.source(citation),), side=whose,
        title=row.title or "", of=asked.known.party(row.of) if row.of else None, told=row.told, months=months, old=months >= OLD_POST,
        native=person.native,
    )  # fmt: skip
