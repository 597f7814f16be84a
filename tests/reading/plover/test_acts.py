"""PLOVER: which class a main clause tells, whose act it is and to whom."""

import pytest

from amity.model import Document
from amity.reading.clean import clean
from amity.reading.parser import parse
from amity.reading.pipeline import begin
from amity.reading.plover import PloverAct, find_acts
from amity.reading.report import Report


def acts(text: str) -> list[PloverAct]:
    return find_acts(Report(Document(id="x", path="x"), text, parse(text)))


def classes(text: str) -> set[str]:
    return {act.event for act in acts(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Iceland agreed to share their weather data.",
        "Finland has promised to rebuild two schools in Kenya.",
        "Peru said it will send doctors to Haiti.",
        "The Estonian government is ready to reopen talks with Latvia.",
        "Chile offered to host the next summit with Peru.",
        "Ghana and Togo reached a consensus on fishing zones.",
        "The Kenyan president will visit Uganda next week, his office said.",
        "Denmark agreed to postpone the naval drill near Sweden.",
        "Poland is committed to opening its market to Ukraine.",
    ],
)
def test_agree(text: str) -> None:
    assert classes(text) == {"AGREE"}


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan president met his Ugandan counterpart in Mombasa on Friday.",
        "Japanese and Korean envoys held talks in Busan.",
        "Mexico hosted the Cuban foreign minister for a working lunch.",
        "Georgia and Armenia resumed negotiations on water.",
        "A delegation from Chad paid a visit to Niger, officials said.",
    ],
)
def test_consult(text: str) -> None:
    assert classes(text) == {"CONSULT"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Iceland signed an agreement on fisheries.",
        "Sweden praised Estonia for its reforms.",
        "Bolivia has established diplomatic relations with Fiji.",
        "Portugal backed Croatia in the vote.",
    ],
)
def test_support(text: str) -> None:
    assert classes(text) == {"SUPPORT"}


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian police shared evidence with Denmark about the ring.",
        "Greek and Cypriot ships began a joint exercise.",
        "Ghana and Togo cooperate on customs.",
    ],
)
def test_cooperate(text: str) -> None:
    assert classes(text) == {"COOPERATE"}


@pytest.mark.parametrize(
    "text",
    [
        "Canada gave Jamaica ten million dollars of aid after the storm.",
        "Ireland is providing tents to Nepal.",
        "Austria granted asylum to forty Syrian refugees.",
        "Turkish helicopters evacuated the wounded from Gaziantep.",
    ],
)
def test_aid(text: str) -> None:
    assert classes(text) == {"AID"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad urged Niger to open the road.", "REQUEST"),
        ("The Red Crescent said Italy must open its ports.", "REQUEST"),
        ("Chad refused to reopen the road to Niger.", "REJECT"),
        ("Chad will not sign the treaty with Niger.", "REJECT"),
        ("The two sides failed to reach an agreement with Chad.", "REJECT"),
        ("Chad threatened to close the border with Niger.", "THREATEN"),
        ("Chad said it would expel the envoys of Niger.", "THREATEN"),
        ("The rebels vowed to attack Chad again.", "THREATEN"),
        ("Chad accused Niger of smuggling.", "ACCUSE"),
        ("Chad launched an investigation into the Niger convoy.", "ACCUSE"),
        ("The teachers of Chad staged a demonstration on Sunday.", "PROTEST"),
        ("Chad imposed sanctions on Niger.", "SANCTION"),
        ("Chad withdrew its ambassador from Niger.", "SANCTION"),
        ("Chad arrested two journalists from Niger.", "COERCE"),
        ("Chad imposed a curfew in Abeche.", "COERCE"),
        ("Chad mobilised reservists along the Niger border.", "MOBILIZE"),
        ("Rebels attacked a village in Chad.", "ASSAULT"),
        ("Chad's army opened fire on the marchers.", "ASSAULT"),
        ("Chad released forty prisoners from Niger.", "CONCEDE"),
        ("Chad lifted the curfew in Abeche.", "CONCEDE"),
        ("Chad withdrew its troops from Niger.", "RETREAT"),
    ],
)
def test_other_classes(text: str, expected: str) -> None:
    assert classes(text) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "The harbour of Bergen is deep and free of ice.",
        "The report has forty pages on Norway.",
        "Elections in Chad are near.",
        "The Norwegian minister did not attack anyone in Chad.",
        "",
    ],
)
def test_no_act(text: str) -> None:
    assert acts(text) == []


def pairs(text: str) -> set[tuple[str, str]]:
    return {(act.source, act.target) for act in acts(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway and Iceland agreed to share data.", {("Norway", "Iceland"), ("Iceland", "Norway")}),
        ("Canada gave Jamaica a loan.", {("Canada", "Jamaica")}),
        ("Canada gave a loan to Jamaica and Barbados.", {("Canada", "Jamaica"), ("Canada", "Barbados")}),
        ("Peru said it will send doctors to Haiti.", {("Peru", "Haiti")}),
        ("The mayor was praised by Norway.", {("Norway", "")}),
        ("French and Dutch ships launched a joint exercise.", {("French ships", "Dutch ships"), ("Dutch ships", "French ships")}),
    ],
)
def test_source_and_target(text: str, expected: set[tuple[str, str]]) -> None:
    assert pairs(text) == expected


def test_names_come_from_the_actor_table_and_days_from_the_text() -> None:
    report = begin(
        clean("OSLO, May 3 (AP) -- Norway and Iceland signed a pact on Thursday.", Document(id="x", path="x", published="2024-05-03"))
    )
    (first, second) = find_acts(report)
    assert (first.source, first.target, first.date) == ("Norway", "Iceland", "2024-05-02")
    assert second.evidence.quote == "Norway and Iceland signed a pact on Thursday."


def test_a_caption_tells_no_act() -> None:
    report = begin(
        clean(
            "Norway and Iceland sign a pact in Oslo. (Photo: VNA)\nThe harbour of Oslo is deep and free of ice.", Document(id="x", path="x")
        )
    )
    assert find_acts(report) == []
