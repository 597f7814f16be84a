"""Forms: which words of a text tell a time, before anything is settled."""

from datetime import date

import pytest

from amity.model import DateRange
from amity.reading.dating.forms import _starts, told
from amity.reading.dating.forms import forms as all_forms
from amity.reading.dating.settle import Setting, make_day, of_days, of_month, of_year, settle
from amity.samples import SAMPLES

FRIDAY = date(2024, 11, 8)


def forms(text: str) -> list[tuple[str, str]]:
    return [(one.form, text[one.start : one.end]) for one in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 2024-11-06 and 2024/11/07", [("iso", "2024-11-06"), ("iso", "2024/11/07")]),
        ("at 2024-11-06T10:00:00Z", [("iso", "2024-11-06T10:00:00Z")]),
        ("on 06.11.2024", [("numeric", "06.11.2024")]),
        ("on Thursday, July 25, the", [("day", "Thursday, July 25")]),
        ("on July 25, 2024, the", [("day", "July 25, 2024")]),
        ("on the 25th of July 2024", [("day", "the 25th of July 2024")]),
        ("from July 25 to 27, 2024", [("days", "July 25 to 27, 2024")]),
        ("from 25 July to 2 August 2024", [("days", "25 July to 2 August 2024")]),
        ("July 25-27 visit", [("days", "July 25-27")]),
        ("on July 25 and 26.", [("days", "July 25 and 26")]),
        ("on July 25 and 26 reports", [("day", "July 25")]),
        ("in July 2024", [("month", "July 2024")]),
        ("July-August 2024", [("months", "July-August 2024")]),
        ("early July last year", [("month-which-year", "early July last year")]),
        ("last July", [("month-which", "last July")]),
        ("the 2022-2025 period", [("period", "2022-2025")]),
        ("in fiscal year 2024", [("year", "fiscal year 2024")]),
        ("from the 20th to the 27th of that month", [("nths", "the 20th to the 27th of that month")]),
        ("on Monday and Tuesday", [("weekday", "Monday and Tuesday")]),
        ("last Monday", [("weekday", "last Monday")]),
        ("Monday last week", [("weekday", "Monday last week")]),
        ("two days later", [("shift", "two days later")]),
        ("three months ago", [("ago", "three months ago")]),
        ("earlier this year", [("unit", "earlier this year")]),
        ("the day before yesterday", [("day-word", "the day before yesterday")]),
    ],
)
def test_forms(text: str, expected: list[tuple[str, str]]) -> None:
    assert forms(text) == expected


@pytest.mark.parametrize("text", ["", "1,006 km", "version 2.0.1", "10:30 a.m.", "Maybe they marched", "Mondays", "35 May", "a 5-4 vote"])
def test_no_forms(text: str) -> None:
    assert [form for form, _ in forms(text) if form not in ("year", "month-alone")] == []


def settled(text: str, setting: Setting) -> DateRange | None:
    (one,) = told(text)
    return settle(one, setting)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30 February 2024", None),
        ("31 April", None),
        ("29 February 2024", of_days(date(2024, 2, 29))),
        ("29 February", of_days(date(2024, 2, 29))),
        ("July 27-25", None),
        ("2025-2022", None),
        ("2022-25", of_year(2022, 2025)),
        ("December 30 - January 2", of_days(date(2024, 12, 30), date(2025, 1, 2))),
        ("last November", of_month(2023, 11)),
        ("next November", of_month(2025, 11)),
        ("this November", of_month(2024, 11)),
        ("next month", of_month(2024, 12)),
        ("twelve months ago", of_month(2023, 11)),
        ("thirty years ago", None),
        ("next Monday", of_days(date(2024, 11, 11))),
        ("last Monday", of_days(date(2024, 11, 4))),
        ("this coming Monday", of_days(date(2024, 11, 11))),
        ("tomorrow", of_days(date(2024, 11, 9))),
    ],
)
def test_settling_on_a_friday(text: str, expected: DateRange | None) -> None:
    found = told(text)
    assert (settle(found[0], Setting(FRIDAY, FRIDAY)) if found else None) == expected


def test_times_before_settle_those_that_lean_on_them() -> None:
    before = [of_days(date(2017, 5, 20), date(2017, 5, 27))]
    assert settled("the same day", Setting(None, None, before=before)) == of_days(date(2017, 5, 20))
    assert settled("the next day", Setting(None, None, before=before)) == of_days(date(2017, 5, 28))
    assert settled("the day before", Setting(None, None, before=before)) == of_days(date(2017, 5, 19))
    assert settled("that month", Setting(None, None, before=before)) == of_month(2017, 5)
    assert settled("that year", Setting(None, None, before=before)) == of_year(2017)
    assert settled("the following year", Setting(None, None, before=before)) == of_year(2018)


@pytest.mark.parametrize(
    "text", ["the next day", "that month", "that year", "the same year", "yesterday", "this month", "last year", "last May", "two days ago"]
)
def test_without_a_time_before_or_an_anchor_nothing_is_settled(text: str) -> None:
    assert settled(text, Setting(None, None)) is None


def test_the_tense_decides_between_two_years() -> None:
    march = "March 20"
    assert settled(march, Setting(FRIDAY, FRIDAY, "past")) == of_days(date(2024, 3, 20))
    assert settled(march, Setting(FRIDAY, FRIDAY, "future")) == of_days(date(2025, 3, 20))
    assert settled("November 10", Setting(FRIDAY, FRIDAY, "past")) == of_days(date(2024, 11, 10))


@pytest.mark.parametrize(
    ("parts", "day"),
    [((2024, 2, 29), date(2024, 2, 29)), ((2023, 2, 29), None), ((2024, 13, 1), None), ((2024, 0, 1), None), ((2024, 1, 0), None)],
)
def test_days_that_the_calendar_has(parts: tuple[int, int, int], day: date | None) -> None:
    assert make_day(*parts) == day


SHORT = ["FY2024", "fiscal year 2024", "The 3rd of that month", "LATE last week", "two days later", "on the 3rd.", "Mid-May"]
REPORTS = [path.read_text(encoding="utf-8") for path in sorted((SAMPLES / "reports").glob("*.txt"))]


@pytest.mark.parametrize("text", [*SHORT, *REPORTS[::4]])
def test_every_form_begins_where_one_is_looked_for(text: str) -> None:
    """What the forms find at the places where one may begin is what they find anywhere."""
    starts = {place.start() for place in _starts().finditer(text)}
    assert {match.start() for form in all_forms() for match in form.pattern.finditer(text)} <= starts
