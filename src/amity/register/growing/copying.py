"""Copies: which report is the witness of a group, kept with each report that comes or goes."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

import msgspec
from sqlalchemy import bindparam, update

from amity.matching.copies import Sketch, copied, sketch_keys, sketch_of
from amity.matching.names import words
from amity.model.reading import Reading
from amity.register.growing.state import State, hashed
from amity.register.lookup import picked
from amity.register.tables import documents, members
from amity.register.working import bands, sketches
from amity.register.working import copied as copied_table


def add_sketches(state: State, readings: Mapping[int, Reading]) -> None:
    """Find the reports that new ones are copies of, or that are copies of them."""
    own = {number: sketch_of(reading) for number, reading in readings.items()}
    blocks = {number: {hashed(key) for key in sketch_keys(one)} for number, one in own.items()}
    state.insert(sketches, [{"document": number, "content": msgspec.json.encode(one).decode()} for number, one in own.items()])
    state.insert(bands, [{"key": key, "document": number} for number, keys in blocks.items() for key in sorted(keys)])
    holders: dict[int, set[int]] = defaultdict(set)
    for row in state.rows(picked(bands.c.key, bands.c.document), bands.c.key, {key for keys in blocks.values() for key in keys}):
        holders[row.key].add(row.document)
    near = {(number, other) for number, keys in blocks.items() for key in keys for other in holders[key] if other != number}
    rows = state.rows(picked(sketches), sketches.c.document, {other for _, other in near} - own.keys())
    known = own | {row.document: msgspec.json.decode(row.content, type=Sketch) for row in rows}
    found = {pair for pair in near if copied(own[pair[0]], known[pair[1]])}
    state.insert(copied_table, [{"one": a, "other": b} for a, b in sorted(found | {(b, a) for a, b in found})])
    settle(state, own)


def drop_sketch(state: State, number: int) -> None:
    """Take a report out of its group."""
    others = state.column(copied_table.c.other, copied_table.c.one, [number])
    for column in (sketches.c.document, bands.c.document, copied_table.c.one, copied_table.c.other):
        state.delete(column, [number])
    state.connection.execute(update(documents).where(documents.c.number == number).values(witness=None))
    settle(state, others)


def settle(state: State, numbers: Collection[int]) -> None:
    """Name the witness of the groups of some reports; what they tell counts anew where that changed."""
    groups = _groups(state, numbers)
    columns = picked(documents.c.number, documents.c.id, documents.c.published, documents.c.publisher, documents.c.witness)
    known = {row.number: row for row in state.rows(columns, documents.c.number, {one for group in groups for one in group})}
    changed = []
    for group in groups:
        rows = [known[one] for one in group]
        first = min(rows, key=lambda row: (row.published or "9", "agency" not in words(row.publisher or ""), row.id)).number
        changed += [{"here": row.number, "first": first} for row in rows if row.witness != first]
    change = update(documents).where(documents.c.number == bindparam("here")).values(witness=bindparam("first"))
    if changed:
        state.connection.execute(change, changed)
    state.rewitnessed |= {one["here"] for one in changed}
    state.things |= state.column(members.c.thing, members.c.document, state.rewitnessed) - {0}


def _groups(state: State, numbers: Collection[int]) -> list[set[int]]:
    """Return the groups of copies of some reports, of those without copies themselves alone."""
    near: dict[int, set[int]] = defaultdict(set)
    front, inside = set(numbers), set(numbers)
    while front:
        for row in state.rows(picked(copied_table), copied_table.c.one, front):
            near[row.one].add(row.other)
        front = {other for one in front for other in near[one]} - inside
        inside |= front
    return list(_connected(inside, near))


def _connected(numbers: Collection[int], near: Mapping[int, set[int]]) -> Iterator[set[int]]:
    left = set(numbers)
    while left:
        group = front = {left.pop()}
        while front:
            front = {other for one in front for other in near[one]} - group
            group = group | front
        left -= group
        yield group
