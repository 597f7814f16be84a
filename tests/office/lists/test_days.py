"""Dates of lists."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.errors import UsageError
from amity.office.lists.days import day_of, order_of, span_of
from amity.office.lists.grid import Fault


@pytest.mark.parametrize(
    ("told", "day"),
    [
        (date(2019, 5, 6), "2019-05-06"), ("2019-05-06", "2019-05-06"), ("2019/5/6", "2019-05-06"), ("2019-05-06 00:00:00", "2019-05-06"),
        ("6 May 2019", "2019-05-06"), ("6th May, 2019", "2019-05-06"), ("May 6, 2019", "2019-05-06"), ("06-May-2019", "2019-05-06"),
        ("May 2019", "2019-05"), ("Sept. 2019", "2019-09"), ("5/2019", "2019-05"), ("2019-05", "2019-05"), ("2019", "2019"), (2019, "2019"),
        (43591, "2019-05-06"), (43591.75, "2019-05-06"), ("16/05/2019", "2019-05-16"),
        ("05/16/2019", "2019-05-16"), ("5.5.2019", "2019-05-05"),
        ("ngày 6 tháng 5 năm 2019", "2019-05-06"), ("Tháng 5/2019", "2019-05"), ("tháng 5 năm 2019", "2019-05"), ("Năm 2019", "2019"),
        ("2019年5月6日", "2019-05-06"), ("2019年5月", "2019-05"), ("2019年", "2019"),
    ],
)  # fmt: skip
def test_dates_are_read_as_precisely_as_they_tell(told: Any, day: str) -> None:
    assert day_of(told) == day


def test_of_two_numbers_the_order_told_counts() -> None:
    assert day_of("05/06/2019", "dmy") == "2019-06-05"
    assert day_of("05/06/2019", "mdy") == "2019-05-06"


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("05/06/2019", "two ways; say --dates dmy"), ("31/02/2019", "no day of the calendar"), ("6 Mai 19", "no date"), ("soon", "no date"),
        ("05/06/19", "two digits"), (12, "no date"), (250_000, "no date"), ("2019-13-01", "calendar"),
        (Fault("the error #REF!; mend it"), "#REF!"),
        ("13/13/2019", "calendar"), ("", "no date"), (True, "no date"),
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_the_reason(told: Any, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        day_of(told)


@pytest.mark.parametrize(
    ("told", "start", "end"),
    [
        ("2019-2024", "2019", "2024"), ("2019 – 2024", "2019", "2024"), ("2019 to 2024", "2019", "2024"), ("2019/2024", "2019", "2024"),
        ("từ 2019 đến 2024", "2019", "2024"), ("2019年至2024年", "2019", "2024"), ("16/05/2019 - 15/05/2024", "2019-05-16", "2024-05-15"),
        ("16/05/2019-15/05/2024", "2019-05-16", "2024-05-15"), ("5/2019-5/2024", "2019-05", "2024-05"),
        ("6-10/5/2024", "2024-05-06", "2024-05-10"),
        ("30/4 - 2/5/2024", "2024-04-30", "2024-05-02"), ("since 2019 - present", "2019", None), ("2019至今", "2019", None),
        ("2019-05", "2019-05", "2019-05"), ("6 May 2019", "2019-05-06", "2019-05-06"), (2019, "2019", "2019"),
    ],
)  # fmt: skip
def test_periods_have_two_ends(told: Any, start: str, end: str | None) -> None:
    assert span_of(told, "dmy") == (start, end)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(UsageError, match="ends before it begins"):
        span_of("2024-2019")


def test_the_order_of_a_column_is_told_by_its_days_beyond_twelve() -> None:
    assert order_of(["05/06/2019", None, "25/06/2019"]) == "dmy"
    assert order_of(["05/06/2019", "06/25/2019"]) == "mdy"
    assert order_of(["05/06/2019"]) is None
    assert order_of(["25/06/2019", "06/25/2019"]) is None


@given(st.dates(min_value=date(1930, 1, 1), max_value=date(2190, 1, 1)))
def test_however_a_day_is_written_it_is_the_same_day(day: date) -> None:
    forms: list[Any] = [day, day.isoformat(), f"{day:%d/%m/%Y}", f"{day.year}年{day.month}月{day.day}日", (day - date(1899, 12, 30)).days]
    assert {day_of(form, "dmy") for form in forms} == {day.isoformat()}


@given(st.one_of(st.text(max_size=40), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.booleans()))
def test_whatever_stands_in_a_cell_is_a_date_or_refused(told: Any) -> None:
    for read in (day_of, span_of):
        try:
            read(told)
        except UsageError as error:
            assert str(error)
