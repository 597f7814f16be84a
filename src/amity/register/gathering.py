"""What the reports tell of things, gathered for their rows."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from amity.register.facts import forms
from amity.register.folding import Told
from amity.register.tables import documents, members

REJECTED = "rejected"
MOST_TELLING = 20
"""Facts that a thing's row is made of: the first by day. A state that ten thousand reports name is no better known by all of them."""

FACTS = (
    select(
        members.c.number, members.c.thing, members.c.layer, members.c.fact, members.c.confidence, members.c.told, members.c.document,
        members.c.local, members.c.judged, members.c.state, members.c.corrections, members.c.assigned, documents.c.id,
        documents.c.publisher, documents.c.witness, documents.c.entry,
    ).join(documents, documents.c.number == members.c.document)
)  # fmt: skip


class Gathered(msgspec.Struct):
    """What is told of one thing: the facts that its row is made of, counts, days, and who published it."""

    rows: list[Any]
    documents: int
    sources: int
    first: str
    last: str
    confidence: int
    judged: int | None
    state: str
    corrections: dict[int, dict[str, Any]]
    used: Counter[str]
    named: Counter[str]
    publishers: set[str]
    entered: dict[str, str] | None
    """Who entered it and when, by the last entry that tells of it; None where only reports do."""
    assigned: dict[int, dict[str, Any]]

    def told(self) -> list[Told]:
        """Return the facts that the row is made of."""
        return [Told(row.fact, row.confidence, row.id, row.told) for row in self.rows]


def gather(connection: Connection, numbers: Sequence[int]) -> dict[int, Gathered]:
    """Return what is told of things; those without facts are left out."""
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(FACTS.where(members.c.thing.in_(numbers))):
        found[row.thing].append(row)
    return {number: _gathered(sorted(rows, key=in_order)) for number, rows in found.items()}


def in_order(row: Any) -> tuple[str, str, str]:
    """Return the place of a fact among those of its thing."""
    return row.told, row.id, row.local


def _gathered(told: list[Row[Any]]) -> Gathered:
    """Gather the facts that stand; of a thing all of whose facts were rejected, these."""
    rows = [row for row in told if row.state != REJECTED] or told
    used, named = count_forms(rows)
    return Gathered(
        rows=rows[:MOST_TELLING],
        documents=len({row.document for row in rows}),
        sources=_sources(rows),
        first=min(row.told for row in rows),
        last=max(row.told for row in rows),
        confidence=max(row.confidence for row in rows),
        judged=max((row.judged for row in rows if row.judged is not None), default=None),
        state=_state(rows),
        corrections={int(number): told for row in rows for number, told in (row.corrections or {}).items()},
        used=used,
        named=named,
        publishers={row.publisher for row in rows if row.publisher},
        entered=max((row.entry for row in rows if row.entry), key=lambda entry: (entry["at"], entry["by"]), default=None),
        assigned={int(number): told for row in rows for number, told in (row.assigned or {}).items()},
    )


def _state(rows: Iterable[Row[Any]]) -> str:
    """Return what the last decision about any of the facts makes of their thing; entries need none."""
    decided = max(((row.judged or 0, row.state) for row in rows if row.state), default=(0, "unchecked"))
    return str(decided[1])


def _sources(rows: list[Row[Any]]) -> int:
    """Return how many independent sources tell: copies count once, and an entry about a report's words is that report's."""
    witness = {row.id: row.witness for row in rows}
    about = (row.entry["about"]["document"] if row.entry and row.entry.get("about") else row.id for row in rows)
    return len({witness.get(document, document) for document in about})


def count_forms(rows: Iterable[Any]) -> tuple[Counter[str], Counter[str]]:
    """Return how many facts use each name of an actor, and how many as its fullest one."""
    used: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for row in rows:
        for form, full in forms(row.fact) if row.layer == "actors" else ():
            used[form] += 1
            named[form] += full
    return used, named


def fullest(named: Counter[str]) -> str:
    """Return the name that most facts use as the fullest, the longer one of two."""
    return max(sorted(named), key=lambda form: (named[form], len(form)))


def acting(connection: Connection, told_in: Collection[int]) -> dict[tuple[int, str, str], int]:
    """Return the things of the actors and instruments of reports, by document, layer and local id."""
    query = select(members.c.document, members.c.layer, members.c.local, members.c.thing)
    here = members.c.document.in_(sorted(told_in)) & members.c.layer.in_(("actors", "instruments"))
    return {(row.document, row.layer, row.local): row.thing for row in connection.execute(query.where(here))}
