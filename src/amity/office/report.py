"""The report of a year: signed, in force, ended, implemented, delegations in and out, new ties.

Every figure says what it counts (``definition``) and lists the records behind it; entries and news are told apart, checked and unchecked.
"""

from collections.abc import Sequence
from datetime import date

import msgspec
from sqlalchemy import Connection

from amity.errors import UsageError
from amity.office.days import day
from amity.office.home import Own, home, home_of
from amity.office.searched import Library, Searched
from amity.office.yearly import FIGURES, Counted, Record, Year


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One figure of the report: what it counts, how many, and of what; the records are listed by day."""

    key: str
    title: str
    definition: str
    count: int
    entered: int
    reported: int
    checked: int
    unchecked: int
    records: tuple[Record, ...]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The report of a year, with what was searched."""

    home: tuple[Own, ...]
    year: int
    as_of: str
    searched: Searched
    figures: tuple[Figure, ...]


def report(
    connection: Connection, *, year: int, home_names: Sequence[str] = (), as_of: str | None = None, checked_only: bool = False
) -> Report:
    """Return the report of a year; what was reported after ``as_of`` (today without one) is left out.

    Raises UsageError where no home is set or named, and for a year or day that makes no sense.
    """
    we = home_of(connection, home_names)
    if not we:
        raise UsageError("report: whose? No home is set; name it with --home, or set it with `amity home NAME`")
    if not 1 <= year <= date.max.year:
        raise UsageError(f"--year {year}: no year; write four digits, such as 2024")
    today = day(as_of)
    of = Year(frozenset(home(connection, home_names)), date(year, 1, 1), date(year, 12, 31), today.isoformat(), checked_only)
    figures = tuple(_figure(connection, one, of) for one in FIGURES)
    return Report(home=we, year=year, as_of=of.until, searched=Library(connection, of.until).after(), figures=figures)


def _figure(connection: Connection, counted: Counted, of: Year) -> Figure:
    records = [one for one in counted.found(connection, of) if one.checked or not of.checked_only]
    records.sort(key=lambda one: (one.day, one.id))
    return Figure(
        key=counted.key, title=counted.title, definition=counted.definition, count=len(records),
        entered=sum(one.entered for one in records), reported=sum(one.reported for one in records),
        checked=sum(one.checked for one in records), unchecked=sum(not one.checked for one in records), records=tuple(records),
    )  # fmt: skip
