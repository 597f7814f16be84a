"""No fixed words of a page stay English: what is the same in two languages is a name, a quote, an id or other data."""

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any

import httpx
import pytest
from babel import Locale

READ_ALOUD = frozenset({"placeholder", "title", "alt", "aria-label"})
QUOTED = frozenset({"q", "blockquote", "article", "cite", "code", "kbd", "script", "style"})
EMPTY = frozenset({"input", "meta", "link", "br", "img", "image", "path", "circle"})
WORD = re.compile(r"[^\W\d_]{2,}")
PATH = re.compile(r"\S*[/.@]\S*|\b(?:act|evt|ins|sta|mec|prj|ind|tie|con)-\S+|\b[\w-]+=\S*|sha256:\w+")
SAME = frozenset(
    ("amity", "csv", "json", "lines", "excel", "word", "pdf", "markdown", "https", "usd", "us", "url", "html", "zip", "tiếng", "việt",
     "中文", "english", "ann", "natural", "earth")
)  # fmt: skip
"""Words that are the same in every language: names of formats, of languages in themselves and of sources."""
ADDED = str.maketrans("", "", "…[]")
"""Marks that a snippet adds."""
PAGES = (
    "/", "/due?everyone=true&silent=true&within=3000", "/due?part=true", "/calendar?month=2023-11", "/stats?everyone=true",
    "/report?home=Hanoi&year=2022", "/report", "/sessions", "/changes", "/changes?since=2025-11", "/compare?actor=Hanoi&actor=Vientiane",
    "/audit?kind=commitments&n=4", "/settings", "/log", "/method", "/add", "/enter", "/enter/statement", "/enter/event", "/import",
    "/review", "/review?of=events", "/search?q=Hanoi", "/search?q=zzzz", "/pair/Hanoi/Vientiane", "/ledger/Hanoi/Vientiane",
    "/documents", "/actors", "/people", "/events", "/instruments", "/statements", "/commitments", "/requests", "/mechanisms", "/projects",
    "/indicators", "/ties", "/conflicts", "/network/act-1", "/things/act-1", "/things/act-1/timeline?part=true", "/things/ins-1",
    "/things/sta-16", "/things/evt-3", "/sources/newspaper", "/sign-in", "/nowhere", "/things/act-9999", "/due?as_of=soon",
    "/instruments?kind=letter", "/due?within=many", "/search?q=*", "/add/99",
)  # fmt: skip


class Shown(HTMLParser):
    """The texts of a page that are read, without quotes and what is marked as English."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.within: list[tuple[str, bool]] = []
        self.texts: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what attributes tell, and whether what follows is a quote or marked as English."""
        told = dict(attrs)
        self.texts |= {" ".join((told[name] or "").split()) for name in READ_ALOUD & set(told)}
        if tag not in EMPTY:
            self.within.append((tag, tag in QUOTED or (told.get("lang") == "en" and tag != "html")))

    def handle_endtag(self, tag: str) -> None:
        """Leave a tag, with those in it that nothing closed."""
        while self.within and self.within.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Keep a text that is neither quoted nor marked."""
        if not any(quoted for _, quoted in self.within):
            self.texts.add(" ".join(data.split()))


def _strings(told: Any) -> Iterator[str]:
    if isinstance(told, dict):
        for value in told.values():
            yield from _strings(value)
    elif isinstance(told, list):
        for value in told:
            yield from _strings(value)
    elif isinstance(told, str):
        yield told


@pytest.fixture(scope="module")
def reports(site: str) -> str:
    """All that the reports of the register say."""
    with httpx.Client(base_url=site, timeout=60) as asking:
        known = [row["id"] for row in asking.get("/api/documents?limit=1000").json()["rows"]]
        return " ".join(" ".join(asking.get(f"/api/things/{one}").json().get("text", "").split()) for one in known)


@pytest.fixture(scope="module")
def data(site: str) -> frozenset[str]:
    """Every word of what reports told: names, labels, titles, publishers, cues; not the values of vocabularies."""
    names = ("documents", "actors", "people", "events", "instruments", "statements", "mechanisms", "projects", "indicators")
    fixed = {"kind", "status", "state", "confidence", "stage", "specificity", "sector", "sectors", "mode", "layer", "frequency", "derived"}
    with httpx.Client(base_url=site, timeout=60) as asking:
        rows = [row for name in names for row in asking.get(f"/api/{name}?limit=1000").json()["rows"]]
        claims = [one["value"] for row in asking.get("/api/conflicts").json()["rows"] for one in row["claims"]]
    told = [{name: value for name, value in row.items() if name not in fixed} for row in rows]
    told_words = {word.lower() for one in _strings([told, [one for one in claims if "_" not in one]]) for word in WORD.findall(one)}
    countries = {one.lower() for name in Locale("vi").territories.values() for one in WORD.findall(name)}
    return frozenset(told_words | countries | SAME)


@cache
def _shown(client: httpx.Client, path: str, language: str) -> set[str]:
    return Shown(client.get(path, headers={"cookie": f"amity_language={language}"}).text).texts


def _left(client: httpx.Client, path: str, language: str, data: frozenset[str], reports: str) -> set[str]:
    """Return the texts of a page that are the same in English and hold words that are no data."""
    same = {one for one in _shown(client, path, "en") & _shown(client, path, language) if one.translate(ADDED).strip() not in reports}
    return {one for one in same if any(word.lower() not in data for word in WORD.findall(PATH.sub(" ", one)))}


@pytest.mark.parametrize("path", PAGES)
def test_no_fixed_words_stay_english(client: httpx.Client, data: frozenset[str], reports: str, path: str) -> None:
    assert {language: left for language in ("vi", "zh") if (left := _left(client, path, language, data, reports))} == {}


def test_an_error_that_is_not_known_is_marked_as_english() -> None:
    from amity.web import language

    mark = language._SPOKEN.set("vi")
    try:
        assert language.sentence("the <b>moon</b> is full") == '<span lang="en">the &lt;b&gt;moon&lt;/b&gt; is full</span>'
        assert "lang" not in language.sentence("the register has no such id: no later report")
        assert language.sentence("search *: no words to look for; give letters or digits").startswith("tìm *: ")
    finally:
        language._SPOKEN.reset(mark)


def test_programs_are_told_in_english_what_went_wrong(client: httpx.Client) -> None:
    told = client.get("/api/things/act-9999", headers={"cookie": "amity_language=zh"}).json()
    assert told["error"]["message"].startswith("act-9999: the register has no such id")


def test_constants_of_templates_are_translated_each_time(client: httpx.Client) -> None:
    seen = [client.get("/conflicts", headers={"cookie": f"amity_language={one}"}).text for one in ("en", "vi", "zh")]
    public = re.findall(r"/things/(con-\w+)", seen[0])[0]
    heads = [client.get(f"/things/{public}", headers={"cookie": f"amity_language={one}"}).text for one in ("en", "vi", "zh")]
    kinds = [re.findall(r'<p class="kind">(.*?) ·', one)[0] for one in heads]
    assert len(set(kinds)) == len(kinds)
