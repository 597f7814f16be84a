"""What was searched: every absence says in how many reports, of how many outlets, up to when, nothing was found."""

from bisect import bisect_right

import msgspec
from sqlalchemy import Connection, func, select

from amity.register.tables import documents


class Searched(msgspec.Struct, frozen=True):
    """The reports that were searched: how many, of how many outlets, the days of the first and last."""

    reports: int
    outlets: int
    first: str = ""
    last: str = ""


class Library:
    """The days and outlets of all reports up to a day (no entries), so that what was searched after any day is told at once."""

    def __init__(self, connection: Connection, until: str) -> None:
        counted = func.count().label("reports")
        query = select(documents.c.told, documents.c.publisher, counted).where(
            documents.c.reading.is_not(None), documents.c.entry.is_(None), documents.c.told <= until
        )
        rows = connection.execute(query.group_by(documents.c.told, documents.c.publisher).order_by(documents.c.told.desc())).all()
        self._days: list[str] = []
        self._sums: list[Searched] = []
        reports, outlets, last = 0, set[str](), rows[0].told if rows else ""
        for row in rows:
            reports += row.reports
            outlets |= {row.publisher} if row.publisher else set()
            self._days.append(row.told)
            self._sums.append(Searched(reports, len(outlets), row.told, last))
        self._days.reverse()
        self._sums.reverse()

    def after(self, day: str = "") -> Searched:
        """Return what was reported later than a day; everything without one. Reports that tell no day count as of no day."""
        at = bisect_right(self._days, day) if day else 0
        return self._sums[at] if at < len(self._sums) else Searched(0, 0)
