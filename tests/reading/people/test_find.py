"""People: which names are persons', what forms they have, and what is no person."""

from collections.abc import Callable

import pytest

from amity.reading.report import ActorTable

PeopleIn = Callable[[str], ActorTable]


def names(table: ActorTable) -> dict[str, list[str]]:
    return {a.name: a.aliases for a in table.actors.values() if a.kind == "person"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr. Chai Somwang opened the talks.", "Chai Somwang"),
        ("H.E. Mr. Qin Baotian presided.", "Qin Baotian"),
        ("Prime Minister Truong Quang Hieu spoke.", "Truong Quang Hieu"),
        ("Minister of Public Security To Vinh agreed.", "To Vinh"),
        ("Vice Premier He Lunfang visited the port.", "He Lunfang"),
        ("Governor Park Geon-woo signed.", "Park Geon-woo"),
        ("Mayor Sato-Lind Keiko bowed.", "Sato-Lind Keiko"),
        ("Councillor Pilar De los Rios voted.", "Pilar De los Rios"),
        ("Ambassador Yusuf bin Harun al-Rashidi arrived.", "Yusuf bin Harun al-Rashidi"),
        ("Minister Pieter van der Meer arrived.", "Pieter van der Meer"),
        ("Minister K. B. Owusu arrived.", "K. B. Owusu"),
        ("Director LI Wenshan replied.", "LI Wenshan"),
        ("Mayor Luo Ge'er replied.", "Luo Ge'er"),
        ("Premier Trần Hữu Lộc replied.", "Trần Hữu Lộc"),
        ("Governor Oduya Ng'ang'a replied.", "Oduya Ng'ang'a"),
        ("Chairman Prasit “Doc Art” Boonmee replied.", "Prasit “Doc Art” Boonmee"),
        ("The talks were led by Mayor Dilnoza Yuldasheva (R).", "Dilnoza Yuldasheva"),
        ("Datuk Seri Ahmad Zulkifli, the state's minister, came.", "Ahmad Zulkifli"),
        ("Professor Tom O’Hara, the dean, came.", "Tom O’Hara"),
    ],
)
def test_names_of_many_languages(people_in: PeopleIn, text: str, name: str) -> None:
    assert list(names(people_in(text))) == [name]


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("Chairman Qin Baotian spoke. Qin said the region is glad.", "Qin Baotian", {"Qin"}),
        ("Secretary Dinh Van Phuc spoke. Phuc added that the city is glad.", "Dinh Van Phuc", {"Phuc"}),
        ("Governor Ly Samnang spoke. Samnang asked for more.", "Ly Samnang", {"Samnang"}),
        ("Secretary Wang Meilin came. Mr Wang undertook to help.", "Wang Meilin", {"Wang"}),
        ("Mayor Keiko Arata signed. Mayor Arata's comment was short.", "Keiko Arata", {"Arata"}),
        ("Scott Marlowe, the mayor, signed. Marlowe said so.", "Scott Marlowe", {"Marlowe"}),
        ("President Bounpone Inthavong received them. President Bounpone thanked them.", "Bounpone Inthavong", {"Bounpone"}),
        ("President Laura Paz met Minister Laura Paz-Soto. Paz smiled.", "Laura Paz", {"Paz"}),
    ],
)
def test_short_forms_lead_to_the_full_name(people_in: PeopleIn, text: str, name: str, aliases: set[str]) -> None:
    assert set(names(people_in(text))[name]) == aliases


def test_a_short_form_of_two_people_goes_by_post(people_in: PeopleIn) -> None:
    table = people_in("Minister Wang Meilin met Governor Wang Boqin. Governor Wang thanked the minister.")
    assert names(table) == {"Wang Meilin": [], "Wang Boqin": ["Wang"]}


def test_a_short_form_of_two_people_else_goes_to_the_last_named(people_in: PeopleIn) -> None:
    table = people_in("Minister Wang Meilin arrived. Governor Wang Boqin received her. Wang said the province is glad.")
    assert names(table) == {"Wang Meilin": [], "Wang Boqin": ["Wang"]}


def test_a_misspelt_name_is_the_same_person(people_in: PeopleIn) -> None:
    table = people_in("Minister Saysana Kommavong came. Minister Saysanna Kommavong left.")
    assert names(table) == {"Saysana Kommavong": ["Saysanna Kommavong"]}


def test_names_that_only_look_alike_stay_apart(people_in: PeopleIn) -> None:
    table = people_in("Minister Wang Boqin met Governor Wang Boqing and Mayor Wang Meiling met Ms Wang Meilin.")
    assert len(names(table)) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Thinh highlighted the progress of both provinces.",
        "Hoang said that the two cities would share more.",
        "Wang stressed the need for more flights.",
    ],
)
def test_a_partial_name_never_introduced_is_a_person_without_post(people_in: PeopleIn, text: str) -> None:
    table = people_in(text)
    assert list(names(table)) == [text.split()[0]]
    assert table.posts == []
    assert [a.confidence for a in table.actors.values()] == ["medium"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Oscar Benitez, an engineer who lives there, spoke to the council.", "Oscar Benitez"),
        ("According to Maria Lindqvist, the line opens soon.", "Maria Lindqvist"),
        ("Li Wenshan, 32, a passenger, remembered the old road.", "Li Wenshan"),
        ("The text was signed by Peter Holt.", "Peter Holt"),
        ("Emomjon Yusupov said that the talks were useful. Yusupov left early.", "Emomjon Yusupov"),
    ],
)
def test_names_without_a_post(people_in: PeopleIn, text: str, name: str) -> None:
    assert name in names(people_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "They met at Nelson Ferreira University.",
        "The tower on Anna Keller Street was lit.",
        "The Pavel Novak Prize went to a school.",
        "Huaneng Technologies said the plant would open.",
        "(Photo by Ana Ruiz)",
        "Translated by Huong Mai",
        "By Peter Holt\nThe council met.",
        "Editor: Ana Ruiz",
        "This is where President Ngo Van Tri taught for years.",
        "They laid flowers at the mausoleum of President Ngo Van Tri.",
        "The late Governor Peter Holt had begun the tie.",
        "The Friendship Bridge was opened in Ashby.",
        "The Ashby Post said so.",
        "However, Under the Plan the Two Sides Will Meet",
    ],
)
def test_no_person(people_in: PeopleIn, text: str) -> None:
    assert names(people_in(text)) == {}


def test_a_place_inside_a_name_is_none(people_in: PeopleIn) -> None:
    table = people_in("Mayor {municipality:Sofia} Marinova signed.")
    assert [(a.kind, a.name) for a in table.actors.values()] == [("person", "Sofia Marinova")]


def test_a_name_at_the_end_of_an_organisations_is_cut_off(people_in: PeopleIn) -> None:
    table = people_in("They met Director of the {body:Ashby Council Peter Holt} on Monday.")
    assert sorted(a.name for a in table.actors.values()) == ["Ashby Council", "Peter Holt"]


def test_headlines_teach_no_names_but_find_known_ones(people_in: PeopleIn) -> None:
    table = people_in("Qin Baotian Meets Foreign Guests\nChairman Qin Baotian met guests from {state:Laos} on Monday.")
    assert names(table) == {"Qin Baotian": []}


def test_mentions_cover_the_name_and_the_title(people_in: PeopleIn) -> None:
    table = people_in("Mayor Carla Monti of {municipality:Dorvale} spoke.")
    forms = {(m.form, m.start, m.end) for m in table.mentions}
    assert {("post", 0, 1), ("name", 1, 3), ("name", 4, 5)} <= forms
