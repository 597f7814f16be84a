"""From what people name to evidence: the facts that a decision about a thing, tie or id points at."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Row, Select, select

from amity.errors import UsageError
from amity.matching import point
from amity.model.judgement import Member, Pointer
from amity.register import ids, tied
from amity.register.facts import kept_reading
from amity.register.tables import anchors, documents, members

Subject = str | Pointer
"""What a judgement is about: a thing by its public id, or one fact by its pointer."""


def pointers(connection: Connection, subject: Subject, *, every: bool = False, rejected: bool = False) -> list[Pointer]:
    """Return a pointer to the fact that stands for a thing or tie, with those that were ``rejected``; or to every fact of it."""
    if isinstance(subject, Pointer):
        return [subject]
    if tied.is_tie(subject):
        return tied.pointers(connection, subject, every=every, rejected=rejected)
    query = _facts().where(members.c.thing == ids.find(connection, subject).number).order_by(members.c.number)
    rows = connection.execute(query if every else query.limit(1)).all()
    if rejected:
        rows = list(dict.fromkeys([*rows, *connection.execute(query.where(members.c.state == "rejected")).all()]))
    return [_pointer(connection, row) for row in rows]


def split(connection: Connection, subjects: Sequence[Subject], others: Sequence[Subject]) -> tuple[list[Pointer], list[Pointer]]:
    """Return the facts that a split holds apart.

    Ids that lead to one thing mean the facts that anchor them: the rest of the thing goes with the one that it is like. Without ``others``
    the other ids of the thing are meant; raise UsageError where there is none.
    """
    named = [one for one in subjects if isinstance(one, str)]
    against = list(others) or _others(connection, named)
    ours, theirs = _numbers(connection, subjects), _numbers(connection, against)
    both = set(ours.values()) & set(theirs.values())
    return (
        [pointer for one in subjects for pointer in _side(connection, one, ours.get(one) in both, every=False)],
        [pointer for one in against for pointer in _side(connection, one, theirs.get(one) in both, every=True)],
    )


def _numbers(connection: Connection, named: Iterable[Subject]) -> dict[Subject, int]:
    return {one: ids.find(connection, one).number for one in named if isinstance(one, str)}


def _others(connection: Connection, named: Sequence[str]) -> list[str]:
    numbers = set(_numbers(connection, named).values())
    query = select(anchors.c.id).join(members, members.c.number == anchors.c.member).where(members.c.thing.in_(numbers))
    found = sorted(set(connection.scalars(query)) - set(named))
    if not found:
        raise UsageError(f"split {' '.join(named)}: nothing was merged into it; name too what it is apart from")
    return found


def _side(connection: Connection, one: Subject, shared: bool, *, every: bool) -> list[Pointer]:
    """Return the facts of one side: all of a thing, or where both sides lead to it (``shared``) the fact that anchors the id."""
    if isinstance(one, Pointer) or not shared:
        return pointers(connection, one, every=every)
    anchoring = _facts().join(anchors, anchors.c.member == members.c.number).where(anchors.c.id == one)
    return [_pointer(connection, row) for row in connection.execute(anchoring)]


def _facts() -> Select[tuple[str, int, str, str]]:
    return select(documents.c.id, documents.c.reading, members.c.layer, members.c.local).join(
        documents, documents.c.number == members.c.document
    )


def _pointer(connection: Connection, row: Row[tuple[str, int, str, str]]) -> Pointer:
    return point(kept_reading(connection, row.reading), Member(row.id, row.layer, row.local))
