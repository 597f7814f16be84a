"""The calendar: every day of a month in its column, events without a day beside them, and months at both ends of time."""

from datetime import date

import httpx
import pytest

from amity.office.words import words
from amity.web.pages.months import _days


def test_a_month_has_every_day_in_its_place_of_the_week(client: httpx.Client) -> None:
    text = client.get("/calendar?month=2022-04").text
    assert text.count("<time ") == 30
    assert '<section class="on-5' in text  # 1 April 2022 was a Friday
    assert "4 Apr 2022" in text and "Signing in Vientiane" in text


def test_what_has_no_day_stands_beside_the_days(client: httpx.Client) -> None:
    text = client.get("/calendar?month=2024-11").text
    assert "In Nov 2024, no day told" in text
    assert "2 more, without a day" in text


@pytest.mark.parametrize("month", ["0001-01", "1000-01", "9999-12"])
def test_the_ends_of_time_break_nothing(client: httpx.Client, month: str) -> None:
    assert client.get(f"/calendar?month={month}").status_code in (200, 400)


def test_a_month_that_is_none_is_told(client: httpx.Client) -> None:
    answer = client.get("/calendar?month=2024-13")
    assert answer.status_code == 400 and "2024-13" in answer.text


def test_what_lasts_stands_on_each_of_its_days() -> None:
    visit = {"id": "evt-1", "begins": "2025-05-30", "ends": "2025-06-02"}
    days = _days(date(2025, 5, 28), date(2025, 5, 31), [visit], [])
    assert [(one.on[-2:], len(one.events)) for one in days] == [("28", 0), ("29", 0), ("30", 1), ("31", 1)]


@pytest.mark.parametrize(("language", "first"), [("en", "Mon"), ("vi", "Th 2"), ("zh", "周一")])
def test_weekdays_begin_on_monday_in_each_language(language: str, first: str) -> None:
    named = words(language).weekdays()
    assert (len(named), named[0]) == (7, first)
