"""Settling: from a told time to the days, month or year that it means; None where the report does not settle it.

A day or month told without its year takes the year that puts it nearest to the anchor; the wrong side of the anchor for the
clause's tense counts ten times as far, so that "in September the mayor gave" in July is the September before, while a
meeting that ended the day after the dateline stays where it is.
"""

import calendar
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from amity.model import DateRange
from amity.model.acts import DatePrecision
from amity.reading.dating import words
from amity.reading.dating.context import Tense
from amity.reading.dating.forms import Told

WRONG_SIDE = 10  # how many times farther a date on the wrong side of the anchor for its tense counts
WRONG_MONTH = 100  # for a whole month, which a dateline of the day before cannot put on the other side
STEPS = {"this": 0, "that": 0, "last": -1, "next": 1, "past": -1, "previous": -1, "following": 1, "coming": 1, "same": 0}


@dataclass
class Setting:
    """What a time is settled against: the day the report is dated, the last day it can tell as past, the times before it."""

    anchor: date | None
    latest: date | None
    tense: Tense | None = None
    year: int | None = None
    """The only year that the sentence names, for a report without an anchor."""
    before: list[DateRange] = field(default_factory=list)
    """The settled times told before, nearest last."""


def make_range(first: str, last: str, precision: DatePrecision) -> DateRange:
    """Return the range of two ISO dates of one precision."""
    return DateRange(start=first, end=last, precision=precision)


def of_days(first: date, last: date | None = None) -> DateRange:
    """Return the range from the first to the last day."""
    return make_range(first.isoformat(), (last or first).isoformat(), "day")


def of_month(year: int, month: int) -> DateRange:
    """Return the month."""
    return make_range(f"{year:04}-{month:02}", f"{year:04}-{month:02}", "month")


def of_year(year: int, last: int | None = None) -> DateRange:
    """Return the year, or the years from the first to the last."""
    return make_range(f"{year:04}", f"{last or year:04}", "year")


def make_day(year: int, month: int, day: int) -> date | None:
    """Return the day, None when the calendar has no such day."""
    last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0
    return date(year, month, day) if 1 <= day <= last else None


def _nearest(candidates: list[date], setting: Setting, whole: int = 0) -> date | None:
    """Return the candidate nearest to the anchor; ``whole`` days from a candidate on count as no distance (a month's length)."""
    anchor = setting.anchor
    if anchor is None:
        return None

    def distance(day: date) -> int:
        delta = (day - anchor).days
        if -whole < delta <= 0:
            return 0
        wrong = (setting.tense == "past" and delta > 0) or (setting.tense == "future" and delta < 0)
        return abs(delta) * ((WRONG_MONTH if whole else WRONG_SIDE) if wrong else 1)

    return min(candidates, key=distance, default=None)


def _which_year(told: Told, setting: Setting) -> int | None:
    """Return the year that the time names, or "this year", "last year"."""
    if told.parts.get("year"):
        return int(str(told.parts["year"]))
    which = told.parts.get("which")
    if not which:
        return None if setting.anchor else setting.year
    if which.casefold() == "that":
        return int(setting.before[-1].start[:4]) if setting.before else None
    return setting.anchor.year + STEPS[which.casefold()] if setting.anchor else None


def _years(setting: Setting) -> range:
    return range(setting.anchor.year - 1, setting.anchor.year + 2) if setting.anchor else range(0)


def _a_day(month: int, day: int, year: int | None, setting: Setting) -> date | None:
    if year:
        return make_day(year, month, day)
    found = [one for y in _years(setting) if (one := make_day(y, month, day))]
    return _nearest(found, setting)


def _iso(told: Told, setting: Setting) -> DateRange | None:
    day = make_day(*(int(str(told.parts[p])) for p in ("year", "month", "day")))
    return of_days(day) if day else None


