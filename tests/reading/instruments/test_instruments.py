"""Instruments: texts between parties, each once, with type, status, conclusion, day and parties; and what is none.

An instrument is written "type status concluded-or-referenced day: parties"; the sentences are published on 16 May 2024.
"""

from collections.abc import Callable

import pytest

from amity.model import Instrument, Reading

Read = Callable[..., Reading]


def told(reading: Reading) -> list[str]:
    names = {actor.id: actor.name for actor in reading.actors}

    def line(text: Instrument) -> str:
        known = "concluded" if text.concluded else "referenced"
        return f"{text.type} {text.status} {known} {text.signed_on or '-'}: {', '.join(sorted(names[p] for p in text.parties))}"

    return [line(instrument) for instrument in reading.instruments]


TYPES = [
    (
        "Jalisco and Hunan signed a memorandum of understanding on May 9.",
        ["mou signed concluded 2024-05-09: Hunan, Jalisco"],
    ),
    (
        "The MoU between Jalisco and Hunan was signed on May 9.",
        ["mou signed concluded 2024-05-09: Hunan, Jalisco"],
    ),
    (
        "Quito and Sapporo exchanged a memorandum on May 9.",
        ["mou signed concluded 2024-05-09: Quito, Sapporo"],
    ),
    (
        "Quito and Sapporo signed a letter of intent on a sister city relationship on May 9.",
        ["letter_of_intent signed concluded 2024-05-09: Quito, Sapporo"],
    ),
    (
        "Quito and Sapporo inked a declaration of intent on May 9.",
        ["letter_of_intent signed concluded 2024-05-09: Quito, Sapporo"],
    ),
    (
        "The mayors of Quito and Sapporo signed an oath of friendship on May 9.",
        ["letter_of_intent signed concluded 2024-05-09: Quito, Sapporo"],
    ),
    (
        "Quito and Sapporo signed a sister city agreement on May 9.",
        ["friendly_city_agreement signed concluded 2024-05-09: Quito, Sapporo"],
    ),
    (
        "Quito and Sapporo signed an agreement on twinning on May 9.",
        ["friendly_city_agreement signed concluded 2024-05-09: Quito, Sapporo"],
    ),
    (
        "Quito and Sapporo formalised their sister city relationship on May 9.",
        ["friendly_city_agreement signed concluded 2024-05-09: Quito, Sapporo"],
    ),
    (
        "Peru and Chile signed a treaty on extradition on May 9.",
        ["treaty signed concluded 2024-05-09: Chile, Peru"],
    ),
    (
        "Peru and Chile signed a border agreement on May 9.",
        ["treaty signed concluded 2024-05-09: Chile, Peru"],
    ),
    (
        "Peru and Chile signed a free trade agreement on May 9.",
        ["treaty signed concluded 2024-05-09: Chile, Peru"],
    ),
    (
        "Jalisco and Hunan signed a cooperation agreement on May 9.",
        ["cooperation_agreement signed concluded 2024-05-09: Hunan, Jalisco"],
    ),
    (
        "Peru and Chile issued a joint statement on May 9.",
        ["joint_statement approved concluded -: Chile, Peru"],
    ),
    (
        "Peru and Chile adopted a joint communique on May 9.",
        ["joint_statement approved concluded -: Chile, Peru"],
    ),
    (
        "Peru and Chile signed agreed minutes on May 9.",
        ["agreed_minutes signed concluded 2024-05-09: Chile, Peru"],
    ),
    (
        "Peru and Chile signed an action plan for 2024-2026 on May 9.",
        ["action_plan signed concluded 2024-05-09: Chile, Peru"],
    ),
    (
        "Peru and Chile signed a protocol on tourism on May 9.",
        ["protocol signed concluded 2024-05-09: Chile, Peru"],
    ),
    (
        "Peru and Chile signed an exchange of notes on May 9.",
        ["exchange_of_notes signed concluded 2024-05-09: Chile, Peru"],
    ),
    (
        "Peru and Chile signed five agreements on May 9.",
        ["unnamed_texts signed concluded 2024-05-09: Chile, Peru"],
    ),
    (
        "Peru and Chile signed documents on energy on May 9.",
        ["unnamed_texts signed concluded 2024-05-09: Chile, Peru"],
    ),
    (
        "Jalisco and Hunan signed a document on May 9.",
        ["other signed concluded 2024-05-09: Hunan, Jalisco"],
    ),
]

NOT_INSTRUMENTS = [
    (
        "The ceremony lasted forty minutes.",
        [],
    ),
    (
        "Peru and Chile agreed in agreement with their partners.",
        [],
    ),
    (
        "Peru and Chile work on their health plans.",
        [],
    ),
    (
        "Both sides want to implement the agreements reached by their leaders.",
        [],
    ),
    (
        "Jalisco got a good deal on buses.",
        [],
    ),
    (
        "The paper mill of Quito was sold.",
        [],
    ),
]

