"""Holders: each rule that joins a name to a title beside it, and what it leaves alone."""

from collections.abc import Callable

import pytest

Posts = dict[str, list[tuple[str | None, str | None]]]
PostsIn = Callable[[str], Posts]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Foreign Minister Laura Paz arrived on Monday.", "Laura Paz", "Foreign Minister"),
        ("They met Deputy Governor Tom Akana there.", "Tom Akana", "Deputy Governor"),
        ("The visit ended, Consul General Sven Dahl said.", "Sven Dahl", "Consul General"),
        ("It was opened by Vice-Mayor Qin Baotian.", "Qin Baotian", "Vice-Mayor"),
        ("Charge d'affaires Sven Dahl was there.", "Sven Dahl", "Charge d'affaires"),
        ("First Deputy Mayor Olena Shevko signed.", "Olena Shevko", "First Deputy Mayor"),
        ("Trade and Industry Minister Kofi Asare signed.", "Kofi Asare", "Trade and Industry Minister"),
        ("Ambassador Extraordinary and Plenipotentiary Nodira Karimova spoke.", "Nodira Karimova", "Ambassador"),
        ("Acting County Executive Rita Boyle spoke.", "Rita Boyle", "Acting County Executive"),
        ("Assistant to the Mayor and Secretary-General Rita Boyle spoke.", "Rita Boyle", "Secretary-General"),
    ],
)
def test_a_name_after_its_title(posts_in: PostsIn, text: str, name: str, title: str) -> None:
    assert title in [t for t, _ in posts_in(text)[name]]


@pytest.mark.parametrize(
    "text",
    [
        "The minister Monday night left the hall.",
        "The governor of {province:Ohio} August last year left.",
        "The Prime Minister Office said nothing.",
    ],
)
def test_no_name_after_a_title(posts_in: PostsIn, text: str) -> None:
    assert posts_in(text) == {}


@pytest.mark.parametrize(
    ("text", "name", "title", "of"),
    [
        ("Tom Akana, governor of {province:Ohio}, signed.", "Tom Akana", "governor", "Ohio"),
        ("Tom Akana, the governor of {province:Ohio}, signed.", "Tom Akana", "governor", "Ohio"),
        ("Tom Akana (governor of {province:Ohio}) signed.", "Tom Akana", "governor", "Ohio"),
        ("Tom Akana – governor of {province:Ohio} – signed.", "Tom Akana", "governor", "Ohio"),
        ("Tom Akana is governor of {province:Ohio}.", "Tom Akana", "governor", "Ohio"),
        ("Tom Akana, who is also chair of the {body:Water Board}, signed.", "Tom Akana", "chair", "Water Board"),
        ("Tom Akana (R), governor of {province:Ohio}, and others.", "Tom Akana", "governor", "Ohio"),
        ("The delegates were: Tom Akana, governor of {province:Ohio}; and others.", "Tom Akana", "governor", "Ohio"),
        ("Tom Akana Governor of {province:Ohio} signed.", "Tom Akana", "Governor", "Ohio"),
        ("They named Tom Akana to be their consul in {state:Fiji}, consul of {state:Peru}.", "Tom Akana", "consul", "Peru"),
        ("Tom Akana has been governor of {province:Ohio} since May.", "Tom Akana", "governor", "Ohio"),
    ],
)
def test_a_name_before_its_title(posts_in: PostsIn, text: str, name: str, title: str, of: str) -> None:
    assert posts_in(text)[name] == [(title, of)]


@pytest.mark.parametrize(
    "text",
    [
        "Tom Akana, said the governor, is a friend.",
        "Tom Akana met the governor of {province:Ohio}.",
    ],
)
def test_a_title_elsewhere_is_not_the_names(posts_in: PostsIn, text: str) -> None:
    assert posts_in(text).get("Tom Akana", []) == []