def _numeric(told: Told, setting: Setting) -> DateRange | None:
    """Settle 31/12/2023; where both orders are days (08/12/2023), dots mean day first, else the weekday or the anchor decides."""
    one, two, year = (int(str(told.parts[p])) for p in ("one", "two", "year"))
    orders = {day for day in (make_day(year, two, one), make_day(year, one, two)) if day}
    if len(orders) > 1 and told.parts["sep"] == ".":
        orders = {day for day in (make_day(year, two, one),) if day}
    named = told.parts["weekday"] or told.parts["weekday2"]
    if len(orders) > 1 and named:
        orders = {day for day in orders if day.weekday() == words.weekday(named)}
    if len(orders) > 1 and setting.anchor:
        orders = {day for day in orders if abs((day - setting.anchor).days) <= 31}
    return of_days(orders.pop()) if len(orders) == 1 else None


def _full_range(told: Told, setting: Setting) -> DateRange | None:
    p = {name: str(value) for name, value in told.parts.items()}
    first = make_day(int(p["year"]), words.month(p["month"]), words.day(p["day"]))
    last = make_day(int(p["year2"]), words.month(p["month2"]), words.day(p["day2"]))
    return of_days(first, last) if first and last and first <= last else None


def _days(told: Told, setting: Setting) -> DateRange | None:
    month = words.month(str(told.parts["month"]))
    month2 = words.month(str(told.parts.get("month2") or told.parts["month"]))
    one, two = words.day(str(told.parts["day"])), words.day(str(told.parts["day2"]))
    last = _a_day(month2, two, _which_year(told, setting), setting)
    if last is None:
        return None
    first = make_day(last.year - (month > month2), month, one)
    return of_days(first, last) if first and first <= last else None


def _day(told: Told, setting: Setting) -> DateRange | None:
    day = _a_day(words.month(str(told.parts["month"])), words.day(str(told.parts["day"])), _which_year(told, setting), setting)
    return of_days(day) if day else None


def _months(told: Told, setting: Setting) -> DateRange | None:
    month, month2 = words.month(str(told.parts["month"])), words.month(str(told.parts["month2"]))
    year2 = int(str(told.parts["year2"]))
    year = int(told.parts["year"] or year2 - (month > month2))
    first, last = of_month(year, month), of_month(year2, month2)
    return make_range(first.start, last.end, "month") if first.start <= last.start else None


def _month(told: Told, setting: Setting) -> DateRange | None:
    month, year = words.month(str(told.parts["month"])), _which_year(told, setting)
    if year is None and setting.anchor:
        near = _nearest([date(y, month, 1) for y in _years(setting)], setting, whole=31)
        year = near.year if near else None
    return of_month(year, month) if year else None


def _month_which(told: Told, setting: Setting) -> DateRange | None:
    """Settle "last December" (the one before the anchor's month), "next May", "this June" (the one of the anchor's year)."""
    if setting.anchor is None:
        return None
    month, year = words.month(str(told.parts["month"])), setting.anchor.year
    step = STEPS[str(told.parts["which"]).casefold().split()[-1]]
    if step < 0:
        year -= month >= setting.anchor.month
    elif step > 0:
        year += month <= setting.anchor.month
    return of_month(year, month)


def _month_of(which: str, setting: Setting) -> tuple[int, int] | None:
    """Return year and month of "this", "last", "next", "that" or "the same" month."""
    word = which.casefold().split()[-1]
    if word in ("that", "same"):
        told = [one for one in setting.before if one.precision != "year"]
        return (int(told[-1].start[:4]), int(told[-1].start[5:7])) if told else None
    if setting.anchor is None:
        return None
    months = setting.anchor.year * 12 + setting.anchor.month - 1 + STEPS[word]
    return months // 12, months % 12 + 1


def _nth(told: Told, setting: Setting) -> DateRange | None:
    """Settle "the 20th of that month", "the 20th to the 27th"."""
    month = _month_of(told.parts.get("which") or "this", setting)
    if month is None:
        return None
    first = make_day(*month, words.day(str(told.parts["day"])))
    last = make_day(*month, words.day(str(told.parts.get("day2") or told.parts["day"])))
    return of_days(first, last) if first and last and first <= last else None


def _period(told: Told, setting: Setting) -> DateRange | None:
    first, last = str(told.parts["year"]), str(told.parts["year2"])
    last = last if len(last) == 4 else first[:2] + last
    return of_year(int(first), int(last)) if first < last else None


def _year(told: Told, setting: Setting) -> DateRange | None:
    return of_year(int(str(told.parts["year"])))


