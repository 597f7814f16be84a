"""Implied owners: what a post is of where the report does not say it beside the title, rule by rule."""

from collections.abc import Callable

import pytest

from amity.reading.people import find_people
from amity.reading.people.implied import plausible
from amity.reading.report import ActorTable, Report

Posts = dict[str, list[tuple[str | None, str | None]]]
PostsIn = Callable[[str], Posts]
ReportOf = Callable[[str], tuple[Report, ActorTable]]


def owners(posts: Posts, name: str) -> list[str | None]:
    return [of for _, of in posts[name]]


@pytest.mark.parametrize(
    ("text", "name", "of"),
    [
        (
            "{state>demonym:Fijian=Fiji} Foreign Minister Tom Akana came. {state:Peru} was glad. Minister Tom Akana left.",
            "Tom Akana",
            "Fiji",
        ),
        ("President of {municipality:Rabat} Karim Idrissi came. President Karim Idrissi spoke of {state:Peru}.", "Karim Idrissi", "Rabat"),
        ("Deputy Prime Minister Tom Akana came. Tom Akana, Foreign Minister of {state:Fiji}, met {state:Peru}.", "Tom Akana", "Fiji"),
    ],
)
def test_the_owner_of_the_same_persons_other_post(posts_in: PostsIn, text: str, name: str, of: str) -> None:
    assert set(owners(posts_in(text), name)) == {of}


@pytest.mark.parametrize(
    ("text", "name", "of"),
    [
        (
            "The {municipality:Ashby City Council} met. The Deputy Leader of the Council, Rita Boyle, spoke of {municipality:Dorvale}.",
            "Rita Boyle",
            "Ashby City Council",
        ),
        (
            "The {body:Ha Lam Provincial People's Council} sat. Vice Chairman of the Provincial People's Council Vo Thi Tuoi spoke.",
            "Vo Thi Tuoi",
            "Ha Lam Provincial People's Council",
        ),
    ],
)
def test_an_organ_known_in_full_elsewhere(posts_in: PostsIn, text: str, name: str, of: str) -> None:
    assert of in owners(posts_in(text), name)


@pytest.mark.parametrize(
    ("text", "name", "of"),
    [
        ("{municipality:Dorvale} met {municipality:Ashby}, which sent its mayor, Rita Boyle.", "Rita Boyle", "Ashby"),
        ("For {municipality:Ashby} the pen was held by its First Deputy Mayor, Rita Boyle.", "Rita Boyle", "Ashby"),
        (
            "{district:Ota} met the {district:2nd arrondissement of Lyon}; the arrondissement sent its mayor, Rita Boyle.",
            "Rita Boyle",
            "2nd arrondissement of Lyon",
        ),
    ],
)
def test_its_means_the_last_fitting_actor(posts_in: PostsIn, text: str, name: str, of: str) -> None:
    assert owners(posts_in(text), name) == [of]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Mayor Rita Boyle signed on behalf of {municipality:Ashby}, not {municipality:Dorvale}.", "Ashby"),
        ("Mayor Rita Boyle, representing {municipality:Ashby}, met {municipality:Dorvale}.", "Ashby"),
        ("Mayor Rita Boyle signed for {municipality:Ashby}; {municipality:Dorvale} and {municipality:Dorvale} too.", "Ashby"),
    ],
)
def test_for_whom_the_holder_acts(posts_in: PostsIn, text: str, of: str) -> None:
    assert owners(posts_in(text), "Rita Boyle") == [of]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("{municipality:Dorvale} received a delegation from {municipality:Ashby} led by Mayor Rita Boyle.", "Ashby"),
        ("{municipality:Dorvale} received the {municipality:Ashby} delegation headed by Mayor Rita Boyle.", "Ashby"),
        ("Mayor Rita Boyle led a delegation from {municipality:Ashby} to {municipality:Dorvale}.", "Ashby"),
        ("Mayor Rita Boyle is leading the {municipality:Ashby} delegation to {municipality:Dorvale}.", "Ashby"),
    ],
)
def test_whose_delegation_the_holder_leads(posts_in: PostsIn, text: str, of: str) -> None:
    assert owners(posts_in(text), "Rita Boyle") == [of]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        (
            "{municipality:Dorvale} hosted. On the {municipality:Ashby} side, Mayor Rita Boyle spoke. {municipality:Dorvale} listened.",
            "Ashby",
        ),
        (
            "{municipality:Dorvale} hosted. Representing {municipality:Ashby}, Mayor Rita Boyle spoke. {municipality:Dorvale} listened.",
            "Ashby",
        ),
    ],
)
def test_the_side_named_before_the_title(posts_in: PostsIn, text: str, of: str) -> None:
    assert owners(posts_in(text), "Rita Boyle") == [of]


def test_the_order_of_a_list(posts_in: PostsIn) -> None:
    posts = posts_in("{state:Fiji} and {state:Peru} agreed when Presidents Tom Akana and Ana Ruiz met.")
    assert posts == {"Tom Akana": [("President", "Fiji")], "Ana Ruiz": [("President", "Peru")]}


