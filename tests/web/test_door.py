"""Signing in: without it nothing is shown, a role goes as far as it goes, and the log says who."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe

from amity.errors import UsageError
from amity.web.serving import Way, admit
from amity.web.sessions import TRIES
from amity.web.users import Users
from tests.web.conftest import LONG, Watched, served

PASSWORD = "four words and more"
CONFIRM = {"kind": "confirm", "id": "ins-1", "to": "/things/ins-1"}


@pytest.fixture
def guarded(samples_file: Path, tmp_path: Path) -> Iterator[tuple[str, Users]]:
    """A site with a user of each role, and its users."""
    register = tmp_path / "own.db"
    shutil.copy(samples_file, register)
    users = Users(register)
    for name, role in (("Rea", "reader"), ("Vie", "reviewer"), ("Ada", "admin")):
        users.add(name, role, PASSWORD, "2026-01-02")  # type: ignore[arg-type]
    with served(register) as address:
        yield address, users


def token(page: str) -> str:
    return re.findall(r'name="token" value="(\w+)"', page)[0]


@contextmanager
def sign_in(site: str, name: str, password: str = PASSWORD) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=site, follow_redirects=True, timeout=LONG / 1000) as own:
        own.post("/sign-in", data={"token": token(own.get("/sign-in").text), "name": name, "password": password})
        yield own


@pytest.mark.parametrize("path", ["/", "/actors", "/actors.csv", "/things/ins-1", "/map.svg", "/method", "/api", "/Sign-in", "/sign-in/x"])
def test_without_signing_in_nothing_is_shown(guarded: tuple[str, Users], path: str) -> None:
    answer = httpx.get(f"{guarded[0]}{path}", timeout=LONG / 1000)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in")


def test_a_program_is_told_to_sign_in(guarded: tuple[str, Users]) -> None:
    answer = httpx.get(f"{guarded[0]}/api/ties", timeout=LONG / 1000)
    assert answer.status_code == 401
    assert "Sign in" in answer.json()["error"]["message"]


def test_the_form_of_the_door_shows_nothing_of_the_register(guarded: tuple[str, Users]) -> None:
    with httpx.Client(base_url=guarded[0]) as own:
        page = own.get("/sign-in?to=/things/ins-1").text
        assert "Desk" not in page and "Lists" not in page
        assert own.post("/decide", data={**CONFIRM, "token": token(page)}).status_code == 401
        assert own.get("/suggest?q=ha").status_code == 303


def test_who_signs_in_comes_where_they_were_going(guarded: tuple[str, Users]) -> None:
    with httpx.Client(base_url=guarded[0], timeout=LONG / 1000) as own:
        page = own.get("/sign-in?to=/events?kind=meeting").text
        form = {"token": token(page), "name": "Rea", "password": PASSWORD}
        assert own.post("/sign-in", data={**form, "to": "/events?kind=meeting"}).headers["location"] == "/events?kind=meeting"
        cookie = own.post("/sign-in", data={**form, "to": "////evil.example/"}).headers
        assert cookie["location"] == "/evil.example/"
        (session,) = [one for one in cookie.get_list("set-cookie") if one.startswith("amity_session=")]
        assert "HttpOnly" in session and "SameSite=strict" in session


@pytest.mark.parametrize(("name", "status", "settings"), [("Rea", 403, 403), ("Vie", 200, 403), ("Ada", 200, 200)])
def test_a_role_goes_as_far_as_it_goes(guarded: tuple[str, Users], name: str, status: int, settings: int) -> None:
    with sign_in(guarded[0], name) as own:
        page = own.get("/things/ins-1").text
        assert own.post("/decide", data={**CONFIRM, "token": token(page)}).status_code == status
        assert own.post("/settings/home", data={"names": "", "token": token(page)}).status_code == settings
        assert (f"<td>{name}</td><td>confirm</td>" in own.get("/log").text) == (status == 200)


def test_who_signs_out_is_out(guarded: tuple[str, Users]) -> None:
    with sign_in(guarded[0], "Vie") as own:
        session = own.cookies["amity_session"]
        own.post("/sign-out", data={"token": token(own.get("/").text)})
        assert "Sign in" in own.get("/").text
        own.cookies.set("amity_session", session)
        assert "<h1>Sign in</h1>" in own.get("/").text


def test_who_is_removed_or_given_another_password_is_out_at_once(guarded: tuple[str, Users]) -> None:
    site, users = guarded
    with sign_in(site, "Vie") as one, sign_in(site, "Rea") as other:
        assert "Vie (reviewer)" in one.get("/log").text and "Rea (reader)" in other.get("/log").text
        users.remove("Vie")
        users.set_password("Rea", f"{PASSWORD} still")
        assert "<h1>Sign in</h1>" in one.get("/log").text and "<h1>Sign in</h1>" in other.get("/log").text


def test_guessing_ends_even_with_the_right_password(guarded: tuple[str, Users]) -> None:
    with httpx.Client(base_url=guarded[0], timeout=LONG / 1000) as own:
        form = {"token": token(own.get("/sign-in").text), "name": "Ada"}
        told = [own.post("/sign-in", data={**form, "password": "not this one at all"}) for _ in range(TRIES)]
        assert {one.status_code for one in told} == {400} and "Name or password is wrong" in told[0].text
        last = own.post("/sign-in", data={**form, "password": PASSWORD})
        assert last.status_code == 429 and int(last.headers["retry-after"]) > 0


def test_a_form_of_another_site_signs_nobody_in(guarded: tuple[str, Users]) -> None:
    form = {"name": "Ada", "password": PASSWORD}
    assert httpx.post(f"{guarded[0]}/sign-in", data=form).status_code == 403


def test_a_damaged_file_of_users_lets_nobody_in(guarded: tuple[str, Users]) -> None:
    site, users = guarded
    users.path.write_text("{", encoding="utf-8")
    answer = httpx.get(f"{site}/", timeout=LONG / 1000)
    assert answer.status_code == 503 and "cannot be read" in answer.text and "Desk" not in answer.text


def test_signing_in_and_deciding_in_the_browser(browse: Callable[..., Watched], guarded: tuple[str, Users]) -> None:
    page = browse(guarded[0], bypass_csp=True).open("/things/ins-1")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.get_by_label("Name").fill("Vie")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/things/ins-1")
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("heading", name="Sign in").wait_for()


OUTSIDE = Way("192.0.2.7", 8000)


@pytest.mark.parametrize(
    ("way", "said"),
    [
        (OUTSIDE, "has no users"),
        (OUTSIDE._replace(host="0.0.0.0", proxied=True), "has no users"),
        (OUTSIDE._replace(host="127.0.0.1", proxied=True), "has no users"),
        (OUTSIDE._replace(cert=Path("a.pem")), "go together"),
        (OUTSIDE._replace(cert=Path("a.pem"), key=Path("b.pem"), proxied=True), "give one"),
    ],
)
def test_a_register_without_users_is_not_open_to_others(tmp_path: Path, way: Way, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        admit(tmp_path / "own.db", way)


def test_passwords_go_over_no_network_as_they_are(tmp_path: Path) -> None:
    Users(tmp_path / "own.db").add("Ada", "admin", PASSWORD, "2026-01-02")
    with pytest.raises(UsageError, match="--cert and --key"):
        admit(tmp_path / "own.db", OUTSIDE)
    admit(tmp_path / "own.db", OUTSIDE._replace(proxied=True))


@pytest.mark.parametrize(
    ("way", "local", "name"),
    [
        (Way("127.0.0.1", 0), True, "localhost"),
        (Way("::1", 0), True, "[::1]"),
        (Way("localhost", 0), True, "localhost"),
        (Way("0.0.0.0", 0, ("amity.example",)), False, "amity.example"),
        (Way("::", 0), False, "localhost"),
        (Way("192.0.2.7", 0), False, "192.0.2.7"),
        (Way("amity.example", 0), False, "amity.example"),
    ],
)
def test_names_by_which_a_register_may_be_asked_for(way: Way, local: bool, name: str) -> None:
    assert way.local == local
    assert name in way.hosts
    assert "0.0.0.0" not in way.hosts and "[::]" not in way.hosts
