"""The pages speak the language that is chosen, else the browser's: fixed words change, names and quotes stay as they are."""

from collections.abc import Callable

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from starlette.datastructures import Headers

from amity.office.words import LANGUAGES
from amity.web.fixed import Place
from amity.web.language import OWN_NAMES, again, asked, known, value
from amity.web.rendering import TEMPLATES
from tests.web.conftest import Watched

Browse = Callable[..., Watched]
VIETNAMESE = {"cookie": "amity_language=vi"}


@pytest.mark.parametrize(
    ("headers", "language"),
    [
        ({}, "en"),
        ({"accept-language": "zh-CN,zh;q=0.9,en;q=0.8"}, "zh"),
        ({"accept-language": "fr, vi;q=0.5, en;q=0.7"}, "en"),
        ({"accept-language": "vi;q=0, de"}, "en"),
        ({"accept-language": "vi;q=much"}, "en"),
        ({"accept-language": "zh", "cookie": "amity_language=vi"}, "vi"),
        ({"accept-language": "zh", "cookie": "amity_language=xx"}, "zh"),
        ({"cookie": "a=b; =;;\x01"}, "en"),
    ],
)
def test_the_cookie_goes_before_the_browser_and_english_comes_last(headers: dict[str, str], language: str) -> None:
    assert asked(Headers(headers)) == language


def test_every_language_is_offered_by_its_own_name() -> None:
    assert set(OWN_NAMES) == set(LANGUAGES)
    assert [known(one) for one in (*LANGUAGES, "fr")] == [*LANGUAGES, None]


def test_outside_of_a_request_the_words_are_english() -> None:
    assert value("friendly_city") == "friendly city"
    assert again("meeting (planned, online)") == "meeting (planned, online)"


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("<p>All is well</p>", ["All is well"]),
        ('<a href="/way" title="A way">1</a>', ["A way"]),
        ('<input placeholder="a name" value="kept as is">', ["a name"]),
        ("<p>{{ name }} of\n  them</p>", ["of them"]),
        ('<b class="{{ name }} other">·</b>', []),
        ("<p>Fish &amp; rice</p>", ["Fish & rice"]),
        ("{{ _('within') }}", ["within"]),
    ],
)
def test_words_of_a_template_are_found_where_they_stand(template: str, words: list[str]) -> None:
    from jinja2.ext import extract_from_ast

    assert [told for _, _, told in extract_from_ast(TEMPLATES.env.parse(template), ("_",))] == words


def test_what_is_cut_is_the_whole() -> None:
    told = '<a href="x > y" title="so">Here, "there"</a> <b>'
    place = Place()
    assert "".join(part for piece in (told[:12], told[12:]) for _, part in place.cut(piece)) == told


@pytest.mark.parametrize(("language", "said"), [("en", "What falls due"), ("vi", "Việc sắp đến hạn"), ("zh", "到期事项")])
def test_a_page_is_in_the_language_asked_for_and_says_so(client: httpx.Client, language: str, said: str) -> None:
    answer = client.get("/", headers={"accept-language": language})
    assert said in answer.text
    assert f'<html lang="{language}">' in answer.text
    assert "Accept-Language" in answer.headers["vary"]


def test_names_and_quotes_stay_as_reports_have_them(client: httpx.Client) -> None:
    told = client.get("/api/things/ins-1").json()
    page = client.get("/things/ins-1", headers=VIETNAMESE).text
    assert told["reports"][0]["publisher"] in page
    assert '<q lang="' in page


def test_data_are_the_same_in_every_language(client: httpx.Client) -> None:
    for path in ("/api/instruments", "/instruments.csv", "/stats?format=csv"):
        assert client.get(path, headers=VIETNAMESE).content == client.get(path).content


def test_values_of_vocabularies_are_translated(client: httpx.Client) -> None:
    page = client.get("/instruments", headers={"accept-language": "zh"}).text
    assert "谅解备忘录" in page
    assert "<td>mou</td>" not in page


def test_a_brief_and_its_file_are_in_the_language(client: httpx.Client) -> None:
    assert "Hanoi" in client.get("/pair/Hanoi/Vientiane", headers=VIETNAMESE).text
    assert client.get("/pair/Hanoi/Vientiane?format=md", headers=VIETNAMESE).text != client.get("/pair/Hanoi/Vientiane?format=md").text


def test_a_file_is_named_in_plain_letters_whatever_the_language(client: httpx.Client) -> None:
    answer = client.get("/report?home=Hanoi&year=2022&format=xlsx", headers={"accept-language": "zh"})
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].isascii()


def test_a_language_that_there_is_not_is_refused_with_those_that_there_are(own_site: str) -> None:
    import re

    with httpx.Client(base_url=own_site, follow_redirects=True) as own:
        token = re.findall(r'name="token" value="(\w+)"', own.get("/").text)[0]
        answer = own.post("/language", data={"language": "fr", "token": token})
        assert answer.status_code == 400
        assert "Tiếng Việt" in answer.text
        assert own.post("/language", data={"language": "vi", "token": "0"}).status_code == 403


def test_the_language_is_switched_in_the_header_and_stays(browse: Browse, own_site: str) -> None:
    page = browse(own_site).open("/instruments?kind=mou")
    page.get_by_role("button", name="中文").click()
    page.get_by_role("heading", name="文书", exact=True).wait_for()
    assert page.url.endswith("/instruments?kind=mou")
    page.goto(f"{own_site}/review")
    assert page.evaluate("document.documentElement.lang") == "zh"
    page.get_by_role("button", name="English").click()
    page.get_by_role("heading", name="Review", exact=True).wait_for()


@pytest.mark.parametrize(("language", "path"), [("vi", "/"), ("zh", "/commitments?party=Hanoi"), ("zh", "/things/act-1")])
def test_axe_finds_nothing_in_other_languages(browse: Browse, site: str, language: str, path: str) -> None:
    page = browse(site, locale=language, bypass_csp=True).open(path)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
