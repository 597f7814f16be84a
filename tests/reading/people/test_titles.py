"""Titles: where one begins and ends, what it says it is of, which belong together."""

from collections.abc import Callable

import pytest

from amity.reading.people.joint_titles import joined
from amity.reading.people.known_names import folded
from amity.reading.people.posts import heads, is_authority, plural
from amity.reading.people.titles import Title, find_titles
from amity.reading.report import ActorTable, Report

ReportOf = Callable[[str], tuple[Report, ActorTable]]


def titles(report_of: ReportOf, text: str) -> list[tuple[str, str | None]]:
    report, table = report_of(text)
    found = [t for sentence in report.sentences() for t in find_titles(sentence, table)]
    return [(t.text, owner(table, t)) for t in found]


def owner(table: ActorTable, title: Title) -> str | None:
    return table.actors[title.of.refers[0]].name if title.of else None


@pytest.mark.parametrize(
    ("text", "title", "of"),
    [
        ("the Minister of Foreign Affairs of {state:Peru} came", "Minister of Foreign Affairs", "Peru"),
        ("the Minister for Trade and Investment of {state:Peru} came", "Minister for Trade and Investment", "Peru"),
        ("{state:Peru}'s Minister of Industry and Trade came", "Minister of Industry and Trade", "Peru"),
        ("the {state>demonym:Peruvian=Peru} finance minister came", "finance minister", "Peru"),
        ("the {state>demonym:Peruvian=Peru} junior trade minister came", "junior trade minister", "Peru"),
        ("Standing Vice Chairman of the People's Council of {province:Ha Lam}", "Standing Vice Chairman of the People's Council", "Ha Lam"),
        ("Secretary of the {province:Ha Lam} provincial Party Committee came", "Secretary of the provincial Party Committee", "Ha Lam"),
        ("the governor of the northern province of {province:Ha Lam} came", "governor", "Ha Lam"),
        ("the governor of {province:Ha Lam} in {state:Vietnam} came", "governor", "Ha Lam"),
        ("the Vice Premier of the {body:State Council of Peru} came", "Vice Premier", "State Council of Peru"),
        ("the Ambassador of {state:Peru} to {state:Fiji} came", "Ambassador", "Peru"),
        ("the {state>demonym:Peruvian=Peru} ambassador to {state:Fiji} came", "ambassador to Fiji", "Peru"),
        ("the akim (governor) of {province:Turan} came", "akim", "Turan"),
        ("the newly elected mayor of {municipality:Ashby} came", "mayor", "Ashby"),
        ("the former mayor of {municipality:Ashby} came", "former mayor", "Ashby"),
        ("the county executive of {district:Boyle County} came", "county executive", "Boyle County"),
        ("a city advisor to {municipality:Ashby} came", "city advisor", "Ashby"),
        ("{body:Water Board} Director-General came", "Director-General", "Water Board"),
        ("the Director of Labour and Migrant Protection, who came", "Director of Labour and Migrant Protection", None),
        ("the special representative for sister-city exchange came", "special representative for sister-city exchange", None),
    ],
)  # fmt: skip
def test_a_title_and_what_it_is_of(report_of: ReportOf, text: str, title: str, of: str | None) -> None:
    assert (title, of) in titles(report_of, text)


@pytest.mark.parametrize(
    "text",
    [
        "They head north and chair the talks.",
        "The {body:Conference of Mayors} met.",
        "The {body:Office of the Governor} said so.",
        "Anna Bishop sang.",
        "Sultan Rahimov smiled.",
        "The rich and the long.",
    ],
)
def test_no_title(report_of: ReportOf, text: str) -> None:
    assert titles(report_of, text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("the Deputy Prime Minister and Foreign Minister came", 2),
        ("the Deputy Secretary, Chairman and Governor came", 3),
        ("the mayor; the governor came", 1),
        ("the mayor of {municipality:Ashby} met the governor of {province:Ohio}", 1),
        ("Presidents and a minister came", 1),
    ],
)
def test_which_titles_are_one_holders(report_of: ReportOf, text: str, count: int) -> None:
    report, table = report_of(text)
    found = [j for s in report.sentences() for j in joined(find_titles(s, table), report.doc, table)]
    assert max(len(j.parts) or 1 for j in found) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Governor and Party Secretary of {province:Ha Lam} came", ["Ha Lam", "Ha Lam"]),
        ("{state>demonym:Peruvian=Peru} Deputy Prime Minister and Foreign Minister came", ["Peru", "Peru"]),
        ("the Member of the {body:Water Board}, Secretary, and Governor of {province:Ha Lam} came", ["Water Board", None, "Ha Lam"]),
        (
            "the Deputy Secretary of the Party Committee and President of the {body:People's Council of Ha Lam} came",
            [None,
            "People's Council of Ha Lam"],
        ),
    ],
)  # fmt: skip
def test_which_organisation_joint_titles_share(report_of: ReportOf, text: str, expected: list[str | None]) -> None:
    report, table = report_of(text)
    found = [j for s in report.sentences() for j in joined(find_titles(s, table), report.doc, table)]
    assert [owner(table, part) for part in found[0].parts] == expected


@pytest.mark.parametrize(
    ("title", "forms"),
    [
        ("mayor", ["mayors"]),
        ("chairman", ["chairmen"]),
        ("secretary", ["secretaries"]),
        ("consul general", ["consul generals", "consuls general"]),
        ("head of delegation", ["head of delegations", "heads of delegation"]),
    ],
)
def test_plural_titles(title: str, forms: list[str]) -> None:
    assert plural(title) == forms


def test_every_head_is_found_by_its_words() -> None:
    for words, head in heads().items():
        assert head.plural or " ".join(words) == folded(head.words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("People's Committee", True),
        ("People’s Council", True),
        ("provincial Party Committee", True),
        ("Municipal People's Government", True),
        ("Water Board", False),
        ("Committee", False),
        ("Ha Lam Party Committee", False),
    ],
)
def test_authorities_of_places(words: str, expected: bool) -> None:
    assert is_authority(words) is expected
