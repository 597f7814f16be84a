"""robots.txt: what a site lets this program read."""

import httpx
import pytest

from amity.errors import SourceError
from amity.reading.robots import LONGEST_DELAY, Rules, rules_of

PAGE = httpx.URL("https://gazette.example/news/ferry")


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /news", False),
        ("User-agent: *\nDisallow: /news\nAllow: /news/ferry", True),
        ("User-agent: Amity\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("Disallow: /", True),
    ],
)
def test_the_rules_for_this_program_hold(text: str, allowed: bool) -> None:
    assert Rules(text).allow(PAGE, "Amity") is allowed


@pytest.mark.parametrize(("status", "allowed"), [(200, False), (404, True), (403, True), (204, True)])
def test_a_site_that_has_no_rules_is_open(status: int, allowed: bool) -> None:
    assert rules_of(status, "User-agent: *\nDisallow: /").allow(PAGE, "Amity") is allowed


@pytest.mark.parametrize("status", [500, 503, 599])
def test_a_site_that_fails_is_closed(status: int) -> None:
    with pytest.raises(SourceError, match=f"cannot be had \\({status}\\)"):
        rules_of(status, "")


@pytest.mark.parametrize(
    ("line", "seconds"), [("", 0), ("Crawl-delay: 2.5", 2.5), ("Crawl-delay: 86400", LONGEST_DELAY), ("Crawl-delay: x", 0)]
)
def test_the_pause_is_kept_to_a_bound(line: str, seconds: float) -> None:
    assert Rules(f"User-agent: *\n{line}").delay("Amity") == seconds


@pytest.mark.parametrize("line", ["Disallow: /" + "x" * 1000, "Disallow: /" + "*a" * 50])
def test_lines_that_would_be_slow_are_passed_over(line: str) -> None:
    assert Rules(f"User-agent: *\n{line}\nDisallow: /news").allow(PAGE, "Amity") is False
