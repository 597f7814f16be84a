"""Judgements find their facts again when a newer reader has read the document."""

import pytest

from amity.matching.judging import attach, point
from amity.model.judgement import Member, Pointer
from amity.model.reading import Reading
from amity.model.text import Evidence
from tests.matching.make import Maker

SENTENCE = "Hue and Gyeongju signed a memorandum after talks in Hue."


def _reading(*events: tuple[str, str | None], text: str = "") -> Reading:
    maker = Maker("one", text=text)
    sides = [maker.actor("Hue", "municipality", "VN"), maker.actor("Gyeongju", "municipality", "KR")]
    for kind, on in events:
        maker.event(kind, on, sides, words=SENTENCE)
    return maker.reading()


def test_facts_of_one_sentence_are_told_apart_by_their_hint() -> None:
    old, new = _reading(("meeting", None), ("signing", None)), _reading(("signing", None), ("meeting", None))
    pointer = point(old, Member(old.document.id, "events", "e2"))
    assert pointer.hint == "signing"
    assert attach(pointer, new) == Member(old.document.id, "events", "e1")


def test_a_fact_moved_by_better_cleaning_is_found_by_its_words() -> None:
    old, new = _reading(("meeting", None)), _reading(("meeting", None), text="A line that was cut before.")
    pointer = point(old, Member(old.document.id, "events", "e1"))
    assert new.events[0].evidence[0].start != pointer.start
    assert attach(pointer, new) == Member(old.document.id, "events", "e1")


def test_a_fact_whose_sentence_is_cut_otherwise_is_found_by_its_span() -> None:
    old, new = _reading(("meeting", None)), _reading(("meeting", None))
    span = new.events[0].evidence[0]
    new.events[0].evidence = [Evidence(span.start + 4, span.end, new.text[span.start + 4 : span.end])]
    assert attach(point(old, Member(old.document.id, "events", "e1")), new) is not None


@pytest.mark.parametrize(("start", "end"), [(400, 450), (0, 3)])
def test_what_covers_little_of_a_fact_is_not_attached(start: int, end: int) -> None:
    reading = _reading(("meeting", None), text="Not this sentence at all, which stands before the other.")
    assert attach(Pointer(reading.document.id, "events", start, end, "other words"), reading) is None


def test_an_actor_is_pointed_at_by_its_first_mention() -> None:
    reading = _reading(("meeting", None))
    pointer = point(reading, Member(reading.document.id, "actors", "a2"))
    assert pointer.quote == "Gyeongju"
    assert attach(pointer, reading) == Member(reading.document.id, "actors", "a2")


@pytest.mark.parametrize("layer", ["actors", "events", "instruments", "statements", "mechanisms", "projects"])
def test_a_fact_that_is_not_there_cannot_be_pointed_at(layer: str) -> None:
    with pytest.raises(KeyError):
        point(_reading(), Member("sha256:one", layer, "x9"))


def test_every_fact_of_every_layer_is_found_again() -> None:
    maker = Maker("one")
    hue = maker.actor("Hue", "municipality", "VN")
    maker.instrument("mou", [hue], words="A memorandum was signed.")
    maker.statement([hue], "open a bus line", words="Hue will open a bus line and repair a bridge.")
    maker.statement([hue], "repair a bridge", words="Hue will open a bus line and repair a bridge.")
    maker.mechanism("joint garden committee", [hue])
    maker.project("garden of two rivers")
    reading = maker.reading()
    for layer, local in [("instruments", "i1"), ("statements", "s1"), ("statements", "s2"), ("mechanisms", "m1"), ("projects", "p1")]:
        member = Member(reading.document.id, layer, local)
        assert attach(point(reading, member), reading) == member
