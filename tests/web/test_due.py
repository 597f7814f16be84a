"""What falls due as a page: what somebody named a day for at first, what was not heard of again when asked; long tables end."""

import re

import httpx
import pytest

from amity.web.pages import desk


def test_what_was_not_heard_of_again_is_shown_when_asked_for(client: httpx.Client) -> None:
    named = client.get("/due?as_of=2025-12-31&format=csv").text.splitlines()
    every = client.get("/due?as_of=2025-12-31&format=csv&silent=true").text.splitlines()
    assert not [one for one in named if "no_reports_since" in one or "no reports since" in one]
    assert set(named) < set(every)


@pytest.mark.parametrize("month", ["2025-12", "2022-04"])
def test_a_calendar_tells_what_falls_on_its_days(client: httpx.Client, month: str) -> None:
    text = client.get(f"/calendar?month={month}&everyone=true").text
    assert month in text
    assert ("Memorandum of Understanding (MoU)" in text) == (month == "2025-12")


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> int:
    """Pages that show few rows of a table."""
    monkeypatch.setattr(desk, "SHOWN", 3)
    return 3


def test_a_page_shows_what_is_nearest_and_its_file_holds_all(few: int, client: httpx.Client) -> None:
    page = client.get("/due?as_of=2025-12-31")
    lines = client.get("/due?as_of=2025-12-31&format=csv").text.splitlines()
    assert page.text.count('<td class="tight" data-label="day"') == few
    assert re.search(rf"The {few} nearest to [^<]*2025; the files below hold all.", page.text)
    assert len(lines) - 1 > few


def test_a_page_shows_the_first_sessions_and_its_file_holds_all(few: int, client: httpx.Client) -> None:
    page = client.get("/sessions")
    every = [line.split(",")[0] for line in client.get("/sessions?format=csv").text.splitlines()[1:]]
    shown = [one for one in every if f'href="/things/{one}"' in page.text]
    assert shown == every[:few]
    assert f"The first {few} of {len(every)}; the files below hold all." in page.text


def test_a_page_that_shows_all_says_nothing_of_it(client: httpx.Client) -> None:
    assert "the files below hold all" not in client.get("/sessions").text


def test_the_report_of_a_year_shows_some_of_each_figure_and_its_file_holds_all(
    monkeypatch: pytest.MonkeyPatch, client: httpx.Client
) -> None:
    whole = client.get("/report?year=2024&home=Vietnam").text
    monkeypatch.setattr(desk, "SHOWN_OF_EACH", 1)
    short = client.get("/report?year=2024&home=Vietnam").text
    assert "the files below hold all" not in whole
    assert "The first 1 of " in short
    assert len(short) < len(whole)
