"""Roles: pages show a form to nobody whom the door would refuse, and say which role it takes."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

import httpx
import pytest

from amity.register import open_register
from amity.register.queries.listing import LISTINGS
from amity.web.roles import may, needed
from amity.web.users import ROLES, Role, Users
from tests.web.conftest import Watched, served
from tests.web.test_door import PASSWORD, sign_in, token

FORM = re.compile(r'<form[^>]*method="post"[^>]*action="([^"]+)"')
CHANGING = ("/add", "/enter", "/enter/tie", "/import", "/review", "/review?of=events", "/settings", "/audit?kind=events", "/log")
"""Pages that hold forms above all, or buttons beside rows."""
LOOKING = ("/", "/things/ins-1", "/things/act-1", "/method", "/due", *(f"/{name}" for name in LISTINGS))
FREE = ("/sign-out", "/language")


@pytest.fixture(scope="module")
def guarded(samples_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with a user of each role, in whose register a decision stands."""
    register = tmp_path_factory.mktemp("roles") / "own.db"
    shutil.copy(samples_file, register)
    with open_register(register) as opened:
        opened.judge("confirm", ["ins-1"], by="Ann")
    for name in ROLES:
        Users(register).add(name, name, PASSWORD, "2026-01-02")
    with served(register) as address:
        yield address


def pages(own: httpx.Client) -> dict[str, str]:
    """Return every page by its address, a report's among them."""
    document = own.get("/api/documents?limit=1").json()["rows"][0]["id"]
    return {path: own.get(path).text for path in (*CHANGING, *LOOKING, f"/documents/{document}")}


@pytest.mark.parametrize("role", ROLES)
def test_no_form_is_shown_to_whom_the_door_refuses(guarded: str, role: Role) -> None:
    with sign_in(guarded, role) as own:
        found = {(path, action) for path, page in pages(own).items() for action in FORM.findall(page)}
    assert [one for one in found if not may(role, one[1])] == []
    assert {action for _, action in found} >= set(FREE)
    assert {action for _, action in found} == set(FREE) or role != "reader"


@pytest.mark.parametrize(("role", "hidden"), [("reader", CHANGING), ("reviewer", ("/settings",)), ("admin", ())])
def test_pages_that_would_change_something_say_what_role_it_takes(guarded: str, role: Role, hidden: tuple[str, ...]) -> None:
    with sign_in(guarded, role) as own:
        for path in CHANGING:
            takes = f"takes the role {needed('POST', path)}" in own.get(path).text
            assert takes == (path in hidden), path


def test_a_reader_still_sees_what_there_is(guarded: str) -> None:
    with sign_in(guarded, "reader") as own:
        told = pages(own)
    assert "instrument" in told["/things/ins-1"] and "confirmed" in told["/things/ins-1"]
    assert "<td>Ann</td><td>confirm</td>" in told["/log"] and "take back" not in told["/log"]
    assert "<blockquote>" in told["/audit?kind=events"] and "Keep the answers" not in told["/audit?kind=events"]
    assert "Skip" in told["/review?of=events"] and 'href="/add"' not in told["/"]


def test_what_a_reviewer_sends_as_admin_is_refused_with_the_role_it_takes(guarded: str) -> None:
    with sign_in(guarded, "reviewer") as own:
        answer = own.post("/settings/home", data={"token": token(own.get("/").text), "names": "Hanoi"})
    assert answer.status_code == 403 and "this needs the role admin" in answer.text


def test_a_reader_selects_words_and_no_script_complains(browse: Callable[..., Watched], guarded: str) -> None:
    page = browse(guarded).open("/sign-in?to=/documents")
    page.get_by_label("Name").fill("reader")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.locator("tbody a").first.click()
    page.locator(".text").select_text()
    assert page.locator("[data-selected]").count() == 0


@pytest.mark.parametrize("path", ["/", "/settings/home", "/settings", "/decide"])
def test_nobody_goes_nowhere(path: str) -> None:
    assert not may("", path) and not may("owner", path) and may("admin", path)
    assert {one: may(one, path, "GET") for one in get_args(Role)} == dict.fromkeys(ROLES, True)
