"""Posts in lists, by verbs, by the organisation alone, and as a counterpart's."""

from collections.abc import Callable

import pytest

from amity.reading.report import Report

Posts = dict[str, list[tuple[str | None, str | None]]]
PostsIn = Callable[[str], Posts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Governors Tom Akana of {province:Ohio} and Rita Boyle of {province:Utah} met.",
            {"Tom Akana": [("Governor", "Ohio")], "Rita Boyle": [("Governor", "Utah")]},
        ),
        (
            "Governors Tom Akana ({province:Ohio}), Rita Boyle ({province:Utah}) and Jim Cole ({province:Iowa}) met.",
            {"Tom Akana": [("Governor", "Ohio")], "Rita Boyle": [("Governor", "Utah")], "Jim Cole": [("Governor", "Iowa")]},
        ),
        (
            "Tom Akana and Rita Boyle, mayors of {municipality:Dorvale} and {municipality:Ashby}, met.",
            {"Tom Akana": [("mayor", "Dorvale")], "Rita Boyle": [("mayor", "Ashby")]},
        ),
        (
            "The mayors of {municipality:Dorvale} and {municipality:Ashby}, Tom Akana and Rita Boyle, met.",
            {"Tom Akana": [("mayor", "Dorvale")], "Rita Boyle": [("mayor", "Ashby")]},
        ),
        (
            "{municipality:Ashby} councillors Tom Akana and Rita Boyle voted.",
            {"Tom Akana": [("councillor", "Ashby")], "Rita Boyle": [("councillor", "Ashby")]},
        ),
        (
            "Ministers of Trade Tom Akana of {state:Fiji} and Rita Boyle of {state:Chile} met.",
            {"Tom Akana": [("Minister of Trade", "Fiji")], "Rita Boyle": [("Minister of Trade", "Chile")]},
        ),
        (
            "Tom Akana and Rita Boyle, mayors of {municipality:Dorvale}, {province:Ohio} and {municipality:Ashby}, {province:Utah}, met.",
            {"Tom Akana": [("mayor", "Dorvale")], "Rita Boyle": [("mayor", "Ashby")]},
        ),
    ],
)
def test_holders_of_one_title(posts_in: PostsIn, text: str, expected: Posts) -> None:
    assert posts_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The mayors of {municipality:Dorvale} and {municipality:Ashby} signed in May.",
        "Ministers from both sides were there.",
    ],
)
def test_plural_titles_without_names(posts_in: PostsIn, text: str) -> None:
    assert posts_in(text) == {}


def test_one_name_before_others_title_is_not_theirs(posts_in: PostsIn) -> None:
    text = "Mayor of {municipality:Dorvale} Tom Akana, Council Members and Mayor of {municipality:Ashby} Rita Boyle came."
    assert posts_in(text) == {"Tom Akana": [("Mayor", "Dorvale")], "Rita Boyle": [("Mayor", "Ashby")]}


@pytest.mark.parametrize(
    ("text", "title", "of"),
    [
        ("Rita Boyle, who leads the {body:Ashby City Council}, spoke.", "leader", "Ashby City Council"),
        ("Rita Boyle, who chairs the {body:Water Board}, spoke.", "chair", "Water Board"),
        ("Rita Boyle, who heads {ngo:Norvik University}, spoke.", "head", "Norvik University"),
        ("Rita Boyle, who sits on the {body:Water Board}, spoke.", "member", "Water Board"),
    ],
)
def test_a_post_told_by_a_verb(posts_in: PostsIn, text: str, title: str, of: str) -> None:
    assert (title, of) in posts_in(text)["Rita Boyle"]


@pytest.mark.parametrize(
    "text",
    ["Mr Tom Akana, who likes the {body:Water Board}, spoke.", "Mr Tom Akana leads a busy life."],
)
def test_other_verbs_tell_no_post(posts_in: PostsIn, text: str) -> None:
    assert posts_in(text)["Tom Akana"] == []


@pytest.mark.parametrize(
    ("text", "name", "of"),
    [
        ("The group was led by Mr Tom Akana of the {body:Ministry of Works}.", "Tom Akana", "Ministry of Works"),
        ("Ms Rita Boyle from {company:Boyle Freight} spoke.", "Rita Boyle", "Boyle Freight"),
        ("Peter Holt of the {body:Water Board} said it was early.", "Peter Holt", "Water Board"),
    ],
)
def test_only_the_organisation_told(posts_in: PostsIn, text: str, name: str, of: str) -> None:
    assert posts_in(text)[name] == [(None, of)]


@pytest.mark.parametrize("text", ["Peter Holt of {state:Fiji} said it was early.", "Mr Peter Holt spoke of the {body:Water Board}."])
def test_no_organisation_of_the_persons(posts_in: PostsIn, text: str) -> None:
    assert posts_in(text)["Peter Holt"] == []


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "{state>demonym:Peruvian=Peru} President Ana Ruiz met her {state>demonym:Fijian=Fiji} counterpart Tom Akana.",
            "Tom Akana",
            ("President", "Fiji"),
        ),
        (
            "Mayor Ana Ruiz of {municipality:Dorvale} and her {municipality:Ashby} counterpart, Tom Akana, signed.",
            "Tom Akana",
            ("Mayor", "Ashby"),
        ),
        (
            "Governor Ana Ruiz of {province:Ohio} wrote to her counterpart from {province:Utah} Tom Akana.",
            "Tom Akana",
            ("Governor", "Utah"),
        ),
        (
            "{state>demonym:Peruvian=Peru} President Ana Ruiz met her {state>demonym:Fijian=Fiji} counterpart Prime Minister Tom Akana.",
            "Tom Akana",
            ("Prime Minister", "Fiji"),
        ),
    ],
)
def test_a_counterpart_has_the_same_post(posts_in: PostsIn, text: str, name: str, expected: tuple[str, str]) -> None:
    assert expected in posts_in(text)[name]


def test_a_counterpart_without_a_name_is_nobody(posts_in: PostsIn) -> None:
    text = "{state>demonym:Peruvian=Peru} President Ana Ruiz met her {state>demonym:Fijian=Fiji} counterpart."
    assert list(posts_in(text)) == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Tomsk Mayor Ana Ruiz and her Peruvian counterpart Tom Day met in Arequipa.", "Arequipa"),
        ("Mayor Ana Ruiz and her Peruvian counterpart Tom Day of Arequipa city met.", "Arequipa city"),
        ("Governor of Henan Ana Ruiz and her Lao counterpart Tom Day met in Attapeu province.", "Attapeu province"),
        ("Foreign Minister Ana Ruiz of Fiji and her Peruvian counterpart Tom Day met in Arequipa.", "Peru"),
        ("Tomsk Mayor Ana Ruiz and her Peruvian counterpart Tom Day met in Arequipa and Trujillo.", "Peru"),
    ],
)
def test_counterparts_of_mayors_head_the_one_city_of_their_country(settled: Callable[..., Report], text: str, of: str) -> None:
    table = settled(text).table
    owners = [table.actors[p.of].name for p in table.posts if p.of and table.actors[p.person].name == "Tom Day"]
    assert owners == [of]