def _weekday_near(number: int, told: Told, setting: Setting) -> date | None:
    anchor, latest = setting.anchor, setting.latest
    if anchor is None or latest is None:
        return None
    monday = anchor - timedelta(days=anchor.weekday())
    if told.parts["week"]:
        return monday + timedelta(days=7 * STEPS[told.parts["week"].casefold()] + number)
    which = (told.parts["which"] or "").casefold().split()
    if which[-1:] == ["last"]:
        return latest - timedelta(days=(latest.weekday() - number - 1) % 7 + 1)
    if which[-1:] == ["next"]:
        return monday + timedelta(days=7 + number)
    if setting.tense == "future" or which[-1:] == ["coming"]:
        return anchor + timedelta(days=(number - anchor.weekday()) % 7)
    return latest - timedelta(days=(latest.weekday() - number) % 7)


def _weekday(told: Told, setting: Setting) -> DateRange | None:
    """Settle a weekday: the most recent one up to the publication, the coming one in a clause about the future."""
    first = _weekday_near(words.weekday(str(told.parts["weekday"])), told, setting)
    if first is None or not told.parts["weekday2"]:
        return of_days(first) if first else None
    second = words.weekday(str(told.parts["weekday2"]))
    last = first + timedelta(days=(second - first.weekday()) % 7)
    if setting.tense != "future" and setting.latest and last > setting.latest:
        first, last = first - timedelta(days=7), last - timedelta(days=7)
    return of_days(first, last)


def _day_word(told: Told, setting: Setting) -> DateRange | None:
    shift = words.shift("days", str(told.parts["word"]))
    return of_days(setting.anchor + timedelta(days=shift)) if setting.anchor else None


def _shift(told: Told, setting: Setting) -> DateRange | None:
    """Settle "the same day", "two days later" from the last day told before."""
    days = [one for one in setting.before if one.precision == "day"]
    if told.parts.get("count"):
        sign = 1 if str(told.parts["way"]).casefold() == "later" else -1
        shift = sign * words.number(str(told.parts["count"]))
    else:
        shift = words.shift("shifts", str(told.parts["word"]))
    if not days:
        return of_days(setting.anchor) if setting.anchor and not shift else None
    return of_days(date.fromisoformat(days[-1].end if shift > 0 else days[-1].start) + timedelta(days=shift))


def _ago(told: Told, setting: Setting) -> DateRange | None:
    """Settle "three days ago" to the day, "two months ago" to the month, "five years ago" to the year; weeks stay open."""
    if setting.anchor is None:
        return None
    count, unit = words.number(str(told.parts["count"])), str(told.parts["unit"])
    if unit == "day":
        return of_days(setting.anchor - timedelta(days=count))
    if unit == "month":
        months = setting.anchor.year * 12 + setting.anchor.month - 1 - count
        return of_month(months // 12, months % 12 + 1)
    return of_year(setting.anchor.year - count) if unit == "year" and count <= 10 else None


def _unit(told: Told, setting: Setting) -> DateRange | None:
    """Settle "this month", "last year", "that year"; a week is no day, and stays open."""
    unit, which = str(told.parts["unit"]).casefold(), str(told.parts["which"])
    if unit == "month":
        month = _month_of(which, setting)
        return of_month(*month) if month else None
    if unit != "year":
        return None
    word = which.casefold().split()[-1]
    relative = which.casefold().startswith("that") or word in ("same", "following", "previous")
    if relative:
        return of_year(int(setting.before[-1].start[:4]) + STEPS[word]) if setting.before else None
    return of_year(setting.anchor.year + STEPS[word]) if setting.anchor else None


_RULES: dict[str, Callable[[Told, Setting], DateRange | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "full-range": _full_range,
    "days": _days,
    "day": _day,
    "months": _months,
    "month": _month,
    "month-which": _month_which,
    "month-which-year": _month,
    "month-alone": _month,
    "nths": _nth,
    "nth": _nth,
    "nth-alone": _nth,
    "period": _period,
    "year": _year,
    "weekday": _weekday,
    "day-word": _day_word,
    "shift": _shift,
    "ago": _ago,
    "unit": _unit,
}


def settle(told: Told, setting: Setting) -> DateRange | None:
    """Return the days, month or years that a told time means, None where the report does not settle it."""
    return _RULES[told.form](told, setting)
