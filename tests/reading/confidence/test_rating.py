"""The stage: it changes nothing but the confidence, says what it doubts, and is the same each time."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from amity.model import Document, Reading
from amity.reading.clean import Cleaned
from amity.reading.confidence import DOUBTS, rate, weights
from amity.reading.confidence.kinds import LAYERS
from amity.reading.pipeline import begin, finish
from amity.reading.report import Report

TEXT = (
    "LINZ - Mayor Clara Brandt of Linz met Governor Ivo Maric of Istria in Linz on 14 May 2024.\n"
    "At the meeting, Maric proposed opening a ferry line. Brandt promised that Linz will send ten engineers to Istria by 2026.\n"
    "The two sides signed a memorandum of understanding on tourism. A joint working group meets every year.\n"
)


@pytest.fixture(scope="module")
def report() -> Report:
    return begin(Cleaned(Document(id="sha256:0", path="test", published="2024-05-16"), TEXT))


@pytest.fixture(scope="module")
def reading(report: Report) -> Reading:
    return finish(report)


def _without(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without(one) for key, one in value.items() if key != "confidence"}
    return [_without(one) for one in value] if isinstance(value, list) else value


def test_only_the_confidence_changes(report: Report, reading: Reading) -> None:
    kept = list(report.doubted)
    again = rate(report, reading)
    report.doubted = kept
    assert _without(msgspec.to_builtins(again)) == _without(msgspec.to_builtins(reading))


def test_the_reading_given_is_left_as_it_was(report: Report, reading: Reading) -> None:
    before, kept = msgspec.to_builtins(reading), list(report.doubted)
    rate(report, reading)
    report.doubted = kept
    assert msgspec.to_builtins(reading) == before


def test_every_fact_is_rated_once_by_the_doubts_of_its_kind(report: Report, reading: Reading) -> None:
    facts = [(layer, at) for layer in LAYERS for at in range(len(getattr(reading, layer)))]
    assert [(one.layer, one.at) for one in report.doubted] == facts
    for one in report.doubted:
        assert set(one.doubts) <= {doubt.__name__ for doubt in DOUBTS[one.kind]}
        assert getattr(reading, one.layer)[one.at].confidence == weights()[one.kind].level(one.doubts)


def test_persons_and_commitments_are_kinds_of_their_own(report: Report, reading: Reading) -> None:
    for one in report.doubted:
        fact = getattr(reading, one.layer)[one.at]
        if one.layer == "actors":
            assert (one.kind == "people") == (fact.kind == "person")
        elif one.layer == "statements":
            assert (one.kind == "commitments") == fact.commitment
        else:
            assert one.kind == one.layer
    assert {"people", "actors", "posts", "events", "instruments", "statements", "commitments"} <= {one.kind for one in report.doubted}


def test_the_same_text_is_rated_alike_each_time(reading_of: Callable[..., Reading]) -> None:
    assert msgspec.json.encode(reading_of(TEXT)) == msgspec.json.encode(reading_of(TEXT))


def test_a_report_without_facts_is_rated_too(report: Report) -> None:
    kept = list(report.doubted)
    assert rate(report, Reading(document=report.document, text=TEXT)) == Reading(document=report.document, text=TEXT)
    assert report.doubted == []
    report.doubted = kept


def test_who_is_told_plainly_is_surer_than_who_is_not(report: Report, reading: Reading) -> None:
    known = {reading.actors[one.at].name: one for one in report.doubted if one.layer == "actors"}
    brandt = weights()["people"].probability(known["Clara Brandt"].doubts)
    assert brandt > weights()["people"].probability(("no_post", "lone", "one_word"))
