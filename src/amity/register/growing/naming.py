"""Ids of the things that were touched: the oldest that their facts anchor, else a new one."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update

from amity.matching import attach, point
from amity.model.judgement import Member
from amity.model.reading import Reading
from amity.register import ids
from amity.register.growing.judging import current
from amity.register.growing.state import State
from amity.register.lookup import picked
from amity.register.tables import THINGS, anchors, documents, members, mints, things

Entry = Callable[[int], int]
"""The number of the log's entry that brought a document, by the document's."""
ORDER = {layer: at for at, layer in enumerate(THINGS)}
"""Ids of one report are minted layer by layer."""

_MINTED = select(members.c.thing, func.min(members.c.mint).label("mint")).where(members.c.mint.is_not(None)).group_by(members.c.thing)
_FIRST = select(members.c.thing, func.min(members.c.number).label("first")).group_by(members.c.thing)
_FACTS = select(members.c.number, members.c.document, members.c.layer, members.c.local, documents.c.id).join(
    documents, documents.c.number == members.c.document
)
_FREE = select(anchors).where(anchors.c.member.is_(None))


def lost(state: State, number: int) -> dict[str, int]:
    """Return the ids that facts of a report anchor, each with its thing."""
    query = select(anchors.c.id, members.c.thing).join(members, members.c.number == anchors.c.member)
    return {row.id: row.thing for row in state.connection.execute(query.where(members.c.document == number))}


def settle(state: State, readings: Mapping[int, Reading], out: Collection[int]) -> None:
    """Find the facts that anchor ids in reports that came, were read again or went."""
    told = state.column(mints.c.id, mints.c.document, {*readings, *out})
    rows = state.rows(picked(mints), mints.c.id, told)
    known = dict(readings) | current(state, {row.document for row in rows} - readings.keys() - set(out))
    by_id: dict[str, list[Any]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: -row.number):
        by_id[row.id].append(row)
    columns = picked(members.c.number, members.c.document, members.c.layer, members.c.local)
    numbers = {(row.document, row.layer, row.local): row.number for row in state.rows(columns, members.c.document, known)}
    for public, ones in by_id.items():
        found = (_attached(row, known.get(row.document), numbers) for row in ones)
        anchor(state, public, ones[-1].number, next((number for number in found if number is not None), None))


def _attached(row: Any, reading: Reading | None, numbers: Mapping[tuple[int, str, str], int]) -> int | None:
    if reading is None:
        return None
    member = attach(ids.pointer_of(row, reading.document.id), reading)
    return numbers.get((row.document, row.layer, member.local)) if member else None


def anchor(state: State, public: str, first: int, member: int | None) -> None:
    """Write which fact holds an id now; ``first`` is the number of its first mint."""
    if not state.connection.execute(update(anchors).where(anchors.c.id == public).values(member=member)).rowcount:
        state.connection.execute(insert(anchors).values(id=public, mint=first, member=member))
    if member is not None:
        oldest = select(func.min(anchors.c.mint)).where(anchors.c.member == member).scalar_subquery()
        state.connection.execute(update(members).where(members.c.number == member).values(mint=oldest))


def name(state: State, entry: Entry, gone: Mapping[str, int]) -> None:
    """Give every touched thing its id, by the entry of its first document; ``gone``: ids that lost their facts, with their things."""
    _move_anchors(state, entry, gone)
    touched = state.things | state.joined
    held = {row.thing: row.mint for row in state.rows(_MINTED, members.c.thing, touched)}
    public = {row.number: row.id for row in state.rows(picked(mints.c.number, mints.c.id), mints.c.number, held.values())}
    wanted = {thing: public[mint] for thing, mint in held.items()}
    wanted |= _minted(state, entry, state.column(members.c.thing, members.c.thing, touched - held.keys()))
    known = {row.number: row.id for row in state.rows(picked(things.c.number, things.c.id), things.c.number, touched)}
    changed = [number for number in known if known[number] != wanted.get(number)]
    change = update(things).where(things.c.number == bindparam("here")).values(id=bindparam("now"))
    freed = [{"here": number, "now": None} for number in changed if known[number] is not None]
    given = [{"here": number, "now": wanted[number]} for number in changed if number in wanted]
    for rows in filter(None, (freed, given)):
        state.connection.execute(change, rows)


def _first_facts(state: State, numbers: Collection[int]) -> dict[int, Any]:
    """Return of each thing the fact that was added first."""
    first = {row.first: row.thing for row in state.rows(_FIRST, members.c.thing, numbers)}
    rows = state.rows(_FACTS, members.c.number, first)
    return {first[row.number]: row for row in rows}


def _minted(state: State, entry: Entry, new: Collection[int]) -> dict[int, str]:
    """Mint ids for things, anchored in the first fact of each."""
    rows = sorted(_first_facts(state, new).items(), key=lambda item: (item[1].document, ORDER[item[1].layer], item[1].number))
    known = current(state, {row.document for _, row in rows})
    pointers = [
        (row.layer, entry(row.document), row.document, point(known[row.document], Member(row.id, row.layer, row.local))) for _, row in rows
    ]
    made = ids.mint(state.connection, pointers)
    for (_, row), (number, public) in zip(rows, made, strict=True):
        state.connection.execute(update(anchors).where(anchors.c.id == public).values(member=row.number))
        state.connection.execute(update(members).where(members.c.number == row.number).values(mint=number))
    return {thing: public for (thing, _), (_, public) in zip(rows, made, strict=True)}


def _move_anchors(state: State, entry: Entry, gone: Mapping[str, int]) -> None:
    """Anchor ids whose facts are gone in another fact of their thing, if it has one."""
    free = {row.id: row.mint for row in state.rows(_FREE, anchors.c.id, gone)}
    rows = _first_facts(state, {gone[public] for public in free})
    known = current(state, {row.document for row in rows.values()})
    for public, first in sorted(free.items(), key=lambda item: item[1]):
        row = rows.get(gone[public])
        if row is not None:
            pointer = point(known[row.document], Member(row.id, row.layer, row.local))
            ids.move(state.connection, entry(row.document), public, row.layer, row.document, pointer)
            anchor(state, public, first, row.number)
