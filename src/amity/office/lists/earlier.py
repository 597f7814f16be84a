"""What earlier imports of a list entered, and which of it a row of today is."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from amity.office.lists.mapping import Mapped
from amity.register.tables import documents, log


class Earlier(msgspec.Struct, frozen=True):
    """An entry of the list that holds: what its row said, its number in the log, where it stood, its keys, who entered it and when."""

    document: str
    said: str
    number: int
    place: str
    keys: tuple[str | None, ...]
    by: str
    at: str


def earlier_entries(connection: Connection, name: str) -> list[Earlier]:
    """Return the entries of a list that hold, in the order in which they were entered."""
    query = (
        select(documents.c.id, documents.c.entry, func.min(log.c.number).label("number"))
        .join(log, (log.c.document == documents.c.id) & (log.c.kind == "enter"))
        .where(
            documents.c.entry.is_not(None), documents.c.reading.is_not(None), documents.c.path.startswith(f"entry:{name}#", autoescape=True)
        )
        .group_by(documents.c.number)
        .order_by(documents.c.number)
    )
    return [_earlier(row) for row in connection.execute(query) if (row.entry.get("listed") or {}).get("list") == name]


def _earlier(row: Any) -> Earlier:
    entry = row.entry
    return Earlier(
        row.id, entry["listed"]["said"], row.number, entry.get("place") or "", tuple(entry["listed"]["keys"]), entry["by"], entry["at"]
    )


def paired(rows: Sequence[Mapped], before: Sequence[Earlier]) -> tuple[dict[int, Earlier], dict[int, Earlier], list[Earlier]]:
    """Return the rows that are known with their entries, the edited rows with the entries they stand in for, and the entries that are gone.

    A row is known that says what an entry said. The others are found by their keys, the surest first, each key by itself, where it is
    that of one row and of one entry only.
    """
    said = {one.said: one for one in before}
    known = {one.row: said[one.said] for one in rows if one.said in said}
    taken = {one.document for one in known.values()}
    left = [one for one in before if one.document not in taken]
    open_ = [one for one in rows if one.row not in known]
    found: dict[int, Earlier] = {}
    for place in range(max((len(one.keys) for one in open_), default=0)):
        ours = _alone((_key(one.keys, place), one) for one in open_)
        theirs = _alone((_key(one.keys, place), one) for one in left)
        for key in ours.keys() & theirs.keys():
            found[ours[key].row] = theirs[key]
        taken = {one.document for one in found.values()}
        open_ = [one for one in open_ if one.row not in found]
        left = [one for one in left if one.document not in taken]
    return known, found, left


def _key(keys: Sequence[str | None], place: int) -> str | None:
    return keys[place] if place < len(keys) else None


def _alone(told: Iterable[tuple[str | None, Any]]) -> dict[str, Any]:
    """Return what has a key that nothing else has."""
    pairs = [(key, one) for key, one in told if key is not None]
    counted = Counter(key for key, _ in pairs)
    return {key: one for key, one in pairs if counted[key] == 1}