STATUS = [
    (
        "The agreement between Quito and Sapporo was renewed on May 9.",
        ["cooperation_agreement renewed concluded -: Quito, Sapporo"],
    ),
    (
        "Leeds suspended its twinning agreement with Odesa in March 2022.",
        ["friendly_city_agreement suspended referenced -: Leeds, Odesa"],
    ),
    (
        "Peru and Chile terminated the trade pact in 2020.",
        ["cooperation_agreement terminated referenced -: Chile, Peru"],
    ),
    (
        "The treaty between Peru and Chile entered into force in 2012.",
        ["treaty in_effect referenced -: Chile, Peru"],
    ),
    (
        "The friendship agreement between Leeds and Dortmund remains in force.",
        ["friendly_city_agreement in_effect referenced -: Dortmund, Leeds"],
    ),
    (
        "The memorandum between Peru and Chile for 2021-2025 has been implemented well.",
        ["mou in_effect referenced -: Chile, Peru"],
    ),
    (
        "The agreement between Peru and Chile expired in 2022.",
        ["cooperation_agreement expired referenced -: Chile, Peru"],
    ),
    (
        "Peru and Chile plan to sign a border treaty next month.",
        ["treaty agreed_to_sign referenced -: Chile, Peru"],
    ),
    (
        "Peru and Chile agreed to sign a border treaty.",
        ["treaty agreed_to_sign referenced -: Chile, Peru"],
    ),
    (
        "Peru and Chile are negotiating a free trade agreement.",
        ["treaty negotiating referenced -: Chile, Peru"],
    ),
    (
        "Peru and Chile held talks on a border treaty on May 9.",
        ["treaty negotiating referenced -: Chile, Peru"],
    ),
    (
        "Peru proposed signing a border treaty with Chile.",
        ["treaty proposed referenced -: Chile, Peru"],
    ),
    (
        "A sister city agreement between Quito and Sapporo has not been signed yet.",
        ["friendly_city_agreement proposed referenced -: Quito, Sapporo"],
    ),
    (
        "The city council of Quito approved a sister city agreement with Sapporo on Tuesday.",
        ["friendly_city_agreement approved referenced -: Quito, Sapporo"],
    ),
    (
        "A twinning accord between Quito and Sapporo is scheduled for signing on June 3.",
        ["friendly_city_agreement agreed_to_sign referenced -: Quito, Sapporo"],
    ),
    (
        "Quito and Sapporo signed a new sister city agreement on May 9. It replaces the one that they signed in 1984.",
        [
            "friendly_city_agreement signed concluded 2024-05-09: Quito, Sapporo",
            "friendly_city_agreement superseded referenced 1984: Quito, Sapporo",
        ],
    ),
    (
        "Quito and Sapporo held a signing ceremony to renew their friendship agreement on May 9.",
        ["friendly_city_agreement signed concluded 2024-05-09: Quito, Sapporo"],
    ),
]

ONE_OR_SEVERAL = [
    (
        "Jalisco and Hunan signed a memorandum on tourism on May 9. The memorandum runs for three years, and the "
        "document will be reviewed. Under the MoU, Jalisco will train guides.",
        ["mou signed concluded 2024-05-09: Hunan, Jalisco"],
    ),
    (
        "Jalisco signed memoranda of understanding with Hunan, Busan and Quito on May 9, one with each.",
        [
            "mou signed concluded 2024-05-09: Hunan, Jalisco",
            "mou signed concluded 2024-05-09: Busan, Jalisco",
            "mou signed concluded 2024-05-09: Jalisco, Quito",
        ],
    ),
    (
        "Peru and Chile signed a border treaty and a joint statement on May 9.",
        ["treaty signed concluded 2024-05-09: Chile, Peru", "joint_statement signed concluded 2024-05-09: Chile, Peru"],
    ),
    (
        "Quito and Sapporo signed a letter of intent on May 9. They will sign a friendship agreement in October.",
        [
            "letter_of_intent signed concluded 2024-05-09: Quito, Sapporo",
            "friendly_city_agreement agreed_to_sign referenced -: Quito, Sapporo",
        ],
    ),
    (
        "Quito and Sapporo signed a memorandum on tourism on May 9. They also signed a memorandum on health.",
        ["mou signed concluded 2024-05-09: Quito, Sapporo", "mou signed concluded -: Quito, Sapporo"],
    ),
    (
        "The memorandum of understanding (MoU) between Jalisco and Hunan was signed on May 9.",
        ["mou signed concluded 2024-05-09: Hunan, Jalisco"],
    ),
    (
        "Peru thanked Chile under the RCEP for lower tariffs. RCEP, the Regional Comprehensive Economic Partnership, is a trade accord.",
        ["treaty in_effect referenced -: "],
    ),
]

