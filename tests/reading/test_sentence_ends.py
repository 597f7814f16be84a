"""Where sentences end: initials and titles cut short end none."""

import pytest

from amity.reading.parser import parse


@pytest.mark.parametrize(
    "text",
    [
        "Councillor Ana B. Cruz agreed to it.",
        "According to Hon. Ana Cruz, the talks went well.",
        "They met Amb. Tom Bruyn on Monday.",
        "The letter of Cllr. Tom Bruyn came late.",
    ],
)
def test_points_inside_a_name(text: str) -> None:
    assert len(list(parse(text).sents)) == 1


@pytest.mark.parametrize("text", ["It rained in May. Turin paid for it.", "She came late. He came first."])
def test_points_that_end_a_sentence(text: str) -> None:
    assert len(list(parse(text).sents)) == 2
