"""Gatherings: reports in whose opening three parties or more act together, and reports with two sides."""

from collections.abc import Callable

import pytest

from amity.reading.report import Report

Settled = Callable[..., Report]


def sides(report: Report) -> set[str]:
    return {report.table.actors[side].name for side in report.table.sides}


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("The mayors of Turin, Lyon, Porto and Graz signed a joint declaration.", {"Turin", "Lyon", "Porto", "Graz"}),
        ("Turin, Lyon and Porto have agreed to share buses.", {"Turin", "Lyon", "Porto"}),
        ("The pact was signed by Turin, Lyon and Porto on Monday.", {"Turin", "Lyon", "Porto"}),
        (
            "Turin Mayor Ana Ruiz, Lyon Mayor Luc Bak and Porto Mayor Eva Dias signed a charter.",
            {"Turin", "Lyon", "Porto"},
        ),
    ],
)
def test_all_that_act_in_a_list_are_sides(settled: Settled, text: str, together: set[str]) -> None:
    assert sides(settled(text)) == together


@pytest.mark.parametrize(
    "text",
    [
        "Turin and Lyon signed a pact. Turin already has pacts with towns in Graz, Porto and Kobe.",
        "Turin and Lyon signed a pact. Visitors from Turin went to Graz, Porto and Kobe.",
    ],
)
def test_a_list_of_other_places_makes_no_sides(settled: Settled, text: str) -> None:
    assert sides(settled(text)) == {"Turin", "Lyon"}


@pytest.mark.parametrize(
    "text",
    [
        "The mayors of Turin, Lyon and Porto met on Monday. The mayors agreed to share buses.",
        "The mayors of Turin, Lyon and Porto met on Monday. They agreed to share buses.",
    ],
)
def test_leaders_without_names_stand_for_all(settled: Settled, text: str) -> None:
    report = settled(text)
    word = next(t for t in report.doc if t.text in ("They", "mayors") and t.i > 10)
    assert {report.table.actors[a].name for a in report.table.refers(word)} == {"Turin", "Lyon", "Porto"}


def test_they_are_no_places_where_something_is(settled: Settled) -> None:
    report = settled("Turin and Lyon met. Turin has schools in Spain, Brazil and Japan. They agreed to share buses.")
    word = next(t for t in report.doc if t.text == "They")
    assert "Spain" not in {report.table.actors[a].name for a in report.table.refers(word)}
