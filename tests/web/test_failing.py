"""What was not foreseen: a calm page or object without anything of the inside, and the whole of it in the server's log."""

import logging
from collections.abc import Callable, Iterator

import httpx
import pytest

from amity.web.failing import OWN
from amity.web.pages import home, searching
from amity.web.unchanged import Unchanged
from tests.web.conftest import LONG, Watched

INSIDE = "the secret drawer of /var/inside.py"


def breaks(*_: object, **__: object) -> None:
    raise ValueError(INSIDE)


@pytest.fixture
def broken(own_site: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[httpx.Client]:
    """A site whose search fails in a way that nobody foresaw."""
    monkeypatch.setattr(searching, "search", breaks)
    with httpx.Client(base_url=own_site, timeout=LONG / 1000) as asking:
        yield asking


def test_the_page_is_calm_and_the_log_tells_all(broken: httpx.Client, caplog: pytest.LogCaptureFixture) -> None:
    answer = broken.get("/search?q=x")
    assert answer.status_code == 500
    assert "This is a mistake of Amity&#39;s own" in answer.text and 'href="/"' in answer.text
    assert INSIDE not in answer.text and "Traceback" not in answer.text and "ValueError" not in answer.text
    assert "unsafe" not in answer.headers["content-security-policy"] and answer.headers["x-content-type-options"] == "nosniff"
    (told,) = [one for one in caplog.records if one.name == "amity.web"]
    assert told.levelno == logging.ERROR and "'/search'" in told.getMessage()
    assert told.exc_info and INSIDE in str(told.exc_info[1])
    assert broken.get("/events").status_code == 200


def test_a_program_is_told_in_the_one_shape(broken: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("amity.web.pages.lists.one_page", breaks)
    answer = broken.get("/api/events")
    assert answer.status_code == 500
    assert answer.json() == {"error": {"status": 500, "message": OWN}}


def test_the_page_speaks_the_language_and_is_kept_by_nobody(broken: httpx.Client) -> None:
    answer = broken.get("/search?q=x", headers={"accept-language": "vi"})
    assert '<html lang="vi">' in answer.text
    assert "etag" not in answer.headers


@pytest.mark.parametrize("where", ["amity.web.failing.failure", "amity.web.rendering.said"])
def test_a_page_that_fails_even_in_telling_so_is_plain(broken: httpx.Client, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    monkeypatch.setattr(where, breaks)
    answer = broken.get("/search?q=x")
    assert (answer.status_code, answer.text) == (500, OWN)


def test_what_fails_before_any_page_is_told_too(broken: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Unchanged, "__call__", breaks)
    answer = broken.get("/actors")
    assert answer.status_code == 500 and "mistake of Amity" in answer.text


def test_what_fails_half_way_ends_there(broken: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(*_: object, **__: object) -> Iterator[dict[str, str]]:
        yield {"id": "x"}
        raise ValueError(INSIDE)

    monkeypatch.setattr("amity.web.pages.lists.everything", half)
    with pytest.raises(httpx.RemoteProtocolError):
        broken.get("/events.csv")


def test_the_browser_shows_the_calm_page(browse: Callable[..., Watched], own_site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "one_page", breaks)
    watched = browse(own_site)
    watched.forgiven = "status of 500"
    page = watched.open("/")
    page.get_by_role("heading", name="That did not work").wait_for()
    page.get_by_role("link", name="Actors").click()
    page.get_by_role("heading", name="Actors").wait_for()
