"""Networks that start from one actor, and drawings that one can come near to."""

import math
from collections.abc import Callable
from itertools import pairwise

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe

from amity.web.graphs import HEIGHT, MARGIN, WIDTH, placed
from tests.web.conftest import Watched

Browse = Callable[..., Watched]


def tied(client: httpx.Client) -> tuple[str, str]:
    """Return two actors that a tie joins."""
    tie = client.get("/api/ties").json()["rows"][0]["id"]
    one, other = (side["id"] for side in client.get(f"/api/things/{tie}").json()["between"])
    return one, other


@pytest.mark.parametrize("count", [1, 2, 3, 20, 60])
def test_all_stand_apart_and_inside(count: int) -> None:
    spots = placed(count, list(pairwise(range(count))))
    assert len(set(spots)) == count
    assert all(MARGIN <= x <= WIDTH - MARGIN and MARGIN <= y <= HEIGHT - MARGIN for x, y in spots)


def test_those_tied_stand_nearer_than_others() -> None:
    spots = placed(6, [(0, 1), (0, 2), (1, 2), (3, 4), (4, 5), (3, 5)])
    assert math.dist(spots[0], spots[1]) < math.dist(spots[0], spots[4])


def test_the_same_network_is_drawn_the_same_each_time() -> None:
    assert placed(9, [(0, 5), (5, 8)]) == placed(9, [(0, 5), (5, 8)])


def test_a_network_shows_its_ties_in_words_too(client: httpx.Client) -> None:
    one, other = tied(client)
    page = client.get(f"/network/{one}").text
    assert page.count("<h1>") == 1
    assert f"/things/{other}" in page
    assert f"/network/{one}?open={other}" in page
    assert "Undo the last step" not in page


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/network/act-999999", "act-999999"),
        ("/network/ins-1", "starts from an actor"),
        ("/network/act-1?" + "&".join(f"open=act-{n}" for n in range(2, 20)), "close some"),
    ],
)
def test_what_is_no_network_is_told(client: httpx.Client, path: str, said: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400
    assert said in answer.text


def test_opening_and_undoing_stand_in_the_address(browse: Browse, client: httpx.Client, site: str) -> None:
    one, other = tied(client)
    page = browse(site).open(f"/network/{one}")
    page.locator(f'svg a[href="/network/{one}?open={other}"]').click()
    page.wait_for_url(f"**open={other}")
    page.keyboard.press("Backspace")
    page.wait_for_url(f"**/network/{one}")


def test_one_comes_near_to_a_map_by_buttons_and_keys(browse: Browse, site: str) -> None:
    page = browse(site).open("/")
    drawn = page.locator("[data-map]").first
    whole = drawn.get_attribute("viewBox")
    page.get_by_role("button", name="Nearer").click()
    near = drawn.get_attribute("viewBox")
    assert near != whole
    page.keyboard.press("ArrowRight")
    assert drawn.get_attribute("viewBox") != near
    page.keyboard.press("0")
    assert drawn.get_attribute("viewBox") == whole


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_network(browse: Browse, client: httpx.Client, site: str, scheme: str) -> None:
    one, other = tied(client)
    found = Axe().run(browse(site, color_scheme=scheme, bypass_csp=True).open(f"/network/{one}?open={other}"))
    assert found.violations_count == 0, found.generate_report()
