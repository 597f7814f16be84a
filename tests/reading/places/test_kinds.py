"""Kinds of jurisdictions: the word beside the name, then its neighbours, then its size."""

from collections.abc import Callable

import pytest

from amity.reading.report import Report

Settled = Callable[..., Report]


def _kind(report: Report, name: str) -> str | None:
    return next((a.kind for a in report.table.actors.values() if name in (a.name, *a.aliases)), None)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Osaka Prefecture joined.", "Osaka Prefecture", "province"),
        ("The city of Osaka joined.", "Osaka", "municipality"),
        ("Poltava Oblast joined.", "Poltava Oblast", "province"),
        ("Turkana County joined.", "Turkana County", "province"),
        ("Bac Ha district joined.", "Bac Ha district", "district"),
        ("The Republic of Moldova joined.", "Republic of Moldova", "state"),
        ("Inner Mongolia Autonomous Region joined.", "Inner Mongolia Autonomous Region", "province"),
        ("Ankara Metropolitan Municipality joined.", "Ankara Metropolitan Municipality", "municipality"),
        ("The State of Bahia joined.", "Bahia", "province"),
    ],
)
def test_the_word_beside_the_name_tells(settled: Settled, text: str, name: str, kind: str) -> None:
    assert _kind(settled(text), name) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Lima joined.", "Lima", "municipality"),
        ("Tuscany joined.", "Tuscany", "province"),
        ("Peru joined.", "Peru", "state"),
        ("The mayor of Puno and the mayor of Tacna met in their two cities.", "Puno", "municipality"),
        ("The governor of Puno met the governor of Tacna about the two provinces.", "Puno", "province"),
        ("Nong Khai and the provincial authorities of both provinces met.", "Nong Khai", "province"),
    ],
)
def test_untold_kinds(settled: Settled, text: str, name: str, kind: str) -> None:
    assert _kind(settled(text), name) == kind


def test_a_city_and_a_province_of_one_name_are_two_actors(settled: Settled) -> None:
    report = settled("Vinh Long province opened a road. Vinh Long city paid for it.")
    assert sorted(a.kind for a in report.table.actors.values()) == ["municipality", "province"]


def test_forms_of_one_jurisdiction_are_one_actor(settled: Settled) -> None:
    report = settled("Ningxia Hui Autonomous Region sent a team. Ningxia will pay.")
    assert [(a.name, a.aliases) for a in report.table.actors.values()] == [("Ningxia Hui Autonomous Region", ["Ningxia"])]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met in the provinces of Puno, Tacna and Arequipa.", ["Puno", "Tacna", "Arequipa"]),
        ("Puno, Tacna and Arequipa provinces met.", ["Puno", "Tacna", "Arequipa"]),
    ],
)
def test_lists_share_their_plural_word(settled: Settled, text: str, names: list[str]) -> None:
    report = settled(text)
    assert {_kind(report, name) for name in names} == {"province"}


def test_countries_in_a_list_stay_states(settled: Settled) -> None:
    report = settled("It linked two regions of Peru and Chile.")
    assert {a.kind for a in report.table.actors.values()} == {"state"}
