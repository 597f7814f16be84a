"""Counts of facets, kept up to date with each change."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, bindparam, delete, insert, or_, select, update

from amity.register.tables import counts

FACETS = ("kind", "status", "state", "confidence", "force", "country", "specificity", "mode")
"""Columns whose values are counted."""
BATCH = 200
"""Keys of one look-up."""

Key: TypeAlias = tuple[str, str, str]
"""Layer, facet and value."""


def facets(layer: str, row: dict[str, Any]) -> list[Key]:
    """Return what a thing is counted under; one that was rejected counts as that and nothing else."""
    if row["state"] == "rejected":
        return [(layer, "state", "rejected")]
    return [(layer, "", ""), *((layer, facet, str(row[facet])) for facet in FACETS if row.get(facet) is not None)]


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
        changed = sorted(key for key, change in self.changes.items() if change)
        for at in range(0, len(changed), BATCH):
            self._write(connection, changed[at : at + BATCH])
        self.changes.clear()

    def _write(self, connection: Connection, keys: list[Key]) -> None:
        known = {tuple(row)[:3]: int(row[3]) for row in connection.execute(select(counts).where(_among(keys)))}
        here = (counts.c.layer == bindparam("one")) & (counts.c.facet == bindparam("two")) & (counts.c.value == bindparam("three"))
        rows = [{"one": key[0], "two": key[1], "three": key[2], "now": known.get(key, 0) + self.changes[key]} for key in keys]
        new = [dict(zip(("layer", "facet", "value", "count"), row.values(), strict=True)) for row in rows if _key(row) not in known]
        old = [row for row in rows if _key(row) in known and row["now"]]
        gone = [{name: row[name] for name in ("one", "two", "three")} for row in rows if _key(row) in known and not row["now"]]
        if new:
            connection.execute(insert(counts), new)
        if old:
            connection.execute(update(counts).where(here).values(count=bindparam("now")), old)
        if gone:
            connection.execute(delete(counts).where(here), gone)


def _among(keys: Iterable[Key]) -> ColumnElement[bool]:
    """Return the condition that a count is of one of some keys: a row of the index for each value (of tuples, all rows would be read)."""
    values: dict[tuple[str, str], list[str]] = defaultdict(list)
    for layer, facet, value in keys:
        values[layer, facet].append(value)
    same = ((counts.c.layer == layer) & (counts.c.facet == facet) & counts.c.value.in_(some) for (layer, facet), some in values.items())
    return or_(*same)


def _key(row: dict[str, Any]) -> Key:
    return (row["one"], row["two"], row["three"])
