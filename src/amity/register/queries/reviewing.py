"""The queue for review: pairs that may be one thing, proposed follow-through, and judgements whose facts no current reading tells."""

from typing import Any

from sqlalchemy import Connection, select

from amity.errors import UsageError
from amity.register import log
from amity.register.tables import THINGS, assessments, documents, doubts, lost, members, statements

MATCHED = tuple(layer for layer in THINGS if layer != "indicators")
"""Layers whose things may be one."""


def queue(connection: Connection, *, layer: str | None = None, limit: int = 50) -> list[dict[str, Any]]:
    """Return what waits for a decision: doubtful pairs, the likeliest first, proposed follow-through, then lost judgements.

    Raise UsageError for a layer that does not exist.
    """
    if layer is not None and layer not in MATCHED:
        raise UsageError(f"layer {layer}: not one whose things are matched; there are {', '.join(MATCHED)}")
    found = _pairs(connection, layer, limit)
    if len(found) < limit and layer in (None, "statements"):
        found += _followed(connection, limit - len(found))
    if len(found) < limit and layer is None:
        found += _lost(connection)
    return found[:limit]


def _pairs(connection: Connection, layer: str | None, limit: int) -> list[dict[str, Any]]:
    query = select(doubts).order_by(doubts.c.score.desc(), doubts.c.one, doubts.c.other).limit(limit)
    if layer:
        query = query.where(doubts.c.layer == layer)
    return [
        {
            "question": "same or different?", "layer": row.layer, "score": row.score, "reasons": row.reasons,
            "one": _side(connection, row.layer, row.one, row.one_member),
            "other": _side(connection, row.layer, row.other, row.other_member),
        }
        for row in connection.execute(query)
    ]  # fmt: skip


def _side(connection: Connection, layer: str, number: int, member: int) -> dict[str, Any]:
    table = THINGS[layer]
    own = connection.execute(select(table.c.id, table.c.label).where(table.c.number == number)).one()
    quote = connection.scalar(select(members.c.quote).where(members.c.number == member))
    return {"id": own.id, "label": own.label, "quote": quote}


def _followed(connection: Connection, limit: int) -> list[dict[str, Any]]:
    """Return what reports are taken to say of commitments that nobody has assessed or checked."""
    judged = select(assessments.c.thing).where(assessments.c.log.is_not(None))
    query = (
        select(assessments, statements.c.id, statements.c.label, documents.c.id.label("report"))
        .join(statements, statements.c.number == assessments.c.thing)
        .join(documents, documents.c.number == assessments.c.document)
        .where(assessments.c.log.is_(None), statements.c.state == "unchecked", assessments.c.thing.not_in(judged))
        .order_by(assessments.c.score.desc(), assessments.c.number)
        .limit(limit)
    )
    return [
        {
            "question": f"{row.status}?", "layer": "statements", "score": row.score, "reasons": row.reasons,
            "one": {"id": row.id, "label": row.label, "quote": _first_words(connection, row.thing)},
            "other": {"id": row.report, "label": row.status, "quote": row.quote},
        }
        for row in connection.execute(query)
    ]  # fmt: skip


def _first_words(connection: Connection, thing: int) -> str | None:
    query = select(members.c.quote).where(members.c.thing == thing).order_by(members.c.told, members.c.number).limit(1)
    return connection.scalar(query)


def _lost(connection: Connection) -> list[dict[str, Any]]:
    numbers = set(connection.scalars(select(lost.c.log)))
    undone = set(connection.scalars(select(documents.c.id).where(documents.c.reading.is_(None), documents.c.withdrawn_at.is_(None))))
    return [
        {"question": "attach again?", "judgement": one.number, "kind": one.kind, "quotes": [p.quote for p in one.subjects], "by": one.by}
        for one in log.judgements(connection)
        if one.number in numbers and any(pointer.document not in undone for pointer in (*one.subjects, *one.others))
    ]
