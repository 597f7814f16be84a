"""Events: meetings, visits, signings and ceremonies, each told once, with day, place and sides; and what is none.

An event is written "type status day place: sides"; the sentences are published on 16 May 2024, a Thursday.
"""

from collections.abc import Callable

import pytest

from amity.model import Reading
from tests.reading.events.telling import told

Read = Callable[..., Reading]


MEETS = [
    (
        "Governor Ana Torres of Jalisco met Mayor Li Wei of Guangzhou in Guadalajara on May 14.",
        ["meeting held 2024-05-14 Guadalajara: Guangzhou, Jalisco"],
    ),
    (
        "The governors of Jalisco and Hunan met online on May 14.",
        ["meeting held 2024-05-14 -: Hunan, Jalisco"],
    ),
    (
        "On Tuesday Prime Minister Arun Mehta of India met with President Paul Adeyemi of Nigeria in Abuja.",
        ["meeting held 2024-05-14 Abuja: India, Nigeria"],
    ),
    (
        "The ministry met its budget target in May.",
        [],
    ),
    (
        "Demand from Kenya and Uganda was met by new suppliers.",
        [],
    ),
]

RECEIVES = [
    (
        "Nairobi Governor Amos Kiprono on Tuesday received a delegation from Kigali.",
        ["meeting held 2024-05-14 Nairobi: Kigali, Nairobi"],
    ),
    (
        "President Paul Adeyemi of Nigeria hosted Prime Minister Arun Mehta of India in Abuja on May 13.",
        ["meeting held 2024-05-13 Abuja: India, Nigeria"],
    ),
    (
        "Mayor Ana Torres of Quito was received by Governor Kenji Mori of Chiba on May 9.",
        ["meeting held 2024-05-09 Chiba: Chiba, Quito"],
    ),
    (
        "Nairobi received new buses from Kigali on Tuesday.",
        [],
    ),
    (
        "Governor Amos Kiprono received a letter of thanks in May.",
        [],
    ),
]

TALKS = [
    (
        "Presidents Paul Adeyemi of Nigeria and Kofi Asante of Ghana held talks in Accra on May 12.",
        ["meeting held 2024-05-12 Accra: Ghana, Nigeria"],
    ),
    (
        "Talks between Peru and Chile took place in Lima on May 10.",
        ["meeting held 2024-05-10 Lima: Chile, Peru"],
    ),
    (
        "At a meeting in Sapporo on May 10, Mayor Hiro Tanaka of Sapporo and Mayor Ana Torres of Quito agreed to exchange teachers.",
        ["meeting held 2024-05-10 Sapporo: Quito, Sapporo"],
    ),
    (
        "Both sides hope for more meetings and talks.",
        [],
    ),
    (
        "The meeting room in Lima was rebuilt.",
        [],
    ),
]

ONE_MEETING_TOLD_OFTEN = [
    (
        "Governor Ana Torres of Jalisco met Mayor Li Wei of Guangzhou on May 14. At the meeting, Torres praised "
        "trade. During the talks Li thanked her, and the event ended with a concert.",
        ["meeting held 2024-05-14 -: Guangzhou, Jalisco"],
    ),
]

SEPARATE_MEETINGS = [
    (
        "In separate meetings with Mayor Hiro Tanaka of Sapporo and Governor Kenji Mori of Chiba on May 14, Prime "
        "Minister Arun Mehta of India spoke about trade.",
        ["meeting held 2024-05-14 -: India, Sapporo", "meeting held 2024-05-14 -: Chiba, India"],
    ),
    (
        "Prime Minister Arun Mehta of India called in turn on Mayor Hiro Tanaka of Sapporo and on Governor Kenji Mori of Chiba on May 14.",
        ["meeting held 2024-05-14 -: India, Sapporo", "meeting held 2024-05-14 -: Chiba, India"],
    ),
]

