"""The eleven questions of `docs/questions.md`, answered by clicking: three clicks at most from home; and what paper shows."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page

from tests.web.conftest import Watched

Browse = Callable[..., Watched]
MOST = 3
"""Clicks that an answer may take."""


class Person:
    """Somebody who begins at home, types into fields and clicks; clicks are counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0

    def click(self, name: str, role: str = "link", within: str = "body") -> "Person":
        """Click what has this name."""
        return self.on(self.page.locator(within).get_by_role(role, name=name, exact=True).first)  # type: ignore[arg-type]

    def on(self, what: Locator) -> "Person":
        """Click this."""
        what.click()
        self.clicks += 1
        assert self.clicks <= MOST
        self.page.wait_for_load_state("networkidle")
        return self

    def type(self, **fields: str) -> "Person":
        """Type into the fields of the page's content."""
        for name, value in fields.items():
            self.page.locator(f"main input[name={name}]").first.fill(value)
        return self

    def reads(self, *words: str) -> None:
        """Find all the words on the page, wherever its lines break."""
        text = " ".join(self.page.inner_text("main").split())
        assert [one for one in words if one not in text] == []

    def meets(self, one: str, other: str) -> "Person":
        """Ask for the brief before a meeting."""
        return self.type(a=one, b=other).click("Brief", "button")


@pytest.fixture
def person(browse: Browse, site: str) -> Person:
    return Person(browse(site).open("/"))


def test_1_what_stands_between_two_at_what_stage(person: Person) -> None:
    person.meets("Zhangjiajie", "Luang Prabang").reads("friendly city", "established", "Letter of intent")


def test_2_which_instruments_expire_this_year(person: Person) -> None:
    person.click("What falls due").type(as_of="2025-01-01", within="364").click("Show", "button", "main")
    person.reads("2025-12-31", "period ends", "Memorandum of Understanding (MoU)")


def test_3_what_was_asked_promised_and_answered(person: Person) -> None:
    person.meets("Guangxi", "Cao Bang").click("Ledger").reads("create favourable conditions for Chinese businesses", "no answer found in")


def test_4_which_commitments_are_overdue_or_lack_evidence(person: Person) -> None:
    person.click("What falls due").type(as_of="2021-12-31").on(person.page.locator(".asked [name=silent]"))
    person.click("Show", "button", "main").reads("no reports since", "no report tells what came of it")


def test_5_brief_me_before_the_meeting(person: Person) -> None:
    person.meets("Lang Son", "Guangxi").reads("In one minute", "Who is who", "Asks and answers")
    with person.page.expect_download() as download:
        person.page.get_by_role("link", name="as Word").click()
    assert download.value.suggested_filename.endswith(".docx")


def test_6_which_letters_of_intent_became_agreements(person: Person) -> None:
    person.click("Figures").reads("1 of 3 became agreements", "median 367 days")


def test_7_who_leads_exchanges_by_sector_and_year(person: Person) -> None:
    person.click("Figures").type(start="2023", end="2023").click("Show", "button", "main").reads("Leaders", "border 2023 Lang Son")


def test_8_did_the_committee_meet_as_scheduled(person: Person) -> None:
    person.click("Sessions").reads("Sessions of mechanisms", "joint")


def test_9_do_reports_differ_on_what_was_agreed(person: Person) -> None:
    person.click("Where reports differ").type(party="Minato").click("Show", "button", "main")
    person.on(person.page.locator("tbody a").first).reads("friendly city agreement", "mou")


def test_10_the_sentence_behind_a_claim(person: Person) -> None:
    person.on(person.page.locator("section", has_text="Promises still open").locator(".rows a").first)
    assert person.page.locator("q").count() > 0
    person.on(person.page.locator(".to-text").first)
    assert person.page.locator("mark.cited").count() > 0


def test_10_what_changed_since(person: Person) -> None:
    person.on(person.page.locator("section", has_text="Promises still open").locator(".rows a").first)
    person.click("What changed about it").reads("After 1900")
    person.type(since="2024-11-15").click("Show", "button", "main").reads("After 2024-11-15")


def test_11_the_report_of_our_year(person: Person) -> None:
    person.click("Report").type(year="2023", home="Guangxi").click("Show", "button", "main")
    person.reads("Report of 2023", "Guangxi", "Signed", "In force", "Delegations in", "Delegations out")


@pytest.mark.parametrize("path", ["/pair/Hanoi/Vientiane", "/due?as_of=2025-01-01&everyone=true", "/things/ins-1"])
def test_paper_shows_the_content_alone(browse: Browse, site: str, path: str) -> None:
    page = browse(site).open(path)
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    for aside in ("header.top", "nav.lists", ".paging", ".asked", "body > footer", ".decisions"):
        assert not [one for one in page.locator(aside).all() if one.is_visible()], aside
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("path", ["/", "/pair/Hanoi/Vientiane", "/commitments", "/calendar?month=2022-04", "/things/act-1"])
def test_a_small_screen_scrolls_one_way_only(browse: Browse, site: str, path: str) -> None:
    page = browse(site, viewport={"width": 360, "height": 740}).open(path)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_first_key_skips_to_the_content(browse: Browse, site: str) -> None:
    page = browse(site).open("/commitments")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to content"
    page.keyboard.press("Enter")
    page.wait_for_url("**#main")
