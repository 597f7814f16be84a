"""Conflicts: what reports of one thing disagree on, with the words of each."""

from typing import Any

import pytest

from amity.matching.claims import indicator_conflict, measures, title_type
from amity.matching.inmemory import match
from amity.model import Indicator
from amity.model.text import Evidence
from tests.matching.make import Maker, place

SIDES = (("Hue", "municipality", "VN"), ("Gyeongju", "municipality", "KR"))


def _text(name: str, kind: str = "mou", published: str = "2024-03-07", **given: Any) -> Maker:
    maker = Maker(name, published)
    maker.instrument(kind, [maker.actor(*side) for side in SIDES], **given)
    return maker


def _event(name: str, on: str, town: str | None = None, published: str = "2024-03-07") -> Maker:
    maker = Maker(name, published)
    sides = [maker.actor(*side) for side in SIDES]
    people = [(maker.person("Tran Minh Khoa", "mayor", sides[0]), sides[0]), (maker.person("Han Ji-woo", "mayor", sides[1]), sides[1])]
    maker.event("meeting", on, sides, people, where=place(town) if town else None)
    return maker


def _found(*makers: Maker) -> list[tuple[str, str, list[str]]]:
    return [
        (one.kind, one.field, sorted(claim.value for claim in one.claims)) for one in match([maker.reading() for maker in makers]).conflicts
    ]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            _text("a", signed="2024-03-05"),
            _text("b", "letter_of_intent", signed="2024-03-05"),
            ("instrument", "type", ["letter_of_intent", "mou"]),
        ),
        (_text("a", signed="2024-03-05"), _text("b", signed="2024-03-06"), ("instrument", "date", ["2024-03-05", "2024-03-06"])),
        (
            _text("a", "friendly_city_agreement", signed="2024-03-05"),
            _text("b", "friendly_city_agreement", signed="2024-02"),
            ("instrument", "date", ["2024-02", "2024-03-05"]),
        ),
        (
            _text("a", "friendly_city_agreement", period=("1991", None), status="in_effect"),
            _text("b", "friendly_city_agreement", period=("1993", None), status="in_effect"),
            ("instrument", "date", ["1991", "1993"]),
        ),
        (_event("a", "2024-03-05", "Hue"), _event("b", "2024-03-06", "Hue"), ("event", "date", ["2024-03-05", "2024-03-06"])),
    ],
)
def test_what_reports_differ_on(one: Maker, other: Maker, found: tuple[str, str, list[str]]) -> None:
    assert _found(one, other) == [found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_text("a", signed="2024-03-05"), _text("b", signed="2024-03-05")),
        (_text("a", signed="2024-03"), _text("b", signed="2024-03-05")),
        (_text("a", signed="2024-03-05"), _text("b", "other", signed="2024-03-05")),
        (_text("a", signed="2024-03-05"), _text("b", signed="2019-03-05")),
        (_event("a", "2024-03-05", "Hue"), _event("b", "2024-03-05")),
        (_event("a", "2024-03-05/2024-03-07"), _event("b", "2024-03-06/2024-03-07")),
    ],
)
def test_what_is_no_disagreement(one: Maker, other: Maker) -> None:
    assert _found(one, other) == []


def test_one_signing_disagrees_once() -> None:
    makers = []
    for name, day in (("a", "2024-03-05"), ("b", "2024-03-06")):
        maker = _text(name, "friendly_city_agreement", signed=day)
        maker.event("signing", day, ["a1", "a2"], where=place("Hue"))
        makers.append(maker)
    assert [(kind, field) for kind, field, _ in _found(*makers)] == [("instrument", "date")]


def test_a_conflict_shows_the_words_of_both() -> None:
    one = _text("a", signed="2024-03-05", words="They signed on Tuesday.")
    other = _text("b", signed="2024-03-06", words="They signed on Wednesday.")
    (conflict,) = match([one.reading(), other.reading()]).conflicts
    assert sorted(claim.quote for claim in conflict.claims) == ["They signed on Tuesday.", "They signed on Wednesday."]


