"""How things stood on a day: what was reported later is left out."""

from collections import defaultdict
from collections.abc import Collection

import msgspec
from sqlalchemy import Connection, and_, or_, select

from amity.office.seen import seen, there
from amity.register.lookup import batches
from amity.register.queries.filters import OPEN
from amity.register.tables import assessments, documents, history, instruments, log, relations

ENDED = ("expired", "terminated", "superseded")
"""Statuses after which an instrument holds no more: only a sentence or an entry says so."""


class Change(msgspec.Struct, frozen=True):
    """A status of an instrument: since when as told, in which report (its id) of which day."""

    status: str
    date: str | None
    told: str
    document: str


class Followed(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a commitment, as one report or person says."""

    status: str
    as_of: str | None
    by: str
    quote: str
    document: str | None = None
    told: str = ""
    path: str = ""
    publisher: str | None = None
    url: str | None = None
    self_reported: bool = False
    start: int = 0
    end: int = 0


def changes(connection: Connection, things: Collection[int], until: str) -> dict[int, list[Change]]:
    """Return the life-cycle of each instrument as reported by a day, in the order of time."""
    found: dict[int, list[Change]] = {number: [] for number in things}
    for some in batches(things):
        query = (
            select(history.c.thing, history.c.status, history.c.date, documents.c.told, documents.c.id)
            .join(documents, documents.c.number == history.c.document)
            .where(history.c.thing.in_(some), seen(until))
            .order_by(history.c.thing, history.c.place)
        )
        for thing, *told in connection.execute(query):
            found[thing].append(Change(*told))
    return found


def status_on(connection: Connection, things: Collection[int], until: str) -> dict[int, str]:
    """Return the status of each instrument as reported by a day; what a person corrected holds whenever it was corrected."""
    corrected = dict[int, str]()
    for some in batches(things):
        query = select(instruments.c.number, instruments.c.status, instruments.c.corrections).where(instruments.c.number.in_(some))
        corrected |= {row.number: row.status for row in connection.execute(query) if "status" in (row.corrections or {})}
    told = changes(connection, things, until)
    return {number: corrected.get(number) or (told[number][-1].status if told[number] else "unknown") for number in things}


def followed(connection: Connection, things: Collection[int], until: str) -> dict[int, list[Followed]]:
    """Return the follow-through of each commitment as reported or assessed by a day, in the order of time."""
    found: dict[int, list[Followed]] = {number: [] for number in things}
    shown = [assessments.c[name] for name in ("status", "as_of", "by", "quote", "self_reported", "start", "end")]
    for some in batches(things):
        query = (
            select(assessments.c.thing, *shown, documents.c.id.label("document"), documents.c.told, documents.c.path,
                   documents.c.publisher, documents.c.url)
            .outerjoin(documents, documents.c.number == assessments.c.document)
            .outerjoin(log, log.c.number == assessments.c.log)
            .where(assessments.c.thing.in_(some), or_(and_(documents.c.id.is_not(None), seen(until)), log.c.at < f"{until}~"))
            .order_by(assessments.c.thing, assessments.c.as_of, assessments.c.number)
        )  # fmt: skip
        for row in connection.execute(query):
            told = {name: value for name, value in row._mapping.items() if name != "thing" and value is not None}
            found[row.thing].append(Followed(**{"as_of": None, **told}))
    return found


def is_open(told: list[Followed]) -> bool:
    """Tell whether a commitment is still open after what is said of it."""
    return not told or told[-1].status in OPEN


def successors(
    connection: Connection, things: Collection[int], until: str, wanted: Collection[str] = ("renews", "supersedes")
) -> dict[int, list[int]]:
    """Return the instruments, as reported by a day, that renew or supersede each instrument, or follow it in another way."""
    found: dict[int, list[int]] = defaultdict(list)
    for some in batches(things):
        query = (
            select(relations.c.earlier, relations.c.later)
            .join(instruments, instruments.c.number == relations.c.later)
            .where(relations.c.earlier.in_(some), relations.c.relation.in_(wanted), *there(instruments, until))
        )
        for earlier, later in connection.execute(query):
            found[earlier].append(later)
    return found
