"""What guards the pages: hosts, origins, tokens, and a policy under which no report's words can run."""

import re
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import httpx
import pytest

from amity.register import open_register
from amity.web.security import MOST_SENT
from tests.web.conftest import LONG, Watched, served

MARKUP = '<img src=x onerror="document.title=1"><script>document.title=2</script>'


def test_a_foreign_host_is_refused(client: httpx.Client) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 403


def test_every_answer_carries_the_policy(client: httpx.Client) -> None:
    for path in ("/", "/api/ties", "/nothing", "/static/amity.css"):
        policy = client.get(path).headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy


@pytest.mark.parametrize("headers", [{"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}])
def test_another_site_changes_nothing(client: httpx.Client, headers: dict[str, str]) -> None:
    answer = client.post("/decide", data={"kind": "confirm", "id": "ins-1"}, headers=headers)
    assert answer.status_code == 403


def test_a_form_without_its_token_changes_nothing(client: httpx.Client) -> None:
    answer = client.post("/decide", data={"kind": "confirm", "id": "ins-1", "token": "0" * 64})
    assert answer.status_code == 403
    assert "Load it again" in answer.text


def test_a_form_of_ones_own_page_decides_and_can_be_taken_back(own_site: str) -> None:
    with httpx.Client(base_url=own_site, follow_redirects=True, timeout=LONG / 1000) as own:
        page = own.get("/things/ins-1").text
        token = re.findall(r'name="token" value="(\w+)"', page)[0]
        done = own.post("/decide", data={"kind": "confirm", "id": "ins-1", "token": token, "to": "/things/ins-1"})
        assert "Done: confirm ins-1" in done.text
        assert own.get("/api/things/ins-1").json()["state"] == "confirmed"
        number = re.findall(r'name="number" value="(\d+)"', done.text)[0]
        own.post("/undo", data={"number": number, "token": token, "to": "https://evil.example/things/ins-1"})
        assert own.get("/api/things/ins-1").json()["state"] == "unchecked"


def test_a_form_leads_to_no_other_site(own_site: str) -> None:
    with httpx.Client(base_url=own_site, timeout=LONG / 1000) as own:
        token = re.findall(r'name="token" value="(\w+)"', own.get("/things/ins-1").text)[0]
        done = own.post("/decide", data={"kind": "confirm", "id": "ins-1", "token": token, "to": "//evil.example/x"})
        assert done.headers["location"].startswith("/") and not done.headers["location"].startswith("//")


def test_markup_in_a_report_shows_as_text(tmp_path: Path, sample_readings: list[dict[str, object]]) -> None:
    hostile = {**sample_readings[0], "document": {**sample_readings[0]["document"], "title": MARKUP, "publisher": MARKUP}}  # type: ignore[dict-item]
    with open_register(tmp_path / "hostile.db") as register:
        (document,) = register.add([hostile])
    with served(tmp_path / "hostile.db") as site, httpx.Client(base_url=site, timeout=LONG / 1000) as asking:
        for path in ("/", "/documents", f"/documents/{document}", "/events"):
            page = asking.get(path).text
            assert "<script>document" not in page
            assert "<img src=x" not in page


def test_too_much_at_once_is_refused_before_it_is_read(client: httpx.Client) -> None:
    asking = HTTPConnection(client.base_url.host, client.base_url.port, timeout=LONG / 1000)
    asking.putrequest("POST", "/add/text")
    asking.putheader("Content-Length", str(MOST_SENT + 1))
    asking.endheaders()
    assert asking.getresponse().status == 403
    asking.close()


def test_what_does_not_tell_its_length_is_refused(client: httpx.Client) -> None:
    def endless() -> Iterator[bytes]:
        yield b"x"

    assert client.post("/add/text", content=endless()).status_code == 403


def test_a_hostile_report_runs_nothing_in_the_browser(
    browse: Callable[..., Watched], tmp_path: Path, sample_readings: list[dict[str, Any]]
) -> None:
    first = sample_readings[0]
    hostile = {
        **first,
        "document": {
            **first["document"],
            "title": MARKUP,
            "publisher": MARKUP,
            "path": f"{MARKUP}.txt",
            "url": "javascript:document.title=3",
        },
        "text": first["text"] + MARKUP,
        "actors": [{**one, "name": f"{one['name']} {MARKUP}"} for one in first["actors"]],
    }
    with open_register(tmp_path / "hostile.db") as register:
        (document,) = register.add([hostile])
    with served(tmp_path / "hostile.db") as site:
        watched = browse(site)
        for path in (
            "/",
            "/documents",
            f"/documents/{document}",
            "/actors",
            "/people",
            "/things/act-1",
            "/search?q=script",
            "/stats",
            "/method",
        ):
            page = watched.open(path)
            assert page.title() not in ("1", "2", "3")
            assert page.locator("img[src=x], a[href^=javascript]").count() == 0
