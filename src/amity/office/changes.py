"""What changed since a day: what reports told of anew or again, statuses, stages, follow-through, answers, and what people decided."""

from collections.abc import Collection, Iterator
from typing import Any, Literal

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, false, or_, select, true

from amity.errors import UsageError
from amity.exchange.listed import words
from amity.office.citations import DOCUMENT, Citation, citation_of
from amity.office.days import day
from amity.office.narrowing import of_ours
from amity.office.sides import side
from amity.register import ids, tied
from amity.register.lookup import batches
from amity.register.tables import (
    THINGS,
    answers,
    assessments,
    documents,
    history,
    log,
    members,
    statements,
    things,
    tie_history,
    ties,
)

LAYERS = tuple(layer for layer in THINGS if layer not in ("actors", "indicators"))
"""Layers whose changes are told; names and figures change with every report."""

ChangeKind = Literal["new", "told_again", "status", "stage", "follow_through", "answered", "decided"]


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """One change: the day of the report or decision, which thing, what is new, who says so, with the words."""

    day: str
    kind: ChangeKind
    id: str
    label: str
    what: str
    by: str = ""
    citation: Citation | None = None


class _Asked(msgspec.Struct, frozen=True):
    connection: Connection
    since: str
    only: Select[Any] | None
    ties: ColumnElement[bool]

    def mine(self, column: ColumnElement[int]) -> ColumnElement[bool]:
        return true() if self.only is None else column.in_(self.only)


def changes(connection: Connection, since: str, *, subject: str = "", party: str = "") -> list[Changed]:
    """Return what changed after a day, the latest first: of everything, of one thing, or of what a party takes part in.

    Reports count by the day that they tell, decisions by their own. Raises UsageError for what is no date, id or name.
    """
    asked = _asked(connection, day(since, "--since").isoformat(), subject, party)
    found = [*_told(asked), *_statuses(asked), *_followed(asked), *_answered(asked), *_stages(asked), *_decided(asked)]
    return sorted(dict.fromkeys(found), key=lambda one: (one.day, one.id, one.kind), reverse=True)


def _asked(connection: Connection, since: str, subject: str, party: str) -> _Asked:
    if tied.is_tie(subject):
        return _Asked(connection, since, select(things.c.number).where(false()), ties.c.number == tied.find(connection, subject).number)
    if subject:
        found = ids.find(connection, subject)
        if found.layer not in LAYERS:
            raise UsageError(f"{subject}: one of the {found.layer}; name a party with --party, or a thing of {', '.join(LAYERS)}")
        return _Asked(connection, since, select(things.c.number).where(things.c.number == found.number), false())
    if party:
        numbers = sorted(side(connection, party).numbers)
        return _Asked(connection, since, of_ours(numbers), or_(ties.c.one.in_(numbers), ties.c.other.in_(numbers)))
    return _Asked(connection, since, None, true())


def _labels(connection: Connection, found: Collection[tuple[int, str]]) -> dict[int, str]:
    """Return the labels of things, by number; each comes with its layer."""
    labels = dict[int, str]()
    for layer in {layer for _, layer in found}:
        table = THINGS[layer]
        for some in batches([number for number, its in found if its == layer]):
            labels |= dict(connection.execute(select(table.c.number, table.c.label).where(table.c.number.in_(some))).tuples().all())
    return labels


def _told(asked: _Asked) -> Iterator[Changed]:
    """Yield the things that reports told of, for the first time or again."""
    query = (
        select(members.c.thing, members.c.layer, members.c.start, members.c.end, members.c.quote, things.c.id, *DOCUMENT)
        .join(things, things.c.number == members.c.thing)
        .join(documents, documents.c.number == members.c.document)
        .where(members.c.told > asked.since, members.c.layer.in_(LAYERS), asked.mine(members.c.thing))
        .order_by(members.c.told, members.c.number)
    )
    rows = asked.connection.execute(query).all()
    pairs = {(row.thing, row.layer) for row in rows}
    labels, known = _labels(asked.connection, pairs), _first(asked, pairs)
    for row in rows:
        new = row.thing not in known
        known.add(row.thing)
        what = f"{row.layer[:-1]} told of {'for the first time' if new else 'again'}"
        yield Changed(
            day=row.told, kind="new" if new else "told_again", id=row.id, label=labels[row.thing], what=what, citation=citation_of(row)
        )


def _first(asked: _Asked, pairs: Collection[tuple[int, str]]) -> set[int]:
    """Return the things that were told of before."""
    found = set[int]()
    for some in batches([number for number, _ in pairs]):
        query = select(members.c.thing).where(members.c.thing.in_(some), members.c.told <= asked.since).distinct()
        found |= set(asked.connection.scalars(query))
    return found


