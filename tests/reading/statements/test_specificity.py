"""Specificity: none, sector, action, measurable."""

from collections.abc import Callable

import pytest

from amity.model import Statement

Read = Callable[[str], list[Statement]]


@pytest.mark.parametrize(
    ("action", "level"),
    [
        # none
        ("strengthen cooperation in all fields", "none"),
        ("deepen friendship", "none"),
        ("provide all possible support", "none"),
        ("work together more closely", "none"),
        ("promote relations between the two peoples", "none"),
        ("serve as a model", "none"),
        # sector
        ("strengthen cooperation in energy", "sector"),
        ("expand trade and investment", "sector"),
        ("boost tourism", "sector"),
        ("fight smuggling", "sector"),
        ("enhance coordination on border management", "sector"),
        # action
        ("open new pairs of border gates", "action"),
        ("import more farm produce", "action"),
        ("train nurses", "action"),
        ("accelerate the construction of the railway", "action"),
        ("establish a friendly relationship", "action"),
        ("promote tourism by organising fairs", "action"),
        ("implement the action plan", "action"),
        ("share experience in farming", "action"),
        ("facilitate customs clearance", "action"),
        # measurable
        ("raise trade to US$5 billion", "measurable"),
        ("send 40 engineers", "measurable"),
        ("hold a fair every year", "measurable"),
        ("open the ferry line before June 2027", "measurable"),
        ("meet twice a year", "measurable"),
        ("hold an annual meeting", "measurable"),
    ],
)
def test_the_level_of_an_action(read: Read, action: str, level: str) -> None:
    (told,) = read(f"Mori pledged to {action}.")
    assert told.specificity == level


@pytest.mark.parametrize(
    "action",
    [
        "carry out the decisions of the 14th conference",
        "restore the church of 1874",
        "help the two cities",
        "repair Highway 5",
    ],
)
def test_numbers_of_other_things_measure_nothing(read: Read, action: str) -> None:
    (told,) = read(f"Mori pledged to {action}.")
    assert told.specificity != "measurable"


@pytest.mark.parametrize(
    ("sentence", "sectors"),
    [
        ("Mori pledged to buy more salmon and apples.", ["agriculture"]),
        ("Berg said the border is closed at night, and pledged to send more guards.", ["border"]),
        ("Mori pledged to implement the agreement.", ["diplomacy"]),
        ("Mori pledged to keep his word.", ["unspecified"]),
    ],
)
def test_the_sectors_of_an_action(read: Read, sentence: str, sectors: list[str]) -> None:
    told = read(sentence)[-1]
    assert set(sectors) <= set(told.sectors)
