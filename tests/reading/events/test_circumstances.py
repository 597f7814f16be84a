"""The circumstances of events: background, plans, mode, day, place, who attends, and in which part.

An event is written "type status day place: sides"; the sentences are published on 16 May 2024, a Thursday.
"""

from collections.abc import Callable

import pytest

from amity.model import Reading
from tests.reading.events.telling import told

Read = Callable[..., Reading]


def roles(reading: Reading) -> dict[str, str]:
    names = {actor.id: actor.name for actor in reading.actors}
    return {names[p.actor]: p.role for event in reading.events for p in event.participants}


BACKGROUND = [
    (
        "The friendship agreement between Leeds and Dortmund was signed in 1969.",
        ["signing held 1969 -: Dortmund, Leeds"],
    ),
    (
        "Governor Ana Torres of Jalisco met Mayor Li Wei of Guangzhou on May 14. The two had met in Guangzhou in March 2021.",
        ["meeting held 2024-05-14 -: Guangzhou, Jalisco", "meeting held 2021-03 Guangzhou: Guangzhou, Jalisco"],
    ),
    (
        "The mayors of Quito and Sapporo met on Monday. A letter of intent had been signed by both cities in 2019.",
        ["meeting held 2024-05-13 -: Quito, Sapporo", "signing held 2019 -: Quito, Sapporo"],
    ),
]

PLANNED_POSTPONED_CANCELLED = [
    (
        "Peru and Chile will hold talks in Lima on June 3.",
        ["meeting planned 2024-06-03 Lima: Chile, Peru"],
    ),
    (
        "The visit of President Paul Adeyemi of Nigeria to Ghana was cancelled.",
        ["visit cancelled - -: Ghana, Nigeria"],
    ),
    (
        "The summit of Peru, Chile and Bolivia on June 3 in Lima has been postponed.",
        ["summit postponed 2024-06-03 Lima: Bolivia, Chile, Peru"],
    ),
]

MODE = [
    (
        "The mayors of Quito and Sapporo met via video link on May 10.",
        ["meeting held 2024-05-10 -: Quito, Sapporo"],
    ),
    (
        "Talks between Peru and Chile were held by phone on May 10.",
        ["meeting held 2024-05-10 -: Chile, Peru"],
    ),
    (
        "The governors of Jalisco and Hunan signed a memorandum online on May 10.",
        ["signing held 2024-05-10 -: Hunan, Jalisco"],
    ),
]

DATES = [
    (
        "The mayors of Quito and Sapporo met on Monday and then signed a memorandum of understanding.",
        ["meeting held 2024-05-13 -: Quito, Sapporo", "signing held 2024-05-13 -: Quito, Sapporo"],
    ),
    (
        "The delegation of Hunan was in Jalisco from May 6 to 9. Governor Ana Torres of Jalisco received the delegation of Hunan.",
        ["visit held 2024-05-06/2024-05-09 Jalisco: Hunan, Jalisco", "meeting held 2024-05 Jalisco: Hunan, Jalisco"],
    ),
    (
        "The mayors of Quito and Sapporo met recently.",
        ["meeting held - -: Quito, Sapporo"],
    ),
]

PLACES = [
    (
        "LIMA, May 14 -- Peruvian Foreign Minister Ana Torres met with Chilean Foreign Minister Luis Soto here on Tuesday.",
        ["meeting held 2024-05-14 Lima: Chile, Peru"],
    ),
    (
        "Presidents Ana Torres of Peru and Khamphan Sisouk of Laos held talks in the Lao capital on Monday.",
        ["meeting held 2024-05-13 Vientiane: Laos, Peru"],
    ),
    (
        "Mayor Ana Torres of Quito received Ambassador Kenji Mori of Japan on May 9.",
        ["meeting held 2024-05-09 Quito: Japan, Quito"],
    ),
]

