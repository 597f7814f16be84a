"""Names that are common words too: read where the grammar shows a person."""

from collections.abc import Callable

import pytest

from amity.reading.report import Report

Settled = Callable[..., Report]
INTRODUCED = "Governor Park Min-ho of Gangwon came to Tomsk. "


def _mentions(report: Report, word: str) -> int:
    spans = [report.doc[m.start : m.end].text for m in report.table.mentions if report.table.is_person(m.refers[0])]
    return spans.count(word)


@pytest.mark.parametrize(
    "sentence",
    ["Park proposed a direct flight.", "In turn, Park thanked Tomsk.", "Tomsk asked Park to send students.", "Park's offer was accepted."],
)
def test_a_word_that_does_something_is_the_person(settled: Settled, sentence: str) -> None:
    assert _mentions(settled(INTRODUCED + sentence), "Park") == 1


@pytest.mark.parametrize(
    "sentence", ["Park officials showed them round.", "They walked in the National Park.", "They met in a park.", "The Park was crowded."]
)
def test_other_uses_of_the_word_are_left_alone(settled: Settled, sentence: str) -> None:
    assert _mentions(settled(INTRODUCED + sentence), "Park") == 0


def test_a_word_is_no_name_of_its_own(settled: Settled) -> None:
    report = settled("Park proposed a direct flight. Tomsk agreed.")
    assert not [a for a in report.table.actors.values() if a.kind == "person"]