def test_a_project_cannot_be_finished_and_unfinished_on_one_day_but_later_it_may() -> None:
    def told(name: str, status: str, published: str) -> Maker:
        maker = Maker(name, published)
        maker.project("Truong Tien - Dong Ba tramway", status, words=f"About the Truong Tien - Dong Ba tramway in {name}.")
        return maker

    assert _found(told("a", "ongoing", "2024-03-07"), told("b", "completed", "2024-03-08")) == [
        ("project", "status", ["completed", "ongoing"])
    ]
    assert _found(told("a", "ongoing", "2024-03-07"), told("b", "completed", "2025-03-08")) == []


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("The wall is 3.5 km long.", [("long", 3.5)]),
        ("The wall is 1,200 metres long and 4 metres high.", [("high", 0.004), ("long", 1.2)]),
        ("A pier 40 miles in length.", [("long", 64.36)]),
        ("One wall is 3 km long, the other 4 km long.", []),
        ("They drove 30 km.", []),
    ],
)
def test_measures_in_sentences(text: str, sizes: list[tuple[str, float]]) -> None:
    assert sorted((one.dimension, one.kilometres) for one in measures(Maker("a", text=text).reading())) == sizes


@pytest.mark.parametrize(("length", "conflicting"), [("12 km long", True), ("9.95 km long", False)])
def test_reports_of_one_event_that_give_other_figures(length: str, conflicting: bool) -> None:
    one, other = _event("a", "2024-03-05"), _event("b", "2024-03-05")
    one.sentence("The sea wall is 9.9 km long.")
    other.sentence(f"The sea wall is {length}.")
    assert bool(_found(one, other)) == conflicting


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Two ports sign sister city agreement", "friendly_city_agreement"),
        ("Two ports sign letter of intent", "letter_of_intent"),
        ("Ports agree on joint statement", "joint_statement"),
        ("Two ports meet", None),
    ],
)
def test_what_a_title_calls_a_text(title: str, kind: str | None) -> None:
    assert title_type(title) == kind


@pytest.mark.parametrize(("kind", "conflicting"), [("letter_of_intent", True), ("friendly_city_agreement", False)])
def test_a_title_that_calls_the_text_otherwise_than_the_body(kind: str, conflicting: bool) -> None:
    maker = _text("a", kind, signed="2024-03-05")
    maker.document.title = "Two ports sign sister city agreement"
    assert bool(_found(maker)) == conflicting


@pytest.mark.parametrize(("value", "found"), [(14.0, [("indicator", "sister schools", ["12", "14"])]), (12.0, [])])
def test_reports_that_count_otherwise(value: float, found: list[tuple[str, str, list[str]]]) -> None:
    makers = []
    for name, count in (("a", 12.0), ("b", value)):
        maker = Maker(name)
        maker.made.indicators.append(_figure(count))
        maker.made.indicators[0].subject = maker.actor(*SIDES[0])
        makers.append(maker)
    assert _found(*makers) == found


def _figure(value: float, measure: str = "sister schools", as_of: str | None = None) -> Indicator:
    return Indicator(subject="a1", measure=measure, value=value, unit=None, as_of=as_of, evidence=[Evidence(0, 1, "x")])


@pytest.mark.parametrize(
    ("one", "other", "told", "conflicting"),
    [
        (_figure(12), _figure(14), ("2024-03-05", "2024-03-10"), True),
        (_figure(12), _figure(12.05), ("2024-03-05", "2024-03-10"), False),
        (_figure(12), _figure(14), ("2022-03-05", "2024-03-10"), False),
        (_figure(12), _figure(14, "sister ports"), ("2024-03-05", "2024-03-10"), False),
        (_figure(12, as_of="2022"), _figure(14, as_of="2023"), ("2024-03-05", "2024-03-10"), False),
        (_figure(12), _figure(14), (None, "2024-03-10"), False),
    ],
)
def test_figures_of_one_subject(one: Indicator, other: Indicator, told: tuple[str | None, str | None], conflicting: bool) -> None:
    assert indicator_conflict(one, other, told) == conflicting
