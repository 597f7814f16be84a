"""ETags of pages: who has a page is not sent it again, until anything in it may be another."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from amity.register import open_register
from amity.web.users import Users
from tests.web.conftest import LONG, served
from tests.web.test_door import PASSWORD, sign_in


@pytest.fixture
def asking(own_site: str) -> Iterator[httpx.Client]:
    """A browser that has been here, so that its cookies are as they will be."""
    with httpx.Client(base_url=own_site, timeout=LONG / 1000) as own:
        own.get("/method")
        yield own


def again(own: httpx.Client, path: str, tag: str, **headers: str) -> httpx.Response:
    return own.get(path, headers={"if-none-match": tag, **headers})


@pytest.mark.parametrize("path", ["/events", "/things/ins-1", "/actors?kind=state"])
def test_a_page_that_is_the_same_is_not_sent_again(asking: httpx.Client, path: str) -> None:
    first = asking.get(path)
    tag = first.headers["etag"]
    answer = again(asking, path, tag)
    assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", tag)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert again(asking, path, f'"other", {tag}').status_code == 304
    assert again(asking, path, '"other"').status_code == 200
    assert first.headers["cache-control"] == "private, no-cache" and "Cookie" in first.headers["vary"]


def test_after_a_decision_it_is_another(asking: httpx.Client) -> None:
    first = asking.get("/things/ins-1")
    token = re.findall(r'name="token" value="(\w+)"', first.text)[0]
    asking.post("/decide", data={"kind": "confirm", "id": "ins-1", "token": token, "to": "/things/ins-1"})
    said = again(asking, "/things/ins-1", first.headers["etag"])
    assert said.status_code == 200 and "confirmed" in said.text and "Done: confirm" in said.text
    later = again(asking, "/things/ins-1", said.headers["etag"])
    assert later.status_code == 200 and "Done: confirm" not in later.text


def test_what_another_process_writes_counts(samples_file: Path, tmp_path: Path) -> None:
    register = tmp_path / "own.db"
    shutil.copy(samples_file, register)
    with served(register) as site, httpx.Client(base_url=site, timeout=LONG / 1000) as own:
        own.get("/method")
        tag = own.get("/things/ins-1").headers["etag"]
        with open_register(register) as other:
            other.judge("reject", ["ins-1"], by="Ann")
        assert "rejected" in again(own, "/things/ins-1", tag).text


def test_each_language_has_its_own(asking: httpx.Client) -> None:
    tag = asking.get("/events").headers["etag"]
    other = again(asking, "/events", tag, **{"accept-language": "vi"})
    assert other.status_code == 200 and '<html lang="vi">' in other.text and other.headers["etag"] != tag
    asking.cookies.set("amity_language", "zh")
    assert '<html lang="zh">' in again(asking, "/events", tag).text


def test_each_user_and_each_role_has_its_own(samples_file: Path, tmp_path: Path) -> None:
    register = tmp_path / "own.db"
    shutil.copy(samples_file, register)
    users = Users(register)
    users.add("Rea", "reader", PASSWORD, "2026-01-02")
    users.add("Vie", "reviewer", PASSWORD, "2026-01-02")
    with served(register) as site, sign_in(site, "Rea") as one, sign_in(site, "Vie") as other:
        tag = one.get("/things/ins-1").headers["etag"]
        assert again(one, "/things/ins-1", tag).status_code == 304
        theirs = again(other, "/things/ins-1", tag)
        assert theirs.status_code == 200 and "Vie (reviewer)" in theirs.text and theirs.headers["etag"] != tag
        with httpx.Client(base_url=site, timeout=LONG / 1000) as nobody:
            assert again(nobody, "/things/ins-1", tag).status_code == 303


@pytest.mark.parametrize("path", ["/nothing", "/add", "/import", "/events?kind=x"])
def test_what_moves_or_failed_has_none(asking: httpx.Client, path: str) -> None:
    assert "etag" not in asking.get(path).headers
