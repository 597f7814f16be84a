"""Pages of single things: life cycle, claims side by side, posts over time, files."""

import re
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe

from amity.web.lifelines import Tenure, steps, tenures
from tests.web.conftest import LONG, Watched

Browse = Callable[..., Watched]


def told(status: str, date: str | None = None, state: str | None = None) -> dict[str, Any]:
    """Return a line of an instrument's history."""
    return {name: value for name, value in {"status": status, "date": date, "state": state}.items() if value}


def test_steps_show_what_was_told_and_what_was_not() -> None:
    history = [told("agreed_to_sign", "2025-03-14"), told("agreed_to_sign", "2025-03-13"), told("signed", "2025-03-31")]
    found = steps({"status": "signed", "history": history})
    assert [(one.status, one.date, one.told, one.now) for one in found] == [
        ("proposed", "", 0, False),
        ("negotiating", "", 0, False),
        ("agreed_to_sign", "2025-03-13", 2, False),
        ("signed", "2025-03-31", 1, True),
        ("in_effect", "", 0, False),
    ]


def test_steps_that_are_not_usual_show_only_when_told() -> None:
    found = steps({"status": "terminated", "history": [told("signed", "2001"), told("terminated")]})
    assert [one.status for one in found][-2:] == ["in_effect", "terminated"]
    assert found[-1].now


def test_a_rejected_claim_is_no_step_and_a_corrected_status_is_one() -> None:
    found = {one.status: one for one in steps({"status": "in_effect", "history": [told("signed", "2001", "rejected")]})}
    assert found["signed"].told == 0
    assert found["in_effect"].told == 1


def test_an_instrument_of_unknown_status_has_no_present_step() -> None:
    assert not any(one.now or one.told for one in steps({"status": "unknown"}))


def test_a_post_is_told_once_from_its_first_to_its_last_report() -> None:
    posts = [
        {"person": "Ada Lund", "title": "Mayor", "of": "Ostvik", "told": "2024-05-01"},
        {"person": "Ada Lund", "title": "Mayor", "of": "Ostvik", "told": "2022-01-01"},
        {"person": "Ada Lund", "title": "Councillor", "told": "2020-01-01"},
        {"person": "Ada Lund", "title": "Chair"},
    ]
    assert tenures(posts) == [
        Tenure("Ada Lund", "Mayor", "Ostvik", "2022-01-01", "2024-05-01", 2),
        Tenure("Ada Lund", "Councillor", "", "2020-01-01", "2020-01-01", 1),
        Tenure("Ada Lund", "Chair", "", "", "", 1),
    ]


def test_the_page_of_an_instrument_says_in_words_where_it_stands(client: httpx.Client) -> None:
    rows = client.get("/api/instruments?status=signed").json()["rows"]
    page = client.get(f"/things/{rows[0]['id']}").text
    assert 'aria-current="step"' in page
    assert ", now" in page
    assert "not told" in page


def test_claims_of_a_conflict_stand_side_by_side(client: httpx.Client) -> None:
    for row in client.get("/api/conflicts").json()["rows"]:
        page = client.get(f"/things/{row['id']}").text
        assert page.count("<blockquote>") == sum(bool(one["quote"]) for one in row["claims"])
        assert len(re.findall("/documents/sha256:", page)) >= len(row["claims"])


def test_posts_are_drawn_and_told_as_a_table(client: httpx.Client) -> None:
    person = client.get("/api/people").json()["rows"][0]["id"]
    page = client.get(f"/things/{person}/posts").text
    assert page.count("<h1>") == 1
    assert "<svg" in page
    assert "<h1>" not in client.get(f"/things/{person}/posts?part=true").text


def test_an_attached_file_is_given_to_be_saved(own_site: str) -> None:
    content = b"%PDF-1.4 <script>1</script>"
    with httpx.Client(base_url=own_site, follow_redirects=True, timeout=LONG / 1000) as own:
        token = re.findall(r'name="token" value="(\w+)"', own.get("/things/ins-1").text)[0]
        own.post("/attach/ins-1", data={"token": token}, files={"file": ("scan, signed.pdf", content, "application/pdf")})
        (found,) = re.findall(r'href="(/files/\w+)"', own.get("/things/ins-1").text)
        answer = own.get(found)
    assert answer.content == content
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "scan%2C%20signed.pdf" in answer.headers["content-disposition"]


def test_a_file_that_is_not_kept_is_told(client: httpx.Client) -> None:
    answer = client.get("/files/0123456789ab")
    assert answer.status_code == 400
    assert "no such file" in answer.text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("of", ["instruments", "conflicts", "people"])
def test_axe_finds_nothing_on_pages_of_things(browse: Browse, client: httpx.Client, site: str, of: str, scheme: str) -> None:
    row = client.get(f"/api/{of}").json()["rows"][0]["id"]
    found = Axe().run(browse(site, color_scheme=scheme, bypass_csp=True).open(f"/things/{row}"))
    assert found.violations_count == 0, found.generate_report()
