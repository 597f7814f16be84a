"""What came into the register since a day: how much was added and decided, by the log."""

from collections import Counter
from typing import NamedTuple

from sqlalchemy import Connection, select

from amity.register.tables import log

LOOKED_AT = 1_000
"""Entries of the log that are looked at, the latest; "1,000 and more" says enough."""
ADDED = ("add", "enter")
OTHER = ("reread", "set", "audit")
"""Kinds of entries that are neither reports nor decisions about facts."""


class Arrivals(NamedTuple):
    """How many reports and entries were added, and how many decisions were made; ``more``: there are more than were looked at."""

    added: int
    decided: int
    more: bool


def arrivals(connection: Connection, since: str) -> Arrivals:
    """Return what came in on a day (ISO 8601) or after it."""
    rows = connection.execute(select(log.c.kind, log.c.at).order_by(log.c.number.desc()).limit(LOOKED_AT)).all()
    kinds = Counter(row.kind for row in rows if row.at >= since)
    added = sum(kinds[kind] for kind in ADDED)
    return Arrivals(added, kinds.total() - added - sum(kinds[kind] for kind in OTHER), kinds.total() == LOOKED_AT)
