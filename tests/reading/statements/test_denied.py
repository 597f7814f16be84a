"""What is denied, left open or told of mayors in general is no statement; what is meant is."""

from collections.abc import Callable

import pytest

from amity.model import Statement

Read = Callable[[str], list[Statement]]


@pytest.mark.parametrize(
    "text",
    [
        "Nothing has been agreed on sharing weather data.",
        "No agreement was reached on opening the pass.",
        "Neither side promised to open the pass.",
        "The second ferry has yet to come.",
        "They discussed rules on how the data are to be sent.",
        "The visit was made at the invitation of the Nagano assembly.",
        "The decision was made after Mori paid a call on the minister to mark the day.",
        "Mori met the envoy, who had been invited to open the fair.",
    ],
)
def test_no_statement(read: Read, text: str) -> None:
    assert [told for told in read(text) if told.by] == []


@pytest.mark.parametrize(
    ("text", "force", "action"),
    [
        ("Both sides agreed on sharing weather data.", 5, "sharing weather data"),
        ("An agreement was reached on opening the pass.", 5, "opening the pass"),
        ("Both sides promised to open the pass.", 5, "open the pass"),
        ("Berg said Nagano has to open the pass.", 2, "open the pass"),
        ("The mayors agreed that it was time to open the pass.", 5, "open the pass"),
        ("Berg will lead a trade mission to Nagano in June.", 4, "lead a trade mission to Nagano in June"),
        ("At talks in Oslo, Mayor Ola Berg had voiced the hope that Nagano would open the pass.", 1, "open the pass"),
    ],
)
def test_a_statement(read: Read, text: str, force: int, action: str) -> None:
    (told,) = read(text)
    assert (told.force, told.action) == (force, action)


def test_mayors_in_general_are_not_all_sides(read: Read) -> None:
    told = read("Berg said that mayors worldwide are all committed to improving the lives of their residents.")
    assert not any(one.joint for one in told)


def test_what_an_aside_leads_to_is_no_promise(read: Read) -> None:
    assert read("The fair will lead to more trade.") == []
