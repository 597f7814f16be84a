"""Chains of places: the narrowest is the actor, what it lies in only says where."""

from collections.abc import Callable

import pytest

from amity.reading.report import Report

Settled = Callable[..., Report]


def _mentioned(report: Report) -> set[str]:
    return {report.table.actors[a].name for m in report.table.mentions if m.form == "name" for a in m.refers}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Arequipa, Peru, signed the pact.", "Arequipa", "PE"),
        ("China's eastern Jiangsu province signed the pact.", "Jiangsu province", "CN"),
        ("Tomsk (Russia) signed the pact.", "Tomsk", "RU"),
        ("Zelbrun city in Peru signed the pact.", "Zelbrun city", "PE"),
        ("Zelbrun, a city in northern Peru, signed the pact.", "Zelbrun", "PE"),
        ("Zelbrun City of Fujian Province in China signed the pact.", "Zelbrun City", "CN"),
        ("The Peruvian city of Zelbrun signed the pact.", "city of Zelbrun", "PE"),
        ("The South African city of Durban signed the pact.", "city of Durban", "ZA"),
    ],
)
def test_containers_are_no_mentions_of_their_own(settled: Settled, text: str, name: str, country: str) -> None:
    report = settled(text)
    (actor,) = {a for m in report.table.mentions for a in m.refers}
    entry = report.table.actors[actor]
    assert name in (entry.name, *entry.aliases)
    assert entry.country == country


@pytest.mark.parametrize(
    "text", ["Peru, Chile and Brazil signed the pact.", "Peru and Chile signed the pact.", "In Lima, Chile and Peru signed the pact."]
)
def test_lists_are_no_chains(settled: Settled, text: str) -> None:
    assert {"Peru", "Chile"} <= _mentioned(settled(text))


def test_the_container_decides_between_namesakes(settled: Settled) -> None:
    actors = settled("Cordoba, Argentina, and Cordoba, Spain, are twins.").table.actors.values()
    assert {a.country for a in actors} == {"AR", "ES"}


def test_a_containers_other_mentions_stay(settled: Settled) -> None:
    report = settled("Arequipa, Peru, signed the pact. Peru paid for it.")
    assert _mentioned(report) == {"Arequipa", "Peru"}
