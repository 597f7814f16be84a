"""Reports into the register, many in one transaction: what they touch is looked up, matched and written once for all of them."""

import gc
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from msgspec import to_builtins
from msgspec.structs import replace
from sqlalchemy import Connection, bindparam, update

from amity.model.reading import Reading
from amity.register import log
from amity.register.facts import pack, reported
from amity.register.growing.growth import Growth
from amity.register.lookup import column, numbered
from amity.register.tables import documents, readings
from amity.register.tables import log as log_table

TOGETHER = 50
"""Reports of one transaction at most: more would save little, keep others waiting for longer, and lose more where it is killed."""
SECONDS = 60.0
"""After which those that were read are added, however few: what is killed loses no more. A slow source alone comes to this: elsewhere
the number decides, so that the same reports get the same ids on any machine."""


class Adding:
    """Adds readings as they come. Use it as a context manager: at the end the last are written, also where the source broke off."""

    def __init__(
        self,
        writing: Callable[[], AbstractContextManager[Connection]],
        *,
        reader: str,
        by: str,
        together: int = TOGETHER,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.writing, self.reader, self.by = writing, reader, by
        self.together, self.clock = together, clock
        self.held: list[Reading] = []
        self.begun = 0.0
        self.added: list[str] = []

    def __enter__(self) -> "Adding":
        return self

    def __exit__(self, *_: object) -> None:
        self.write()

    def take(self, one: Reading) -> None:
        """Take one more; write those held where they are many or the first came long ago."""
        if not self.held:
            self.begun = self.clock()
        self.held.append(one)
        if len(self.held) >= self.together or self.clock() - self.begun >= SECONDS:
            self.write()

    def write(self) -> None:
        """Add what is held, all of it or nothing."""
        held, self.held = self.held, []
        if held:
            with _uncollected(), self.writing() as connection:
                added = add(connection, held, reader=self.reader, by=self.by)
            self.added += added


@contextmanager
def _uncollected() -> Iterator[None]:
    """Put off the collection of cyclic garbage, of which adding makes none to speak of: looking for it takes a seventh of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def add(connection: Connection, found: Sequence[Reading], *, reader: str, by: str) -> list[str]:
    """Add the reports that the register has not, within a transaction; return their ids."""
    new = _unknown(connection, found)
    if not new:
        return []
    entries = numbered(connection, log_table, (_logged(one, reader, by) for one in new.values()))
    new = {one.document.id: _called(one, entry) for one, entry in zip(new.values(), entries, strict=True)}
    numbers = numbered(connection, documents, (_document(one) for one in new.values()))
    kept = keep(connection, dict(zip(numbers, new.values(), strict=True)), reader)
    current = update(documents).where(documents.c.number == bindparam("here")).values(reading=bindparam("kept"))
    connection.execute(current, [{"here": number, "kept": kept[number]} for number in numbers])
    growth = Growth(connection, entries[-1], dict(zip(numbers, entries, strict=True)))
    growth.grow(into=dict(zip(numbers, new.values(), strict=True)))
    growth.finish()
    return list(new)


def _unknown(connection: Connection, found: Iterable[Reading]) -> dict[str, Reading]:
    """Return the reports that the register has never had, each once."""
    told: dict[str, Reading] = {}
    for one in found:
        told.setdefault(one.document.id, one)
    for known in column(connection, documents.c.id, documents.c.id, told):
        del told[known]
    return told


def _logged(one: Reading, reader: str, by: str) -> dict[str, Any]:
    if one.document.entry:
        return log.row("enter", by=one.document.entry.by, document=one.document.id, at=one.document.entry.at)
    return log.row("add", by=by, document=one.document.id, payload={"reader": reader})


def _called(one: Reading, entry: int) -> Reading:
    """Return a reading whose document has a name of its own: entries by hand are called by their number in the log."""
    if one.document.entry and "#" not in one.document.path:
        return replace(one, document=replace(one.document, path=f"{one.document.path}#{entry}"))
    return one


def _document(one: Reading) -> dict[str, Any]:
    return {"id": one.document.id, "path": one.document.path, "added_at": log.now(), **described(one)}


def described(one: Reading) -> dict[str, Any]:
    """Return the columns of a document that its reading tells."""
    document, entry = one.document, one.document.entry or None
    return {
        "url": document.url, "title": document.title, "published": document.published, "publisher": document.publisher,
        "agency": document.agency, "language": document.language, "format": document.format, "unread": document.unread,
        "told": reported(one), "text": one.text, "entry": to_builtins(entry), "file": entry.file if entry else None,
        "about": entry.about.document if entry and entry.about else None,
    }  # fmt: skip


def keep(connection: Connection, found: dict[int, Reading], reader: str, corrected: str = "") -> dict[int, int]:
    """Keep readings of documents (by number), made with what was ``corrected`` of them; return the number of each reading."""
    same = {"reader": reader, "at": log.now(), "corrected": corrected}
    rows = ({"document": number, "content": pack(one), **same} for number, one in found.items())
    return dict(zip(found, numbered(connection, readings, rows), strict=True))
