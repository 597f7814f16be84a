"""The reader of reports: facts by kind, what was taken out, cited words, entries; and the pages of sources."""

import re
from collections.abc import Callable
from urllib.parse import quote

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe

from amity.model import Removed
from amity.web.pages.documents import pieces
from tests.web.conftest import LONG, Watched

Browse = Callable[..., Watched]
TEXT = "Ostvik asked. Lund agreed."
FACTS = [{"id": "sta-1", "layer": "statements", "start": 0, "end": 13}, {"id": "evt-1", "layer": "events", "start": 7, "end": 26}]


def test_pieces_together_are_the_text_and_cut_where_facts_overlap() -> None:
    found = pieces(TEXT, FACTS)
    assert "".join(one.text for one in found) == TEXT
    assert [one["id"] for one in next(one for one in found if one.text == "asked.").facts] == ["sta-1", "evt-1"]
    assert [(one.start, [fact["id"] for fact in one.begins]) for one in found if one.begins] == [(0, ["sta-1"]), (7, ["evt-1"])]


@pytest.mark.parametrize("at", [0, 5, 13, 26])
def test_what_was_removed_shows_once_where_it_stood(at: int) -> None:
    found = pieces(TEXT, FACTS, (Removed(at, "Menu", "label"),))
    assert "".join(one.text for one in found) == TEXT
    (place,) = [one for one in found if one.removed]
    assert place.start == at


def test_cited_words_are_marked_alone() -> None:
    found = pieces(TEXT, [], spot=(7, 12))
    assert "".join(one.text for one in found if one.cited) == "asked"


def test_an_empty_text_has_no_facts() -> None:
    assert "".join(one.text for one in pieces("", [])) == ""


def document_with(client: httpx.Client, pattern: str) -> tuple[str, str]:
    """Return the address of a report whose page holds something, and the page."""
    for row in client.get("/api/documents").json()["rows"]:
        path = f"/documents/{row['id']}"
        page = client.get(path).text
        if re.search(pattern, page):
            return path, page
    raise AssertionError(f"no report shows {pattern}")


def test_what_cleaning_took_out_is_shown_on_demand(client: httpx.Client) -> None:
    path, page = document_with(client, "Show what cleaning took out")
    assert "<del" not in page
    shown = client.get(f"{path}?removed=true").text
    count = int(re.findall(r"Hide what cleaning took out \((\d+)\)", shown)[0])
    assert shown.count("<del") == count > 0


def test_facts_are_left_by_kind(client: httpx.Client) -> None:
    path, page = document_with(client, "kind=statements")
    only = client.get(f"{path}?kind=statements").text
    assert 'class="flag kind-statements"' in only
    assert 'class="flag kind-actors"' in page
    assert 'class="flag kind-actors"' not in only


def test_a_citation_leads_to_its_words(browse: Browse, client: httpx.Client, site: str) -> None:
    row = client.get("/api/commitments").json()["rows"][0]["id"]
    page = browse(site).open(f"/things/{row}")
    words = page.locator(".cited q").last.inner_text().strip("“”")
    page.locator(".cited .to-text").last.click()
    page.wait_for_url("**/documents/**")
    marked = "".join(page.locator("mark.cited").all_inner_texts())
    assert " ".join(marked.split()) == " ".join(words.split())


def test_words_that_are_not_there_mark_nothing(client: httpx.Client) -> None:
    path, _ = document_with(client, "<mark")
    for words in ("no such words here", "9-", "900000-900001", "7-3"):
        assert 'class="cited"' not in client.get(path, params={"words": words}).text


def test_an_entry_says_that_it_is_one(own_site: str) -> None:
    with httpx.Client(base_url=own_site, follow_redirects=True, timeout=LONG / 1000) as own:
        token = re.findall(r'name="token" value="(\w+)"', own.get("/enter/instrument").text)[0]
        form = {"token": token, "party": "Hanoi\nJeonju", "type": "mou", "signed_on": "2024-05-06"}
        entered = own.post("/enter/instrument", data=form)
        found = re.findall(r'href="(/documents/sha256:\w+)', entered.text)
        assert found
        assert "This is an entry, not a report" in own.get(found[0]).text


def test_a_source_shows_its_reports_and_leads_to_what_they_tell(client: httpx.Client) -> None:
    name = next(row["publisher"] for row in client.get("/api/documents").json()["rows"] if row["publisher"])
    page = client.get(f"/sources/{quote(name, safe='')}").text
    assert f"<h1>{name}</h1>" in page
    total = client.get("/api/documents", params={"source": name}).json()["total"]
    assert f"<dd>{total}</dd>" in page
    assert "/events?source=" in page


def test_a_source_that_is_not_there_is_told(client: httpx.Client) -> None:
    answer = client.get("/sources/Nobody")
    assert answer.status_code == 400
    assert "no report of the register is by this publisher" in answer.text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_reader(browse: Browse, client: httpx.Client, site: str, scheme: str) -> None:
    path, _ = document_with(client, "Show what cleaning took out")
    watched = browse(site, color_scheme=scheme, bypass_csp=True)
    for one in (f"{path}?removed=true&words=0-40", f"/sources/{quote('newspaper')}"):
        found = Axe().run(watched.open(one))
        assert found.violations_count == 0, found.generate_report()
