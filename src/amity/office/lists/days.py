"""Dates as offices write them in lists: nothing is guessed, and what can be read two ways is refused."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Literal, NamedTuple

from amity.errors import UsageError
from amity.office.lists.grid import Fault, Value
from amity.office.lists.words import words
from amity.reading.formats.days import MONTHS

Order = Literal["dmy", "mdy"]
"""Which number comes first in ``06/05/2019``: the day or the month."""
YEARS = range(1600, 2200)
SERIALS = range(10_000, 110_000)
"""Numbers that are days as spreadsheets count them: 1927 to 2201. A number below is a year or nothing."""
FIRST_DAY = date(1899, 12, 30)
"""Day 0 of spreadsheets, so that all days since March 1900 are right."""

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ]\d\d:\d\d.*)?")
_CHINESE = re.compile(r"(\d{4})\s*年(?:\s*(\d{1,2})\s*月)?(?:\s*(\d{1,2})\s*[日号號])?")
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.-](\d{4})")
_YEAR = re.compile(r"\d{4}")
_DAY_MONTH = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+)?([A-Za-z]{3,9})\.?,?[\s-]+(\d{4})")
_MONTH_DAY = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_YEARLY = re.compile(r"([\d/.]*\d{4})\s*[-–—]\s*([\d/.]*\d{4})|(\d{4})/(\d{4})")
_DAYS = re.compile(r"(\d{1,2})\s*[-–—]\s*(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_TWO_DAYS = re.compile(r"(\d{1,2})[/.](\d{1,2})\s*[-–—]\s*(\d{1,2})[/.](\d{1,2})[/.](\d{4})")


class Span(NamedTuple):
    """First and last day of a time, each as precise as told: ``2019-05-06``, ``2019-05`` or ``2019``."""

    start: str | None
    end: str | None


def order_of(values: Iterable[Value]) -> Order | None:
    """Return which number comes first in the dates of a column, None where none of them tells, or where they disagree."""
    pairs = [(int(match[1]), int(match[2])) for value in values if (match := _NUMBERS.fullmatch(str(value).strip()))]
    days = any(first > 12 for first, _ in pairs)
    months = any(second > 12 for _, second in pairs)
    return ("dmy" if days else "mdy") if days != months else None


def day_of(value: Value, order: Order | None = None) -> str:
    """Return the date of a cell, as precise as it tells; raise UsageError with the reason for what is none."""
    if isinstance(value, Fault):
        raise UsageError(value.reason)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _of_number(value)
    text = _plain(str(value))
    order = "dmy" if text != " ".join(str(value).split()) else order  # words say which number is which, in the order of their language
    found = _iso(text) or _named(text) or _numbered(text, order)
    if not found:
        raise UsageError(f"{str(value)!r} is no date; write 2019-05-06, 6 May 2019, May 2019 or 2019")
    return found


def span_of(value: Value, order: Order | None = None) -> Span:
    """Return first and last day of a period: ``2019-2024``, ``06/05/2019 to 06/05/2024``, ``6-10/5/2019``, or one date for both."""
    if not isinstance(value, str):
        one = day_of(value, order)
        return Span(one, one)
    text = " ".join(value.split())
    if match := _DAYS.fullmatch(text):
        first, last, month, year = match.groups()
        return Span(_day(year, month, first, text), _day(year, month, last, text))
    if match := _TWO_DAYS.fullmatch(text):
        first, month, last, next_month, year = match.groups()
        return Span(_day(year, month, first, text), _day(year, next_month, last, text))
    ends = _ends(text)
    if len(ends) == 2:
        span = Span(*(day_of(end, order) if end else None for end in ends))
        if span.start and span.end and span.end[: len(span.start)] < span.start[: len(span.end)]:
            raise UsageError(f"{value!r} ends before it begins; mend it")
        return span
    one = day_of(value, order)
    return Span(one, one)


def _ends(text: str) -> list[str]:
    """Return the parts of a period around its dash or word; one part where it has none."""
    if re.fullmatch(r"\d{4}-\d{1,2}", text):  # a month, not two years
        return [text]
    if match := _YEARLY.fullmatch(text):
        return [match[1] or match[3], match[2] or match[4]]
    bare = re.sub(_ahead(), "", text, flags=re.IGNORECASE)
    parts = re.split(_between(), bare, maxsplit=1, flags=re.IGNORECASE)
    return ["" if part.strip().casefold() in words().open else part.strip() for part in parts]


@cache
def _between() -> str:
    return r"\s+[-–—]\s+|\s*[–—~～]\s*|\s*(?:" + "|".join(map(re.escape, words().between)) + r")\s*"


@cache
def _ahead() -> str:
    return r"^(?:" + "|".join(rf"{re.escape(word)}\s*" for word in words().ahead) + ")"


def _of_number(value: int | float) -> str:
    whole = int(value)
    if value == whole and whole in YEARS:
        return str(whole)
    if whole in SERIALS:
        return (FIRST_DAY + timedelta(days=whole)).isoformat()
    raise UsageError(f"{value} is no date; write 2019-05-06, 6 May 2019, May 2019 or 2019")


def _plain(text: str) -> str:
    """Return a date without the words that only say what its numbers are (``ngày 6 tháng 5 năm 2019`` → ``6/5/2019``)."""
    text = " ".join(text.split())
    for word, sign in words().marks.items():
        text = re.sub(rf"\s*(?<!\w){re.escape(word)}(?!\w)\s*", sign, text, flags=re.IGNORECASE)
    return text.strip().strip("/").strip()


def _iso(text: str) -> str | None:
    match = _ISO.fullmatch(text) or _CHINESE.fullmatch(text)
    if match:
        return _told(match[1], match[2], match[3], text)
    return text if _YEAR.fullmatch(text) and int(text) in YEARS else None


def _named(text: str) -> str | None:
    if match := _DAY_MONTH.fullmatch(text):
        number, name, year = match.groups()
    elif match := _MONTH_DAY.fullmatch(text):
        name, number, year = match.groups()
    else:
        return None
    start = name[:3].lower()
    return _told(year, str(MONTHS.index(start) + 1), number, text) if start in MONTHS else None


def _numbered(text: str, order: Order | None) -> str | None:
    if match := _MONTH_YEAR.fullmatch(text):
        return _told(match[2], match[1], None, text)
    match = _NUMBERS.fullmatch(text)
    if not match:
        return None
    first, second, year = match.groups()
    if len(year) == 2:
        raise UsageError(f"{text!r} has a year of two digits; write all four")
    if order is None and first != second and int(first) <= 12 and int(second) <= 12:
        raise UsageError(f"{text!r} can be read two ways; say --dates dmy (day first) or --dates mdy, or dates in the profile")
    day_first = order == "dmy" or (order is None and int(first) > 12) or first == second
    return _day(year, second, first, text) if day_first else _day(year, first, second, text)


def _told(year: str, month: str | None, number: str | None, text: str) -> str:
    if number:
        return _day(year, month or "", number, text)
    if month:
        return _day(year, month, "1", text)[:7]
    return year


def _day(year: str, month: str, number: str, text: str) -> str:
    try:
        return date(int(year), int(month), int(number)).isoformat()
    except ValueError as error:
        raise UsageError(f"{text!r} is no day of the calendar ({error}); mend it, or say with --dates which number is the day") from error
