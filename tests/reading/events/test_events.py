"""Events: meetings, visits, signings and ceremonies, each told once, with day, place and sides; and what is none.

An event is written "type status day place: sides"; the sentences are published on 16 May 2024, a Thursday.
"""

from collections.abc import Callable

import pytest

from amity.model import DateRange, Event, Reading

Read = Callable[..., Reading]


def day(when: DateRange | None) -> str:
    if when is None:
        return "-"
    return when.start if when.start == when.end else f"{when.start}/{when.end}"


def told(reading: Reading) -> list[str]:
    names = {actor.id: actor.name for actor in reading.actors}

    def line(event: Event) -> str:
        place = event.place.name if event.place else "-"
        return f"{event.type} {event.status} {day(event.date)} {place}: {', '.join(sorted(names[s] for s in event.sides))}"

    return [line(event) for event in reading.events]


def roles(reading: Reading) -> dict[str, str]:
    names = {actor.id: actor.name for actor in reading.actors}
    return {names[p.actor]: p.role for event in reading.events for p in event.participants}


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


MEETINGS = [*MEETS, *RECEIVES, *TALKS, *SEPARATE_MEETINGS, *CALLS]
OTHERS = [*VISITS, *SUMMITS, *SESSIONS_OF_MECHANISMS, *COUNCILS, *CEREMONIES, *EXCHANGES, *SIGNINGS]
CIRCUMSTANCES = [*BACKGROUND, *PLANNED_POSTPONED_CANCELLED, *MODE, *DATES, *PLACES, *ATTENDANCE]


@pytest.mark.parametrize(("text", "events"), MEETINGS)
def test_meetings_and_calls(reading_of: Read, text: str, events: list[str]) -> None:
    assert told(reading_of(text)) == events


@pytest.mark.parametrize(("text", "events"), OTHERS)
def test_other_types(reading_of: Read, text: str, events: list[str]) -> None:
    assert told(reading_of(text)) == events


@pytest.mark.parametrize(("text", "events"), CIRCUMSTANCES)
def test_circumstances(reading_of: Read, text: str, events: list[str]) -> None:
    assert told(reading_of(text)) == events


@pytest.mark.parametrize(("text", "events"), ONE_MEETING_TOLD_OFTEN)
def test_a_meeting_is_told_once_with_every_sentence(reading_of: Read, text: str, events: list[str]) -> None:
    reading = reading_of(text)
    assert told(reading) == events
    assert len(reading.events[0].evidence) == 3


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


def test_every_event_cites_its_sentences(reading_of: Read) -> None:
    for text, _ in [*MEETINGS, *OTHERS]:
        reading = reading_of(text)
        for event in reading.events:
            assert event.evidence
            assert all(reading.text[e.start : e.end] == e.quote for e in event.evidence)
