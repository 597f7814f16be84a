"""Posts: who holds which post of what, in each way that reports word it."""

from collections.abc import Callable

import pytest

from amity.reading.people.posts import represents

Posts = dict[str, list[tuple[str | None, str | None]]]
PostsIn = Callable[[str], Posts]

TOLD = [
    # the title before the name
    ("{state>demonym:Peruvian=Peru} Foreign Minister Ana Ruiz met reporters.", "Ana Ruiz", "Foreign Minister", "Peru"),
    ("Prime Minister of {state:Fiji} Tomasi Vakaloloma spoke first.", "Tomasi Vakaloloma", "Prime Minister", "Fiji"),
    ("{municipality:Dorvale} Mayor Carla Monti opened the fair.", "Carla Monti", "Mayor", "Dorvale"),
    ("They met Chairman of the {province:Hexi Autonomous Region} Qin Baotian.", "Qin Baotian", "Chairman", "Hexi Autonomous Region"),
    (
        "It was signed by Vice Chairwoman of the {body:Ha Lam People's Committee} Vo Thi Tuoi.",
        "Vo Thi Tuoi",
        "Vice Chairwoman",
        "Ha Lam People's Committee",
    ),
    (
        "{party:Dong Xuyen Party Committee} secretary Trieu Van Khoi hosted them.",
        "Trieu Van Khoi",
        "secretary",
        "Dong Xuyen Party Committee",
    ),
    ("The Lord Mayor of {municipality:Ashby}, Councillor Peter Holt, was there.", "Peter Holt", "Lord Mayor", "Ashby"),
    ("{state>demonym:Kenyan=Kenya} Ambassador to {state:Japan} Wanjiru Kamau agreed.", "Wanjiru Kamau", "Ambassador to Japan", "Kenya"),
    # the title after it
    ("Carla Monti, the mayor of {municipality:Dorvale}, opened the fair.", "Carla Monti", "mayor", "Dorvale"),
    ("Sun Meihua, vice governor of {province:Beilin Province}, attended.", "Sun Meihua", "vice governor", "Beilin Province"),
    ("Mr. Okada Shinji - Deputy Mayor of {municipality:Kitaura} - thanked them.", "Okada Shinji", "Deputy Mayor", "Kitaura"),
    ("Peter Holt ({municipality:Ashby}'s mayor) spoke.", "Peter Holt", "mayor", "Ashby"),
    ("Laura Paz, who is also Minister of Trade of {state:Peru}, signed.", "Laura Paz", "Minister of Trade", "Peru"),
    ("Peter Holt, {municipality:Ashby}'s mayor, spoke.", "Peter Holt", "mayor", "Ashby"),
    ("Dr Sven Dahl, rector of {ngo:Norvik University}, came too.", "Sven Dahl", "rector", "Norvik University"),
    # the name after a comma
    ("The mayor of {municipality:Dorvale}, Carla Monti, opened the fair.", "Carla Monti", "mayor", "Dorvale"),
    (
        "The Governor of {province:Nambu province} of the {state:Republic of Korea} (ROK), Bae Chul Soo, came on Monday.",
        "Bae Chul Soo",
        "Governor",
        "Nambu province",
    ),
    ("{municipality:Dorvale} was represented by its mayor, Carla Monti.", "Carla Monti", "mayor", "Dorvale"),
    # the place after the name
    ("President Laura Paz of {state:Peru} arrived.", "Laura Paz", "President", "Peru"),
    ("Governor Dan Mercer ({province:Ohio}) signed.", "Dan Mercer", "Governor", "Ohio"),
    # by a verb, by the sentence
    ("Laura Paz, who leads the {body:Ashby City Council}, spoke.", "Laura Paz", "leader", "Ashby City Council"),
    ("Mayor Carla Monti signed on behalf of {municipality:Dorvale}.", "Carla Monti", "Mayor", "Dorvale"),
    ("Ms Laura Paz of the {body:Ministry of Trade} took the floor.", "Laura Paz", None, "Ministry of Trade"),
]


@pytest.mark.parametrize(("text", "name", "title", "of"), TOLD)
def test_a_post_is_read_with_its_holder(posts_in: PostsIn, text: str, name: str, title: str | None, of: str) -> None:
    assert (title, of) in posts_in(text)[name]


