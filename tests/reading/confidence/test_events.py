"""Doubts about events."""

from typing import Any

import pytest

from amity.model import DateRange, Event, Participant, Post
from amity.reading.confidence.doubts import events as doubts

DAY = DateRange(start="2024-05-14", end="2024-05-14", precision="day")
YEAR = DateRange(start="2024", end="2024", precision="year")


def _event(maker: Any, **given: Any) -> Event:
    plain: dict[str, Any] = {
        "id": "e1", "type": "meeting", "status": "held", "mode": "in_person", "date": None, "place": None, "participants": [], "sides": [],
        "evidence": maker.evidence(),
    }  # fmt: skip
    return Event(**{**plain, **given})


def _holds(maker: Any, name: str, *before: Event, **given: Any) -> bool:
    one = _event(maker, **given)
    return bool(getattr(doubts, name)(maker.scene(events=[*before, one]), one))


@pytest.fixture
def maker(make: Any) -> Any:
    return make()


@pytest.mark.parametrize(("date", "held"), [(None, {"no_date"}), (YEAR, {"coarse_date", "date_elsewhere"}), (DAY, {"date_elsewhere"})])
def test_dates(maker: Any, date: DateRange | None, held: set[str]) -> None:
    assert {name for name in ("no_date", "coarse_date", "date_elsewhere") if _holds(maker, name, date=date)} == held


def test_a_date_in_its_sentence(maker: Any) -> None:
    maker.fire("date-day", "engineers", "2024-05-14/2024-05-14")
    assert not _holds(maker, "date_elsewhere", date=DAY) and _holds(maker, "date_elsewhere", date=YEAR)


def test_other_events(maker: Any) -> None:
    other = _event(maker, id="e2", sides=["a1", "a2"])
    assert not _holds(maker, "not_first") and not _holds(maker, "many_events")
    maker.reading.events.clear()
    assert _holds(maker, "not_first", other)
    maker.reading.events.clear()
    assert _holds(maker, "many_events", other, other, other)


@pytest.mark.parametrize(
    ("type_", "sides", "holds"), [("meeting", ["a2", "a1"], True), ("visit", ["a1", "a2"], False), ("meeting", ["a1"], False)]
)
def test_twins(maker: Any, type_: str, sides: list[str], holds: bool) -> None:
    other = _event(maker, id="e2", sides=["a1", "a2"])
    assert _holds(maker, "twin", other, type=type_, sides=sides) is holds


def test_sides(maker: Any) -> None:
    linz, istria = maker.actor("Linz"), maker.actor("Istria", "province")
    assert _holds(maker, "mixed", sides=[linz, istria]) and not _holds(maker, "mixed", sides=[linz])
    assert _holds(maker, "one_side", sides=[linz]) and not _holds(maker, "one_side", sides=[linz, istria])
    assert not _holds(maker, "not_by_name", sides=[linz, istria]) and _holds(maker, "not_by_name")
    assert _holds(maker, "not_by_name", sides=[linz, maker.actor("Graz", form=None)])


@pytest.mark.parametrize(("status", "holds"), [("held", False), ("planned", True), ("postponed", True), ("cancelled", True)])
def test_what_was_not_held(maker: Any, status: str, holds: bool) -> None:
    assert _holds(maker, "not_held", status=status) is holds


def test_the_words_that_tell_it(maker: Any) -> None:
    assert _holds(maker, "told_once") and _holds(maker, "by_a_noun") and not _holds(maker, "deep")
    maker.fire("event-verb", "promised", "e1 meeting held")
    assert _holds(maker, "told_once") and not _holds(maker, "by_a_noun")
    maker.fire("event-noun", "engineers", "e1 meeting held")
    assert not _holds(maker, "told_once")


def test_a_deep_noun(maker: Any) -> None:
    maker.fire("event-noun", "Istria", "e1 meeting held")
    assert _holds(maker, "deep") and _holds(maker, "by_a_noun")


def test_where_it_is_told(make: Any) -> None:
    maker = make(" ".join(f"word{number}" for number in range(20)))
    assert _holds(maker, "told_late", evidence=maker.evidence("word15"))
    assert not _holds(maker, "told_late", evidence=maker.evidence("word1"))


def test_who_takes_part(maker: Any) -> None:
    brandt = maker.actor("Brandt", "person")
    part = [Participant(actor=brandt, role="host")]
    assert not _holds(maker, "weak_actor", participants=part) and not _holds(maker, "weak_post", participants=part)
    maker.reading.posts.append(Post(person=brandt, title="Mayor", of=None, evidence=maker.evidence(), confidence="low"))
    assert _holds(maker, "weak_post", participants=part)
    lone = [Participant(actor=maker.actor("Linz", "person", confidence="medium"), role="host")]
    assert _holds(maker, "weak_actor", participants=lone)


def test_the_stage_before(maker: Any) -> None:
    assert _holds(maker, "background", confidence="medium") and not _holds(maker, "background")
