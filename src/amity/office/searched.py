"""What was searched: every absence says in how many reports, of how many outlets, up to when, nothing was found."""

from bisect import bisect_right

import msgspec
from sqlalchemy import Connection, func, select

from amity.office.kept import kept
from amity.register.tables import documents


class Searched(msgspec.Struct, frozen=True):
    """The reports that were searched: how many, of how many outlets, the days of the first and last."""

    reports: int
    outlets: int
    first: str = ""
    last: str = ""


class _Days(msgspec.Struct, frozen=True):
    """The days that reports tell, in their order, with how many do so up to each; and the last day of each outlet, in order too."""

    told: list[str]
    sums: list[int]
    outlets: list[str]


class Library:
    """The days and outlets of all reports up to a day (no entries), so that what was searched after any day is told at once."""

    def __init__(self, connection: Connection, until: str) -> None:
        self._days = kept(connection, ("searched", until), lambda: _days(connection, until))

    def after(self, day: str = "") -> Searched:
        """Return what was reported later than a day; everything without one. Reports that tell no day count as of no day."""
        told, sums, outlets = self._days.told, self._days.sums, self._days.outlets
        at = bisect_right(told, day) if day else 0
        if at == len(told):
            return Searched(0, 0)
        named = len(outlets) - (bisect_right(outlets, day) if day else 0)
        return Searched(sums[-1] - (sums[at - 1] if at else 0), named, told[at], told[-1])


def _days(connection: Connection, until: str) -> _Days:
    """Read the two indexes of the documents that count, and no row of a document."""
    searched = documents.c.reading.is_not(None), documents.c.entry.is_(None), documents.c.told <= until
    told, sums = list[str](), list[int]()
    for day, reports in connection.execute(select(documents.c.told, func.count()).where(*searched).group_by(documents.c.told)):
        told.append(day)
        sums.append(reports + (sums[-1] if sums else 0))
    named = documents.c.publisher.is_not(None) & (documents.c.publisher != "")
    last = select(func.max(documents.c.told)).where(*searched, named).group_by(documents.c.publisher)
    return _Days(told, sums, sorted(connection.scalars(last)))
