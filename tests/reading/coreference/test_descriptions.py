"""Descriptions: which noun phrases lead to which actors, and which lead to none."""

from collections.abc import Callable

import pytest

from amity.reading.report import Report

Settled = Callable[..., Report]
Means = Callable[[Report, str], list[str]]

PEOPLE = "Mayor of Turin Ana Ruiz met Governor of Puno Tom Quispe on Monday. "
STATES = "Peruvian Foreign Minister Ana Ruiz met Chilean Prime Minister Tom Bruyn in Lima. "
CITIES = "Turin and Lyon signed a pact on Monday. "


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (PEOPLE + "The mayor agreed.", "The mayor", "Ana Ruiz"),
        (PEOPLE + "The governor agreed.", "The governor", "Tom Quispe"),
        (PEOPLE + "The Puno leader agreed.", "The Puno leader", "Tom Quispe"),
        (STATES + "The PM agreed.", "The PM", "Tom Bruyn"),
        (STATES + "The Peruvian minister agreed.", "The Peruvian minister", "Ana Ruiz"),
        (STATES + "The government leader agreed.", "The government leader", "Tom Bruyn"),
        (STATES + "The foreign minister agreed.", "The foreign minister", "Ana Ruiz"),
        (STATES + "Ruiz thanked her Chilean counterpart.", "her Chilean counterpart", "Tom Bruyn"),
    ],
)
def test_persons_by_their_posts(settled: Settled, means: Means, text: str, words: str, name: str) -> None:
    assert means(settled(text), words) == [name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (PEOPLE + "The bishop agreed.", "The bishop"),
        (PEOPLE + "A minister agreed.", "A minister"),
        (STATES + "Ministers will meet next year.", "Ministers"),
    ],
)
def test_posts_that_nobody_holds(settled: Settled, means: Means, text: str, words: str) -> None:
    assert means(settled(text), words) == []


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (CITIES + "The Turin delegation left.", "The Turin delegation", ["Turin"]),
        (CITIES + "Officials from Turin and Lyon cheered.", "Officials", ["Turin", "Lyon"]),
        (CITIES + "The mayor of Lyon was absent.", "The mayor", ["Lyon"]),
        (CITIES + "The Turin side agreed.", "The Turin side", ["Turin"]),
        (STATES + "The Chilean side agreed.", "The Chilean side", ["Chile"]),
        (STATES + "The Peruvian government agreed.", "The Peruvian government", ["Peru"]),
        ("A delegation from Turin came to Lyon. The delegation left on Friday.", "The delegation", ["Turin"]),
        ("The council of Turin met. Councillors in Turin agreed.", "Councillors", ["Turin"]),
        ("Turin wrote to Lyon. The city council backed a plan.", "The city council", ["Turin"]),
    ],
)
def test_nouns_that_stand_for_a_place(settled: Settled, means: Means, text: str, words: str, names: list[str]) -> None:
    assert means(settled(text), words) == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (CITIES + "Turin's largest partner agreed.", "Turin's largest partner"),
        (CITIES + "A delegation is expected.", "A delegation"),
        ("Peruvian people like it.", "Peruvian people"),
    ],
)
def test_nouns_that_stand_for_nobody(settled: Settled, means: Means, text: str, words: str) -> None:
    assert means(settled(text), words) == []


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Turin invited teachers from Peru. The city will pay.", "The city", "Turin"),
        ("Jiangsu province bought rice. The Chinese province will pay.", "The Chinese province", "Jiangsu province"),
        ("Lima and Turin agreed. The Peruvian capital will pay.", "The Peruvian capital", "Lima"),
        ("Lima and Turin agreed. Peru's capital will pay.", "Peru's capital", "Lima"),
        ("Vinh Long province agreed with Turin. The locality will pay.", "The locality", "Vinh Long province"),
        (PEOPLE + "Ruiz praised her city.", "her city", "Turin"),
        (STATES + "Bruyn praised his country.", "his country", "Chile"),
        ("Turin met the university, Otago University, in May. The university agreed.", "The university", "Otago University"),
        ("The Ministry of Trade of Peru wrote. The ministry will pay.", "The ministry", "Ministry of Trade of Peru"),
        ("ASEAN met Peru. The bloc will pay.", "The bloc", "Association of Southeast Asian Nations"),
    ],
)
def test_places_and_organisations_spoken_of_again(settled: Settled, means: Means, text: str, words: str, name: str) -> None:
    assert means(settled(text), words) == [name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Turin agreed. The largest city in Peru did not.", "The largest city"),
        ("Turin agreed. The other city did not.", "The other city"),
        ("Turin agreed. The province did not.", "The province"),
        ("Turin agreed. Peace came to the region.", "the region"),
        ("Turin agreed. The ministry did not.", "The ministry"),
    ],
)
def test_what_was_not_spoken_of(settled: Settled, means: Means, text: str, words: str) -> None:
    assert means(settled(text), words) == []


def test_a_name_beside_the_noun_decides(settled: Settled, means: Means) -> None:
    assert means(settled("Turin greeted the capital Lima in May."), "the capital") == ["Lima"]