SEVERAL = [
    (
        "{state>demonym:Peruvian=Peru} Deputy Prime Minister and Foreign Minister Ana Ruiz came.",
        {"Ana Ruiz": [("Deputy Prime Minister", "Peru"), ("Foreign Minister", "Peru")]},
    ),
    (
        "Party Secretary and Chairman of the People's Council of {municipality:Muang Kham} Bounlert Xayavong spoke.",
        {"Bounlert Xayavong": [("Party Secretary", "Muang Kham"), ("Chairman of the People's Council", "Muang Kham")]},
    ),
    (
        "Presidents Laura Paz of {state:Peru} and Juan Sosa of {state:Chile} met.",
        {"Laura Paz": [("President", "Peru")], "Juan Sosa": [("President", "Chile")]},
    ),
    (
        "Foreign Ministers Laura Paz ({state:Peru}) and Juan Sosa ({state:Chile}) met.",
        {"Laura Paz": [("Foreign Minister", "Peru")], "Juan Sosa": [("Foreign Minister", "Chile")]},
    ),
    (
        "{state:Peru} and {state:Chile} made peace when Presidents Laura Paz and Juan Sosa met.",
        {"Laura Paz": [("President", "Peru")], "Juan Sosa": [("President", "Chile")]},
    ),
    (
        "Mayor Carla Monti of {municipality:Dorvale} and her {municipality:Ashby} counterpart, Peter Holt, signed.",
        {"Carla Monti": [("Mayor", "Dorvale")], "Peter Holt": [("Mayor", "Ashby")]},
    ),
    (
        "Carla Monti, mayor of {municipality:Dorvale}, and Peter Holt, mayor of {municipality:Ashby}, signed.",
        {"Carla Monti": [("mayor", "Dorvale")], "Peter Holt": [("mayor", "Ashby")]},
    ),
    (
        "The mayor of {municipality:Dorvale}, Carla Monti, and the mayor of {municipality:Ashby}, Peter Holt, signed.",
        {"Carla Monti": [("mayor", "Dorvale")], "Peter Holt": [("mayor", "Ashby")]},
    ),
    (
        "Mayor Carla Monti of {municipality:Dorvale} met Mayor Peter Holt, who had come from {municipality:Ashby}.",
        {"Carla Monti": [("Mayor", "Dorvale")], "Peter Holt": [("Mayor", "Ashby")]},
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_holders_and_posts(posts_in: PostsIn, text: str, expected: Posts) -> None:
    assert posts_in(text) == expected


IMPLIED = [
    (
        "{state:Vietnam} thanks its friends. Prime Minister Truong Quang Hieu met {state>demonym:Lao=Laos} President Khamsay Vongdara.",
        "Truong Quang Hieu",
        "Vietnam",
    ),
    ("{municipality:Dorvale} welcomed guests. Mayor Carla Monti said {municipality:Dorvale} is glad.", "Carla Monti", "Dorvale"),
    (
        "Peter Holt, mayor of {municipality:Ashby}, met Mayor Carla Monti. {municipality:Ashby} and {municipality:Dorvale} are friends.",
        "Carla Monti",
        "Dorvale",
    ),
]


@pytest.mark.parametrize(("text", "name", "of"), IMPLIED)
def test_what_a_post_is_of_may_be_implied(posts_in: PostsIn, text: str, name: str, of: str) -> None:
    assert of in [owner for _, owner in posts_in(text)[name]]


def test_the_main_actor_for_want_of_better_is_unsure(people_in: Callable[[str], object]) -> None:
    table = people_in("{state:Peru} spoke of {state:Chile}. {state:Peru} has a plan. President Laura Paz said so.")
    assert [p.confidence for p in table.posts] == ["low"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "The mayors of {municipality:Dorvale} and {municipality:Ashby} met.",
        "They head for {municipality:Dorvale} and lead the field.",
        "The Conference of Governors was held in {municipality:Dorvale}.",
    ],
)
def test_titles_without_a_name_make_no_post(posts_in: PostsIn, text: str) -> None:
    assert posts_in(text) == {}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Mayor", "place"),
        ("Vice Governor", "place"),
        ("Party chief", "of"),
        ("Secretary of the Party Committee", "place"),
        ("Chairman of the People's Council", "place"),
        ("Minister of Foreign Affairs", "state"),
        ("Deputy Foreign Minister", "state"),
        ("Consul General", "state"),
        ("Ambassador to Japan", "state"),
        ("spokeswoman", "body"),
        ("Director-General", "body"),
        ("Chairman", "body"),
        ("professor", "self"),
        ("something unheard of", "body"),
        (None, "body"),
    ],
)
def test_for_whom_a_holder_speaks(title: str | None, expected: str) -> None:
    assert represents(title) == ("place" if expected == "of" else expected)
