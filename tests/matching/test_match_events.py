"""Events: same day give or take one, same place, principals and format; never country pair and month."""

from typing import Any

import pytest

from amity.matching.inmemory import match
from tests.matching.helpers import compared, doubted, matched_pair, reasons, together
from tests.matching.make import Maker, place

ACTORS = {
    "vn": ("Vietnam", "state", "VN"),
    "la": ("Laos", "state", "LA"),
    "cn": ("China", "state", "CN"),
    "ht": ("Ha Tinh", "province", "VN"),
    "km": ("Khammouane", "province", "LA"),
    "hue": ("Hue", "municipality", "VN"),
    "gyeongju": ("Gyeongju", "municipality", "KR"),
    "alliance": ("Harbour Cities Alliance", "igo", None),
    "committee": ("Ha Tinh People's Committee", "body", "VN"),
}


def _maker(name: str, published: str = "2024-03-07", /, **event: Any) -> Maker:
    """A report of one event: ``sides`` are keys of ACTORS, ``people`` {name: side}, ``town`` a name; the rest is for ``Maker.event``."""
    maker = Maker(name, published)
    sides, people = event.pop("sides"), event.pop("people", {})
    known = {key: maker.actor(*ACTORS[key]) for key in dict.fromkeys([*sides, *people.values()])}
    parts = [(maker.person(who), known[side]) for who, side in people.items()]
    town = event.pop("town", None)
    maker.event(
        event.pop("kind", "meeting"), event.pop("on"), [known[key] for key in sides], parts, where=place(town) if town else None, **event
    )
    return maker


DAY = "2024-03-05"
PAIR = ["ht", "km"]
LEADERS = {"Tran Minh Khoa": "ht", "Vanxay Keola": "km"}

SAME: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"on": DAY, "sides": PAIR, "people": LEADERS}, {"on": DAY, "sides": PAIR, "people": LEADERS}),
    ({"on": DAY, "sides": PAIR, "people": LEADERS, "town": "Thakhek"}, {"on": "2024-03-06", "sides": PAIR, "people": LEADERS}),
    ({"on": DAY, "sides": PAIR}, {"on": DAY, "sides": PAIR, "people": LEADERS}),
    ({"on": DAY, "sides": PAIR}, {"on": DAY, "sides": ["committee", "km"]}),
    ({"on": DAY, "sides": PAIR, "people": LEADERS}, {"on": DAY, "sides": PAIR, "people": LEADERS, "kind": "working_session"}),
    (
        {"on": DAY, "sides": ["vn", "la"], "people": {"Tran Minh Khoa": "vn", "Vanxay Keola": "la"}, "town": "Hanoi"},
        {"on": DAY, "sides": ["vn", "la"], "people": {"Tran Minh Khoa": "vn", "Vanxay Keola": "la"}, "town": "Hanoi", "mode": "in_person"},
    ),
    (
        {"on": "2024-03", "sides": ["hue", "gyeongju"], "kind": "signing"},
        {"on": "2024-03-20", "sides": ["hue", "gyeongju"], "kind": "signing"},
    ),
    ({"on": "2024-03-04/2024-03-07", "sides": PAIR, "kind": "visit"}, {"on": "2024-03-04/2024-03-06", "sides": PAIR, "kind": "visit"}),
    (
        {"on": "2024-05-20", "sides": PAIR, "kind": "signing", "status": "planned"},
        {"on": "2024-05-20", "sides": PAIR, "kind": "signing", "town": "Thakhek"},
    ),
    (
        {"on": "2024-03", "sides": ["alliance", "hue"], "kind": "summit", "town": "Hue"},
        {"on": "2024-03", "sides": ["alliance"], "kind": "summit", "town": "Hue"},
    ),
    ({"on": DAY, "sides": ["hue"], "people": {"Le Thi Mai": "hue"}, "town": "Hue"}, {"on": DAY, "sides": ["hue"]}),
]