PARTIES = [
    (
        "A memorandum was signed on May 9 by Governor Ana Torres of Jalisco and Governor Li Wei of Hunan.",
        ["mou signed concluded 2024-05-09: Hunan, Jalisco"],
    ),
    (
        "Jalisco signed a memorandum with the Chinese province of Hunan on May 9.",
        ["mou signed concluded 2024-05-09: Hunan, Jalisco"],
    ),
    (
        "The China-Laos friendship treaty was signed in 1977.",
        ["treaty signed referenced 1977: China, Laos"],
    ),
    (
        "Quito has a sister city agreement with Sapporo, which it signed in 1988.",
        ["friendly_city_agreement in_effect referenced 1988: Quito, Sapporo"],
    ),
]

CONCLUSION = [
    (
        "Jalisco and Hunan signed a memorandum on May 9, 2024.",
        ["mou signed concluded 2024-05-09: Hunan, Jalisco"],
    ),
    (
        "Jalisco and Hunan signed a memorandum in 2015.",
        ["mou signed referenced 2015: Hunan, Jalisco"],
    ),
    (
        "The mayors met on Monday. A memorandum between Quito and Sapporo had been signed in April.",
        ["mou signed referenced 2024-04: Quito, Sapporo"],
    ),
]

PERIODS = [
    (
        "Laos and China signed a cooperation plan for 2024-2028 on May 14.",
        ["action_plan signed concluded 2024-05-14: China, Laos"],
    ),
    (
        "Laos and China signed an agreement on May 14. It is valid for five years.",
        ["cooperation_agreement signed concluded 2024-05-14: China, Laos"],
    ),
    (
        "Laos and China signed an agreement on May 14. The agreement will run until 2030.",
        ["cooperation_agreement signed concluded 2024-05-14: China, Laos"],
    ),
]


@pytest.mark.parametrize(("text", "instruments"), TYPES)
def test_types(reading_of: Read, text: str, instruments: list[str]) -> None:
    assert told(reading_of(text)) == instruments


@pytest.mark.parametrize(("text", "instruments"), NOT_INSTRUMENTS)
def test_what_is_no_instrument(reading_of: Read, text: str, instruments: list[str]) -> None:
    assert told(reading_of(text)) == instruments == []


@pytest.mark.parametrize(("text", "instruments"), STATUS)
def test_status(reading_of: Read, text: str, instruments: list[str]) -> None:
    assert told(reading_of(text)) == instruments


@pytest.mark.parametrize(("text", "instruments"), ONE_OR_SEVERAL)
def test_one_instrument_or_several(reading_of: Read, text: str, instruments: list[str]) -> None:
    assert told(reading_of(text)) == instruments


@pytest.mark.parametrize(("text", "instruments"), [*PARTIES, *CONCLUSION])
def test_parties_and_conclusion(reading_of: Read, text: str, instruments: list[str]) -> None:
    assert told(reading_of(text)) == instruments


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Laos and China signed a cooperation plan for 2024-2028 on May 14.", ("2024", "2028")),
        ("The 2021-2025 action plan between Laos and China has been implemented effectively.", ("2021", "2025")),
        ("Laos and China signed an agreement on May 14. It is valid for five years.", ("2024", "2029")),
        ("Laos and China signed an agreement on May 14. The agreement will run until 2030.", ("2024", "2030")),
        ("Laos and China signed an agreement on May 14. Trade grew for five years.", (None, None)),
        ("Laos and China signed an agreement on May 14. The road was built in 2021-2023.", (None, None)),
    ],
)
def test_periods(reading_of: Read, text: str, years: tuple[str | None, str | None]) -> None:
    assert [(i.period_from, i.period_to) for i in reading_of(text).instruments] == [years]


def test_every_naming_is_evidence(reading_of: Read) -> None:
    text, _ = ONE_OR_SEVERAL[0]
    reading = reading_of(text)
    assert len(reading.instruments[0].evidence) == 3
    assert all(reading.text[e.start : e.end] == e.quote for e in reading.instruments[0].evidence)


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        ("Jalisco and Hunan signed a memorandum on tourism on May 9.", ["tourism"]),
        ("Quito and Sapporo signed a sister city agreement on May 9.", ["diplomacy"]),
        ("Peru and Chile signed an agreement on energy and education on May 9.", ["energy", "education"]),
    ],
)
def test_sectors(reading_of: Read, text: str, sectors: list[str]) -> None:
    assert reading_of(text).instruments[0].sectors == sectors


def test_the_title_is_the_text_s_own_words(reading_of: Read) -> None:
    reading = reading_of("Jalisco and Hunan signed a memorandum of understanding on tourism in Guadalajara on May 9.")
    assert reading.instruments[0].title == "memorandum of understanding on tourism"


def test_a_report_of_something_else_names_no_instrument(reading_of: Read) -> None:
    assert told(reading_of("The band signed autographs in Quito on Monday and played for forty minutes.")) == []
