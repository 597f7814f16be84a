"""Sessions of mechanisms: held, planned, due, and what cannot be told."""

from collections.abc import Callable
from datetime import date

import pytest

from amity.office.sessions import Standing, sessions
from amity.register import Register
from tests.matching.make import Maker
from tests.office.test_due import committee

Desk = Callable[..., Register]


def stands(register: Register, as_of: str, **options: object) -> Standing:
    with register.reading() as connection:
        (found,) = sessions(connection, date.fromisoformat(as_of), **options)  # type: ignore[arg-type]
    return found


def test_sessions_are_the_meetings_told_with_the_mechanism(desk: Desk) -> None:
    found = stands(desk(committee("annual", "2022-05-09")), "2022-12-31")
    assert [(one.id, one.begins, one.status) for one in found.sessions] == [("evt-1", "2022-05-09", "held")]
    assert [one.label for one in found.members] == ["Hue", "Gyeongju"]
    assert (found.last, found.next, found.verdict, found.derived) == ("2022-05-09", "2023-05-09", "due", True)


def test_other_meetings_of_a_report_are_none(desk: Desk) -> None:
    maker = committee("annual", "2022-05-09")
    maker.event("meeting", "2022-05-10", ["a1", "a2"], words="The mayors met over tea.")
    maker.event("exchange", "2022-05-11", ["a1", "a2"], words="The joint lantern committee met.")
    assert len(stands(desk(maker), "2022-12-31").sessions) == 1


def test_the_last_counts(desk: Desk) -> None:
    register = desk(committee("annual", "2022-05-09"), committee("annual", "2023-06-01", name="b", published="2023-06-02"))
    assert stands(register, "2023-12-31").next == "2024-06-01"
    assert stands(register, "2023-05-31").next == "2023-05-09"


def test_a_leap_day_comes_back_on_the_28th(desk: Desk) -> None:
    assert stands(desk(committee("annual", "2024-02-29", published="2024-03-01")), "2024-12-31").next == "2025-02-28"


@pytest.mark.parametrize(("told", "expected"), [("2022", "2023-12-31"), ("2022-02", "2023-02-28")])
def test_of_a_year_or_month_the_last_day_counts(desk: Desk, told: str, expected: str) -> None:
    assert stands(desk(committee("annual", told)), "2022-12-31").next == expected


def test_a_session_without_a_day_was_held_by_the_day_of_its_report(desk: Desk) -> None:
    found = stands(desk(committee("quarterly", None)), "2022-12-31")
    assert (found.last, found.next, found.verdict) == ("", "2022-08-10", "passed")
    assert found.why == "meets: quarterly; one without a day was reported on 2022-05-10"


@pytest.mark.parametrize(
    ("frequency", "held", "why"),
    [
        (None, "2022-05-09", "no report tells how often it meets"),
        ("regular", "2022-05-09", "meets: regular, which sets no interval"),
    ],
)
def test_what_cannot_be_told_says_why(desk: Desk, frequency: str | None, held: str, why: str) -> None:
    found = stands(desk(committee(frequency, held)), "2022-12-31")
    assert (found.next, found.verdict, found.why) == ("", "unknown", why)


def test_a_mechanism_without_sessions(desk: Desk) -> None:
    maker = Maker("a", "2022-05-10")
    maker.mechanism("joint lantern committee", [maker.actor("Hue", "municipality", "VN")])
    maker.made.mechanisms[-1].frequency = "annual"
    found = stands(desk(maker), "2022-12-31")
    assert (found.sessions, found.why) == ((), "meets: annual; no session is reported")


def test_it_tells_when_it_was_last_told_of_and_what_was_searched(desk: Desk) -> None:
    later = Maker("b", "2023-07-01", publisher="Daily")
    later.mechanism("joint lantern committee", [later.actor("Hue", "municipality", "VN"), later.actor("Gyeongju", "municipality", "KR")])
    found = stands(desk(committee("annual", "2022-05-09"), later), "2023-12-31")
    assert found.told == "2023-07-01"
    assert (found.searched.reports, found.searched.last) == (2, "2023-07-01")


def test_only_those_with_our_members(desk: Desk) -> None:
    register = desk(committee("annual", "2022-05-09"))
    with register.reading() as connection:
        members = sessions(connection, date(2022, 12, 31))[0].members
        assert len(sessions(connection, date(2022, 12, 31), ours={members[0].number})) == 1
        assert sessions(connection, date(2022, 12, 31), ours=set()) == []
