"""Whose a statement is where no name stands at the verb: peoples, governments, leaders, inner subjects, strangers, texts that go on."""

from collections.abc import Callable

import pytest

from amity.model import Statement

Read = Callable[[str], list[Statement]]
Names = Callable[[str, list[str]], list[str]]
BOTH = ["Bergen", "Nagano prefecture"]
PACT = "Bergen and Nagano signed a pact on Monday. Under the pact, both will share flood data.\n\n"


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The Welsh promised to open a school in Bergen.", ["United Kingdom"]),
        ("The Dutch want to open a school in Bergen.", ["The Netherlands"]),
        ("Berg said his government has old ferries and it would buy new ones.", ["Bergen"]),
        ("Mori said his administration will buy new ferries.", ["Nagano prefecture"]),
        ("Berg agreed that the two sides will share flood data.", BOTH),
        ("Mori pledged that both sides will open a school.", BOTH),
        ("The two leaders vowed to share flood data.", BOTH),
    ],
)
def test_by(read: Read, names: Names, text: str, by: list[str]) -> None:
    (told,) = read(text)
    assert sorted(names(text, told.by)) == by


def test_a_stranger_does_not_speak_for_who_spoke_last(read: Read, names: Names) -> None:
    text = "Berg praised the fair. Zorblax promised to open a school."
    assert all(names(text, told.by) != ["Bergen"] for told in read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The two sides signed a memorandum on fishing, under which Nagano will give 20 boats to Bergen.",
        PACT + "Nagano will give 20 boats to Bergen.",
        PACT + "Meanwhile, Nagano will give 20 boats to Bergen.",
    ],
)
def test_one_side_acts_under_a_text(read: Read, names: Names, text: str) -> None:
    told = read(text)[-1]
    assert (told.force, names(text, told.by), told.specificity) == (6, ["Nagano prefecture"], "measurable")


@pytest.mark.parametrize(
    "text",
    [
        PACT + "Mori said Nagano will give 20 boats to Bergen.",
        PACT + "It rained. Nagano will give 20 boats to Bergen.",
    ],
)
def test_what_somebody_says_or_what_comes_later_is_no_content(read: Read, text: str) -> None:
    assert read(text)[-1].force == 4
