"""Days of pages and tables: read when sure, none when not."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from amity.reading.formats.days import day


@pytest.mark.parametrize(
    "value",
    [
        "2024-11-07",
        "2024-11-07T23:30:00Z",
        "2024-11-07 08:00:00+07:00",
        "20241107",
        "2024/11/7",
        "2024.11.07",
        "7 November 2024",
        "7th Nov. 2024",
        "November 7, 2024",
        "Thursday, Nov 7 2024, 10:00",
        "Thu, 07 Nov 2024 08:00:00 GMT",
        date(2024, 11, 7),
        datetime(2024, 11, 7, 23, tzinfo=UTC),
        1730966400,
        1730966400000,
        1730966400.5,
    ],
)
def test_a_day_is_read(value: Any) -> None:
    assert day(value) == "2024-11-07"


@pytest.mark.parametrize(("value", "read"), [("25/12/2023", "2023-12-25"), ("12/25/2023", "2023-12-25"), ("05.05.2023", "2023-05-05")])
def test_numbers_are_read_when_they_can_be_only_one_day(value: str, read: str) -> None:
    assert day(value) == read


@pytest.mark.parametrize(
    "value",
    [
        "03/04/2024",
        "",
        "soon",
        "2024",
        "2024-13-01",
        "2024-02-30",
        "31 Smarch 2024",
        None,
        True,
        7,
        -1,
        10**30,
        10**400,
        float("nan"),
        float("inf"),
        [],
        {},
        "2024-1107",
    ],
)
def test_what_is_no_sure_day_is_none(value: Any) -> None:
    assert day(value) is None
