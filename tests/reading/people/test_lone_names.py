"""Names alone: what speaks for a person, what against one, credits and history."""

from collections.abc import Callable

import pytest

from amity.reading.people import lone_names
from amity.reading.people.scenes import Scene, scene
from amity.reading.report import ActorTable, Report

ReportOf = Callable[[str], tuple[Report, ActorTable]]


def first(report_of: ReportOf, text: str, name: str) -> tuple[Scene, lone_names.Name]:
    """Return the scene of the sentence with the name, and the name."""
    report, table = report_of(text)
    for sentence in report.sentences():
        made = scene(sentence, table)
        for found in made.names:
            if found.text == name:
                return made, found
    raise AssertionError(f"{name} is not read as a name")


@pytest.mark.parametrize(
    ("rule", "text", "name"),
    [
        ("human_subject", "Later Jorun Vasq said it was time.", "Jorun Vasq"),
        ("human_subject", "It was praised by Jorun Vasq.", "Jorun Vasq"),
        ("human_subject", "Later Jorun Vasq stressed the point.", "Jorun Vasq"),
        ("human_object", "They thanked Jorun Vasq for it.", "Jorun Vasq"),
        ("human_object", "The council heard from Jorun Vasq.", "Jorun Vasq"),
        ("human_object", "She held talks with Jorun Vasq.", "Jorun Vasq"),
        ("owner", "They liked Jorun Vasq's speech.", "Jorun Vasq"),
        ("owner", "It was Jorun Vasq's proposal.", "Jorun Vasq"),
        ("according_to", "According to Jorun Vasq, it is time.", "Jorun Vasq"),
        ("told_who", "Later Jorun Vasq, who lives there, left.", "Jorun Vasq"),
        ("told_who", "Later Jorun Vasq, a man who lives there, left.", "Jorun Vasq"),
        ("told_age", "Later Jorun Vasq, 47, left.", "Jorun Vasq"),
        ("beside_person", "Mr Tom Akana and Jorun Vasq left.", "Jorun Vasq"),
        ("in_group", "Other leaders, including Tom Akana and Jorun Vasq, left.", "Jorun Vasq"),
        ("in_group", "Her deputies, Jorun Vasq and Tom Akana, left.", "Jorun Vasq"),
        ("known_name", "Later Maria Lindqvist left.", "Maria Lindqvist"),
        ("known_name", "Later Qin Baotian left.", "Qin Baotian"),
        ("full_name", "Later Jorun Vasq left.", "Jorun Vasq"),
    ],
)
def test_what_speaks_for_a_person(report_of: ReportOf, rule: str, text: str, name: str) -> None:
    assert getattr(lone_names, rule)(*first(report_of, text, name)) > 0


@pytest.mark.parametrize(
    ("rule", "text", "name"),
    [
        ("named_thing", "They met in Jorun Vasq on Monday.", "Jorun Vasq"),
        ("named_thing", "They met at the Jorun Vasq on Monday.", "Jorun Vasq"),
        ("named_thing", "They met on Jorun Vasq Street then.", "Jorun Vasq"),
        ("looks", "Later JORUN VASQ left.", "JORUN VASQ"),
    ],
)
def test_what_speaks_against_one(report_of: ReportOf, rule: str, text: str, name: str) -> None:
    assert getattr(lone_names, rule)(*first(report_of, text, name)) < 0


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("human_subject", "Later Jorun Vasq melted."),
        ("human_object", "They ate Jorun Vasq."),
        ("owner", "It was Jorun Vasq's roof."),
        ("told_age", "Later Jorun Vasq, 1947, left."),
        ("told_who", "Later Jorun Vasq, after rain, left."),
        ("beside_person", "The rain and Jorun Vasq left."),
        ("known_name", "Later Jorqx Vasq left."),
        ("in_group", "Other towns, including Tom Akana and Jorun Vasq, left."),
    ],
)
def test_what_says_nothing(report_of: ReportOf, rule: str, text: str) -> None:
    name = "Jorqx Vasq" if "Jorqx" in text else "Jorun Vasq"
    assert getattr(lone_names, rule)(*first(report_of, text, name)) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(Photo by Jorun Vasq)", True),
        ("Translated by Jorun Vasq", True),
        ("Editor: Jorun Vasq", True),
        ("By Jorun Vasq", True),
        ("It was signed by Jorun Vasq.", False),
        ("Later Jorun Vasq left.", False),
    ],
)
def test_lines_of_credit(report_of: ReportOf, text: str, expected: bool) -> None:
    assert lone_names.is_credit(*first(report_of, text, "Jorun Vasq")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They visited the statue of Jorun Vasq.", True),
        ("They honoured the late Jorun Vasq.", True),
        ("This is the town where Jorun Vasq taught for years.", True),
        ("Later Jorun Vasq taught there.", False),
        ("They asked where Jorun Vasq is now.", False),
    ],
)
def test_people_of_history(report_of: ReportOf, text: str, expected: bool) -> None:
    assert lone_names.is_historical(*first(report_of, text, "Jorun Vasq")) is expected
