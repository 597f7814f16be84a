"""Lists: rows that are ticked are decided together and taken back together; headings sort."""

import re
from collections.abc import Callable, Iterator

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.web.conftest import LONG, Watched

Browse = Callable[..., Watched]


@pytest.fixture
def own(own_site: str) -> Iterator[httpx.Client]:
    """A program at a register of its own."""
    with httpx.Client(base_url=own_site, follow_redirects=True, timeout=LONG / 1000) as asking:
        yield asking


def decide(own: httpx.Client, kind: str, ids: list[str], to: str = "/events") -> httpx.Response:
    token = re.findall(r'name="token" value="(\w+)"', own.get("/events").text)[0]
    return own.post("/decide", data={"token": token, "kind": kind, "id": ids, "to": to})


def states(own: httpx.Client, ids: list[str]) -> list[str]:
    return [own.get(f"/api/things/{one}").json()["state"] for one in ids]


def test_several_are_confirmed_and_one_undo_takes_all_back(own: httpx.Client) -> None:
    ids = [row["id"] for row in own.get("/api/events?limit=5").json()["rows"]]
    done = decide(own, "confirm", ids)
    assert "Done: confirm: 5 facts" in done.text
    assert states(own, ids) == ["confirmed"] * 5
    said = done.text.partition('class="said"')[2].partition("</form>")[0]
    numbers = re.findall(r'name="number" value="(\d+)"', said)
    assert len(numbers) == 5
    token = re.findall(r'name="token" value="(\w+)"', said)[0]
    back = own.post("/undo", data={"token": token, "number": numbers, "to": "/events"})
    assert "Done: undo (5)" in back.text
    assert states(own, ids) == ["unchecked"] * 5


def test_what_was_decided_before_a_wrong_row_can_still_be_taken_back(own: httpx.Client) -> None:
    ids = [row["id"] for row in own.get("/api/events?limit=2").json()["rows"]]
    done = decide(own, "confirm", [*ids, "evt-999999"])
    assert "confirm: 2 facts; stopped at evt-999999" in done.text
    assert "Undo" in done.text.partition('class="said"')[2]


def test_ties_are_decided_like_facts(own: httpx.Client) -> None:
    ids = [row["id"] for row in own.get("/api/ties?limit=2").json()["rows"]]
    listed = own.get("/ties").text
    assert f'name="id" value="{ids[0]}"' in listed
    assert "Are one and the same" not in listed
    assert "Done: reject" in decide(own, "reject", ids, "/ties").text
    assert not set(ids) & {row["id"] for row in own.get("/api/ties").json()["rows"]}
    assert states(own, ids) == ["rejected"] * 2
    shown = decide(own, "confirm", ids[:1], f"/things/{ids[0]}")
    assert 'class="state state-confirmed"' in shown.text
    assert "Attach a file" not in shown.text
    assert "Right or wrong?" in own.get("/review?of=ties").text


def test_nothing_chosen_is_told(own: httpx.Client) -> None:
    done = decide(own, "confirm", [])
    assert done.status_code == 400
    assert "tick one row or several first" in done.text


def test_a_page_full_of_decisions_fits_what_a_browser_keeps(own: httpx.Client) -> None:
    ids = [row["id"] for row in own.get("/api/statements?limit=50").json()["rows"]]
    done = decide(own, "reject", ids, "/statements")
    assert f"reject: {len(ids)} facts" in done.text
    assert max(len(one) for one in done.history[0].headers.get_list("set-cookie")) < 4_000


def test_headings_sort_both_ways(client: httpx.Client) -> None:
    page = client.get("/events?kind=meeting").text
    heading = re.findall(r'<th scope="col" aria-sort="descending"><a href="([^"]+)">day</a>', page)
    assert heading == ["/events?kind=meeting&amp;sort=day"]
    other = client.get("/events?kind=meeting&sort=day").text
    assert 'aria-sort="ascending"><a href="/events?kind=meeting&amp;sort=-day">day</a>' in other


@pytest.mark.parametrize(("path", "sort"), [("/actors", "label"), ("/documents", "title"), ("/instruments", "ends")])
def test_other_columns_lead_to_their_orders(client: httpx.Client, path: str, sort: str) -> None:
    assert f'href="{path}?sort={sort}"' in client.get(path).text
    assert client.get(f"{path}?sort={sort}").status_code == 200


def test_ticking_and_deciding_in_the_browser(browse: Browse, own_site: str) -> None:
    page = browse(own_site).open("/instruments")
    page.get_by_label("all rows").check()
    boxes = page.locator("tbody input[type=checkbox]")
    assert all(boxes.nth(at).is_checked() for at in range(boxes.count()))
    page.get_by_label("all rows").uncheck()
    boxes.nth(0).check()
    boxes.nth(2).click(modifiers=["Shift"])
    assert boxes.nth(1).is_checked()
    page.get_by_role("button", name="Reject").click()
    page.locator(".said", has_text="Done: reject").wait_for()
    page.locator(".said").get_by_role("button", name="Undo").click()
    page.locator(".said", has_text="undo (3)").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_list(browse: Browse, own_site: str, scheme: str) -> None:
    page = browse(own_site, color_scheme=scheme, bypass_csp=True).open("/instruments")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_facets_name_forces_and_what_no_report_says(client: httpx.Client) -> None:
    all_of_them, pledges, events = (client.get(path).text for path in ("/statements", "/statements?force=4", "/events"))
    assert ">2 request</a>" in all_of_them and "force: 4 pledge ✕" in pledges
    assert ">no field named</a>" in all_of_them and ">unspecified</a>" not in all_of_them
    assert ">no report says</a>" in events and ">unknown</a>" not in events