CALLS = [
    (
        "Chinese Foreign Minister Li Wei spoke by phone with Peruvian Foreign Minister Ana Torres on May 15.",
        ["call held 2024-05-15 -: China, Peru"],
    ),
    (
        "The presidents of Peru and Chile held a video call on Monday.",
        ["call held 2024-05-13 -: Chile, Peru"],
    ),
    (
        "The foreign ministers of Nigeria and Ghana held a telephone conversation on May 13.",
        ["call held 2024-05-13 -: Ghana, Nigeria"],
    ),
    (
        "Foreign Minister Li Wei spoke about Peru on Monday.",
        [],
    ),
    (
        "The phone network of Ghana was repaired in May.",
        [],
    ),
]

VISITS = [
    (
        "A delegation from Busan led by Mayor Kim Do-yun visited Yokohama on May 13.",
        ["visit held 2024-05-13 Yokohama: Busan, Yokohama"],
    ),
    (
        "President Arun Mehta of India paid a state visit to Oman from May 12 to 14.",
        ["visit held 2024-05-12/2024-05-14 -: India, Oman"],
    ),
    (
        "Mayor Ana Torres of Quito will visit Sapporo next month.",
        ["visit planned 2024-06 Sapporo: Quito, Sapporo"],
    ),
    (
        "A visiting delegation from Hunan signed a memorandum with Jalisco on Monday.",
        ["visit held 2024-05-13 -: Hunan, Jalisco", "signing held 2024-05-13 -: Hunan, Jalisco"],
    ),
    (
        "The delegation of Quito travelled to Sapporo in May 2017.",
        ["visit held 2017-05 Sapporo: Quito, Sapporo"],
    ),
    (
        "Tourists visit Kyoto in spring.",
        [],
    ),
    (
        "Students from Kyoto visited a museum in May.",
        [],
    ),
]

SUMMITS = [
    (
        "Mayor Kim Do-yun of Busan attended the World Cities Forum in Nairobi on May 10.",
        ["summit held 2024-05-10 Nairobi: Busan"],
    ),
    (
        "The leaders of Peru, Chile and Bolivia will gather in Lima on June 3.",
        ["summit planned 2024-06-03 Lima: Bolivia, Chile, Peru"],
    ),
    (
        "The 9th Pacific Governors Conference opened in Lima on May 13 with the governors of Jalisco and Hunan.",
        ["summit held 2024-05-13 Lima: Hunan, Jalisco"],
    ),
    (
        "Kenya hopes to host conferences and forums.",
        [],
    ),
    (
        "The People's Congress of Hunan has 700 members.",
        [],
    ),
    (
        "The 9th Pacific Governors Conference opened in Lima on May 13 with the governors of Jalisco and Hunan.",
        ["summit held 2024-05-13 Lima: Hunan, Jalisco"],
    ),
]

SESSIONS_OF_MECHANISMS = [
    (
        "The fifth session of the Joint Permanent Commission between Kenya and Uganda convened in Kampala on Wednesday.",
        ["committee_session held 2024-05-15 Kampala: Kenya, Uganda"],
    ),
    (
        "The 12th India-Kenya Joint Commission Meeting will be held in New Delhi on June 5.",
        ["committee_session planned 2024-06-05 New Delhi: India, Kenya"],
    ),
    (
        "The Peru-Chile joint working group met for the third time in Lima on May 10.",
        ["committee_session held 2024-05-10 Lima: Chile, Peru"],
    ),
    (
        "The committee of the Quito parliament met in Quito.",
        [],
    ),
    (
        "Committee members of the club live in Lima.",
        [],
    ),
]

COUNCILS = [
    (
        "The city council of Sacramento voted on Tuesday to establish a sister city relationship with Chisinau.",
        ["meeting held 2024-05-14 Sacramento: Sacramento"],
    ),
    (
        "On May 14 Perth City Council approved a friendship agreement with Busan.",
        ["meeting held 2024-05-14 Perth City: Perth City"],
    ),
    (
        "At its meeting on Tuesday the Leeds City Council debated a partnership with Odesa.",
        ["meeting held 2024-05-14 Leeds City: Leeds City"],
    ),
    (
        "The council of elders approved of the idea.",
        [],
    ),
    (
        "The city council has approved many budgets.",
        [],
    ),
]

