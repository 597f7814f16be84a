"""Days: the dates that pages and tables give, as ISO 8601; one that can be read two ways is none."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LONGEST = 100  # characters of a value that are looked at
SECONDS = (100_000_000, 5_000_000_000)
"""Numbers that are seconds since 1970: the years 1973 to 2128; a thousand times as much are milliseconds."""
_ISO = re.compile(r"(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?!\d)")
_WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?|([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?\s+(\d{4})")
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")


def day(value: Any) -> str | None:
    """Return the day that a value of a table or page gives (``YYYY-MM-DD``), None where it gives none for sure.

    Days and times, ISO 8601 with its separators, mail dates, dates with the month's name, seconds since 1970;
    of ``03/04/2024`` nobody knows which number is the month.
    """
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _since_1970(value)
    text = str(value)[:LONGEST].strip()
    return _iso(text) or _with_month_name(text) or _mail(text) or _numbers(text)


def _day(year: int, month: int, number: int) -> str | None:
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def _since_1970(number: int | float) -> str | None:
    if not SECONDS[0] <= number <= SECONDS[1] * 1000:  # which no number is that is none, or too large to divide
        return None
    seconds = number / 1000 if number > SECONDS[1] else number
    return datetime.fromtimestamp(seconds, UTC).date().isoformat() if SECONDS[0] <= seconds <= SECONDS[1] else None


def _iso(text: str) -> str | None:
    match = _ISO.match(text)
    if not match or (not match[2] and len(match[0]) != 8):
        return None
    return _day(int(match[1]), int(match[3]), int(match[4]))


def _with_month_name(text: str) -> str | None:
    match = _WORDS.search(text)
    name = (match[2] or match[3])[:3].lower() if match else ""
    if match is None or name not in MONTHS:
        return None
    return _day(int(match[5]), MONTHS.index(name) + 1, int(match[1] or match[4]))


def _mail(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _numbers(text: str) -> str | None:
    match = _NUMBERS.match(text)
    if not match:
        return None
    first, second, year = (int(part) for part in match.groups())
    if first == second or (first > 12 >= second):
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 >= first else None
