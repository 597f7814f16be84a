"""What figures are narrowed to: days, and the things that home takes part in."""

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, select

from amity.office.days import day
from amity.office.sides import IS_TOLD, SPEAKS, TAKES_PART
from amity.register.queries.filters import LARGEST
from amity.register.tables import roles

PARTS = tuple(dict.fromkeys([*TAKES_PART["events"], *TAKES_PART["instruments"], *SPEAKS, *IS_TOLD]))
"""Roles of those who take part in what is counted; a speaker or witness is no partner."""


def known_days(start: str | None, end: str | None) -> None:
    """Raise UsageError for limits that are no dates."""
    for option, told in (("--from", start), ("--to", end)):
        day(told, option)


def within(column: ColumnElement[str], start: str | None, end: str | None) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions that a day lies within limits, each as precise as given: up to 2024 is up to its last day."""
    if start:
        yield column >= start
    if end:
        yield and_(column != "", column < end + LARGEST)


def of_ours(ours: Collection[int]) -> Select[Any]:
    """Return the query of the things in which one of the actors takes part."""
    return select(roles.c.thing).where(roles.c.actor.in_(sorted(ours)), roles.c.role.in_(PARTS))
