"""The network: pages are fetched over http and https, within limits, from public machines only, where robots.txt lets programs read.

Every name is resolved first, its machines are checked, and the connection goes to the checked one. Redirects are followed one by one,
each checked like the first address. Answers are counted in bytes as sent and as unpacked, and stopped at the limit.
"""

import ssl
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO, NamedTuple, cast

import httpcore
import httpx

from amity import __version__
from amity.errors import SourceError
from amity.reading.addresses import Resolve, checked_url, permitted, resolve
from amity.reading.connection import Guarded
from amity.reading.robots import Rules, rules_of

PRODUCT = "Amity"
"""The name that robots.txt rules know this program by."""
USER_AGENT = f"{PRODUCT}/{__version__} (reads reports on cooperation between places; honours robots.txt)"
ROBOTS_BYTES = 512_000  # of robots.txt that are read (RFC 9309 2.5 asks for at least 500 kibibytes)
STEP = 65_536  # bytes unpacked at a time
IN_MEMORY = 2_000_000  # bytes of a page that are held before the rest goes to disk
HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain,application/json;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
REASONS = {
    401: "asks for a login (401); save the page and name its file",
    403: "refuses programs (403); save the page and name its file",
    404: "no such page (404); check the address",
    410: "the page is gone (410); look for an archived copy",
    429: "too many requests (429); try again later",
    451: "withheld for legal reasons (451); look for another report",
}


class NetworkLimits(NamedTuple):
    """How long, how large and how far a fetch may go."""

    seconds: float = 30
    """For one answer, from the connection to the last byte; a redirect leads to another one."""
    bytes: int = 20_000_000
    """Of an answer, as sent and as unpacked."""
    redirects: int = 5


class Page(NamedTuple):
    """A fetched page: its own address after redirects, its bytes, and the encoding that the server names."""

    url: str
    file: BinaryIO
    charset: str | None


class Answer(NamedTuple):
    """One answer, read to its end or to the limit."""

    status: int
    headers: httpx.Headers
    file: BinaryIO

    def text(self) -> str:
        """Return the answer as text, whatever bytes it holds."""
        return self.file.read().decode("utf-8-sig", "replace")


