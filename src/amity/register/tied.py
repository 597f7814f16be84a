"""Ties by their ids, and the evidence that a decision about one points at.

The id of a tie follows from the ids of its two actors, so it changes when these are merged; the one that it had leads to it.
"""

import re
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, or_, select

from amity.errors import UsageError
from amity.matching.judging import TIES, point
from amity.matching.ties import Sign
from amity.model.judgement import Member, Pointer
from amity.register import ids
from amity.register.facts import kept_reading
from amity.register.tables import documents, ties
from amity.register.working import signs

PUBLIC = re.compile(r"^tie-(\d+)-(\d+)-([a-z_]+)$")


def is_tie(told: str) -> bool:
    """Tell whether the words are the id of a tie."""
    return told.startswith("tie-")


def find(connection: Connection, public: str) -> Row[Any]:
    """Return the row of a tie by its id, or by one that it had before actors were merged; raise UsageError if there is none."""
    row = connection.execute(select(ties).where(ties.c.id == public)).first() or _before(connection, public)
    if row is None:
        raise UsageError(f"{public}: the register has no such tie; see `amity ties`")
    return row


def _before(connection: Connection, public: str) -> Row[Any] | None:
    named = PUBLIC.match(public)
    if named is None:
        return None
    try:
        ends = [ids.find(connection, f"{ids.PREFIXES['actors']}-{serial}").number for serial in named.groups()[:2]]
    except UsageError:
        return None
    here = or_((ties.c.one == ends[0]) & (ties.c.other == ends[1]), (ties.c.one == ends[1]) & (ties.c.other == ends[0]))
    return connection.execute(select(ties).where(here, ties.c.kind == named[3])).first()


def pointers(connection: Connection, public: str, *, every: bool, rejected: bool) -> list[Pointer]:
    """Return a pointer to the first of what tells a tie, with those of its signs that were ``rejected``; or to ``every`` one."""
    row = find(connection, public)
    told = [one for one in _signs(connection, row) if one[1].kind == row.kind and one[1].claim == "told"]
    standing = [one for one in told if one[0].state != "rejected"] or told
    chosen = told if every else [standing[0], *(one for one in told if rejected and one[0].state == "rejected" and one is not standing[0])]
    return [_pointer(connection, *one) for one in chosen]


def _signs(connection: Connection, row: Row[Any]) -> list[tuple[Row[Any], Sign]]:
    """Return the signs of a tie's pair, in the order in which they come into its history."""
    pair = or_((signs.c.one == row.one) & (signs.c.other == row.other), (signs.c.one == row.other) & (signs.c.other == row.one))
    query = select(signs, documents.c.id, documents.c.reading).join(documents, documents.c.number == signs.c.document).where(pair)
    found = [(one, msgspec.json.decode(one.content, type=Sign)) for one in connection.execute(query)]
    return sorted(found, key=lambda one: (one[1].told or "", one[1].member, one[1].quote))


def _pointer(connection: Connection, row: Row[Any], _: Sign) -> Pointer:
    return point(kept_reading(connection, row.reading), Member(row.id, TIES, row.local))
