"""A brief before a meeting: what stands between two parties, or between one and all its partners, as of a day."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Literal

import msgspec
from sqlalchemy import Connection

from amity.office.brief.asked import Asked
from amity.office.brief.differences import differences
from amity.office.brief.known import Known
from amity.office.brief.leads import leads
from amity.office.brief.meetings import meetings, projects, ways
from amity.office.brief.model import Brief, Party
from amity.office.brief.people import people
from amity.office.brief.promises import asks, promises, said
from amity.office.brief.texts import concluded, texts
from amity.office.brief.ties import ties
from amity.office.home import home as home_numbers
from amity.office.sides import TAKES_PART, Side, between, side, two_sides
from amity.register import Register

__all__ = ["Brief", "brief"]


def brief(
    register: Register | Connection,
    a: str,
    b: str | None = None,
    *,
    as_of: str | None = None,
    home: Sequence[str] = (),
    exact: bool = False,
    checked_only: bool = False,
) -> Brief:
    """Return a brief on two parties (names or ids), or without ``b`` on one and all whom it deals with.

    ``as_of`` (ISO 8601) leaves out what was reported, entered or decided later; which reports are of one thing stays as it is known
    today. ``home`` names who "we" are where the register's setting does not. ``exact`` leaves out bodies and places within a party,
    ``checked_only`` what nobody has confirmed, corrected or entered. Raises UsageError for names that mean nothing or several parties.
    """
    opened: AbstractContextManager[Connection] = register.reading() if isinstance(register, Register) else nullcontext(register)
    with opened as connection:
        known = Known(connection, as_of, checked_only)
        one, other = two_sides(connection, a, b, exact=exact) if b is not None else (side(connection, a, exact=exact), None)
        ours = frozenset(home_numbers(connection, home))
        things = {layer: between(connection, layer, one, other) for layer in TAKES_PART}
        return _brief(Asked(known, one, other, [], things), ours)


def _brief(asked: Asked, ours: frozenset[int]) -> Brief:
    known = asked.known
    stated = known.rows("statements", said(asked))
    every = [number for numbers in asked.things.values() for number in numbers] + [row["number"] for row in stated]
    promised = [row["number"] for row in stated if row["kind"] == "commitment"]
    made = Brief(
        one=_party(asked, asked.one), other=_party(asked, asked.other) if asked.other else None, as_of=known.until, limited=known.limited,
        checked_only="unchecked" not in known.states, exact=asked.one.exact, home=_home(asked, ours), searched=known.library.after(),
        leads=(), people=people(asked, every), ties=ties(asked), texts=texts(asked), promises=promises(asked, stated),
        asks=asks(asked, stated),
        meetings=meetings(asked, promised, concluded(asked, asked.things["instruments"])), ways=ways(asked), projects=projects(asked),
        differences=differences(asked, every), left=(), sources=(),
    )  # fmt: skip
    made = msgspec.structs.replace(made, leads=leads(made), left=tuple(asked.left))
    return msgspec.structs.replace(made, sources=known.listed())


def _party(asked: Asked, one: Side) -> Party:
    return asked.known.party(one.own) if one.own else Party("", one.label)


def _home(asked: Asked, ours: frozenset[int]) -> Literal["one", "other"] | None:
    """Return which side is "we": the one that is ours, not one that merely holds something of ours."""
    sides: tuple[tuple[Literal["one", "other"], Side | None], ...] = (("one", asked.one), ("other", asked.other))
    fitting = [(name, found) for name, found in sides if found is not None and found.numbers & ours]
    exact = [name for name, found in fitting if found.own in ours]
    return next(iter([*exact, *(name for name, _ in fitting)]), None)
