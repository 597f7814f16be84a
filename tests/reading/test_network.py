"""The network, against a real server on this machine: what is fetched, what is refused, and one line for each failure."""

import gzip
import ipaddress
import zlib
from collections.abc import Callable, Iterator

import pytest

from amity import __version__
from amity.errors import SourceError
from amity.reading import addresses
from amity.reading.network import Fetcher, NetworkLimits
from tests.reading import site as sites
from tests.reading.site import Site, page, redirect

QUICK = NetworkLimits(seconds=0.4, bytes=1_000_000, redirects=3)
BODY = "The two towns agreed on Monday to open a ferry line, and the caf\u00e9 too.".encode()
LOOPBACK = ipaddress.ip_address("127.0.0.1")


@pytest.fixture
def site() -> Iterator[Site]:
    with sites.running() as running:
        yield running


def fetched(address: str, fetcher: Fetcher | None = None) -> tuple[str, bytes, str | None]:
    with (fetcher or Fetcher(QUICK, allow_private=True)).fetch(address) as answer:
        return answer.url, answer.file.read(), answer.charset


def refused(address: str, fetcher: Fetcher | None = None) -> str:
    with pytest.raises(SourceError) as caught:
        fetched(address, fetcher)
    line = str(caught.value)
    assert ";" in line and "\n" not in line
    return line


def test_a_page_is_fetched_with_its_address_and_encoding(site: Site) -> None:
    site.answers["/a?b=c"] = page(BODY, content_type="text/html; charset=ISO-8859-1")
    assert fetched(f"{site.address}/a?b=c#part") == (f"{site.address}/a?b=c", BODY, "iso-8859-1")


def test_the_program_names_itself(site: Site) -> None:
    site.answers["/a"] = page(BODY)
    fetched(f"{site.address}/a")
    assert [(path, headers["user-agent"].split(" ")[0]) for path, headers in site.asked] == [
        ("/robots.txt", f"Amity/{__version__}"),
        ("/a", f"Amity/{__version__}"),
    ]
    assert site.asked[1][1]["host"] == f"127.0.0.1:{site.server_port}"


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", gzip.compress(BODY * 5000, mtime=0)),
        ("X-GZIP", gzip.compress(BODY, mtime=0)),
        ("deflate", zlib.compress(BODY)),
        ("deflate", zlib.compress(BODY)[2:-4]),
        ("identity", BODY),
    ],
)
def test_packed_answers_are_unpacked(site: Site, coding: str, packed: bytes) -> None:
    site.answers["/a"] = page(packed, content_encoding=coding)
    assert fetched(f"{site.address}/a")[1][: len(BODY)] == BODY


def test_all_of_a_packed_answer_arrives(site: Site) -> None:
    site.answers["/a"] = page(gzip.compress(b"0" * 999_999), content_encoding="gzip")
    assert len(fetched(f"{site.address}/a")[1]) == 999_999


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_to_the_page_s_own_address(site: Site, status: int) -> None:
    site.answers |= {"/a": redirect("b", status), "/b": redirect(f"{site.address}/c"), "/c": page(BODY)}
    assert fetched(f"{site.address}/a")[:2] == (f"{site.address}/c", BODY)


def test_redirects_without_end_are_refused(site: Site) -> None:
    site.answers["/a"] = redirect("/a")
    assert "redirects more than 3 times" in refused(f"{site.address}/a")


@pytest.mark.parametrize(
    ("to", "told"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("ftp://127.0.0.1/a", "only http and https"),
        ("http://user:secret@127.0.0.1/", "name or password"),
        ("http://a.example:port/", "redirects to"),
        ("http://10.0.0.1/a", "10.0.0.1 is a private or reserved address"),
        ("http://169.254.169.254/latest/meta-data", "private or reserved"),
        ("http://[::1]:9/", "private or reserved"),
        ("http://127.0.0.2/a", "private or reserved"),
    ],
)
def test_each_redirect_is_checked_like_the_first_address(site: Site, monkeypatch: pytest.MonkeyPatch, to: str, told: str) -> None:
    monkeypatch.setattr(addresses, "is_public", lambda machine: machine == LOOPBACK)
    site.answers["/a"] = redirect(to)
    assert told in refused(f"{site.address}/a", Fetcher(QUICK))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "0x7f000001", "127.1", "2130706433", "0", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::]"]
)
def test_this_machine_is_refused_unless_allowed(site: Site, host: str) -> None:
    told = refused(f"http://{host}:{site.server_port}/a", Fetcher(QUICK))
    assert "private or reserved" in told or "not known" in told
    assert site.asked == []


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://a.example/b", "gopher://a.example", "javascript://alert", "data://x"])
def test_other_schemes_are_refused(address: str) -> None:
    assert "only http and https" in refused(address)


