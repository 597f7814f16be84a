"""Sources: who published what, over which days, and what was read in it."""

from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from amity.errors import UsageError
from amity.register.tables import documents, outlets


class Publisher(NamedTuple):
    """A publisher: how many of its reports there are (``copies`` of other reports among them), from which day to which, in which languages.

    ``unread`` are those kept without having been read; ``things`` says of how many things of each layer its reports tell.
    """

    name: str
    reports: int
    copies: int
    unread: int
    first: str
    last: str
    languages: dict[str, int]
    things: dict[str, int]


def publisher(connection: Connection, name: str) -> Publisher:
    """Return what the register has of a publisher; raise UsageError for one that it does not have."""
    mine = (documents.c.publisher == name, documents.c.reading.is_not(None), documents.c.entry.is_(None))
    copied = func.count().filter(documents.c.witness.is_not(None), documents.c.witness != documents.c.number)
    columns: tuple[Any, ...] = (
        func.count(),
        copied,
        func.count(documents.c.unread),
        func.min(documents.c.told),
        func.max(documents.c.told),
    )
    found: Any = connection.execute(select(*columns).where(*mine)).one()
    if not found[0]:
        raise UsageError(f"{name}: no report of the register is by this publisher; see the sources on the page Method")
    spoken = select(documents.c.language, func.count()).where(*mine, documents.c.language.is_not(None)).group_by(documents.c.language)
    told = select(outlets.c.layer, func.count()).where(outlets.c.publisher == name).group_by(outlets.c.layer).order_by(outlets.c.layer)
    languages = dict(connection.execute(spoken).tuples().all())
    reports, copies, unread, first, last = found
    return Publisher(name, reports, copies, unread, first, last, languages, dict(connection.execute(told).tuples().all()))
