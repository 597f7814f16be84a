"""Pages in a real browser: keys, suggestions, review, adding files; and nothing that axe finds wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from amity.samples import SAMPLES
from tests.web.conftest import Watched

Browse = Callable[..., Watched]
PAGES = (
    "/",
    "/commitments?party=Hanoi",
    "/things/act-1",
    "/things/ins-1",
    "/review",
    "/review?of=commitments",
    "/add",
    "/log",
    "/search?q=Hanoi",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(browse: Browse, site: str, path: str, scheme: str) -> None:
    page = browse(site, color_scheme=scheme, bypass_csp=True).open(path)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_the_slash_key_searches_and_suggests(browse: Browse, site: str) -> None:
    page = browse(site).open("/")
    page.keyboard.press("/")
    page.keyboard.type("hano")
    page.get_by_role("link", name="Hanoi").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/things/**")


def test_review_goes_by_keys_alone(browse: Browse, own_site: str) -> None:
    page = browse(own_site).open("/review?of=commitments")
    for key, done in (("a", "Done: confirm"), ("x", "Done: reject"), ("Backspace", "Done: undo")):
        page.keyboard.press(key)
        page.locator(".said", has_text=done).wait_for()
    page.keyboard.press(" ")
    page.wait_for_url("**at=1")


def test_a_good_and_a_bad_file_are_added(browse: Browse, own_site: str, tmp_path: Path) -> None:
    good, bad = tmp_path / "new.txt", tmp_path / "broken.pdf"
    text = (SAMPLES / "reports" / "mk-05.txt").read_text(encoding="utf-8")
    good.write_text(f"{text}\nThe two mayors will meet again next year.\n", encoding="utf-8")
    bad.write_bytes(b"%PDF-1.4 broken")
    page = browse(own_site).open("/add")
    page.set_input_files("input[type=file]", [good, bad])
    page.get_by_role("button", name="Read them").click()
    page.get_by_text("Done: 2 dealt with").or_(page.get_by_text("Done", exact=True)).first.wait_for()
    assert "broken.pdf" in page.inner_text("main")
    page.get_by_role("heading", name="Added").wait_for()
    page.locator("h2:has-text('Added') + ul a").click()
    page.get_by_role("heading", name="What was read").wait_for()


def test_a_report_and_its_facts_lead_to_each_other(browse: Browse, site: str) -> None:
    watched = browse(site)
    page = watched.open("/documents")
    page.locator("tbody a").first.click()
    page.locator(".found a").first.click()
    assert page.locator("mark.lit").count() > 0
    page.locator(".flag").first.click()
    page.keyboard.press("n")
    assert "#f-" in page.url
