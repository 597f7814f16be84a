"""What changed, as a sheet."""

from collections.abc import Sequence

from amity.exchange.listed import words
from amity.office.changes import Changed
from amity.office.render.cited import SOURCE, source
from amity.office.render.sheet import Column, Sheet

CHANGES = (
    Column("day", "day", "day"), Column("kind", "change"), Column("id", "id"), Column("label", "of", "words"),
    Column("what", "what", "words"), Column("by", "by"),
)  # fmt: skip


def changes_sheet(found: Sequence[Changed], since: str) -> Sheet:
    """Return changes, the latest first."""
    rows = [
        {"day": one.day, "kind": words(one.kind), "id": one.id, "label": one.label, "what": one.what, "by": one.by,
         **source(one.citation)}
        for one in found
    ]  # fmt: skip
    return Sheet(name="Changes", about=f"After {since}: {len(rows)}.", columns=(*CHANGES, *SOURCE), rows=rows)
