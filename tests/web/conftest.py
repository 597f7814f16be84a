"""What tests of the pages share: a real server on the loopback address, and a real Chromium."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from bench.web import served

LONG = 30_000
"""Milliseconds that a page may take on a machine under load."""


@pytest.fixture(scope="session")
def site(samples_file: Path) -> Iterator[str]:
    """The address of the sample register's pages, which tests only look at."""
    with served(samples_file) as address:
        yield address


@pytest.fixture
def own_site(samples_file: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a sample register of one's own, which a test may change."""
    register = tmp_path / "own.db"
    shutil.copy(samples_file, register)
    with served(register) as address:
        yield address


@pytest.fixture
def client(site: str) -> Iterator[httpx.Client]:
    """A program that asks for pages without a browser; what it is sent to it follows."""
    with httpx.Client(base_url=site, follow_redirects=True, timeout=LONG / 1000) as asking:
        yield asking


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    found = shutil.which("chromium")
    assert found, "chromium is missing; .ci/run installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


class Watched:
    """A page of the browser, with what its console complained of and which other hosts it asked."""

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.site = site
        self.complaints: list[str] = []
        self.foreign: list[str] = []
        self.forgiven = "\0"
        """Words of complaints that a test means to cause."""
        page.set_default_timeout(LONG)
        page.on("console", lambda message: self._note(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self._note(str(error)))
        page.on("request", lambda request: self.foreign.append(request.url) if not request.url.startswith((site, "data:")) else None)

    def _note(self, complaint: str) -> None:
        if self.forgiven not in complaint:
            self.complaints.append(complaint)

    def open(self, path: str) -> Page:
        """Open a page of the site and wait until nothing more is asked for."""
        self.page.goto(f"{self.site}{path}", wait_until="networkidle")
        return self.page


@pytest.fixture
def browse(chromium: Browser) -> Iterator[Callable[..., Watched]]:
    """Give a page of the browser on a site; at the end, no console complained and no other host was asked."""
    opened: list[Watched] = []

    def begin(site: str, **options: object) -> Watched:
        context = chromium.new_context(**options)  # type: ignore[arg-type]
        opened.append(Watched(context.new_page(), site))
        return opened[-1]

    yield begin
    for one in opened:
        one.page.context.close()
        assert not one.complaints
        assert not one.foreign
