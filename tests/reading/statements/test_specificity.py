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
        ("extend the opening hours of the terminal", "action"),
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


def level(read: Read, action: str) -> str:
    (told,) = read(f"Mori pledged to {action}.")
    return told.specificity


DOINGS = {
    "verb of manner": ["keep sending teachers", "continue working to complete the tunnel", "help young farmers sell cheese"],
    "search": ["find ways to open an office", "explore the possibility of building a museum", "study ways to share data"],
    "light verb": ["give books to schools", "take part in the book fair", "build a library"],
    "aid": ["provide technical assistance", "offer medical aid", "send humanitarian relief"],
    "always": ["increase exchanges", "introduce the customs of the region", "hold more regular engagements"],
    "passing on": ["strengthen information exchange", "enhance experience sharing", "promote the exchange of knowledge"],
    "process": [
        "speed up the construction of the hospital",
        "accelerate the building of a port",
        "develop a port",
    ],
    "text": ["implement the agreement", "carry out the signed agreements", "implement the Silver Triangle consensus"],
    "work": ["carry out the project", "develop a common curriculum", "implement a model project"],
    "founding": ["establish diplomatic relations", "form a council", "join the dialogue"],
    "events": ["support the talks", "maintain regular meetings", "promote seminars"],
    "twins": ["become sister cities", "become twin towns", "become a partner city"],
    "means": [
        "strengthen trade through the sharing of information",
        "promote tourism through fairs and exhibitions",
        "deepen friendship by exchanging teachers",
    ],
    "meeting": ["meet the governor again to continue their discussions", "gather experts", "convene the committee"],
}
NO_DOINGS = {
    "verb of manner": ["keep strengthening ties", "continue working to deepen friendship"],
    "search": ["find ways to strengthen cooperation", "explore the possibility of deepening ties"],
    "light verb": ["give attention to the relationship", "make efforts for peace", "take part in cooperation"],
    "aid": ["provide all possible support", "give full assistance"],
    "always": ["share a vision", "exchange opinions"],
    "passing on": ["strengthen exchanges", "promote sharing"],
    "process": ["promote the building of trust", "speed up the development of relations"],
    "text": ["implement agreements", "implement the important consensus"],
    "founding": ["forge trust", "study opportunities"],
    "twins": ["become good neighbours", "become a bridge"],
    "means": ["strengthen ties through dialogue", "strengthen ties through mutual trust"],
    "formula": ["lift the relationship to new heights", "write a new chapter"],
}


@pytest.mark.parametrize(("rule", "action"), [(rule, action) for rule, actions in DOINGS.items() for action in actions])
def test_a_nameable_doing_is_an_action(read: Read, rule: str, action: str) -> None:
    assert level(read, action) == "action", rule


@pytest.mark.parametrize(("rule", "action"), [(rule, action) for rule, actions in NO_DOINGS.items() for action in actions])
def test_what_names_nothing_to_do_is_none(read: Read, rule: str, action: str) -> None:
    assert level(read, action) == "none", rule


@pytest.mark.parametrize(
    "action",
    [
        "strengthen their exchange programmes in sports",
        "promote education and training",
        "raise public awareness of the climate",
        "carry out joint projects in farming",
        "support each other in fisheries",
    ],
)
def test_a_field_without_a_doing_is_a_sector(read: Read, action: str) -> None:
    assert level(read, action) == "sector"


@pytest.mark.parametrize("action", ["strengthen ties based on shared security", "deepen friendship, thus contributing to trade"])
def test_the_field_of_a_ground_or_effect_is_not_that_of_the_action(read: Read, action: str) -> None:
    assert level(read, action) == "none"
