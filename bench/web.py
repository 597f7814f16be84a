"""What the pages cost: server time of each, compressed bytes of home, and how long until home answers to a person.

``python -m bench.web REGISTER`` measures a register that is there; ``make bench`` measures the one that its own bench made. A real
server on the loopback address answers one request after the other, with compression, as ``amity serve`` does.
"""

import random
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

import httpx
import uvicorn
from sqlalchemy import Connection, func, select

from amity.register import open_register
from amity.register.tables import documents, members, things
from amity.web import create_app
from amity.web.serving import listening
from bench.figures import Figure, most, printed

SEED, ASKED = 1, 20
"""Seed of the draw, and requests of each kind of page."""
PAGE, PAIR, HOME = 100.0, 300.0, 100.0
"""Goals: milliseconds of a page and of a pair (95th percentile), kilobytes of home as sent."""
SHARE = 0.95
PLAIN = {
    "home": "/", "due": "/due", "calendar": "/calendar", "sessions": "/sessions", "review": "/review", "log": "/log", "changes": "/changes",
    "method": "/method", "add": "/add", "enter": "/enter",
}  # fmt: skip
"""Pages that are about the whole register."""
READY = "() => { const one = performance.getEntriesByType('navigation')[0]; return one.domContentLoadedEventEnd - one.startTime }"
"""Own scripts are modules: all of them have run when the document's content is said to be loaded."""


class Drawn(NamedTuple):
    """A document that was drawn, with what it tells of."""

    id: str
    word: str
    year: str
    actors: list[str]
    things: list[str]


@contextmanager
def served(register: Path, **options: Any) -> Iterator[str]:
    """Serve a register on a free port of this machine (``options`` are those of ``create_app``); give its address."""
    with listening("127.0.0.1", 0) as bound:
        server = uvicorn.Server(uvicorn.Config(create_app(register, **options), log_level="error", timeout_graceful_shutdown=5))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{bound.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def draw(connection: Connection, count: int, seed: int = SEED) -> list[Drawn]:
    """Return documents drawn with a seed; what most of them tell of is drawn most."""
    chance, found = random.Random(f"{seed}/pages"), []
    last = connection.scalar(select(func.max(documents.c.number))) or 1
    for _ in range(count):
        row = connection.execute(select(documents).where(documents.c.number == chance.randint(1, last))).one()
        of = select(things.c.id, things.c.layer).join(members, members.c.thing == things.c.number)
        held = connection.execute(of.where(members.c.document == row.number).order_by(members.c.number)).all()
        actors = [one.id for one in held if one.layer == "actors"]
        rest = [one.id for one in held if one.layer != "actors"]
        word = max(row.title.replace(":", "").split(), key=len)
        found.append(Drawn(row.id, word, row.told[:4], actors, rest))
    return found


def addresses(drawn: list[Drawn]) -> dict[str, list[str]]:
    """Return the addresses of each kind of page that are asked for."""
    told = [one for one in drawn if len(one.actors) > 1 and one.things]
    about = {
        "list": [f"/events?party={one.actors[0]}" for one in told],
        "list of all": ["/commitments", "/events", "/instruments", "/ties"],
        "actor": [f"/things/{one.actors[0]}" for one in told],
        "thing": [f"/things/{one.things[0]}" for one in told],
        "timeline": [f"/things/{one.actors[0]}/timeline" for one in told],
        "document": [f"/documents/{one.id}" for one in drawn],
        "search": [f"/search?q={quote(one.word)}" for one in drawn],
        "suggestions": [f"/suggest?q={quote(one.word[:4])}" for one in drawn],
        "pair": [f"/pair/{one.actors[0]}/{one.actors[1]}" for one in told],
        "ledger": [f"/ledger/{one.actors[0]}/{one.actors[1]}" for one in told],
        "compare": [f"/compare?actor={one.actors[0]}&actor={one.actors[1]}" for one in told],
        "report": [f"/report?home={one.actors[0]}&year={one.year}" for one in told],
    }
    return {name: [path] for name, path in PLAIN.items()} | about


def slowest(seconds: list[float]) -> float:
    """Return the 95th percentile in milliseconds."""
    return sorted(seconds)[max(0, round(SHARE * len(seconds)) - 1)] * 1000


def asked(client: httpx.Client, paths: list[str], count: int) -> float:
    """Return what the slow ones of so many requests take, in milliseconds; raise httpx.HTTPStatusError where one fails."""
    taken = []
    client.get(paths[0]).raise_for_status()
    for at in range(count):
        start = time.perf_counter()
        answer = client.get(paths[at % len(paths)])
        taken.append(time.perf_counter() - start)
        answer.raise_for_status()
    return slowest(taken)


def pages(client: httpx.Client, wanted: dict[str, list[str]], count: int) -> Iterator[Figure]:
    """Yield the server time of each kind of page."""
    for name, paths in wanted.items():
        if paths:
            yield most(f"{name}, 95th percentile", asked(client, paths, count), PAIR if name == "pair" else PAGE, " ms", 1)


def sent(client: httpx.Client) -> Figure:
    """Return the bytes of home as sent; its style and scripts are kept by the browser."""
    with client.stream("GET", "/") as answer:
        home = len(b"".join(answer.iter_raw()))
    return most("home as sent", home / 1024, HOME, " KB", 1)


def ready(address: str) -> Figure | None:
    """Return how long a browser takes until home can be used, or nothing where there is no Chromium."""
    found = shutil.which("chromium")
    if not found:
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(address)
        page.goto(address)  # the second time, as in an office's day: the scripts are there already
        taken = float(page.evaluate(READY))
        browser.close()
    return Figure("home can be used after", f"{taken:,.0f} ms")


def measure(register: Path, count: int = ASKED) -> Iterator[Figure]:
    """Yield the figures of a register's pages, each as soon as it is there."""
    with open_register(register) as opened, opened.reading() as connection:
        wanted = addresses(draw(connection, count))
    with served(register) as address:
        with httpx.Client(base_url=address, follow_redirects=True, timeout=600) as client:
            yield from pages(client, wanted, count)
            yield sent(client)
        if figure := ready(address):
            yield figure


def main() -> None:
    """Measure and print."""
    if len(sys.argv) != 2:
        raise SystemExit("python -m bench.web REGISTER: the file of a register is expected, such as build/demo.db")
    print(printed(list(measure(Path(sys.argv[1])))))


if __name__ == "__main__":
    main()
