"""The log: what was added and decided, in order. It is only appended to."""

import re
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select

from amity.model.judgement import Judgement, in_force
from amity.register.tables import log

JUDGEMENTS = ("merge", "split", "confirm", "reject", "correct", "assess", "assign", "attach", "audit", "undo")
"""Kinds of entries that are judgements."""
STATES = {"confirm": "confirmed", "correct": "corrected", "reject": "rejected"}
"""What a judgement makes of the state of its facts."""
UNDONE = (*JUDGEMENTS, "enter")
"""Kinds of entries that can be undone."""


def now() -> str:
    """Return the present moment, ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def version(reader: str) -> tuple[int, ...]:
    """Return the version of a reader as numbers, so that 0.10 comes after 0.9."""
    return tuple(int(digits) for digits in re.findall(r"\d+", reader))


def row(kind: str, *, by: str, document: str | None = None, payload: Any = None, at: str = "") -> dict[str, Any]:
    """Return an entry as a row."""
    return {"at": at or now(), "by": by, "kind": kind, "document": document, "payload": payload or {}}


def append(connection: Connection, kind: str, *, by: str, document: str | None = None, payload: Any = None, at: str = "") -> int:
    """Write an entry and return its number."""
    values = row(kind, by=by, document=document, payload=payload, at=at)
    key = connection.execute(insert(log).values(**values)).inserted_primary_key
    assert key is not None
    return int(key[0])


def append_judgement(connection: Connection, judgement: Judgement) -> Judgement:
    """Write a judgement and return it with its number and time."""
    at = judgement.at or now()
    payload = msgspec.to_builtins(judgement)
    for known in ("number", "kind", "by", "at", "document"):
        payload.pop(known)
    number = append(connection, judgement.kind, by=judgement.by, document=judgement.document, payload=payload, at=at)
    return msgspec.structs.replace(judgement, number=number, at=at)


def judgement_of(found: Any) -> Judgement:
    """Return the judgement that an entry is."""
    own = {name: getattr(found, name) for name in ("number", "kind", "by", "at", "document")}
    return msgspec.convert({**found.payload, **own}, Judgement)


def judgements(connection: Connection) -> list[Judgement]:
    """Return all judgements in the order of the log, undone ones and undos too."""
    rows = connection.execute(select(log).where(log.c.kind.in_(JUDGEMENTS)).order_by(log.c.number))
    return [judgement_of(one) for one in rows]


def holding(connection: Connection) -> list[Judgement]:
    """Return the judgements in force."""
    return in_force(judgements(connection))
