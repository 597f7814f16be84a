"""Counts of facets, kept up to date with each change."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, TypeAlias

from sqlalchemy import Connection, bindparam, delete

from amity.register import sqlite
from amity.register.tables import counts

FACETS = ("kind", "status", "state", "confidence", "force", "country", "specificity", "mode")
"""Columns whose values are counted."""
NAMES = ("layer", "facet", "value")

Key: TypeAlias = tuple[str, str, str]
"""Layer (or part of one), facet and value, as ``NAMES`` has them."""


PARTS: dict[str, dict[str, str]] = {
    "actors": {"person": "people", "": "actors"},
    "statements": {"commitment": "commitments", "request": "requests"},
}
"""Layers of which lists show a part: kind (the empty one: any other) → list."""


def part(layer: str, name: str) -> str:
    """Return under which name a list that shows a part of a layer is counted, beside the layers."""
    return f"{layer}/{name}"


def groups(layer: str, row: dict[str, Any]) -> tuple[str, ...]:
    """Return under which names a thing is counted: its layer, and the list that shows this part of it."""
    parts = PARTS.get(layer, {})
    name = parts.get(row["kind"], parts.get(""))
    return (layer, part(layer, name)) if name else (layer,)


def standing(layer: str, row: dict[str, Any]) -> tuple[str, ...]:
    """Return under which names a thing's links are counted: those of ``groups``, none for one that was rejected."""
    return () if row["state"] == "rejected" else groups(layer, row)


def facets(layer: str, row: dict[str, Any]) -> list[Key]:
    """Return what a thing is counted under; one that was rejected counts as that and nothing else."""
    if row["state"] == "rejected":
        return [(group, "state", "rejected") for group in groups(layer, row)]
    told = [("", ""), *((facet, str(row[facet])) for facet in FACETS if row.get(facet) is not None)]
    return [(group, facet, value) for group in groups(layer, row) for facet, value in told]


class Tally:
    """Changes of counts, collected and then written together."""

    def __init__(self) -> None:
        self.changes: Counter[Key] = Counter()

    def update(self, keys: Iterable[Key]) -> None:
        """Count one more of each."""
        self.changes.update(keys)

    def subtract(self, keys: Iterable[Key]) -> None:
        """Count one less of each."""
        self.changes.subtract(keys)

    def flush(self, connection: Connection) -> None:
        """Write what has changed."""
        changed = {key: change for key, change in sorted(self.changes.items()) if change}
        if changed:
            sqlite.count_more(connection, counts, [{**_row(key), "count": change} for key, change in changed.items()])
        if less := [key for key, change in changed.items() if change < 0]:
            none = delete(counts).where(*(counts.c[name] == bindparam(f"of_{name}") for name in NAMES), counts.c.count == 0)
            connection.execute(none, [{f"of_{name}": value for name, value in _row(key).items()} for key in less])
        self.changes.clear()


def _row(key: Key) -> dict[str, str]:
    return dict(zip(NAMES, key, strict=True))