def _statuses(asked: _Asked) -> Iterator[Changed]:
    table = THINGS["instruments"]
    here = (members.c.document == history.c.document) & (members.c.layer == "instruments") & (members.c.local == history.c.local)
    query = (
        select(table.c.id, table.c.label, history.c.status, history.c.date, members.c.start, members.c.end, members.c.quote, *DOCUMENT)
        .join(history, history.c.thing == table.c.number)
        .join(members, here)
        .join(documents, documents.c.number == history.c.document)
        .where(documents.c.told > asked.since, asked.mine(table.c.number))
    )
    for row in asked.connection.execute(query):
        what = f"{words(row.status)}{f' on {row.date}' if row.date else ''}"
        yield Changed(day=row.told, kind="status", id=row.id, label=row.label, what=what, citation=citation_of(row))


def _followed(asked: _Asked) -> Iterator[Changed]:
    shown = (assessments.c.status, assessments.c.start, assessments.c.end, assessments.c.quote)
    query = (
        select(statements.c.id, statements.c.label, *shown, *DOCUMENT)
        .join(statements, statements.c.number == assessments.c.thing)
        .join(documents, documents.c.number == assessments.c.document)
        .where(documents.c.told > asked.since, asked.mine(statements.c.number))
    )
    for row in asked.connection.execute(query):
        what = words(row.status)
        yield Changed(day=row.told, kind="follow_through", id=row.id, label=row.label, what=what, citation=citation_of(row))


def _answered(asked: _Asked) -> Iterator[Changed]:
    ask, reply = statements.alias(), statements.alias()
    query = (
        select(ask.c.id, ask.c.label, reply.c.id.label("answer"), reply.c.label.label("said"), reply.c.first)
        .join(answers, answers.c.ask == ask.c.number)
        .join(reply, reply.c.number == answers.c.reply)
        .where(reply.c.first > asked.since, asked.mine(ask.c.number))
    )
    for row in asked.connection.execute(query):
        yield Changed(day=row.first, kind="answered", id=row.id, label=row.label, what=f"answered: {row.said} ({row.answer})")


def _stages(asked: _Asked) -> Iterator[Changed]:
    query = (
        select(ties.c.id, ties.c.one_name, ties.c.other_name, tie_history.c.stage, tie_history.c.date, tie_history.c.quote, *DOCUMENT)
        .join(tie_history, tie_history.c.tie == ties.c.number)
        .join(documents, documents.c.number == tie_history.c.document)
        .where(documents.c.told > asked.since, ties.c.state != "rejected", asked.ties)
    )
    for row in asked.connection.execute(query):
        what = f"{row.stage}{f' since {row.date}' if row.date else ''}"
        yield Changed(
            day=row.told, kind="stage", id=row.id, label=f"{row.one_name} – {row.other_name}", what=what, citation=citation_of(row)
        )


def _decided(asked: _Asked) -> Iterator[Changed]:
    """Yield what people decided: of each fact the last judgement about it, and assessments."""
    facts = select(members.c.thing, members.c.judged.label("log")).where(members.c.judged.is_not(None), asked.mine(members.c.thing))
    graded = select(assessments.c.thing, assessments.c.log).where(assessments.c.log.is_not(None), asked.mine(assessments.c.thing))
    for number, entry in {*asked.connection.execute(facts).tuples(), *asked.connection.execute(graded).tuples()}:
        made = asked.connection.execute(select(log).where(log.c.number == entry)).one()
        thing = asked.connection.execute(select(things).where(things.c.number == number)).one()
        if made.at[:10] > asked.since and thing.layer in LAYERS:
            label = _labels(asked.connection, [(number, thing.layer)])[number]
            yield Changed(day=made.at[:10], kind="decided", id=thing.id, label=label, what=_decision(made), by=made.by)
    of_ties = select(ties.c.id, ties.c.one_name, ties.c.other_name, log).join(log, log.c.number == ties.c.judged)
    for made in asked.connection.execute(of_ties.where(asked.ties, log.c.at > f"{asked.since}~")):
        label = f"{made.one_name} – {made.other_name}"
        yield Changed(day=made.at[:10], kind="decided", id=made.id, label=label, what=_decision(made), by=made.by)


def _decision(made: Row[Any]) -> str:
    return " ".join(str(one) for one in (made.kind, made.payload.get("field"), made.payload.get("value")) if one not in (None, "", {}))
