"""A real web server on this machine that answers as servers on the net do, the bad ones too."""

import gzip
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Respond = Callable[["Handler"], None]

CHUNK = b"more and more words " * 3_000
MOST_CHUNKS = 2_000  # of an answer without end: the server stops when nobody else does
PATIENCE = 10.0  # seconds after which a slow answer gives up when the test does not release it


class Site(ThreadingHTTPServer):
    """Answers by path; ``asked`` lists the paths and headers of all requests, ``released`` lets slow answers end."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Respond] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.released = threading.Event()

    @property
    def address(self) -> str:
        """The site's address by number."""
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that hang up: they are meant to."""


class Handler(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    server: Site

    def do_GET(self) -> None:
        self.server.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        self.server.answers.get(self.path, missing)(self)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def send(self, status: int, body: bytes = b"", **headers: str) -> None:
        """Answer; a header ``content_length`` may lie."""
        self.send_response(status)
        for name, value in {"content_length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-").title(), value)
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True


@contextmanager
def running() -> Iterator[Site]:
    """Run a site for the time of a ``with`` block."""
    with Site() as site:
        thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield site
        finally:
            site.released.set()
            site.shutdown()
            thread.join()


def missing(handler: Handler) -> None:
    handler.send(404, b"nothing here")


def page(body: bytes, status: int = 200, **headers: str) -> Respond:
    """Answer with a body."""
    return lambda handler: handler.send(status, body, **headers)


def redirect(to: str, status: int = 302) -> Respond:
    return lambda handler: handler.send(status, location=to)


def silent(handler: Handler) -> None:
    """Take the request and say nothing."""
    handler.server.released.wait(PATIENCE)


def dripping(handler: Handler) -> None:
    """Send one byte at a time, each soon enough for a limit on single reads."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000000")
    handler.end_headers()
    for _ in range(int(PATIENCE / 0.02)):
        handler.wfile.write(b"x")
        if handler.server.released.wait(0.02):
            return


def endless_headers(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(MOST_CHUNKS):
        handler.wfile.write(f"X-{number}: {'y' * 1000}\r\n".encode())


def endless(handler: Handler) -> None:
    """Send chunks without end."""
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    for _ in range(MOST_CHUNKS):
        handler.wfile.write(f"{len(CHUNK):x}\r\n".encode() + CHUNK + b"\r\n")


def bomb(coding: str) -> Respond:
    """Answer with fifty million zeros in a few thousand bytes."""
    zeros = b"0" * 50_000_000
    packed = gzip.compress(zeros, mtime=0) if coding == "gzip" else zlib.compress(zeros)
    return page(packed, content_encoding=coding)


def garbage(handler: Handler) -> None:
    handler.wfile.write(b"this is no HTTP at all\r\n\r\n")
    handler.close_connection = True


def hanging_up(handler: Handler) -> None:
    handler.close_connection = True
