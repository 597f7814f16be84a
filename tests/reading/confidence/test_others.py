"""Doubts about instruments, mechanisms, projects and indicators."""

from typing import Any

import pytest

from amity.model import Event, Indicator, Instrument, Mechanism, Project
from amity.reading.confidence.doubts import instruments, others


@pytest.fixture
def maker(make: Any) -> Any:
    return make()


def _instrument(maker: Any, **given: Any) -> Instrument:
    plain: dict[str, Any] = {
        "id": "i1", "type": "mou", "title": "Memorandum of Understanding on Rail", "parties": [], "status": "signed", "concluded": True,
        "evidence": maker.evidence(),
    }  # fmt: skip
    return Instrument(**{**plain, **given})


def _text(maker: Any, name: str, *before: Instrument, **given: Any) -> bool:
    one = _instrument(maker, **given)
    maker.reading.instruments.clear()
    return bool(getattr(instruments, name)(maker.scene(instruments=[*before, one]), one))


def test_parties(maker: Any) -> None:
    linz, istria, graz = maker.actor("Linz"), maker.actor("Istria", "province"), maker.actor("Graz", form=None)
    maker.sides("Linz", "Graz")
    assert _text(maker, "mixed", parties=[linz, istria]) and not _text(maker, "mixed", parties=[linz, graz])
    assert _text(maker, "not_here", parties=[linz, graz]) and not _text(maker, "not_here", parties=[linz, istria])
    assert _text(maker, "not_by_name", parties=[linz, graz]) and _text(maker, "not_by_name")
    assert _text(maker, "one_party", parties=[linz]) and not _text(maker, "one_party", parties=[linz, graz])
    assert _text(maker, "several_parties", parties=[linz, graz, istria]) and not _text(maker, "several_parties", parties=[linz, graz])
    assert _text(maker, "not_between_sides", parties=[linz, istria]) and not _text(maker, "not_between_sides", parties=[linz, graz])


@pytest.mark.parametrize(
    ("before", "held"), [(0, set()), (1, {"one_of_several", "not_first"}), (2, {"one_of_several", "one_of_many", "not_first"})]
)
def test_other_instruments(maker: Any, before: int, held: set[str]) -> None:
    earlier = [_instrument(maker, id=f"i{number + 2}") for number in range(before)]
    names = ("one_of_several", "one_of_many", "not_first")
    assert {name for name in names if _text(maker, name, *earlier)} == held


def test_titles(maker: Any) -> None:
    assert not _text(maker, "short_title") and not _text(maker, "no_capital")
    assert _text(maker, "short_title", title="a document") and _text(maker, "no_capital", title="a document")
    assert _text(maker, "unsure", confidence="medium") and not _text(maker, "unsure")


@pytest.mark.parametrize(("kind", "holds"), [("unnamed_texts", True), ("other", True), ("treaty", False), ("letter_of_intent", False)])
def test_vague_types(maker: Any, kind: str, holds: bool) -> None:
    assert _text(maker, "vague", type=kind) is holds


@pytest.mark.parametrize(
    ("text", "kind", "holds"),
    [
        ("They signed a Memorandum of Understanding", "mou", False),
        ("They signed a sister-city agreement", "friendly_city_agreement", False),
        ("They signed an arrangement", "joint_statement", True),
        ("They signed a deal", "cooperation_agreement", False),
    ],
)
def test_words_of_the_type(make: Any, text: str, kind: str, holds: bool) -> None:
    assert _text(make(text), "type_untold", type=kind) is holds


@pytest.mark.parametrize(("words", "holds"), [(45, False), (46, True)])
def test_long_sentences(make: Any, words: int, holds: bool) -> None:
    assert _text(make(" ".join(["word"] * words)), "long_sentence") is holds


def test_crowds_and_quotations(make: Any) -> None:
    maker = make("They signed “ peace ” there")
    assert _text(maker, "in_quotation") and not _text(maker, "in_a_crowd")
    for number in range(9):
        maker.actor(f"City {number}", form=None)
    assert _text(maker, "in_a_crowd")


def _other(maker: Any, name: str, one: Any) -> bool:
    return bool(getattr(others, name)(maker.scene(), one))


def test_mechanisms(maker: Any) -> None:
    linz, graz = maker.actor("Linz"), maker.actor("Graz", form=None)
    bare = Mechanism(id="m1", name="joint committee", members=[], evidence=maker.evidence())
    full = Mechanism(id="m2", name="joint committee", members=[linz], frequency="yearly", evidence=maker.evidence())
    names = ("no_members", "members_elsewhere", "no_frequency")
    assert all(_other(maker, name, bare) for name in names) and not any(_other(maker, name, full) for name in names)
    assert _other(maker, "members_elsewhere", Mechanism(id="m3", name="x", members=[graz], evidence=maker.evidence()))
    assert not _other(maker, "by_looks", bare)
    maker.fire("mechanism-titled", "Linz")
    assert _other(maker, "by_looks", bare)


def test_a_mechanism_alone(maker: Any) -> None:
    one = Mechanism(id="m1", name="joint committee", members=[], evidence=maker.evidence())
    assert _other(maker, "alone", one)
    event = Event(
        id="e1", type="meeting", status="held", mode="unknown", date=None, place=None, participants=[], sides=[], evidence=maker.evidence()
    )
    maker.reading.events.append(event)
    assert not _other(maker, "alone", one)


@pytest.mark.parametrize(
    ("given", "held"),
    [
        ({"name": "Rail"}, {"short_name", "capital", "no_place", "told_early"}),
        ({"status": "unknown"}, {"no_status", "no_place", "told_early"}),
        ({"status": "planned"}, {"planned", "no_place", "told_early"}),
        ({"confidence": "medium"}, {"unsure", "no_place", "told_early"}),
        ({"places": ["a1"]}, {"told_early"}),
    ],
    ids=["name", "no status", "planned", "unsure", "place"],
)
def test_projects(maker: Any, given: dict[str, Any], held: set[str]) -> None:
    maker.actor("Linz")
    one = Project(**{"id": "p1", "name": "new rail line", "status": "ongoing", "places": [], "evidence": maker.evidence(), **given})
    assert {doubt.__name__ for doubt in others.PROJECTS if doubt(maker.scene(), one)} == held


def test_indicators(maker: Any) -> None:
    sure = Indicator(subject=None, measure="trade", value=1.0, evidence=maker.evidence())
    assert not _other(maker, "unsure", sure)
    sure.confidence = "medium"
    assert _other(maker, "unsure", sure)
