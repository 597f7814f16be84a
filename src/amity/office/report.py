"""The report of a year: signed, in force, ended, implemented, delegations in and out, new ties.

Every figure says what it counts (``definition``) and lists the records behind it; entries and news are told apart, checked and unchecked.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Literal

import msgspec
from sqlalchemy import Connection

from amity.errors import UsageError
from amity.office.citations import Citation
from amity.office.days import day
from amity.office.home import Own, home, home_of
from amity.office.parts import Named
from amity.office.searched import Library, Searched
from amity.office.standing import CHECKED

How = Literal["", "period_over", "day_of_report"]


class Year(msgspec.Struct, frozen=True):
    """What a report is of: who is "we", the year's first and last day, and the day of asking."""

    ours: frozenset[int]
    first: date
    last: date
    until: str
    checked_only: bool = False

    def holds(self, on: date | None) -> bool:
        """Tell whether a day lies in the year."""
        return on is not None and self.first <= on <= self.last


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A thing behind a figure.

    ``day`` is what brings it into the year, as told, ``derived`` that no report says so in words, ``how`` for what reason then. ``status``
    is that of the time, ``until`` the end of its period, ``whose`` promise it is, ``by`` who assessed it; ``more`` are the ids of what
    belongs to it. ``entered`` says that a person's entry tells of it, ``reported`` that a report does.
    """

    id: str
    label: str
    kind: str
    day: str
    others: tuple[Named, ...] = ()
    derived: bool = False
    how: How = ""
    status: str = ""
    until: str = ""
    whose: Literal["we", "they", "both", ""] = ""
    by: str = ""
    self_reported: bool = False
    more: tuple[str, ...] = ()
    state: str = "unchecked"
    entered: bool = False
    reported: bool = False
    citations: tuple[Citation, ...] = ()

    @property
    def checked(self) -> bool:
        """Whether a person has confirmed, corrected or entered it."""
        return self.state in CHECKED


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


Counting = Callable[[Connection, Year], list[Record]]


class Counted(msgspec.Struct, frozen=True):
    """How a figure is made: its key, title and definition, and what finds its records."""

    key: str
    title: str
    definition: str
    found: Counting


def report(
    connection: Connection, *, year: int, home_names: Sequence[str] = (), as_of: str | None = None, checked_only: bool = False
) -> Report:
    """Return the report of a year; what was reported after ``as_of`` (today without one) is left out.

    Raises UsageError where no home is set or named, and for a year or day that makes no sense.
    """
    from amity.office.yearly import FIGURES

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


def others(parties: Sequence[Named], ours: Collection[int]) -> tuple[Named, ...]:
    """Return the parties that are not ours."""
    return tuple(one for one in parties if one.number not in ours)