@pytest.mark.parametrize(
    ("text", "name", "of"),
    [
        ("The governor of {province:Ohio}, Tom Akana, signed.", "Tom Akana", "Ohio"),
        ("The governor of {province:Ohio}, {state:United States}, Tom Akana, signed.", "Tom Akana", "Ohio"),
        ("The governor of {province:Ohio}, Mr Tom Akana signed.", "Tom Akana", "Ohio"),
        ("The governor of {province:Ohio}, Mr. Akana, signed.", "Akana", "Ohio"),
        ("The governor of {province:Haixi}, Qin Baotian in his speech praised it.", "Qin Baotian", "Haixi"),
    ],
)
def test_a_name_after_title_and_comma(posts_in: PostsIn, text: str, name: str, of: str) -> None:
    assert ("governor", of) in posts_in(text)[name]


@pytest.mark.parametrize(
    "text",
    [
        "For the governor of {province:Ohio}, Monday was a good day.",
        "To the governor, {municipality:Dorvale} is home.",
    ],
)
def test_what_follows_the_comma_need_not_be_a_name(posts_in: PostsIn, text: str) -> None:
    assert posts_in(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The governor of {province:Ohio}, Tom Akana, the mayor of {municipality:Ashby}, Rita Boyle, signed.",
            {"Tom Akana": [("governor", "Ohio")], "Rita Boyle": [("mayor", "Ashby")]},
        ),
        (
            "Tom Akana, governor of {province:Ohio}, Rita Boyle, mayor of {municipality:Ashby}, signed.",
            {"Tom Akana": [("governor", "Ohio")], "Rita Boyle": [("mayor", "Ashby")]},
        ),
        (
            "Governor of {province:Ohio} Tom Akana, Mayor of {municipality:Ashby} Rita Boyle and others signed.",
            {"Tom Akana": [("Governor", "Ohio")], "Rita Boyle": [("Mayor", "Ashby")]},
        ),
        (
            "{province:Ohio} Governor Tom Akana, {municipality:Ashby} Mayor Rita Boyle signed.",
            {"Tom Akana": [("Governor", "Ohio")], "Rita Boyle": [("Mayor", "Ashby")]},
        ),
    ],
)
def test_lists_of_one_pattern(posts_in: PostsIn, text: str, expected: Posts) -> None:
    assert posts_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rita Boyle, president of the local group and governor of {province:Ohio}, spoke.",
            [("governor", "Ohio"), ("president of the local group", None)],
        ),
        ("Rita Boyle, head of the choir and mayor of {municipality:Ashby}, spoke.", [("mayor", "Ashby"), ("head", None)]),
    ],
)
def test_a_further_post_after_and(posts_in: PostsIn, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert sorted(posts_in(text)["Rita Boyle"], key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Rita Boyle, receiving them as mayor of {municipality:Ashby}, spoke.", "mayor"),
        ("Then Rita Boyle spoke as the mayor of {municipality:Ashby}.", "mayor"),
    ],
)
def test_a_post_told_with_as(posts_in: PostsIn, text: str, title: str) -> None:
    assert posts_in(text)["Rita Boyle"] == [(title, "Ashby")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Head of the Commission for Public Order Le Thi Hoa came.", "Le Thi Hoa"),
        ("Chairman of the Standing Committee of the 9th People's Congress (NPC) Qin Baotian came.", "Qin Baotian"),
    ],
)
def test_a_name_after_an_organisation_read_in_part(posts_in: PostsIn, text: str, name: str) -> None:
    assert name in posts_in(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Ana Ruiz of {state:Peru} came.", "Peru"),
        ("President Ana Ruiz ({state:Peru}) came.", "Peru"),
        ("President Ana Ruiz from {state:Peru} came.", "Peru"),
    ],
)
def test_the_place_after_the_name(posts_in: PostsIn, text: str, expected: str) -> None:
    assert posts_in(text)["Ana Ruiz"] == [("President", expected)]
