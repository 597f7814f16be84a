"""Organisations settled: one actor for all names, its country, and governments as their places."""

from collections.abc import Callable

import pytest

from amity.model import Actor
from amity.reading.report import Report

Settled = Callable[..., Report]
Means = Callable[[Report, str], list[str]]


def _actor(report: Report, name: str) -> Actor | None:
    return next((a for a in report.table.actors.values() if name in (a.name, *a.aliases)), None)


@pytest.mark.parametrize(
    ("text", "form", "place"),
    [
        ("Turin City Council approved it.", "Turin City Council", "Turin City"),
        ("Turin's city hall wrote to Leeds.", "Turin's city hall", "Turin"),
        ("The Arequipa Municipal Government sent help.", "Arequipa Municipal Government", "Arequipa"),
        ("The government of Tuscany sent help.", "government of Tuscany", "Tuscany"),
        ("The Government of Peru sent help.", "Government of Peru", "Peru"),
        ("The Turin Metropolitan Administration sent help.", "Turin Metropolitan Administration", "Turin"),
        ("The State of Peru sent help.", "State of Peru", "Peru"),
    ],
)
def test_governments_are_their_places(settled: Settled, text: str, form: str, place: str) -> None:
    actor = _actor(settled(text), form)
    assert actor is not None
    assert place in (actor.name, *actor.aliases)
    assert actor.kind in ("municipality", "province", "state")


@pytest.mark.parametrize(
    "text", ["The Turin Foreign Affairs Office sent help.", "The Turin City Council Choir sang for the Turin Academy."]
)
def test_other_bodies_of_places_are_their_own_actors(settled: Settled, text: str) -> None:
    assert any(a.kind in ("body", "ngo") for a in settled(text).table.actors.values())


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        ("Sibu Municipal Council (SMC) signed. SMC will pay.", "SMC", "Sibu"),
        ("The Andean Film Commission (AFC) signed. AFC will pay.", "AFC", "Andean Film Commission"),
        ("ASEAN met Peru.", "ASEAN", "Association of Southeast Asian Nations"),
    ],
)
def test_acronyms_lead_to_their_actor(settled: Settled, means: Means, text: str, short: str, name: str) -> None:
    assert means(settled(text), short) == [name]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Peru's Ministry of Trade agreed.", "Ministry of Trade", "PE"),
        ("The Peruvian Ministry of Trade agreed.", "Peruvian Ministry of Trade", "PE"),
        ("The Department of Trade of Jiangsu Province agreed.", "Department of Trade of Jiangsu Province", "CN"),
        ("The Peruvian Embassy in Hanoi agreed.", "Peruvian Embassy in Hanoi", "PE"),
        ("The Association of Chileans in Peru agreed.", "Association of Chileans in Peru", "PE"),
        ("ASEAN agreed.", "ASEAN", None),
    ],
)
def test_countries(settled: Settled, text: str, name: str, country: str | None) -> None:
    actor = _actor(settled(text), name)
    assert actor is not None
    assert actor.country == country


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Peru invited them. The Ministry of Trade will pay.", "Ministry of Trade", "PE"),
        ("Lima wrote to Turin. The Department of Trade will pay.", "Department of Trade", "PE"),
        ("Peru invited them. Italy thanked the Department of Trade.", "Department of Trade", "IT"),
    ],
)
def test_countries_that_the_report_takes_for_granted(settled: Settled, text: str, name: str, country: str) -> None:
    actor = _actor(settled(text), name)
    assert actor is not None
    assert (actor.country, actor.confidence) == (country, "medium")


@pytest.mark.parametrize(
    "text",
    [
        "Vinh Long People's Committee paid. The People's Committee of Vinh Long province agreed.",
        "The Foreign Ministry of Peru paid. The Ministry of Foreign Affairs of Peru agreed.",
        "The Department of Trade of Jiangsu Province paid. The Department of Trade agreed.",
    ],
)
def test_names_of_one_organisation(settled: Settled, text: str) -> None:
    assert len([a for a in settled(text).table.actors.values() if a.kind == "body"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Trade of Peru met the Ministry of Trade of Chile.",
        "The Department of Trade met the Department of Health.",
    ],
)
def test_names_of_two_organisations(settled: Settled, text: str) -> None:
    assert len([a for a in settled(text).table.actors.values() if a.kind == "body"]) == 2


def test_bare_organs_belong_to_the_place_named_last(settled: Settled) -> None:
    report = settled("A team from Vinh Long province came. The provincial People's Committee thanked it.")
    body = _actor(report, "provincial People's Committee")
    assert body is not None
    assert (body.country, report.table.actors[report.table.belongs_to[body.id]].name) == ("VN", "Vinh Long province")