ATTENDANCE = [
    (
        "The mayors of Lyon and Leipzig signed a twinning agreement on May 11. The ceremony was witnessed by French "
        "Ambassador Marc Tremblay.",
        ["signing held 2024-05-11 -: Leipzig, Lyon"],
    ),
    (
        "Peru and Chile held talks on May 11. The meeting was chaired by Foreign Minister Ana Torres of Peru.",
        ["meeting held 2024-05-11 -: Chile, Peru"],
    ),
]


CIRCUMSTANCES = [*BACKGROUND, *PLANNED_POSTPONED_CANCELLED, *MODE, *DATES, *PLACES, *ATTENDANCE]


@pytest.mark.parametrize(("text", "events"), CIRCUMSTANCES)
def test_circumstances(reading_of: Read, text: str, events: list[str]) -> None:
    assert told(reading_of(text)) == events


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The mayors of Quito and Sapporo met via video link on May 10.", "online"),
        ("The governors of Jalisco and Hunan signed a memorandum online on May 10.", "online"),
        ("The presidents of Peru and Chile held a virtual meeting on May 10.", "online"),
        ("The presidents of Peru and Chile held a phone call on May 10.", "phone"),
        ("The mayors of Quito and Sapporo met in Quito on May 10.", "in_person"),
        ("The twinning agreement between Leeds and Dortmund was signed in 1969.", "unknown"),
        ("The mayors of Quito and Sapporo will meet on June 3.", "unknown"),
    ],
)
def test_mode(reading_of: Read, text: str, mode: str) -> None:
    assert [event.mode for event in reading_of(text).events] == [mode]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Governor Kenji Mori of Chiba received Mayor Ana Torres of Quito on May 9.", {"Kenji Mori": "host", "Ana Torres": "visitor"}),
        ("President Arun Mehta of India visited Oman on May 9.", {"Arun Mehta": "visitor"}),
        (
            "Governor Ana Torres of Jalisco and Governor Li Wei of Hunan signed a memorandum on May 9. "
            "The signing was witnessed by Ambassador Luis Soto of Mexico.",
            {"Ana Torres": "signatory", "Li Wei": "signatory", "Luis Soto": "witness"},
        ),
        (
            "Peru and Chile held talks on May 11. The meeting was chaired by Foreign Minister Ana Torres of Peru.",
            {"Ana Torres": "chair"},
        ),
        (
            "Mayor Hiro Tanaka of Sapporo met a delegation from Quito on May 9. "
            "At the meeting, Councillor Ana Torres of Quito praised the snow.",
            {"Hiro Tanaka": "attendee", "Ana Torres": "speaker"},
        ),
    ],
)
def test_roles(reading_of: Read, text: str, expected: dict[str, str]) -> None:
    assert roles(reading_of(text)) == expected


def test_a_participant_acts_on_behalf_of_a_jurisdiction(reading_of: Read) -> None:
    reading = reading_of("Governor Kenji Mori of Chiba met Mayor Ana Torres of Quito on May 9.")
    names = {actor.id: actor.name for actor in reading.actors}
    assert {names[p.on_behalf_of or ""] for p in reading.events[0].participants} == {"Chiba", "Quito"}


def test_a_witness_is_no_side(reading_of: Read) -> None:
    reading = reading_of(
        "Jalisco and Hunan signed a memorandum on May 9. The ceremony was witnessed by Ambassador Marc Tremblay of France."
    )
    assert told(reading) == ["signing held 2024-05-09 -: Hunan, Jalisco"]


def test_without_a_published_date_a_weekday_settles_no_day(reading_of: Read) -> None:
    assert told(reading_of("The mayors of Quito and Sapporo met on Monday.", None)) == ["meeting held - -: Quito, Sapporo"]


def test_a_report_of_something_else_tells_no_event(reading_of: Read) -> None:
    assert told(reading_of("Rain fell in Quito on Monday. Farmers expect a good harvest of beans in June.")) == []
