"""Public ids: minted once, anchored in a fact, never given to another thing.

A thing's id is the oldest that its facts anchor; the others lead to it. A thing whose facts anchor none gets a new one. So a merge
keeps the older id and redirects the younger, and an undone merge gives it back.
"""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from amity.errors import UsageError
from amity.model.judgement import Pointer
from amity.register.tables import anchors, members, mints, things

PREFIXES = {
    "actors": "act",
    "events": "evt",
    "instruments": "ins",
    "statements": "sta",
    "mechanisms": "mec",
    "projects": "prj",
    "indicators": "ind",
}
"""What ids of a layer begin with: ``act-12``."""


NEITHER = {
    "con-": "reports differ there, and all that they say stands; decide about what it is of, which `amity show` names",
    "tie-": "a tie follows from what reports say: it is shown, confirmed, rejected and corrected; for all else name its actors or texts",
}
"""What ids are of that lead to no thing, with the way out."""


def is_public(told: str) -> bool:
    """Tell whether the words are a public id and not a name."""
    prefix, _, serial = told.partition("-")
    return prefix in PREFIXES.values() and serial.isdecimal()


class Found(NamedTuple):
    """A thing: its number in this database, its layer and its own id."""

    number: int
    layer: str
    id: str


def find(connection: Connection, public: str) -> Found:
    """Return the thing that an id leads to; raise UsageError if it leads to none."""
    own = connection.execute(select(things.c.number, things.c.layer, things.c.id).where(things.c.id == public)).first()
    if own is None:
        own = connection.execute(
            select(things.c.number, things.c.layer, things.c.id)
            .join(members, members.c.thing == things.c.number)
            .join(anchors, anchors.c.member == members.c.number)
            .where(anchors.c.id == public)
        ).first()
    if own is None and public[:4] in NEITHER:
        raise UsageError(f"{public}: {NEITHER[public[:4]]}")
    if own is None:
        known = connection.scalar(select(func.count()).select_from(mints).where(mints.c.id == public))
        reason = "no report tells of it any more" if known else "the register has no such id"
        raise UsageError(f"{public}: {reason}; list what it has with `amity search`")
    return Found(*own)


def next_serials(connection: Connection) -> dict[str, int]:
    """Return the number of the next id of each layer."""
    last = {layer: connection.scalar(select(func.max(mints.c.serial)).where(mints.c.layer == layer)) for layer in PREFIXES}
    return {layer: (serial or 0) + 1 for layer, serial in last.items()}


def mint(connection: Connection, anchored: Iterable[tuple[str, int, int, Pointer]]) -> list[tuple[int, str]]:
    """Mint an id for each layer, number of the log's entry, document number and pointer; return the numbers of the mints and the ids."""
    serials = next_serials(connection)
    number = connection.scalar(select(func.max(mints.c.number))) or 0
    rows = []
    for layer, entry, document, pointer in anchored:
        number += 1
        public = f"{PREFIXES[layer]}-{serials[layer]}"
        rows.append(_row(number, public, layer, serials[layer], entry, document, pointer))
        serials[layer] += 1
    if rows:
        connection.execute(mints.insert(), rows)
        connection.execute(anchors.insert(), [{"id": row["id"], "mint": row["number"], "member": None} for row in rows])
    return [(int(str(row["number"])), str(row["id"])) for row in rows]


def move(connection: Connection, entry: int, public: str, layer: str, document: int, pointer: Pointer) -> None:
    """Anchor an id in another fact."""
    number = (connection.scalar(select(func.max(mints.c.number))) or 0) + 1
    connection.execute(mints.insert().values(**_row(number, public, layer, int(public.split("-")[1]), entry, document, pointer)))


def _row(number: int, public: str, layer: str, serial: int, entry: int, document: int, pointer: Pointer) -> dict[str, object]:
    return {
        "number": number,
        "id": public,
        "layer": layer,
        "serial": serial,
        "log": entry,
        "document": document,
        "start": pointer.start,
        "end": pointer.end,
        "quote": pointer.quote,
        "hint": pointer.hint,
        "nth": pointer.nth,
    }


def pointer_of(row: object, document: str) -> Pointer:
    """Return the pointer that a row of ``mints`` keeps; ``document`` is the id of its document."""
    return Pointer(document, row.layer, row.start, row.end, row.quote, row.hint, None, row.nth)  # type: ignore[attr-defined]
