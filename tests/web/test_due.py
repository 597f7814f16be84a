"""What falls due as a page: what somebody named a day for at first, what was not heard of again when asked; long tables end."""

import httpx
import pytest


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
