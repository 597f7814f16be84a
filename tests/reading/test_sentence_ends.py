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


def test_line_breaks_begin_sentences_and_spaces_never_do() -> None:
    doc = parse("Ana left.\nTom stayed.  It rained.")
    assert [s.text.strip() for s in doc.sents] == ["Ana left.", "Tom stayed.", "It rained."]
    assert not any(s[0].is_space for s in doc.sents)
