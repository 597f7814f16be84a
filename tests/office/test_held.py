"""Which sessions of mechanisms are told: beside the mechanism, by its members, by number alone, by entries."""

from collections.abc import Callable
from datetime import date

import pytest

from amity.office.entering import enter
from amity.office.record import Record
from amity.office.sessions import Standing, sessions
from amity.register import Register
from tests.matching.make import Maker
from tests.office.test_due import committee, two

Desk = Callable[..., Register]
NAME = "joint lantern committee"


def stands(register: Register, as_of: str = "2024-12-31") -> list[Standing]:
    with register.reading() as connection:
        return sessions(connection, date.fromisoformat(as_of))


def told(name: str, published: str, words: str, *, called: str = NAME) -> Maker:
    """A report that tells a mechanism of Hue and Gyeongju in these words."""
    maker, sides = two(name, published)
    maker.mechanism(called, sides, words=words)
    return maker


def shown(one: Standing) -> list[tuple[str, int | None, str, str]]:
    return [(session.id, session.number, session.status, session.begins) for session in one.sessions]


def test_a_later_session_that_is_told_by_its_number_counts(desk: Desk) -> None:
    later = told("b", "2024-06-01", f"They praised the 16th session of the {NAME}.")
    (found,) = stands(desk(committee("annual", "2022-05-09"), later))
    assert shown(found) == [("evt-1", None, "held", "2022-05-09"), ("", 16, "held", "")]
    assert (found.next, found.verdict) == ("2025-06-01", "due")
    assert found.why == "meets: annual; one without a day was reported on 2024-06-01"


def test_an_earlier_session_that_is_told_later_changes_nothing(desk: Desk) -> None:
    maker, sides = two("a", "2022-05-10")
    words = f"The {NAME} met for the ninth time."
    maker.mechanism(NAME, sides, words=words)
    maker.made.mechanisms[-1].frequency = "annual"
    maker.event("committee_session", "2022-05-09", sides, words=words)
    (found,) = stands(desk(maker, told("b", "2024-06-01", f"They recalled the 1st session of the {NAME}.")))
    assert shown(found) == [("evt-1", 9, "held", "2022-05-09"), ("", 1, "held", "")]
    assert (found.last, found.next, found.verdict) == ("2022-05-09", "2023-05-09", "passed")


def test_a_session_that_is_prepared_was_not_held_and_the_one_before_was(desk: Desk) -> None:
    words = f"They prepare for the 10th session of the {NAME} and keep what the 9th session of the {NAME} agreed."
    (found,) = stands(desk(told("a", "2024-06-01", words)))
    assert shown(found) == [("", 9, "held", ""), ("", 10, "planned", "")]
    (found,) = stands(desk(told("b", "2024-09-01", f"The {NAME} met for the tenth time.")))
    assert shown(found) == [("", 9, "held", ""), ("", 10, "held", "")]


def test_a_committee_that_sat_in_another_sentence(desk: Desk) -> None:
    maker = told("a", "2022-05-10", f"The {NAME} was set up long ago.")
    maker.event("committee_session", "2022-05-09", ["a1", "a2"], words="The two cities sat down for the session.")
    (found,) = stands(desk(maker))
    assert shown(found) == [("evt-1", None, "held", "2022-05-09")]


def test_where_a_report_tells_two_mechanisms_of_the_same_members_none_is_chosen(desk: Desk) -> None:
    maker = told("a", "2022-05-10", f"The {NAME} was set up long ago.")
    maker.mechanism("mixed ferry commission", ["a1", "a2"], words="So was the mixed ferry commission.")
    maker.event("committee_session", "2022-05-09", ["a1", "a2"], words="The two cities sat down for the session.")
    assert [one.sessions for one in stands(desk(maker))] == [(), ()]


def test_words_of_another_report_name_the_mechanism(desk: Desk) -> None:
    first = told("a", "2022-05-10", f"The {NAME} was set up long ago.")
    first.mechanism("mixed ferry commission", ["a1", "a2"], words="So was the mixed ferry commission.")
    later, sides = two("b", "2023-05-10")
    later.event("committee_session", "2023-05-09", sides, words=f"The {NAME} sat in Hue.")
    assert {one.label: shown(one) for one in stands(desk(first, later))} == {
        NAME: [("evt-1", None, "held", "2023-05-09")],
        "mixed ferry commission": [],
    }


def test_other_members_are_another_committee(desk: Desk) -> None:
    maker = told("a", "2022-05-10", f"The {NAME} was set up long ago.")
    other = maker.actor("Luang Prabang", "municipality", "LA")
    maker.event("committee_session", "2022-05-09", ["a1", other], words="Another committee sat down.")
    assert stands(desk(maker))[0].sessions == ()


def test_a_session_that_was_entered(desk: Desk) -> None:
    register = desk(committee("annual", "2022-05-09"))
    fields = {"party": ["Hue", "Gyeongju"], "type": "committee_session", "from": "2023-06-01"}
    enter(register, [Record(kind="event", fields=fields)], by="Ann")
    (found,) = stands(register, "2999-01-01")
    assert [session.begins for session in found.sessions] == ["2022-05-09", "2023-06-01"]
    assert found.last == "2023-06-01"


@pytest.mark.parametrize(("told", "kept"), [("yearly", "annual"), ("Twice a year", "twice-yearly"), ("every full moon", "every full moon")])
def test_how_often_an_entered_mechanism_meets(desk: Desk, told: str, kept: str) -> None:
    register = desk()
    fields = {"name": NAME, "party": ["Hue city", "Gyeongju"], "frequency": told}
    enter(register, [Record(kind="mechanism", fields=fields)], by="Ann")
    (found,) = stands(register, "2999-01-01")
    assert found.frequency == kept
