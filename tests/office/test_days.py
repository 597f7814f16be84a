"""Days as an office counts them."""

from datetime import date

import pytest

from amity.errors import UsageError
from amity.office.days import after, day, first_day, last_day, later


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-11-07", "2024-11-07", "2024-11-07"),
    ],
)
def test_a_date_means_all_its_days(told: str, first: str, last: str) -> None:
    assert str(first_day(told)) == first
    assert str(last_day(told)) == last


@pytest.mark.parametrize("told", [None, "", "soon", "2023-02-29", "2024-13"])
def test_what_is_no_date_means_none(told: str | None) -> None:
    assert first_day(told) is None
    assert last_day(told) is None


@pytest.mark.parametrize(
    ("told", "frequency", "expected"),
    [
        ("2024-02-29", "annual", "2025-02-28"),
        ("2023-12-31", "annual", "2024-12-31"),
        ("2024-02-29", "biennial", "2026-02-28"),
        ("2023-11-30", "quarterly", "2024-02-29"),
        ("2022-11-30", "quarterly", "2023-02-28"),
        ("2024-01-31", "monthly", "2024-02-29"),
        ("2024-12-15", "monthly", "2025-01-15"),
        ("2024-08-31", "twice-yearly", "2025-02-28"),
        ("2024-12-28", "weekly", "2025-01-04"),
        ("2024-01-01", "regular", "None"),
        ("2024-01-01", "when asked", "None"),
    ],
)
def test_the_next_session(told: str, frequency: str, expected: str) -> None:
    assert str(after(date.fromisoformat(told), frequency)) == expected


def test_every_frequency_of_the_vocabulary_is_known_or_sets_no_interval() -> None:
    from amity.vocabulary import load

    known = {name for name in load("mechanisms")["frequency"] if after(date(2024, 1, 1), name)}
    assert set(load("mechanisms")["frequency"]) - known == {"regular"}


def test_the_day_of_asking() -> None:
    assert day("2024") == date(2024, 12, 31)
    assert day("2024-02") == date(2024, 2, 29)
    assert day(None) == day("")
    for told in ("yesterday", "2023-02-29", "24-01-01"):
        with pytest.raises(UsageError, match=f"--as-of {told}: not a day, month or year"):
            day(told)


def test_days_end_with_the_calendar() -> None:
    assert later(date(2024, 2, 28), 2) == date(2024, 3, 1)
    assert later(date(2024, 2, 28), 10**9) == date.max
