"""Calendars: all-day events with stable ids and citations, read by another library."""

from collections.abc import Callable
from datetime import date
from typing import Any

import icalendar

from amity.office.due import due
from amity.office.render.ics import calendar
from amity.register import Register
from tests.office.test_due import instrument, promise, two

Desk = Callable[..., Register]


def events(register: Register, as_of: str) -> list[Any]:
    with register.reading() as connection:
        made = calendar(due(connection, as_of=as_of, within=365))
    return list(icalendar.Calendar.from_ical(made).walk("VEVENT"))


def test_each_thing_is_an_all_day_event(desk: Desk) -> None:
    (event,) = events(desk(instrument(("2022", "2024-02-29"))), "2024-01-01")
    assert event["DTSTART"].dt == date(2024, 2, 29)
    assert event["DTEND"].dt == date(2024, 3, 1)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["SUMMARY"] == "memorandum on lanterns: the period of an instrument ends"
    assert event["TRANSP"] == "TRANSPARENT"


def test_the_description_cites(desk: Desk) -> None:
    maker = instrument(("2022", "2024"), publisher="Daily")
    maker.document.url = "https://example.org/lanterns"
    (event,) = events(desk(maker), "2024-01-01")
    lines = str(event["DESCRIPTION"]).splitlines()
    assert lines[:3] == ["ins-1: Hue, Gyeongju", "period 2022 to 2024; last reported as signed", "told as: 2024"]
    assert lines[3].startswith("“Sentence")
    assert lines[4] == "— Daily, 2022-05-10, https://example.org/lanterns"
    assert event["URL"] == "https://example.org/lanterns"


def test_ids_stay_the_same_and_so_does_the_file(desk: Desk) -> None:
    register = desk(instrument(("2022", "2025")), promise(None, name="b"))
    first, later = events(register, "2025-01-01"), events(register, "2025-02-01")
    assert [str(event["UID"]) for event in first] == ["no_reports_since-sta-1@amity", "period_ends-ins-1@amity"]
    assert [event["UID"] for event in first] == [event["UID"] for event in later]
    with register.reading() as connection:
        assert calendar(due(connection, as_of="2025-01-01")) == calendar(due(connection, as_of="2025-01-01"))


def test_hostile_words_stay_words(desk: Desk) -> None:
    maker, sides = two()
    title = "memo\r\nBEGIN:VEVENT\r\nSUMMARY:false;,\\n\u202e"
    maker.instrument("mou", sides, signed="2022-05-09", period=("2022", "2024"), title=title)
    (event,) = events(desk(maker), "2024-01-01")
    assert "BEGIN:VEVENT" in str(event["SUMMARY"])
    assert "\u202e" not in str(event["SUMMARY"])


def test_nothing_due_is_an_empty_calendar(desk: Desk) -> None:
    assert events(desk(), "2024-01-01") == []
