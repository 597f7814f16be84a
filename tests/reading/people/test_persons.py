"""Persons: which names are one person's, whom a single word means, and where other names end."""

from collections.abc import Callable

import pytest

from amity.reading.people.find import stretches
from amity.reading.people.names import Name
from amity.reading.people.persons import Person, by_full_name, by_short_name, in_headline, is_same
from amity.reading.report import ActorTable, Report

ReportOf = Callable[[str], tuple[Report, ActorTable]]
PeopleIn = Callable[[str], ActorTable]


def name(text: str, at: int = 0) -> Name:
    return Name(at, at, at + len(text.split()), text, False)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("peter holt", "peter holt", True),
        ("holt peter", "peter holt", True),
        ("peter james holt", "peter holt", True),
        ("saysana kommavong", "saysanna kommavong", True),
        ("liezel joy salarta", "liezel joy salazar", True),
        ("peter holt", "peter hill", False),
        ("qin baotian", "qin baotia", False),
        ("peter holt", "holt", False),
        ("holt", "holt", True),
    ],
)
def test_which_names_are_the_same(one: str, other: str, expected: bool) -> None:
    assert is_same(tuple(one.split()), tuple(other.split())) is expected


def test_a_person_gathers_names_and_keeps_the_fullest() -> None:
    people: list[Person] = []
    for text in ("Peter Holt", "Peter James Holt", "Ana Ruiz", "Peter Holt"):
        by_full_name(people, name(text))
    assert [p.text for p in people] == ["Peter James Holt", "Ana Ruiz"]


@pytest.mark.parametrize(
    ("names", "short", "meant"),
    [
        (["Qin Baotian", "Luo Qin"], "Qin", "Qin Baotian"),
        (["Truong Quang Hieu", "Hieu Nguyen"], "Hieu", "Truong Quang Hieu"),
        (["Peter Holt", "Holt Peterson"], "Holt", "Peter Holt"),
        (["Wang Meilin", "Wang Boqin"], "Wang", "Wang Boqin"),
        (["Peter Holt"], "Peter", "Peter Holt"),
        (["Peter Holt"], "Ana", None),
    ],
)
def test_whom_a_short_name_means(names: list[str], short: str, meant: str | None) -> None:
    people: list[Person] = []
    for i, text in enumerate(names):
        by_full_name(people, name(text, 10 * i))
    found = by_short_name(people, name(short, 100), [])
    assert (found.text if found else None) == meant


@pytest.mark.parametrize(
    ("headline", "told", "expected"),
    [
        ("Peter Holt Meets Guests", False, "Peter Holt"),
        ("Holt Peter", False, None),
        ("Dorvale Signs Pact", False, None),
        ("Rita Boyle", True, "Rita Boyle"),
    ],
)
def test_names_in_headlines(headline: str, told: bool, expected: str | None) -> None:
    people = [by_full_name([], name("Peter Holt"))]
    found = in_headline(people, name(headline, 50), told)
    assert (found.text if found else None) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("They met Cllr. Rita Boyle there. She spoke.", 2),
        ("They met Eng. Tom Akana there.", 1),
        ("They met. She spoke.", 2),
    ],
)
def test_sentences_go_on_after_abbreviated_courtesies(report_of: ReportOf, text: str, count: int) -> None:
    assert len(list(stretches(report_of(text)[0]))) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Director of the {body:Ashby Council Peter Holt} then.", {"Ashby Council", "Peter Holt"}),
        ("The {body:Front Central Committee Vo Van Khoi} sat; Chairman Vo Van Khoi spoke.", {"Front Central Committee", "Vo Van Khoi"}),
        ("The {ngo:Peter Holt Foundation} met.", {"Peter Holt Foundation"}),
        ("The {body:Council of Ashby} met.", {"Council of Ashby"}),
    ],
)
def test_names_at_the_end_of_organisations(people_in: PeopleIn, text: str, expected: set[str]) -> None:
    assert {a.name for a in people_in(text).actors.values()} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then {municipality:Victoria} Marlowe said it was time.", {"Victoria Marlowe"}),
        ("Then Maria {municipality:Janik} said it was time.", {"Maria Janik"}),
        ("People in {municipality:Victoria} Marlowe knew said so.", {"Victoria"}),
        ("Then {state:Jordan} Marlowe said it was time.", {"Jordan"}),
    ],
)
def test_places_that_are_parts_of_names(people_in: PeopleIn, text: str, expected: set[str]) -> None:
    assert {a.name for a in people_in(text).actors.values()} >= expected


def test_a_title_is_no_place(people_in: PeopleIn) -> None:
    table = people_in("{state:Peru}'s {municipality:Vice} President Ana Ruiz came.")
    assert [(p.title, table.actors[p.of or ""].name) for p in table.posts] == [("Vice President", "Peru")]


def test_the_highest_post_comes_first_and_five_at_most(people_in: PeopleIn) -> None:
    parts = ", ".join(f"head of the {{body:Board {i}}}" for i in "ABCDEFG")
    table = people_in(f"Ana Ruiz, {parts}, and governor of {{province:Ohio}}, spoke.")
    assert len(table.posts) == 5
    assert table.posts[0].title == "governor"


def test_a_post_that_says_less_is_left_out(people_in: PeopleIn) -> None:
    table = people_in("{state>demonym:Fijian=Fiji} Ambassador to {state:Peru} Tom Akana came. Ambassador Tom Akana left.")
    assert [p.title for p in table.posts] == ["Ambassador to Peru"]


def test_the_same_report_gives_the_same_table(people_in: PeopleIn) -> None:
    text = "Mayor Ana Ruiz of {municipality:Vinh} met Governor Tom Akana ({province:Ohio}) and Ms Boyle."
    assert people_in(text) == people_in(text)
