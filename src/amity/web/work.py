"""Work that takes longer than a page: reports are read in processes of their own, one order after the other, while pages go on."""

import shutil
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from queue import SimpleQueue

from amity.model import Reading
from amity.model.text import stem
from amity.reading.load import Failure
from amity.register import Register

JOBS = 2
"""Processes that read: the pages keep their own."""
KEPT = 50
"""Finished orders whose outcome is kept for their page."""


@dataclass
class Order:
    """Sources to read into the register, and what became of them so far."""

    number: int
    sources: Sequence[str]
    names: dict[str, str]
    by: str
    facts: dict[str, dict[str, str]] = field(default_factory=dict)
    folder: Path | None = None
    state: str = "waiting"
    added: list[tuple[str, str]] = field(default_factory=list)
    known: list[tuple[str, str]] = field(default_factory=list)
    failures: list[tuple[str, str]] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many documents have been dealt with."""
        return len(self.added) + len(self.known) + len(self.failures)


class Desk:
    """Takes orders and carries them out one after the other, in a thread that ends with the server."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.orders: dict[int, Order] = {}
        self._numbers = count(1)
        self._waiting: SimpleQueue[Order | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="reading", daemon=True)

    def start(self) -> None:
        """Begin to work."""
        self._thread.start()

    def stop(self) -> None:
        """Finish the order at hand and end."""
        self._waiting.put(None)

    def take(
        self,
        sources: Sequence[str],
        names: dict[str, str],
        by: str,
        folder: Path | None = None,
        facts: dict[str, dict[str, str]] | None = None,
    ) -> Order:
        """Take an order: sources, the names by which users know them, who asks, a folder to remove afterwards, what is known of each."""
        order = Order(next(self._numbers), sources, names, by, facts or {}, folder)
        self.orders[order.number] = order
        for number in sorted(self.orders)[:-KEPT]:
            del self.orders[number]
        self._waiting.put(order)
        return order

    def _work(self) -> None:
        while (order := self._waiting.get()) is not None:
            order.state = "reading"
            try:
                for outcome in _read(order):
                    self._settle(order, outcome)
                order.state = "done"
            except Exception as error:  # whatever it is, the next order is carried out and this one's page says so
                order.failures.append(("this order", str(error)))
                order.state = "failed"
            if order.folder:
                shutil.rmtree(order.folder, ignore_errors=True)

    def _settle(self, order: Order, outcome: Reading | Failure) -> None:
        if isinstance(outcome, Failure):
            order.failures.append((_named(outcome.path, order.names), outcome.reason))
            return
        document = outcome.document
        document.path = _named(document.path, order.names)
        new = self.register.add(outcome, by=order.by)
        (order.added if new else order.known).append((document.title or stem(document.path), document.id))


def _named(path: str, names: dict[str, str]) -> str:
    """Return the path that users know: the name of the file they gave, with the record or the part within it."""
    known = max((one for one in names if path == one or path.startswith((f"{one}#", f"{one}/"))), key=len, default="")
    return f"{names.get(known, '')}{path.removeprefix(known)}"


def _read(order: Order) -> Iterator[Reading | Failure]:
    from amity.reading.load import load
    from amity.reading.pipeline import read_many
    from amity.reading.stream import Plan, as_read, stream
    from amity.settings import load_settings

    settings = load_settings()
    plan = Plan(settings.pipeline(), as_read, read_many, settings.time_limit or None)
    for outcome in stream(load(order.sources, order.facts, None), plan, JOBS):
        yield outcome if isinstance(outcome, Failure) else outcome.result
