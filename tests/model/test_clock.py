"""The day can be set, so that an output can be made again."""

from datetime import date

import pytest

from amity.model.clock import DAY, today


def test_today_is_the_day_that_the_environment_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DAY, "2025-02-03")
    assert today() == date(2025, 2, 3)


@pytest.mark.parametrize("told", ["", "soon", "2025-02-31"])
def test_what_is_no_date_is_left_aside(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    monkeypatch.setenv(DAY, told)
    assert today() >= date(2026, 1, 1)
