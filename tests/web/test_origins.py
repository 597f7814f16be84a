"""Other sites: none reads or changes anything, except those that were named, which read what anyone may."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from amity.web.users import Users
from tests.web.conftest import LONG, served

FRIEND, STRANGER = "https://friend.example", "https://stranger.example"


@pytest.fixture(scope="module")
def open_site(samples_file: Path) -> Iterator[str]:
    """A site that lets one other site read."""
    with served(samples_file, origins=(FRIEND,)) as address:
        yield address


@pytest.mark.parametrize("path", ["/api/ties", "/actors.csv", "/api/nothing"])
def test_the_site_that_was_named_may_read(open_site: str, path: str) -> None:
    answer = httpx.get(f"{open_site}{path}", headers={"origin": FRIEND}, timeout=LONG / 1000)
    assert answer.headers["access-control-allow-origin"] == FRIEND
    assert "access-control-allow-credentials" not in answer.headers
    assert "Origin" in answer.headers["vary"]


def test_another_site_may_not(open_site: str) -> None:
    answer = httpx.get(f"{open_site}/api/ties", headers={"origin": STRANGER}, timeout=LONG / 1000)
    assert "access-control-allow-origin" not in answer.headers


def test_by_itself_no_site_may(site: str) -> None:
    answer = httpx.get(f"{site}/api/ties", headers={"origin": FRIEND}, timeout=LONG / 1000)
    assert not [name for name in answer.headers if name.startswith("access-control")]


@pytest.mark.parametrize(
    ("origin", "method", "status"), [(FRIEND, "GET", 200), (FRIEND, "POST", 400), (FRIEND, "DELETE", 400), (STRANGER, "GET", 400)]
)
def test_who_asks_first_is_told(open_site: str, origin: str, method: str, status: int) -> None:
    headers = {"origin": origin, "access-control-request-method": method}
    answer = httpx.options(f"{open_site}/api/ties", headers=headers, timeout=LONG / 1000)
    assert answer.status_code == status
    assert (answer.headers.get("access-control-allow-origin") == FRIEND) is (origin == FRIEND)


def test_the_site_that_was_named_changes_nothing(open_site: str) -> None:
    answer = httpx.post(f"{open_site}/decide", data={"kind": "confirm", "id": "ins-1"}, headers={"origin": FRIEND}, timeout=LONG / 1000)
    assert answer.status_code == 403 and "another site" in answer.text


def test_where_one_signs_in_the_site_that_was_named_reads_nothing(samples_file: Path, tmp_path: Path) -> None:
    register = tmp_path / "own.db"
    shutil.copy(samples_file, register)
    Users(register).add("Ada", "admin", "four words and more", "2026-01-02")
    with served(register, origins=(FRIEND,)) as address:
        answer = httpx.get(f"{address}/api/ties", headers={"origin": FRIEND}, timeout=LONG / 1000)
    assert answer.status_code == 401 and "total" not in answer.text