CEREMONIES = [
    (
        "A ceremony marking the 30th anniversary of sister city ties between Seattle and Cebu was held in Cebu on May 10.",
        ["ceremony held 2024-05-10 Cebu: Cebu, Seattle"],
    ),
    (
        "The presidents of Peru and Chile inaugurated a bridge on May 12.",
        ["ceremony held 2024-05-12 -: Chile, Peru"],
    ),
    (
        "President Paul Adeyemi of Nigeria and President Kofi Asante of Ghana opened a border crossing on Monday.",
        ["ceremony held 2024-05-13 -: Ghana, Nigeria"],
    ),
    (
        "Ghana unveiled a plan for its ports.",
        [],
    ),
    (
        "The shop opened in Accra on Monday.",
        [],
    ),
]

EXCHANGES = [
    (
        "The mayors of Kyoto and Florence met on May 9. An exhibition of paintings from both cities was held in Florence on May 10.",
        ["meeting held 2024-05-09 -: Florence, Kyoto", "exchange held 2024-05-10 Florence: Florence, Kyoto"],
    ),
    (
        "The sister cities Quito and Sapporo held a youth tournament in Sapporo on May 4 under their cooperation.",
        ["exchange held 2024-05-04 Sapporo: Quito, Sapporo"],
    ),
    (
        "A culture week of Peru and Chile will be held in Lima on June 2.",
        ["exchange planned 2024-06-02 Lima: Chile, Peru"],
    ),
    (
        "Both cities will organise exhibitions.",
        [],
    ),
    (
        "The exhibition hall was repaired.",
        [],
    ),
]

SIGNINGS = [
    (
        "The mayors of Lyon and Leipzig signed a twinning agreement in Lyon on May 11.",
        ["signing held 2024-05-11 Lyon: Leipzig, Lyon"],
    ),
    (
        "A protocol was signed between Peru and Chile following talks on May 14.",
        ["signing held 2024-05-14 -: Chile, Peru", "meeting held 2024-05-14 -: Chile, Peru"],
    ),
    (
        "The signing ceremony for the memorandum between Jalisco and Hunan took place in Guadalajara on May 9.",
        ["signing held 2024-05-09 Guadalajara: Hunan, Jalisco"],
    ),
    (
        "At a ceremony in Lima on May 10, the governors of Jalisco and Hunan signed a letter of intent.",
        ["signing held 2024-05-10 Lima: Hunan, Jalisco"],
    ),
    (
        "The mayor signed the guest book.",
        [],
    ),
    (
        "Jalisco and Hunan may sign an agreement some day.",
        [],
    ),
]


MEETINGS = [*MEETS, *RECEIVES, *TALKS, *SEPARATE_MEETINGS, *CALLS]
OTHERS = [*VISITS, *SUMMITS, *SESSIONS_OF_MECHANISMS, *COUNCILS, *CEREMONIES, *EXCHANGES, *SIGNINGS]


@pytest.mark.parametrize(("text", "events"), MEETINGS)
def test_meetings_and_calls(reading_of: Read, text: str, events: list[str]) -> None:
    assert told(reading_of(text)) == events


@pytest.mark.parametrize(("text", "events"), OTHERS)
def test_other_types(reading_of: Read, text: str, events: list[str]) -> None:
    assert told(reading_of(text)) == events


@pytest.mark.parametrize(("text", "events"), ONE_MEETING_TOLD_OFTEN)
def test_a_meeting_is_told_once_with_every_sentence(reading_of: Read, text: str, events: list[str]) -> None:
    reading = reading_of(text)
    assert told(reading) == events
    assert len(reading.events[0].evidence) == 3


def test_every_event_cites_its_sentences(reading_of: Read) -> None:
    for text, _ in [*MEETINGS, *OTHERS]:
        reading = reading_of(text)
        for event in reading.events:
            assert event.evidence
            assert all(reading.text[e.start : e.end] == e.quote for e in event.evidence)
