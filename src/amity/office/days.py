"""Days as an office counts them: the last day that a date may mean, so long after another, today."""

from calendar import monthrange
from datetime import date, timedelta

from amity.errors import UsageError
from amity.matching.days import span
from amity.model.clock import today
from amity.register.queries.filters import DAY

MONTHS = {"biennial": 24, "annual": 12, "twice-yearly": 6, "quarterly": 3, "monthly": 1}
"""Months between the sessions of a mechanism, by how often it meets (vocabulary ``frequency``); ``regular`` promises no interval."""
WEEKLY = 7
"""Days between weekly sessions."""
LAST = date.max


def day(told: str | None, option: str = "--as-of") -> date:
    """Return a day that a user gave (of a month or year its last), today without one; raise UsageError for what is no date."""
    if not told:
        return today()
    found = span(told) if DAY.match(told) else None
    if found is None:
        raise UsageError(f"{option} {told}: not a day, month or year; write 2024-11-07, 2024-11 or 2024")
    return found[1]


def last_day(told: str | None) -> date | None:
    """Return the last day that a date may mean: of ``2024`` 31 December; None for what is no date."""
    found = span(told)
    return found[1] if found else None


def first_day(told: str | None) -> date | None:
    """Return the first day that a date may mean: of ``2024-11`` 1 November; None for what is no date."""
    found = span(told)
    return found[0] if found else None


def after(told: date, frequency: str) -> date | None:
    """Return when a mechanism that met on a day is to meet next; None for a frequency that promises no interval.

    A year after 29 February is 28 February, a month after 31 January the last day of February.
    """
    if frequency == "weekly":
        return told + timedelta(days=WEEKLY)
    if frequency not in MONTHS:
        return None
    year, month = divmod(told.year * 12 + told.month - 1 + MONTHS[frequency], 12)
    return date(year, month + 1, min(told.day, monthrange(year, month + 1)[1]))


def later(day: date, days: int) -> date:
    """Return the day so many days later, at most the last of the calendar."""
    return day + timedelta(days=min(days, (LAST - day).days))
