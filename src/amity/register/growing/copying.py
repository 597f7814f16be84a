"""Copies: which report is the witness of a group, kept with each report that comes or goes."""

from collections.abc import Collection

import msgspec
from sqlalchemy import update

from amity.matching.copies import Sketch, copied, sketch_keys, sketch_of
from amity.matching.names import words
from amity.model.reading import Reading
from amity.register.growing.state import State, hashed, picked
from amity.register.tables import documents, members
from amity.register.working import bands, sketches
from amity.register.working import copied as copied_table


def add_sketch(state: State, number: int, reading: Reading) -> None:
    """Find the reports that a new one is a copy of, or that are copies of it."""
    own = sketch_of(reading)
    blocks = sorted({hashed(key) for key in sketch_keys(own)})
    near = state.column(bands.c.document, bands.c.key, blocks)
    rows = state.rows(picked(sketches), sketches.c.document, near)
    known = {row.document: msgspec.json.decode(row.content, type=Sketch) for row in rows}
    found = sorted(other for other, one in known.items() if copied(own, one))
    state.insert(sketches, [{"document": number, "content": msgspec.json.encode(own).decode()}])
    state.insert(bands, [{"key": key, "document": number} for key in blocks])
    state.insert(copied_table, [{"one": a, "other": b} for other in found for a, b in ((number, other), (other, number))])
    settle(state, [number])


def drop_sketch(state: State, number: int) -> None:
    """Take a report out of its group."""
    others = state.column(copied_table.c.other, copied_table.c.one, [number])
    for column in (sketches.c.document, bands.c.document, copied_table.c.one, copied_table.c.other):
        state.delete(column.table, column, [number])
    state.connection.execute(update(documents).where(documents.c.number == number).values(witness=None))
    settle(state, others)


def settle(state: State, numbers: Collection[int]) -> None:
    """Name the witness of the groups of some reports; what they tell counts anew where that changed."""
    left = set(numbers)
    while left:
        group = _group(state, left.pop())
        left -= group
        rows = state.rows(picked(documents), documents.c.number, group)
        first = min(rows, key=lambda row: (row.published or "9", "agency" not in words(row.publisher or ""), row.id)).number
        for row in rows:
            if row.witness != first:
                state.connection.execute(update(documents).where(documents.c.number == row.number).values(witness=first))
                state.rewitnessed.add(row.number)
    state.things |= state.column(members.c.thing, members.c.document, state.rewitnessed) - {0}


def _group(state: State, number: int) -> set[int]:
    inside, front = {number}, {number}
    while front:
        front = state.column(copied_table.c.other, copied_table.c.one, front) - inside
        inside |= front
    return inside
