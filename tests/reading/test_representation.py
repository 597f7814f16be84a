"""For whom persons and organs speak, and which are a report's principal sides."""

from collections.abc import Callable

import pytest

from amity.reading.report import Report

Settled = Callable[..., Report]


def _spoken_for(report: Report, name: str) -> str | None:
    actors = report.table.actors
    person = next(a.id for a in actors.values() if a.name == name)
    spoken = report.table.speaks_for.get(person)
    return actors[spoken].name if spoken else None


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        ("Ana Ruiz, mayor of Turin, spoke.", "Ana Ruiz", "Turin"),
        ("Ana Ruiz, secretary of the Vinh Long Party Committee, spoke.", "Ana Ruiz", "Vinh Long"),
        ("Ana Ruiz, chairwoman of the People's Committee of Vinh Long province, spoke.", "Ana Ruiz", "Vinh Long province"),
        ("Peruvian Foreign Minister Ana Ruiz spoke.", "Ana Ruiz", "Peru"),
        ("Ana Ruiz, Ambassador of Peru to Chile, spoke.", "Ana Ruiz", "Peru"),
        ("Ana Ruiz, Consul General of the Peruvian Consulate General in Turin, spoke.", "Ana Ruiz", "Peru"),
        ("Ana Ruiz, director of the Turin Foreign Affairs Office, spoke.", "Ana Ruiz", "Turin Foreign Affairs Office"),
        ("Ana Ruiz, president of Otago University, spoke.", "Ana Ruiz", "Otago University"),
    ],
)
def test_posts_tell_for_whom_their_holders_speak(settled: Settled, text: str, person: str, side: str) -> None:
    assert _spoken_for(settled(text), person) == side


@pytest.mark.parametrize("text", ["Ana Ruiz, bishop of Turin, spoke.", "Ana Ruiz, a passenger from Turin, spoke."])
def test_some_speak_for_nobody(settled: Settled, text: str) -> None:
    assert _spoken_for(settled(text), "Ana Ruiz") is None


def test_party_committees_act_for_their_place(settled: Settled) -> None:
    table = settled("The Party Committee of Vinh Long province pledged help.").table
    committee = next(a.id for a in table.actors.values() if a.kind == "party")
    assert [table.actors[a].name for a in table.represented([committee])] == ["Vinh Long province"]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Turin and Lyon met. The Lyon delegation, led by Tom Bruyn, praised Turin. Tom Bruyn agreed.", "Lyon"),
        ("Turin and Lyon met. Tom Bruyn led a delegation from Lyon. Tom Bruyn agreed.", "Lyon"),
        ("Turin and Lyon met. Tom Bruyn saw the Lyon delegation. Tom Bruyn agreed.", None),
    ],
)
def test_who_leads_a_delegation_speaks_for_it(settled: Settled, text: str, side: str | None) -> None:
    assert _spoken_for(settled(text), "Tom Bruyn") == side


def test_a_post_without_its_place_is_of_the_side_spoken_of(settled: Settled) -> None:
    report = settled("Turin and Lyon met. Mayor of Turin Ana Ruiz praised Lyon. Councillor Tom Bruyn said Lyon would open a school.")
    assert _spoken_for(report, "Tom Bruyn") == "Lyon"


def test_a_name_cut_short_speaks_for_the_side_it_speaks_of(settled: Settled) -> None:
    report = settled("Turin and Lyon held talks. Mr. Quan said Lyon would open an office. Mr. Quan agreed to the plan of Turin.")
    assert _spoken_for(report, "Quan") == "Lyon"


@pytest.mark.parametrize(
    ("title", "text", "sides"),
    [
        (None, "Turin and Lyon signed a pact in Lima.", {"Turin", "Lyon"}),
        (None, "Peru's Lima and China's Jiangsu province signed a pact.", {"Lima", "Jiangsu province"}),
        ("Turin, Lyon sign pact", "A pact was signed on Monday. Officials from Peru watched.", {"Turin", "Lyon"}),
        (None, "The trilateral talks joined Peru, Chile and Brazil. The three countries agreed.", {"Peru", "Chile", "Brazil"}),
        (
            "Italy and France twin cities",
            "Turin and Lyon signed a pact. Turin will pay. Lyon will teach. Turin and Lyon agreed.",
            {"Turin", "Lyon"},
        ),
    ],
)
def test_principal_sides(settled: Settled, title: str | None, text: str, sides: set[str]) -> None:
    table = settled(text, title).table
    assert {table.actors[a].name for a in table.sides} == sides


@pytest.mark.parametrize("text", ["It rained.", "Ana Ruiz spoke."])
def test_reports_without_sides(settled: Settled, text: str) -> None:
    assert settled(text).table.sides == ()


def test_a_place_and_what_it_lies_in_are_no_two_sides(settled: Settled) -> None:
    table = settled("Arequipa held a meeting. Peru helped Arequipa. Arequipa thanked Peru.").table
    assert [table.actors[a].name for a in table.sides] == ["Arequipa"]