class Fetcher:
    """Fetches pages; remembers each site's robots.txt and when it was last asked.

    ``allow_private`` lets it ask private and loopback machines; ``resolve`` and ``wait`` are the name service and the clock's pause.
    """

    def __init__(
        self,
        limits: NetworkLimits = NetworkLimits(),  # noqa: B008 (immutable)
        *,
        allow_private: bool = False,
        resolve: Resolve = resolve,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._limits, self._allow_private, self._resolve, self._wait = limits, allow_private, resolve, wait
        self._ssl = httpx.create_ssl_context()
        self._rules: dict[str, Rules | str] = {}
        self._asked: dict[str, float] = {}

    @contextmanager
    def fetch(self, address: str) -> Iterator[Page]:
        """Give the page at an address for the time of a ``with`` block; raise SourceError, in one line, when it cannot be had."""
        url = checked_url(address)
        for _ in range(self._limits.redirects + 1):
            self._respect(url)
            with self._ask(url, self._limits.bytes) as answer:
                if not httpx.codes.is_redirect(answer.status) or "location" not in answer.headers:
                    yield _page(url, answer)
                    return
                url = _redirected(url, answer.headers["location"])
        raise SourceError(f"redirects more than {self._limits.redirects} times; name the last address")

    def _respect(self, url: httpx.URL) -> None:
        """Raise SourceError where the site's robots.txt forbids the page; wait as long as it asks for."""
        site = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if site not in self._rules:
            self._rules[site] = self._robots(httpx.URL(f"{site}/robots.txt"))
        rules = self._rules[site]
        if isinstance(rules, str):
            raise SourceError(rules)
        if not rules.allow(url, PRODUCT):
            raise SourceError("the site's robots.txt asks programs not to read it; save the page and name its file")
        since = time.monotonic() - self._asked.get(site, float("-inf"))
        if since < rules.delay(PRODUCT):
            self._wait(rules.delay(PRODUCT) - since)
        self._asked[site] = time.monotonic()

    def _robots(self, url: httpx.URL) -> Rules | str:
        try:
            for _ in range(self._limits.redirects + 1):
                with self._ask(url, ROBOTS_BYTES, cut=True) as answer:
                    if not httpx.codes.is_redirect(answer.status) or "location" not in answer.headers:
                        return rules_of(answer.status, answer.text())
                    url = _redirected(url, answer.headers["location"])
        except SourceError as error:
            return str(error)
        return Rules()

    @contextmanager
    def _ask(self, url: httpx.URL, limit: int, cut: bool = False) -> Iterator[Answer]:
        """Give the answer of one machine; what goes beyond the limit is an error, or cut off when ``cut``."""
        port = url.port or (443 if url.scheme == "https" else 80)
        machines = permitted(url.host, port, self._allow_private, self._resolve)
        backend = Guarded(machines, time.monotonic() + self._limits.seconds)
        request = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        headers = {**HEADERS, "Host": url.netloc.decode("ascii")}
        with SpooledTemporaryFile(max_size=IN_MEMORY) as file:
            with (
                _told(url, self._limits),
                httpcore.ConnectionPool(ssl_context=self._ssl, network_backend=backend) as pool,
                pool.stream("GET", request, headers=[*headers.items()]) as response,
            ):
                answer = Answer(response.status, httpx.Headers(response.headers), cast(BinaryIO, file))
                for data in _body(response, answer, limit, cut):
                    file.write(data)
            file.seek(0)
            yield answer


def _body(response: httpcore.Response, answer: Answer, limit: int, cut: bool) -> Iterator[bytes]:
    """Yield the unpacked bytes of an answer; of a redirect or an error nothing, since nobody reads it."""
    if answer.status != httpx.codes.OK:
        return
    announced = answer.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > limit and not cut:
        raise SourceError(f"{int(announced):,} bytes, more than the {limit:,} that a page may have; save it and name its file")
    sent = unpacked = 0
    unpacker = Unpacker(answer.headers.get("content-encoding", ""))
    for chunk in response.iter_stream():
        sent += len(chunk)
        for data in unpacker.unpack(chunk):
            unpacked += len(data)
            if max(sent, unpacked) > limit:
                if cut:
                    return
                raise SourceError(f"more than the {limit:,} bytes that a page may have; save it and name its file")
            yield data
    unpacker.end()


class Unpacker:
    """Unpacks an answer a little at a time, so that a bomb is stopped where the limit is."""

    def __init__(self, coding: str) -> None:
        self._coding = coding.strip().lower()
        self._inner: Any = None
        if self._coding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise SourceError(f"packed in a way that was not asked for ({self._coding[:40]!r}); save the page and name its file")

    def unpack(self, chunk: bytes) -> Iterator[bytes]:
        """Yield what the next bytes of the answer unpack to."""
        if self._coding in ("", "identity"):
            yield chunk
            return
        if not chunk:
            return
        self._inner = self._inner or zlib.decompressobj(self._window(chunk))
        while data := self._inner.decompress(chunk, STEP):
            yield data
            chunk = self._inner.unconsumed_tail

    def _window(self, chunk: bytes) -> int:
        """Return zlib's word for gzip, and for deflate with the header that some servers send and others do not."""
        if self._coding != "deflate":
            return zlib.MAX_WBITS | 16
        return zlib.MAX_WBITS if chunk[0] & 15 == zlib.DEFLATED else -zlib.MAX_WBITS

    def end(self) -> None:
        """Raise zlib.error when the packed answer ends too early."""
        if self._inner is not None and not self._inner.eof:
            raise zlib.error("ends too early")


def _page(url: httpx.URL, answer: Answer) -> Page:
    if answer.status != httpx.codes.OK:
        server = f"the server fails ({answer.status}); try again later" if answer.status >= 500 else ""
        raise SourceError(REASONS.get(answer.status) or server or f"the server answers {answer.status}, not the page; check the address")
    charset = httpx.Response(200, headers={"content-type": answer.headers.get("content-type", "")}).charset_encoding
    return Page(str(url), answer.file, charset)


def _redirected(url: httpx.URL, location: str) -> httpx.URL:
    try:
        target = str(url.join(location))
    except (httpx.InvalidURL, ValueError) as error:
        raise SourceError(f"redirects to what is no address ({location[:80]!r}); check the address") from error
    try:
        return checked_url(target)
    except SourceError as error:
        raise SourceError(f"redirects to {target[:80]}: {error}") from error


@contextmanager
def _told(url: httpx.URL, limits: NetworkLimits) -> Iterator[None]:
    """Tell what goes wrong on the way as one line."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise SourceError(f"{url.host} takes more than {limits.seconds:g} seconds; try again later") from error
    except httpcore.ConnectError as error:
        reason = error.args[0] if error.args else None
        if isinstance(reason, ssl.SSLCertVerificationError):
            raise SourceError(f"{url.host} cannot prove who it is ({reason.verify_message}); save the page and name its file") from error
        raise SourceError(f"{url.host} cannot be reached ({error}); check the address and the connection") from error
    except (httpcore.ProtocolError, httpcore.NetworkError) as error:
        raise SourceError(f"{url.host} breaks off its answer ({error}); try again later") from error
    except zlib.error as error:
        raise SourceError(f"{url.host} sends a packed answer that is damaged; try again later") from error
