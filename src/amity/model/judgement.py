"""Judgements: what people decide about facts, kept in an append-only log, each of which can be undone.

A judgement never points at an id that is local to a reading. It points at evidence (document, layer, span, quote) or at an entry,
so that it finds its fact again when a newer reader has read the document.
"""

from collections.abc import Iterable
from typing import Any, Literal

import msgspec

Layer = Literal["actors", "events", "instruments", "statements", "mechanisms", "projects", "indicators"]
JudgementKind = Literal[
    "merge", "split", "confirm", "reject", "correct", "assess", "assign", "attach", "audit", "undo", "withdraw", "enter",
]  # fmt: skip


class Member(msgspec.Struct, frozen=True, order=True):
    """A fact's address in the current reading of its document: document id, layer and the id that is local to the reading."""

    document: str
    layer: str
    local: str


class Pointer(msgspec.Struct, frozen=True, order=True):
    """A fact by what it was read from: ``text[start:end] == quote`` of the document's cleaned text, or an entry's id.

    ``hint`` tells facts of one sentence apart (the type of an event or instrument, the name of an actor, the action of a
    statement), ``nth`` those that the hint does not tell apart, from 0. For an ``entry`` the other fields are empty.
    """

    document: str
    layer: str
    start: int
    end: int
    quote: str
    hint: str = ""
    entry: str | None = None
    nth: int = 0


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """One decision of a person.

    ``number`` is its place in the log, from 1. ``subjects`` are the facts it is about: for a merge all that are one, for a split
    those that are apart from ``others``. ``undoes`` is the number of the judgement that an undo takes back. ``field`` and ``value``
    are what a correction sets, ``value`` alone what an assessment, an assignment or an attachment says; of an audit ``field`` is the
    kind of its facts and ``value`` holds the answers, in the order of ``subjects``. ``document`` is the id of the document that a
    correction of its date or title is about. ``at`` is ISO 8601 with a time zone.
    """

    number: int
    kind: JudgementKind
    subjects: tuple[Pointer, ...] = ()
    others: tuple[Pointer, ...] = ()
    undoes: int | None = None
    field: str | None = None
    value: Any = None
    document: str | None = None
    by: str = ""
    at: str = ""
    note: str = ""


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return the judgements that hold, in the order of the log: those not undone (an undo may be undone too), without the undos."""
    log = sorted(judgements, key=lambda one: one.number)
    undone: set[int] = set()
    for one in reversed(log):
        if one.kind == "undo" and one.undoes is not None and one.number not in undone:
            undone.add(one.undoes)
    return [one for one in log if one.kind != "undo" and one.number not in undone]
