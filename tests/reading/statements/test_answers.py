"""Answers: what takes up an earlier ask of the other side, and what does not."""

from collections.abc import Callable

import pytest

from amity.model import Statement

Read = Callable[[str], list[Statement]]


@pytest.mark.parametrize(
    "text",
    [
        "Berg proposed opening a ski school. Mori pledged to build the ski school by autumn.",
        "Berg asked Nagano to buy more salmon. Mori said Nagano will import salmon and cheese.",
        "Mori hoped for closer cooperation. Berg said Bergen wishes to promote cooperation with Nagano.",
        "Berg suggested bringing more holidaymakers to Bergen. Nagano will promote tourism, Mori promised.",
    ],
)
def test_the_same_content_by_the_other_side_is_an_answer(read: Read, text: str) -> None:
    ask, *_, answer = read(text)
    assert answer.answers == [ask.id]


@pytest.mark.parametrize(
    "text",
    [
        "Berg proposed opening a ski school. Mori pledged to buy electric buses.",
        "Berg proposed opening a ski school. Berg said Bergen will pay for the ski school.",
        "Mori pledged to build a ski school. Berg proposed opening a ski school.",
        "Berg proposed opening a ski school. Mori hoped that the ski school would be open in winter.",
        "Berg asked Nagano to buy more salmon.",
    ],
)
def test_other_content_other_order_or_the_same_side_is_none(read: Read, text: str) -> None:
    assert all(told.answers == [] for told in read(text))


def test_each_answer_takes_the_ask_that_it_shares_most_with(read: Read) -> None:
    school, salmon, answer = read("Berg proposed opening a ski school and buying more salmon. Mori pledged to import salmon.")
    assert answer.answers == [salmon.id]
    assert school.answers == []


def test_all_that_was_proposed_can_be_taken_up_at_once(read: Read) -> None:
    school, salmon, answer = read(
        "Berg proposed opening a ski school and buying more salmon. Mori pledged to carry out all these proposals."
    )
    assert answer.answers == [school.id, salmon.id]


@pytest.mark.parametrize(
    "text",
    [
        "Berg proposed opening a ski school for the region. Mori said Nagano firmly supports closer ties with the region's ski clubs.",
        "Berg asked Nagano to ban ski lifts at night. Mori urged Bergen to train more ski teachers and guides.",
    ],
)
def test_goodwill_and_another_request_answer_nothing(read: Read, text: str) -> None:
    assert all(told.answers == [] for told in read(text))