@pytest.mark.parametrize(
    ("text", "name", "of"),
    [
        ("{state:China} and {state:Peru} met in {state:Peru}. President Qin Baotian spoke.", "Qin Baotian", None),
        (
            "{municipality:Dorvale} and {municipality:Ashby} met. Mayor Rita Boyle of {municipality:Ashby} saw Mayor Tom Akana.",
            "Tom Akana",
            "Dorvale",
        ),
        ("{state:Fiji} met {state:Peru}. {state:Fiji} and {state:Peru} smiled. {state:Fiji} asked {state:Peru}. "
         "{state>demonym:Fijian=Fiji} Minister of Trade Tom Akana was received by President Ana Ruiz.", "Ana Ruiz", "Peru"),
    ],
)  # fmt: skip
def test_what_is_left_over(posts_in: PostsIn, text: str, name: str, of: str | None) -> None:
    found = owners(posts_in(text), name)
    assert found == [of] if of else len(found) == 1


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Qin Baotian", "CN", True),
        ("Qin Baotian", "LA", False),
        ("Qin Baotian", "SG", True),
        ("Bounpone Inthavong", "CN", False),
        ("Bounpone Inthavong", "LA", True),
        ("Truong Quang Hieu", "VN", True),
        ("Truong Quang Hieu", "CN", False),
        ("Le Minh", "VN", True),
        ("Park Geon-woo", "KR", True),
        ("Park Geon-woo", "JP", False),
        ("Rita Boyle", "KR", False),
        ("Rita Boyle", None, True),
        ("Qin", "LA", True),
    ],
)
def test_plausible_names_of_officials(name: str, country: str | None, expected: bool) -> None:
    assert plausible(name, country) is expected


@pytest.mark.parametrize(
    ("agency", "dateline", "of"),
    [("KPL", None, "Laos"), (None, "Vientiane", "Laos"), ("AKP", None, "Cambodia"), ("Unheard", None, "Cambodia")],
)
def test_titles_need_no_country_at_home(report_of: ReportOf, agency: str | None, dateline: str | None, of: str) -> None:
    text = "{state:Laos} met {state:Cambodia}. {state:Cambodia} sat. {state:Cambodia} rose. President Saysana Kommavong spoke."
    report, table = report_of(text)
    report.document.agency, report.document.dateline_place = agency, dateline
    for actor, code in zip(table.actors.values(), ("LA", "KH"), strict=True):
        actor.country = code
    find_people(report, table)
    assert [table.actors[p.of or ""].name for p in table.posts] == [of]


@pytest.mark.parametrize(
    ("url", "of"),
    [
        ("https://news.gov.kh/1", "Cambodia"),
        ("https://news.gov.la/1", "Laos"),
        ("https://news.la:8080", "Laos"),
        ("https://news.com/kh/1", "Cambodia"),
        ("https://news.tv/1", "Cambodia"),
        (None, "Cambodia"),
    ],
)
def test_the_domain_tells_where_home_is(report_of: ReportOf, url: str | None, of: str) -> None:
    text = "{state:Laos} met {state:Cambodia}. {state:Cambodia} sat. {state:Cambodia} rose. President Saysana Kommavong spoke."
    report, table = report_of(text)
    report.document.url = url
    for actor, code in zip(table.actors.values(), ("LA", "KH"), strict=True):
        actor.country = code
    find_people(report, table)
    assert [table.actors[p.of or ""].name for p in table.posts] == [of]


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("Mayor Rita Boyle of {municipality:Ashby} spoke.", "high"),
        ("{municipality:Ashby} sent its mayor, Rita Boyle.", "high"),
        (
            "{municipality:Ashby}'s friends met {municipality:Dorvale}. Mayor Tom Akana of {municipality:Ashby} met Mayor Rita Boyle.",
            "medium",
        ),
        ("{municipality:Ashby} was glad. Mayor Rita Boyle spoke.", "low"),
    ],
)
def test_how_sure_a_post_is(report_of: ReportOf, text: str, confidence: str) -> None:
    report, table = report_of(text)
    find_people(report, table)
    posts = [p.confidence for p in table.posts if table.actors[p.person].name == "Rita Boyle"]
    assert posts == [confidence]


@pytest.mark.parametrize(
    "text",
    [
        "Director Rita Boyle spoke of {municipality:Ashby}.",
        "Governor Rita Boyle spoke of {state:Peru}.",
        "President Rita Boyle spoke of {municipality:Ashby}.",
    ],
)
def test_no_owner_of_the_wrong_kind(posts_in: PostsIn, text: str) -> None:
    assert owners(posts_in(text), "Rita Boyle") == [None]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Deputy Foreign Minister Nguyen Van Lam and his Lao counterpart Kham Souk met in Da Nang.", "Vietnam"),
        ("Foreign Minister Nguyen Van Lam opened the fair in Hue.", "Vietnam"),
        ("Foreign Minister Tom Day opened the fair in Hue.", None),
        ("Professor Nguyen Van Lam opened the fair in Hue.", None),
    ],
)
def test_names_of_a_country_that_only_its_places_tell(settled: Callable[..., Report], text: str, state: str | None) -> None:
    assert next((a.name for a in settled(text).table.actors.values() if a.name == "Vietnam"), None) == state
