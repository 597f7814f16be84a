"""Who is who: persons who hold posts at the sides, each with the latest post that a report gives."""

import json
import shlex
from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Row, Select, select

from amity.gazetteer import fold
from amity.office.brief.asked import OLD_POST, PEOPLE, Asked
from amity.office.brief.model import Holder, Whose
from amity.office.citations import Citation
from amity.office.days import first_day
from amity.office.sides import Side
from amity.register.sqlite import among
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
            asked.known.meet({number for row in rows for number in (row.person, row.of) if number})
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
    return sorted(kept, key=lambda row: (row.person not in active, not row.title, row.of != side.own))


def _reported(asked: Asked, side: Side) -> Iterator[Row[Any]]:
    """Yield the posts at a side as reports give them, the latest first."""
    known = asked.known
    shown = (
        actors.c.id, actors.c.label, actors.c.state, actors.c.confidence, documents.c.id.label("report"), documents.c.path,
        documents.c.publisher, documents.c.url,
    )  # fmt: skip
    query = (
        select(posts, *shown)
        .join(actors, actors.c.number == posts.c.person)
        .join(documents, documents.c.number == posts.c.document)
        .where(actors.c.state.in_(known.states))
        .order_by(*_in_order(posts))
        .limit(MOST_POSTS)
    )
    if known.limited or "unchecked" not in known.states:  # what counts may be far back
        query = query.where(posts.c.of.in_(sorted(side.numbers)), known.seen())
    else:
        query = query.where(posts.c.number.in_(_latest(side)))
    yield from known.connection.execute(query)


def _in_order(told: FromClause) -> tuple[ColumnElement[Any], ...]:
    return told.c.told.desc(), told.c.title.is_(None), told.c.number


def _latest(side: Side) -> Select[Any]:
    """Return the query for the latest posts at a side; of each of its actors the latest are read alone."""
    own, told, later = actors.alias(), posts.alias(), posts.alias()
    of_one = select(later.c.number).where(later.c.of == own.c.number).order_by(*_in_order(later)).limit(MOST_POSTS).correlate(own)
    query = select(told.c.number).join_from(own, told, told.c.number.in_(of_one)).where(own.c.number.in_(sorted(side.numbers)))
    return query.order_by(*_in_order(told)).limit(MOST_POSTS)


def _active(asked: Asked, persons: list[int], things: set[int]) -> set[int]:
    """Return the persons who take part in one of the things between the sides."""
    query = select(roles.c.actor).where(roles.c.actor.in_(persons), among(roles.c.thing + 0, "things")).distinct()  # + 0: by actor
    return set(asked.known.connection.scalars(query, {"things": json.dumps(sorted(things))}))


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
