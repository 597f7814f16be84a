"""Judgements find their facts, in the reports that were touched."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import case, delete, insert, or_, select, update

from amity.matching import attach, extract
from amity.matching.judging import links as links_of
from amity.model.judgement import Judgement, Member, Pointer, in_force
from amity.model.reading import Reading
from amity.register.facts import unpack
from amity.register.growing import deciding
from amity.register.growing.intake import count, name_of, settle_nodes, sweep, tell_apart, touch
from amity.register.growing.standing import follow, states_in
from amity.register.growing.state import State
from amity.register.log import JUDGEMENTS, STATES, judgement_of
from amity.register.lookup import picked
from amity.register.tables import documents, log, lost, members, readings
from amity.register.working import assessed, links, pointed, sketches

LINKS = ("merge", "split")
KEPT = ("assign", "attach")
"""Judgements whose values are kept with their facts."""

_JUDGEMENTS = select(log).where(log.c.kind.in_(JUDGEMENTS))
_NODED = (members.c.number, members.c.layer, members.c.local, members.c.node, members.c.thing)
_READINGS = select(documents.c.number, readings.c.content).join(readings, readings.c.number == documents.c.reading)


class Judging:
    """The judgements that point at some documents, and the readings of all documents that these point at."""

    def __init__(self, state: State, touched: Mapping[int, Reading | None], new: Sequence[Judgement] = ()) -> None:
        self.state = state
        numbers = self._note(new)
        numbers |= state.column(pointed.c.log, pointed.c.document, touched)
        self.numbers = numbers
        rows = state.rows(picked(log), log.c.number, numbers)
        self.holding = in_force([*(judgement_of(row) for row in rows), *self._undos()])
        self.meant = {pointer.document for one in self.holding for pointer in (*one.subjects, *one.others)}
        self.document = self._documents(touched)
        self.readings = self._readings(touched)

    def _note(self, new: Sequence[Judgement]) -> set[int]:
        """Note which documents new judgements point at; return the numbers of those that they change."""
        found = set()
        for one in new:
            if one.kind == "undo":
                found |= self._undone(one)
                continue
            found.add(one.number)
            named = {pointer.document for pointer in (*one.subjects, *one.others)}
            rows = self.state.column(documents.c.number, documents.c.id, named)
            self.state.insert(pointed, [{"log": one.number, "document": number} for number in sorted(rows)])
        return found

    def _undone(self, one: Judgement) -> set[int]:
        """Return the judgement at the end of a chain of undos."""
        row = self.state.connection.execute(select(log).where(log.c.number == one.undoes)).one()
        meant = judgement_of(row)
        return self._undone(meant) if meant.kind == "undo" else {meant.number}

    def _undos(self) -> list[Judgement]:
        return [judgement_of(row) for row in self.state.connection.execute(select(log).where(log.c.kind == "undo"))]

    def _documents(self, touched: Collection[int]) -> dict[str, int]:
        numbers = self.state.column(pointed.c.document, pointed.c.log, self.numbers) | set(touched)
        rows = self.state.rows(picked(documents.c.id, documents.c.number), documents.c.number, numbers)
        return {row.id: row.number for row in rows}

    def _readings(self, touched: Mapping[int, Reading | None]) -> dict[str, Reading]:
        known = {one.document.id: one for one in touched.values() if one is not None}
        others = {number for number in self.document.values() if number not in touched}
        wanted = self.state.column(sketches.c.document, sketches.c.document, others)  # in a rebuild some are not in yet
        return known | {one.document.id: one for one in current(self.state, wanted).values()}

    def own(self, document: str) -> set[Member]:
        """Return the facts of a document that a merge or split in force is about."""
        found = {self.attached(pointer) for one in self.holding if one.kind in LINKS for pointer in (*one.subjects, *one.others)}
        return {member for member in found if member is not None and member.document == document}

    def attached(self, pointer: Pointer) -> Member | None:
        """Return the fact that a pointer means in the current reading of its document."""
        return attach(pointer, self.readings[pointer.document]) if pointer.document in self.readings else None

    def renode(self, skip: Collection[int] = ()) -> None:
        """Give the facts of documents that were judged nodes of their own, or those of their profiles back."""
        for document, number in sorted(self.document.items()):
            if number not in skip and document in self.readings:
                self._renode(number, self.readings[document])

    def _renode(self, number: int, reading: Reading) -> None:
        state, own = self.state, self._all_own(number, reading.document.id)
        found = extract(reading)
        here = (members.c.document == number) & members.c.node.is_not(None)
        rows = state.connection.execute(select(*_NODED).where(here)).all()
        old = {Member(reading.document.id, row.layer, row.local): row.node for row in rows}
        state.look_up(set(old.values()))
        changed = {member for member, node in old.items() if state.names[node] != name_of(member, found[member], own)}
        if not changed:
            return
        state.renoded = True
        state.remade |= {row.thing for row in rows if Member(reading.document.id, row.layer, row.local) in changed} - {0}
        tell_apart(state, [found], old, -1)
        count(state, {node: -sum(old[member] == node for member in changed) for node in {old[member] for member in changed}})
        new = settle_nodes(state, {member: (name_of(member, found[member], own), found[member]) for member in changed})
        for row in rows:
            member = Member(reading.document.id, row.layer, row.local)
            if member in changed:
                state.connection.execute(update(members).where(members.c.number == row.number).values(node=new[member]))
        tell_apart(state, [found], {**old, **new}, 1)
        touch(state, new.values())
        sweep(state, {old[member] for member in changed})

    def _all_own(self, number: int, document: str) -> set[Member]:
        """Return the facts of a document that any merge or split in force is about, others than these judgements too."""
        others = self.state.column(pointed.c.log, pointed.c.document, [number]) - self.numbers
        if not others:
            return self.own(document)
        rows = self.state.rows(picked(log), log.c.number, others)
        more = in_force([*(judgement_of(row) for row in rows), *self._undos()])
        pointers = [pointer for one in more if one.kind in LINKS for pointer in (*one.subjects, *one.others)]
        found = {self.attached(pointer) for pointer in pointers if pointer.document == document}
        return self.own(document) | {member for member in found if member is not None}

    def settle(self) -> None:
        """Write what the judgements say: links, states, corrections, assessments; and those that lost their facts."""
        state = self.state
        for table, column in ((links, links.c.log), (assessed, assessed.c.log), (lost, lost.c.log)):
            if table is links:
                rows = state.rows(picked(links.c.a, links.c.b), column, self.numbers)
                touch(state, {end for row in rows for end in (row.a, row.b)})
            state.delete(column, self.numbers)
        numbers = self._members()
        node_of = {member: row.node for member, row in numbers.items()}
        self._link(node_of)
        self._mark({member: row.number for member, row in numbers.items()})

    def _members(self) -> dict[Member, Any]:
        named = {number: document for document, number in self.document.items()}
        query = picked(members.c.number, members.c.node, members.c.thing, members.c.document, members.c.layer, members.c.local)
        rows = self.state.rows(query, members.c.document, named)
        return {Member(named[row.document], row.layer, row.local): row for row in rows}

    def _link(self, node_of: Mapping[Member, Any]) -> None:
        state = self.state
        found, missing = links_of(self.holding, self.readings, lambda member: str(node_of[member]))
        rows = {(one.number, int(one.a), int(one.b)): one.together for one in found if one.a != one.b}
        state.insert(links, [{"log": log_, "a": a, "b": b, "together": together} for (log_, a, b), together in rows.items()])
        touch(state, {end for _, a, b in rows for end in (a, b)})
        gone = {one.number for one in self.holding if one.kind not in LINKS and None in map(self.attached, one.subjects)}
        state.insert(lost, [{"log": number} for number in sorted(gone | set(missing))])

    def _mark(self, numbers: Mapping[Member, int]) -> None:
        """Mark the facts that people judged; only those of the judgements at hand can have changed."""
        state = self.state
        decided: dict[Member, list[Judgement]] = defaultdict(list)
        for one in self._all_on(numbers):
            for pointer in one.subjects:
                member = self.attached(pointer)
                if member is not None:
                    decided[member].append(one)
        deciding.mark(state, self.document, decided)
        touched = {numbers[member]: ones for member, ones in decided.items() if member in numbers}
        before = states_in(state, self.document.values())
        state.connection.execute(_cleared(self.document.values()))
        for marked, ones in touched.items():
            self._states(marked, ones)
        follow(state, before, states_in(state, self.document.values()))
        if self.numbers:
            state.marked = state.column(members.c.thing, members.c.document, self.document.values()) - {0}
            state.things |= state.marked

    def _all_on(self, numbers: Mapping[Member, int]) -> list[Judgement]:
        """Return all judgements in force that point at the documents at hand."""
        others = self.state.column(pointed.c.log, pointed.c.document, self.document.values()) if numbers else set()
        rows = self.state.rows(_JUDGEMENTS, log.c.number, others | self.numbers)
        return in_force([*(judgement_of(row) for row in rows), *self._undos()])

    def _states(self, member: int, ones: Iterable[Judgement]) -> None:
        stating = [one for one in ones if one.kind in STATES]
        if stating:
            corrections = {str(one.number): {one.field: one.value} for one in stating if one.kind == "correct"}
            values = {"state": STATES[stating[-1].kind], "judged": stating[-1].number, "corrections": corrections or None}
            self.state.connection.execute(update(members).where(members.c.number == member).values(**values))
        kept = {f"{kind}ed": {str(one.number): one.value for one in ones if one.kind == kind} for kind in KEPT}
        if told := {column: values for column, values in kept.items() if values}:
            self.state.connection.execute(update(members).where(members.c.number == member).values(told))
        for one in ones:
            if one.kind == "assess":
                here = (assessed.c.log == one.number) & (assessed.c.member == member)
                self.state.connection.execute(delete(assessed).where(here))
                self.state.connection.execute(insert(assessed).values(log=one.number, member=member))


def _cleared(numbers: Iterable[int]) -> Any:
    """Return the statement that takes judgements from the facts of documents; what was entered is as it was then."""
    told = or_(*(column.is_not(None) for column in (members.c.judged, members.c.assigned, members.c.attached)))
    entries = select(documents.c.number).where(documents.c.entry.is_not(None))
    state = case((members.c.document.in_(entries), "entered"), else_=None)
    blank = {"judged": None, "corrections": None, "assigned": None, "attached": None}
    return update(members).where(members.c.document.in_(sorted(numbers)) & told).values(state=state, **blank)


def current(state: State, numbers: Collection[int]) -> dict[int, Reading]:
    """Return the current readings of documents by their numbers; withdrawn ones have none."""
    return {row.number: unpack(row.content) for row in state.rows(_READINGS, documents.c.number, numbers)}
