"""Dates as reports tell them: a day, a month or a year, compared as spans of days."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

Span = tuple[date, date]


@lru_cache(maxsize=16_384)
def span(told: str | None, until: str | None = None) -> Span | None:
    """Return the first and last day that an ISO date (``2024``, ``2024-11`` or ``2024-11-06``) may mean; None for what is no date."""
    if not told:
        return None
    try:
        first = _edge(told, last=False)
        return first, max(first, _edge(until or told, last=True))
    except ValueError:
        return None


def _edge(told: str, *, last: bool) -> date:
    parts = [int(part) for part in told[:10].split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else (12 if last else 1)
    day = parts[2] if len(parts) > 2 else (monthrange(year, month)[1] if last else 1)
    return date(year, month, day)


def gap(one: Span, other: Span) -> int:
    """Return the days between two spans; 0 where they meet."""
    return max(0, (max(one[0], other[0]) - min(one[1], other[1])).days)


def precise(told: str | None) -> bool:
    """Return whether a date tells the day."""
    return told is not None and len(told) >= 10


def apart(told: str | None, later: str | None) -> int | None:
    """Return the days from one date to another (negative if it lies before), None where either is unknown."""
    one, other = span(told), span(later)
    return None if one is None or other is None else (other[0] - one[0]).days


def first_day(told: str | None, shift: int = 0) -> str:
    """Return the first day of a date, so many days on; "" where it is unknown."""
    known = span(told)
    return (known[0] + timedelta(days=shift)).isoformat() if known else ""


def neighbours(day: date) -> tuple[str, str]:
    """Return two labels such that days one apart share one and days two apart share none."""
    return day.isoformat(), (day + timedelta(days=1)).isoformat()


def months(first: date, last: date, *, most: int = 3) -> list[str]:
    """Return the months that a span touches, at most ``most``."""
    found: list[str] = []
    at = first.replace(day=1)
    while at <= last and len(found) < most:
        found.append(at.isoformat()[:7])
        at = (at + timedelta(days=32)).replace(day=1)
    return found
