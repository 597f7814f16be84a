"""The log: what was added and decided, in order. It is only appended to."""

from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select

from amity.model.judgement import Judgement, in_force
from amity.register.tables import log, members

JUDGEMENTS = ("merge", "split", "confirm", "reject", "correct", "assess", "undo")
"""Kinds of entries that are judgements."""
STATES = {"confirm": "confirmed", "correct": "corrected", "reject": "rejected"}
"""What a judgement makes of the state of its facts."""


def now() -> str:
    """Return the present moment, ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def append(connection: Connection, kind: str, *, by: str, document: str | None = None, payload: Any = None, at: str = "") -> int:
    """Write an entry and return its number."""
    row = {"at": at or now(), "by": by, "kind": kind, "document": document, "payload": payload or {}}
    key = connection.execute(insert(log).values(**row)).inserted_primary_key
    assert key is not None
    return int(key[0])


def append_judgement(connection: Connection, judgement: Judgement) -> Judgement:
    """Write a judgement and return it with its number and time."""
    at = judgement.at or now()
    payload = msgspec.to_builtins(judgement)
    for known in ("number", "kind", "by", "at"):
        payload.pop(known)
    number = append(connection, judgement.kind, by=judgement.by, payload=payload, at=at)
    return msgspec.structs.replace(judgement, number=number, at=at)


def judgement_of(row: Any) -> Judgement:
    """Return the judgement that an entry is."""
    return msgspec.convert({**row.payload, "number": row.number, "kind": row.kind, "by": row.by, "at": row.at}, Judgement)


def judgements(connection: Connection) -> list[Judgement]:
    """Return all judgements in the order of the log, undone ones and undos too."""
    rows = connection.execute(select(log).where(log.c.kind.in_(JUDGEMENTS)).order_by(log.c.number))
    return [judgement_of(row) for row in rows]


def holding(connection: Connection) -> list[Judgement]:
    """Return the judgements in force."""
    return in_force(judgements(connection))


def judged_by(connection: Connection, thing: int, last: int | None) -> dict[str, Any]:
    """Return the columns that say what people decided about a thing; ``last`` is the number of the last judgement about it."""
    unchecked: dict[str, Any] = {"state": "unchecked", "checked_by": None, "checked_at": None, "corrections": {}}
    if last is None:
        return unchecked
    entry = connection.execute(select(log).where(log.c.number == last)).one()
    rows = connection.execute(select(members.c.corrections).where((members.c.thing == thing) & members.c.judged.is_not(None))).scalars()
    told = {number: fields for row in rows for number, fields in (row or {}).items()}
    corrections = {field: value for number in sorted(told, key=int) for field, value in told[number].items()}
    return {"state": STATES[entry.kind], "checked_by": entry.by, "checked_at": entry.at, "corrections": corrections}