APART: list[tuple[dict[str, Any], dict[str, Any]]] = [
    # two meetings of one pair in one week
    ({"on": "2024-03-04", "sides": PAIR, "people": LEADERS}, {"on": "2024-03-07", "sides": PAIR, "people": LEADERS}),
    (
        {"on": "2024-03-04", "sides": PAIR, "people": LEADERS, "town": "Thakhek"},
        {"on": "2024-03-06", "sides": PAIR, "people": LEADERS, "town": "Thakhek"},
    ),
    # one leader, several hosts on one day
    (
        {"on": DAY, "sides": ["vn", "la"], "people": {"Tran Minh Khoa": "vn", "Vanxay Keola": "la"}, "town": "Vientiane"},
        {"on": DAY, "sides": ["vn", "la"], "people": {"Tran Minh Khoa": "vn", "Bounmy Souk": "la"}, "town": "Vientiane"},
    ),
    # country pair and month
    ({"on": "2024-03", "sides": ["vn", "la"]}, {"on": "2024-03", "sides": ["vn", "la"]}),
    ({"on": "2024-03", "sides": ["vn", "cn"], "kind": "visit"}, {"on": "2024-03-12", "sides": ["vn", "cn"], "kind": "visit"}),
    # one day, other format
    ({"on": DAY, "sides": ["vn", "la"], "mode": "in_person", "town": "Hanoi"}, {"on": DAY, "sides": ["vn", "la"], "mode": "online"}),
    # one day, other town
    ({"on": DAY, "sides": ["vn", "la"], "town": "Hanoi"}, {"on": DAY, "sides": ["vn", "la"], "town": "Vientiane"}),
    # one day, other kind of event
    ({"on": DAY, "sides": PAIR, "people": LEADERS}, {"on": DAY, "sides": PAIR, "people": LEADERS, "kind": "exchange"}),
    # one day, a province and its country
    ({"on": DAY, "sides": ["ht", "la"]}, {"on": DAY, "sides": ["vn", "la"]}),
    # one side in common only
    ({"on": DAY, "sides": ["ht", "km"]}, {"on": DAY, "sides": ["ht", "gyeongju"]}),
    # yearly gatherings
    ({"on": "2023", "sides": PAIR, "kind": "summit"}, {"on": "2024", "sides": PAIR, "kind": "summit"}),
    # a day apart, with nothing else to go by
    ({"on": DAY, "sides": ["vn", "la"]}, {"on": "2024-03-06", "sides": ["vn", "la"]}),
    ({"on": DAY, "sides": PAIR, "status": "cancelled"}, {"on": DAY, "sides": PAIR, "people": LEADERS}),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_event_in_two_reports(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert matched_pair(_maker("one", **one).reading(), _maker("two", **other).reading(), "events", "e1", "e1")


@pytest.mark.parametrize(("one", "other"), APART)
def test_events_that_only_look_alike(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert not matched_pair(_maker("one", **one).reading(), _maker("two", **other).reading(), "events", "e1", "e1")


def test_two_events_of_one_report_are_never_merged() -> None:
    maker = _maker("one", on=DAY, sides=PAIR, people=LEADERS)
    maker.event("meeting", DAY, ["a1", "a2"], [("a3", "a1"), ("a4", "a2")])
    assert all(len(cluster.members) == 1 for cluster in match([maker.reading()]).clusters["events"])


def test_two_meetings_of_one_day_do_not_become_one_through_a_third_report() -> None:
    both = _maker("both", on=DAY, sides=["vn", "la"], people={"Tran Minh Khoa": "vn", "Vanxay Keola": "la"}, town="Vientiane")
    both.event("meeting", DAY, ["a1", "a2"], [("a3", "a1"), (both.person("Bounmy Souk"), "a2")], where=place("Vientiane"))
    loose = _maker("loose", on=DAY, sides=["vn", "la"], people={"Tran Minh Khoa": "vn"}, town="Vientiane")
    first, second = both.reading(), loose.reading()
    found = match([first, second])
    assert not any(
        {member.local for member in cluster.members if member.document == first.document.id} == {"e1", "e2"}
        for cluster in found.clusters["events"]
    )


def test_a_meeting_announced_without_a_date_is_the_one_held_weeks_later() -> None:
    told = _maker("one", "2024-03-01", on=None, sides=["hue", "gyeongju"], kind="signing", status="planned", town="Hue")
    held = _maker("two", "2024-03-29", on="2024-03-28", sides=["hue", "gyeongju"], kind="signing", town="Hue")
    assert matched_pair(told.reading(), held.reading(), "events", "e1", "e1")


def test_a_meeting_announced_without_a_date_is_not_the_one_held_a_year_later() -> None:
    told = _maker("one", "2024-03-01", on=None, sides=["hue", "gyeongju"], kind="signing", status="planned", town="Hue")
    held = _maker("two", "2025-03-29", on="2025-03-28", sides=["hue", "gyeongju"], kind="signing", town="Hue")
    assert not matched_pair(told.reading(), held.reading(), "events", "e1", "e1")


def test_news_of_one_signing_without_its_date() -> None:
    one = _maker("one", "2024-03-08", on=None, sides=["hue", "gyeongju"], kind="signing")
    other = _maker("two", "2024-03-06", on=DAY, sides=["hue", "gyeongju"], kind="signing")
    assert matched_pair(one.reading(), other.reading(), "events", "e1", "e1")


def test_wire_text_that_two_reports_took_over_tells_one_event() -> None:
    words = "Delegates of the towns walked along the sea wall and planted four camphor trees there in 1998."
    one = _maker("one", on="1998", sides=["hue", "gyeongju"], kind="ceremony", words=words)
    other = _maker("two", on="1998", sides=["hue", "gyeongju"], kind="ceremony", words=words)
    comparison = compared(one.reading(), other.reading(), "events", "e1", "e1")
    assert comparison.verdict == "same"
    assert "same sentence" in reasons(comparison)


def test_what_is_nearly_enough_goes_to_review() -> None:
    one = _maker("one", on=DAY, sides=["vn", "la"], kind="ceremony")
    other = _maker("two", on="2024-03-06", sides=["vn", "la"], kind="ceremony")
    found = match([one.reading(), other.reading()])
    assert not together(found, one.reading(), other.reading(), "events", "e1", "e1")
    assert doubted(found, "events") == 1


def _guests(name: str, guest: str, host: str, side: str = "km", kind: str = "meeting") -> Maker:
    return _maker(name, on=DAY, sides=["ht", side], people={guest: "ht", host: side}, town="Thakhek", kind=kind)


def test_one_delegation_meets_several_hosts_in_a_day() -> None:
    one, other = _guests("one", "Tran Minh Khoa", "Vanxay Keola"), _guests("two", "Tran Minh Khoa", "Bounmy Souk")
    comparison = compared(one.reading(), other.reading(), "events", "e1", "e1")
    assert comparison.verdict == "different"
    assert {"other principals", "who met whom differs"} <= reasons(comparison)


def test_one_host_receives_guests_from_several_places_in_a_day() -> None:
    one = _maker("one", on=DAY, sides=["km", "ht"], people={"Vanxay Keola": "km"}, town="Thakhek")
    other = _maker("two", on=DAY, sides=["km", "hue"], people={"Vanxay Keola": "km"}, town="Thakhek")
    comparison = compared(one.reading(), other.reading(), "events", "e1", "e1")
    assert comparison.verdict == "different"
    assert "the other side is elsewhere" in reasons(comparison)


def test_the_other_side_may_be_told_by_what_it_lies_in() -> None:
    one = _maker("one", on=DAY, sides=["km", "ht"], people=LEADERS, town="Thakhek")
    other = _maker("two", on=DAY, sides=["km", "vn"], people={"Vanxay Keola": "km"}, town="Thakhek")
    assert "the other side is elsewhere" not in reasons(compared(one.reading(), other.reading(), "events", "e1", "e1"))


def test_talks_beside_a_summit_are_not_the_summit() -> None:
    one = _maker("one", on=DAY, sides=["vn", "la", "cn"], kind="summit", town="Vientiane")
    other = _maker("two", on=DAY, sides=["vn", "la"], town="Vientiane")
    comparison = compared(one.reading(), other.reading(), "events", "e1", "e1")
    assert comparison.verdict != "same"
    assert "two of those who gathered" in reasons(comparison)


@pytest.mark.parametrize(("published", "same"), [("2024-03-07", True), ("2017-06-07", False)])
def test_a_visit_that_two_reports_look_back_at(published: str, same: bool) -> None:
    one = _maker("one", on="2017-05-20/2017-05-24", sides=["hue", "la", "cn"], kind="visit")
    other = _maker("two", published, on="2017-05", sides=["hue", "la"], kind="visit")
    assert matched_pair(one.reading(), other.reading(), "events", "e1", "e1") is same


def test_a_meeting_told_without_its_day_is_none_of_two() -> None:
    days = [_maker(day, on=f"2024-03-{day}", sides=PAIR, people=LEADERS, kind="signing") for day in ("05", "25")]
    month = _maker("month", on="2024-03", sides=PAIR, people=LEADERS, kind="signing")
    readings = [maker.reading() for maker in (*days, month)]
    assert together(match([readings[0], readings[2]]), readings[0], readings[2], "events", "e1", "e1")
    assert len(match(readings).clusters["events"]) == 3
    assert doubted(match(readings), "events") == 2