@pytest.mark.parametrize(
    "address",
    ["http://", "http:///path", "http://a:b:c/", "http://[::1", "http://a.example:99999999/", "http://0177.0.0.1/", "http://" + "a" * 5000],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    assert "address" in refused(address)


def test_the_checked_machine_is_asked_whatever_the_name_leads_to_later(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "is_public", lambda machine: machine == LOOPBACK)
    answers = [[LOOPBACK], [LOOPBACK], [ipaddress.ip_address("192.168.7.7")]]
    asked = list[str]()

    def rebinding(host: str, port: int) -> list[addresses.IP]:
        asked.append(host)
        return answers[len(asked) - 1]

    site.answers["/a"] = page(BODY)
    fetcher = Fetcher(QUICK, resolve=rebinding)
    address = f"http://rebinding.example:{site.server_port}/a"
    assert fetched(address, fetcher)[1] == BODY
    assert asked == ["rebinding.example"] * 2
    assert site.asked[-1][1]["host"] == f"rebinding.example:{site.server_port}"
    assert "192.168.7.7" in refused(address, fetcher)


def test_one_private_machine_behind_a_name_is_enough_to_refuse(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "is_public", lambda machine: machine == LOOPBACK)
    fetcher = Fetcher(QUICK, resolve=lambda host, port: [LOOPBACK, ipaddress.ip_address("10.1.1.1")])
    assert "10.1.1.1" in refused(f"http://two.example:{site.server_port}/", fetcher)


def test_an_unknown_name_is_told() -> None:
    assert "not known to the name service" in refused("http://no-such-host.invalid/")


def test_a_closed_door_is_told(site: Site) -> None:
    site.server_close()
    assert "cannot be reached" in refused(f"{site.address}/a")


@pytest.mark.parametrize(
    ("respond", "told"),
    [
        (sites.silent, "takes more than 0.4 seconds"),
        (sites.dripping, "takes more than 0.4 seconds"),
        (sites.endless, "more than the 1,000,000 bytes"),
        (sites.endless_headers, "breaks off its answer"),
        (sites.bomb("gzip"), "more than the 1,000,000 bytes"),
        (sites.bomb("deflate"), "more than the 1,000,000 bytes"),
        (sites.garbage, "breaks off its answer"),
        (sites.hanging_up, "breaks off its answer"),
        (page(BODY, content_length="99999999"), "99,999,999 bytes, more than the 1,000,000"),
        (page(BODY, content_length="5000"), "breaks off its answer"),
        (page(BODY, content_length="many"), "breaks off its answer"),
        (page(BODY, content_encoding="br"), "packed in a way that was not asked for"),
        (page(BODY, content_encoding="gzip, gzip"), "packed in a way that was not asked for"),
        (page(BODY, content_encoding="gzip"), "is damaged"),
        (page(gzip.compress(BODY)[:-9], content_encoding="gzip"), "is damaged"),
        (page(b"", 401), "asks for a login (401)"),
        (page(b"", 403), "refuses programs (403)"),
        (page(b"", 404), "no such page (404)"),
        (page(b"", 410), "the page is gone (410)"),
        (page(b"", 429), "too many requests (429)"),
        (page(b"", 503), "the server fails (503)"),
        (page(b"", 204), "answers 204, not the page"),
        (page(b"", 300), "answers 300, not the page"),
    ],
)
def test_each_failure_is_one_line(site: Site, respond: Callable[[sites.Handler], None], told: str) -> None:
    site.answers["/a"] = respond
    assert told in refused(f"{site.address}/a")


def test_a_length_that_is_too_short_cuts_the_answer(site: Site) -> None:
    site.answers["/a"] = page(BODY, content_length="10")
    assert fetched(f"{site.address}/a")[1] == BODY[:10]


def test_a_name_that_others_hold_the_certificate_of_is_told(site: Site) -> None:
    site.answers["/a"] = page(BODY)
    assert "cannot be reached" in refused(f"https://127.0.0.1:{site.server_port}/a")


def test_a_false_type_does_not_matter(site: Site) -> None:
    site.answers["/a"] = page(BODY, content_type="image/png; charset=no-such-code")
    assert fetched(f"{site.address}/a")[1:] == (BODY, "no-such-code")


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("User-agent: *\nDisallow: /private", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /\nUser-agent: Amity\nAllow: /", "/a", True),
        ("User-agent: amity\nDisallow: /*.pdf$", "/a.pdf", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("\0\xff no rules at all", "/a", True),
    ],
)
def test_robots_txt_is_honoured(site: Site, rules: str, path: str, allowed: bool) -> None:
    site.answers |= {"/robots.txt": page(rules.encode("latin-1")), path: page(BODY)}
    if allowed:
        assert fetched(f"{site.address}{path}")[1] == BODY
    else:
        assert "robots.txt asks programs not to read it" in refused(f"{site.address}{path}")
        assert [asked for asked, _ in site.asked] == ["/robots.txt"]


def test_a_redirect_to_what_robots_txt_forbids_is_refused(site: Site) -> None:
    site.answers |= {"/robots.txt": page(b"User-agent: *\nDisallow: /b"), "/a": redirect("/b"), "/b": page(BODY)}
    assert "robots.txt asks" in refused(f"{site.address}/a")


def test_robots_txt_is_asked_for_once_and_may_redirect(site: Site) -> None:
    site.answers |= {"/robots.txt": redirect("/rules"), "/rules": page(b"User-agent: *\nDisallow: /b"), "/a": page(BODY)}
    fetcher = Fetcher(QUICK, allow_private=True)
    fetched(f"{site.address}/a", fetcher)
    assert "robots.txt asks" in refused(f"{site.address}/b", fetcher)
    assert [path for path, _ in site.asked] == ["/robots.txt", "/rules", "/a"]


@pytest.mark.parametrize(
    ("respond", "told"),
    [(page(b"", 503), "robots.txt cannot be had (503)"), (sites.silent, "takes more than"), (sites.hanging_up, "breaks off")],
)
def test_a_site_that_fails_to_tell_its_rules_is_left_alone(site: Site, respond: Callable[[sites.Handler], None], told: str) -> None:
    site.answers |= {"/robots.txt": respond, "/a": page(BODY)}
    fetcher = Fetcher(QUICK, allow_private=True)
    assert told in refused(f"{site.address}/a", fetcher)
    assert told in refused(f"{site.address}/a", fetcher)
    assert len(site.asked) == 1


@pytest.mark.parametrize("respond", [page(b"", 404), page(b"", 403), redirect("/robots.txt"), sites.endless])
def test_a_site_without_usable_rules_is_open(site: Site, respond: Callable[[sites.Handler], None]) -> None:
    site.answers |= {"/robots.txt": respond, "/a": page(BODY)}
    assert fetched(f"{site.address}/a")[1] == BODY


def test_the_pause_that_a_site_asks_for_is_kept(site: Site) -> None:
    pauses = list[float]()
    site.answers |= {"/robots.txt": page(b"User-agent: *\nCrawl-delay: 7"), "/a": page(BODY)}
    fetcher = Fetcher(QUICK, allow_private=True, wait=pauses.append)
    for _ in range(2):
        fetched(f"{site.address}/a", fetcher)
    assert len(pauses) == 1
    assert 0 < pauses[0] <= 7


def test_what_the_user_of_a_page_does_wrong_is_not_the_network_s(site: Site) -> None:
    site.answers["/a"] = page(BODY)
    with pytest.raises(OSError, match="disk"), Fetcher(QUICK, allow_private=True).fetch(f"{site.address}/a"):
        raise OSError("disk full")
