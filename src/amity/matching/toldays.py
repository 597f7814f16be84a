"""Dates in sentences: those that matching needs beyond what a reading has settled."""

import re
from datetime import timedelta
from functools import cache

from amity.matching.days import precise, span
from amity.vocabulary import load

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(load("ties")["dates"]["months"])
    return re.compile(
        rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?(?P<month>{months})\.?"
        rf"(?: (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)?(?:,? (?P<year>(?:19|20)\d\d))?\b"
        rf"|\b(?:in|since|from|of) (?P<only>(?:19|20)\d\d)\b"
    )


def dates_in(plain: str, told: str | None) -> list[str]:
    """Return the dates of a lower-case stretch of text in ISO form, as precise as told, in its order.

    A month without a year is the last before ``told``, the date of the report.
    """
    found = (_date(match, told) for match in _pattern().finditer(plain))
    return [one for one in found if one is not None]


def _date(found: re.Match[str], told: str | None) -> str | None:
    if found["only"]:
        return found["only"]
    year, day = found["year"] or (told or "")[:4], found["d1"] or found["d2"]
    months: list[str] = load("ties")["dates"]["months"]
    month = months.index(found["month"]) + 1
    if not year or (found["month"] in ("may", "march") and not (found["year"] or day)):
        return None
    if not found["year"] and told and len(told) >= 7 and month > int(told[5:7]) + 1:
        year = str(int(year) - 1)
    shown = f"{year}-{month:02d}" + (f"-{int(day):02d}" if day else "")
    return shown if span(shown) else None


def date_in(plain: str, told: str | None) -> str | None:
    """Return the most precise date of a lower-case stretch of text, of several the first."""
    return max(dates_in(plain, told), key=len, default=None)


def coming_day(plain: str, told: str | None) -> str | None:
    """Return the day that an announcement names: its date, else the next weekday of that name after the report."""
    dated, known = date_in(plain, told), span(told)
    if dated or known is None or not precise(told):
        return dated
    named = next((at for at, name in enumerate(WEEKDAYS) if re.search(rf"\b{name}\b", plain)), None)
    if named is None:
        return None
    return (known[0] + timedelta(days=(named - known[0].weekday()) % 7)).isoformat()
