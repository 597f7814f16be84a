"""Pronouns: whom "he", "it", "they", "their" and "we" mean."""

from collections.abc import Callable

import pytest

from amity.reading.report import Report

Settled = Callable[..., Report]
Means = Callable[[Report, str], list[str]]

MEETING = "Mayor of Turin Ana Ruiz met Governor of Puno Tom Quispe. "
CITIES = "Turin and Lyon signed a pact on Monday. "


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        (MEETING + "She agreed.", "She", "Ana Ruiz"),
        (MEETING + "Quispe thanked Ruiz. He agreed.", "He", "Tom Quispe"),
        (MEETING + "Ruiz said she would come.", "she", "Ana Ruiz"),
        (MEETING + "For his part, Quispe agreed.", "his", "Tom Quispe"),
        (MEETING + "To Quispe it was a fine day. He agreed.", "He", "Tom Quispe"),
        ("Mr. Tom Bruyn and Ms. Ana Ruiz met. He agreed.", "He", "Tom Bruyn"),
        (MEETING + "Ruiz, who came late, agreed.", "who", "Ana Ruiz"),
        (MEETING + "“I will come,” Quispe said.", "I", "Tom Quispe"),
    ],
)
def test_persons(settled: Settled, means: Means, text: str, word: str, name: str) -> None:
    assert means(settled(text), word) == [name]


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        (CITIES + "They will share what they know.", "They", {"Turin", "Lyon"}),
        (CITIES + "The two sides praised their work.", "their", {"Turin", "Lyon"}),
        ("In their talks, Turin and Lyon agreed.", "their", {"Turin", "Lyon"}),
        (MEETING + "“We will come,” Quispe said.", "We", {"Puno"}),
        (MEETING + "“Our city is ready,” Ruiz said.", "Our", {"Turin"}),
        ("Turin agreed. It will pay.", "It", {"Turin"}),
        ("Turin will open its schools.", "its", {"Turin"}),
    ],
)
def test_places_and_groups(settled: Settled, means: Means, text: str, word: str, names: set[str]) -> None:
    assert {n.split()[0] for n in means(settled(text), word)} == names


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("It is important to act. Turin agreed.", "It"),
        ("Turin agreed. It was agreed that trade would grow.", "It"),
        ("Turin agreed. The treaty is old. It will end.", "It"),
        ("The bridge opened. Its lamps shine.", "Its"),
        ("He came first.", "He"),
        ("Turin agreed. They will not come.", "They"),
    ],
)
def test_pronouns_that_lead_nowhere(settled: Settled, means: Means, text: str, word: str) -> None:
    assert means(settled(text), word) == []


def test_a_quoted_speaker_is_not_the_one_he_speaks_of(settled: Settled, means: Means) -> None:
    text = MEETING + "“I thanked the governor for his help,” Ruiz said."
    assert means(settled(text), "his") == ["Tom Quispe"]
