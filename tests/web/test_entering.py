"""Entering by hand and importing lists in the browser."""

from collections.abc import Callable
from pathlib import Path

from tests.web.conftest import Watched

Browse = Callable[..., Watched]
LIST = "Friendly city,Country,Established\nHue,Vietnam,2007-09-18\nNowhereville,Vietnam,not a day\n"


def test_an_instrument_is_entered_and_taken_back(browse: Browse, own_site: str) -> None:
    page = browse(own_site).open("/enter/instrument")
    page.get_by_label("Party (needed)").fill("Hanoi\nJeonju")
    page.get_by_label("Type (needed)").select_option("mou")
    page.get_by_label("Signed on").fill("2024-05-06")
    page.get_by_role("button", name="Enter").click()
    page.locator(".said", has_text="entered instrument").wait_for()
    assert "entered" in page.locator(".kind .state").inner_text()
    page.locator(".said").get_by_role("button", name="Undo").click()
    page.get_by_text("Done: undo").or_(page.get_by_role("heading", name="That did not work")).first.wait_for()


def test_a_form_that_makes_no_sense_keeps_what_was_typed(browse: Browse, own_site: str) -> None:
    watched = browse(own_site)
    watched.forgiven = "status of 400"
    page = watched.open("/enter/instrument")
    page.get_by_label("Party (needed)").fill("Hanoi")
    page.get_by_label("Type (needed)").select_option("mou")
    page.get_by_role("button", name="Enter").click()
    assert "tell two" in page.get_by_role("alert").inner_text()
    assert page.get_by_label("Party (needed)").input_value() == "Hanoi"


def test_selected_words_lead_to_a_form_about_them(browse: Browse, site: str) -> None:
    page = browse(site).open("/documents")
    page.locator("tbody a").first.click()
    page.locator(".text").evaluate(
        "text => { const range = document.createRange(); const mark = text.querySelector('mark');"
        " range.selectNodeContents(mark); getSelection().removeAllRanges(); getSelection().addRange(range); }"
    )
    words = page.locator(".text mark").first.inner_text()
    page.locator("[data-selected] a", has_text="statement").click()
    page.wait_for_url("**start=*")
    start, end = (int(page.locator(f"input[name={name}]").input_value()) for name in ("start", "end"))
    assert end - start == len(words)


def test_a_list_is_looked_at_before_it_is_imported(browse: Browse, own_site: str, tmp_path: Path) -> None:
    path = tmp_path / "cities.csv"
    path.write_text(LIST.replace(",not a day", ",2011"), encoding="utf-8")
    page = browse(own_site).open("/import")
    page.get_by_label("List", exact=True).set_input_files(path)
    page.get_by_label("Our side").fill("Da Nang")
    page.get_by_role("button", name="Show what would become of it").click()
    assert "What would become of cities.csv" in page.inner_text("main")
