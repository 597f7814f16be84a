"""Letters of intent: which became agreements, how fast, and which are still open."""

from collections.abc import Collection, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from amity.office.citations import Citation, citations
from amity.office.days import first_day
from amity.office.narrowing import of_ours, within
from amity.office.parts import Named, taking_part
from amity.office.seen import there
from amity.office.standing import status_on
from amity.register.queries.derived import HOLDING
from amity.register.queries.listing import CHECKED
from amity.register.tables import instruments, relations


class Intent(msgspec.Struct, frozen=True, kw_only=True):
    """A letter of intent; ``became`` is the agreement that followed, ``days`` how many later (None where a date is not told).

    ``exact`` says that both days are told. ``waiting`` are the days since its signing for one that nothing followed.
    """

    id: str
    label: str
    parties: tuple[Named, ...]
    signed_on: str
    became: Named | None = None
    became_on: str = ""
    days: int | None = None
    exact: bool = False
    waiting: int | None = None
    state: str = "unchecked"
    citation: Citation | None = None


def intents(
    connection: Connection, ours: Collection[int] | None, until: str, start: str | None, end: str | None, checked: bool
) -> list[Intent]:
    """Return the letters of intent that were signed, the earliest first, with what followed each."""
    query = select(instruments).where(
        instruments.c.kind == "letter_of_intent", *there(instruments, until), instruments.c.state != "rejected",
        *within(instruments.c.day, start, end),
    )  # fmt: skip
    if ours is not None:
        query = query.where(instruments.c.number.in_(of_ours(ours)))
    if checked:
        query = query.where(instruments.c.state.in_(CHECKED))
    rows = {row.number: row for row in connection.execute(query.order_by(instruments.c.day, instruments.c.number))}
    status = status_on(connection, rows, until)
    later = _followers(connection, rows, until)
    who, cited = taking_part(connection, rows, ("party",)), citations(connection, rows, until=until)
    return [
        _intent(row, later.get(number), tuple(who[number]), cited[number], until)
        for number, row in rows.items()
        if status[number] in HOLDING or later.get(number) or row.signed_on
    ]


def _followers(connection: Connection, things: Collection[int], until: str) -> dict[int, Any]:
    """Return the earliest agreement that follows each letter of intent."""
    query = (
        select(relations.c.earlier, instruments)
        .join(instruments, instruments.c.number == relations.c.later)
        .where(relations.c.relation == "follows_intent", *there(instruments, until), instruments.c.state != "rejected")
        .order_by(instruments.c.day.desc(), instruments.c.number)
    )
    return {row.earlier: row for row in connection.execute(query) if row.earlier in things}


def _intent(row: Any, later: Any, parties: tuple[Named, ...], cited: Sequence[Citation], until: str) -> Intent:
    signed = row.signed_on or ""
    begun = first_day(signed)
    told = later.signed_on or "" if later else ""
    ended = first_day(told or None) if later else first_day(until)
    between = (ended - begun).days if begun and ended else None
    return Intent(
        id=row.id, label=row.label, parties=parties, signed_on=signed,
        became=Named(later.id, later.label, later.number) if later else None, became_on=told, days=between if later else None,
        exact=bool(later) and len(signed) == len(told) == len("2024-05-06"), waiting=None if later else between, state=row.state,
        citation=cited[0] if cited else None,
    )  # fmt: skip
