"""By keyboard alone: the keys are told when asked for, and the focus is never lost."""

from collections.abc import Callable

from tests.web.conftest import Watched

Browse = Callable[..., Watched]


def test_the_question_mark_tells_the_keys_and_escape_returns(browse: Browse, site: str) -> None:
    page = browse(site).open("/method")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    assert "into the search" in dialog.inner_text()
    page.keyboard.press("Escape")
    assert dialog.count() == 0


def test_the_first_tab_skips_to_the_content(browse: Browse, site: str) -> None:
    page = browse(site).open("/log")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**#main")


def test_what_was_done_has_the_focus_and_its_undo_is_next(browse: Browse, own_site: str) -> None:
    page = browse(own_site).open("/things/ins-1")
    page.get_by_role("button", name="Right").press("Enter")
    page.locator(".said").wait_for()
    assert page.evaluate("document.activeElement.className") == "said"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Undo"


def test_escape_leaves_suggestions_for_the_search(browse: Browse, site: str) -> None:
    page = browse(site).open("/log")
    page.keyboard.press("/")
    page.keyboard.type("hano")
    page.get_by_role("link", name="Hanoi").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "q"


def test_on_a_small_screen_the_filters_are_folded_and_nothing_runs_off_the_page(browse: Browse, site: str) -> None:
    page = browse(site, viewport={"width": 390, "height": 800}).open("/instruments")
    assert page.locator(".narrowing[open]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
