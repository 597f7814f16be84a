"""Outlooks of signings: purposes, recommendations and agreements in general conclude nothing, signatures far from their noun do."""

from collections.abc import Callable

import pytest

from amity.model import Reading

Read = Callable[..., Reading]


def told(reading: Reading) -> list[str]:
    names = {actor.id: actor.name for actor in reading.actors}
    return [f"{i.type} {i.status} {i.concluded}: {', '.join(sorted(names[p] for p in i.parties))}" for i in reading.instruments]


@pytest.mark.parametrize(
    "text",
    [
        "Jalisco and Hunan held talks. An agreement takes effect only with the signatures of both governors.",
        "Hunan has trained cooks from Jalisco, and created good conditions for firms to visit fairs, explore markets, and sign contracts.",
    ],
)
def test_no_instrument(reading_of: Read, text: str) -> None:
    assert told(reading_of(text, "2024-05-16")) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Jalisco and Hunan held talks. The talks recommended the committee to meet in July to go on and to sign the border agreement.",
            "treaty proposed False: Hunan, Jalisco",
        ),
        (
            "The pilot goes back to a Framework Agreement which Lang Son and Guangxi, China, signed in Beijing on June 26, 2023.",
            "cooperation_agreement signed False: Guangxi, Lang Son",
        ),
        (
            "At the 3rd Maize Forum in Quito, Governor of Jalisco Ana Ruiz and the Hunan Governor Li Wei signed the Protocol on Seeds.",
            "protocol signed True: Hunan, Jalisco",
        ),
        (
            "Quito and Sapporo signed an agreement on Tuesday to establish a sister-city relationship.",
            "friendly_city_agreement signed True: Quito, Sapporo",
        ),
    ],
)
def test_status_and_parties(reading_of: Read, text: str, line: str) -> None:
    assert told(reading_of(text, "2024-05-16")) == [line]
