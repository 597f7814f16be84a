"""Groups: "the two sides", "both cities", "the three ministers", and plurals that mean nobody here."""

from collections.abc import Callable

import pytest

from amity.reading.report import Report

Settled = Callable[..., Report]
Means = Callable[[Report, str], list[str]]

CITIES = "Turin, Italy, and Lyon, France, signed a pact on Monday. "
MIXED = "Peru and China's Jiangsu province held talks. "
THREE = "Peru, Chile and Brazil signed a treaty. "
PEOPLE = "Mayor of Turin Ana Ruiz met Mayor of Lyon Tom Bruyn. "


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (CITIES + "The two sides agreed.", "The two sides", {"Turin", "Lyon"}),
        (CITIES + "Both cities agreed.", "Both cities", {"Turin", "Lyon"}),
        (CITIES + "The parties agreed.", "The parties", {"Turin", "Lyon"}),
        (CITIES + "Participants agreed.", "Participants", {"Turin", "Lyon"}),
        (MIXED + "The two sides agreed.", "The two sides", {"Peru", "Jiangsu province"}),
        (THREE + "The three countries agreed.", "The three countries", {"Peru", "Chile", "Brazil"}),
        (THREE + "It pleased all three.", "all three", {"Peru", "Chile", "Brazil"}),
        (PEOPLE + "The two mayors agreed.", "The two mayors", {"Ana Ruiz", "Tom Bruyn"}),
        (PEOPLE + "Both leaders agreed.", "Both leaders", {"Ana Ruiz", "Tom Bruyn"}),
        (
            "Otago University met Lima University. The two universities agreed.",
            "The two universities",
            {"Otago University", "Lima University"},
        ),
        (CITIES + "Leaders of both cities agreed.", "Leaders", {"Turin", "Lyon"}),
        (CITIES + "The cities of Arica and Tacna agreed.", "The cities", {"Arica", "Tacna"}),
    ],
)
def test_groups(settled: Settled, means: Means, text: str, words: str, names: set[str]) -> None:
    assert set(means(settled(text), words)) == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (CITIES + "Cities grow.", "Cities"),
        (CITIES + "It is one of the fastest growing cities.", "the fastest growing cities"),
        (CITIES + "The two parks opened.", "The two parks"),
        (CITIES + "The two provinces agreed.", "The two provinces"),
        (CITIES + "One of the Peruvian cities agreed.", "the Peruvian cities"),
    ],
)
def test_plurals_that_mean_nobody_here(settled: Settled, means: Means, text: str, words: str) -> None:
    assert means(settled(text), words) == []


def test_a_pair_named_in_the_sentence_comes_first(settled: Settled, means: Means) -> None:
    text = "Puno province met Tacna and Arequipa provinces. In the deal between Puno and Arequipa, the two sides set a date."
    assert {n.split()[0] for n in means(settled(text), "the two sides")} == {"Puno", "Arequipa"}
