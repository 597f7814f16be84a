"""The fold in full: from all readings and judgements to all derived tables."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from amity.matching import attach, match, point
from amity.matching.inmemory import first_of_copies
from amity.model.judgement import Judgement, Member
from amity.model.reading import Reading
from amity.model.register import Assessment, Conflict, Matched, Tie
from amity.register import ids
from amity.register.facts import facts, reported, unpack
from amity.register.log import STATES, holding
from amity.register.sqlite import drop_all_things
from amity.register.tables import (
    SOURCES,
    anchors,
    answers,
    assessments,
    claims,
    conflicts,
    documents,
    doubts,
    history,
    lost,
    members,
    metadata,
    mints,
    posts,
    readings,
    relations,
    things,
    tie_history,
    ties,
)
from amity.register.writing import Writer

DERIVED = tuple(table for table in metadata.sorted_tables if table not in SOURCES)


def refold(connection: Connection, entry: int) -> None:
    """Make all derived tables anew; what appears for the first time is minted under the log's entry."""
    for table in DERIVED:
        connection.execute(delete(table))
    drop_all_things(connection)
    _Refold(connection, entry).run()


class _Refold:
    def __init__(self, connection: Connection, entry: int) -> None:
        self.connection = connection
        self.entry = entry
        self.numbers: dict[str, int] = {}
        self.readings: dict[str, Reading] = {}
        for row in current(connection):
            self.numbers[row.id] = row.number
            self.readings[row.id] = unpack(row.content)
        self.judgements = holding(connection)
        self.matched = match(self.readings.values(), self.judgements)
        self.thing: dict[Member, int] = {}
        self.member: dict[Member, int] = {}

    def run(self) -> None:
        self.copies()
        self.members()
        self.judge()
        self.anchor()
        self.derive()
        writer = Writer(self.connection)
        writer.write(set(self.thing.values()))
        writer.flush()
        self.posts()
        self.connect()

    def copies(self) -> None:
        """Write which document each is a copy of."""
        firsts = first_of_copies(self.matched.copies, self.readings)
        witness = {self.numbers[one]: self.numbers[one] for one in self.readings}
        for group in self.matched.copies:
            first = next(one for one in group if one in firsts)
            witness |= {self.numbers[one]: self.numbers[first] for one in group}
        for copy, own in witness.items():
            self.connection.execute(update(documents).where(documents.c.number == copy).values(witness=own))

    def members(self) -> None:
        """Write the facts, each with its thing."""
        groups = {member: one.key for layer in self.matched.clusters.values() for one in layer for member in one.members}
        keys: dict[tuple[str, str], int] = {}
        rows: list[dict[str, Any]] = []
        for document, reading in self.readings.items():
            for fact in facts(reading):
                member = Member(document, fact.layer, fact.local)
                key = (fact.layer, groups.get(member, f"{document}/{fact.layer}/{fact.local}"))
                self.thing[member] = keys.setdefault(key, len(keys) + 1)
                self.member[member] = len(rows) + 1
                common = {"number": len(rows) + 1, "thing": self.thing[member], "document": self.numbers[document]}
                rows.append({**common, **_columns(fact), "told": reported(reading)})
        if rows:
            self.connection.execute(insert(things), [{"number": number, "layer": layer} for (layer, _), number in keys.items()])
            self.connection.execute(insert(members), rows)

    def judge(self) -> None:
        """Mark the facts that people have judged; list the judgements some of whose facts are gone."""
        missing = set(self.matched.unattached)
        corrected: dict[int, dict[str, Any]] = defaultdict(dict)
        for one in self.judgements:
            found = [self.attached(pointer) for pointer in one.subjects]
            missing |= {one.number} if None in found and one.kind not in ("merge", "split") else set()
            if one.kind not in STATES:
                continue
            for number in filter(None, found):
                values: dict[str, Any] = {"state": STATES[one.kind], "judged": one.number}
                if one.kind == "correct":
                    corrected[number][str(one.number)] = {one.field: one.value}
                    values["corrections"] = corrected[number]
                self.connection.execute(update(members).where(members.c.number == number).values(**values))
        if missing:
            self.connection.execute(insert(lost), [{"log": number} for number in sorted(missing)])

    def attached(self, pointer: Any) -> int | None:
        """Return the number of the fact that a pointer means."""
        reading = self.readings.get(pointer.document)
        member = attach(pointer, reading) if reading else None
        return self.member.get(member) if member else None

    def anchor(self) -> None:
        """Give each thing its id: the oldest that its facts anchor, else a new one."""
        own: dict[int, str] = {}
        names = {number: document for document, number in self.numbers.items()}
        held: dict[str, tuple[int, int | None]] = {}
        for row in self.connection.execute(select(mints).order_by(mints.c.number)):
            pointer = ids.pointer_of(row, names.get(row.document, ""))
            held[row.id] = (held.get(row.id, (row.number, None))[0], self.attached(pointer) or held.get(row.id, (0, None))[1])
        of_member = {number: self.thing[member] for member, number in self.member.items()}
        for public, (_, number) in sorted(held.items(), key=lambda item: item[1][0]):
            if number is not None:
                own.setdefault(of_member[number], public)
        if held:
            rows = [{"id": public, "mint": first, "member": number} for public, (first, number) in held.items()]
            self.connection.execute(insert(anchors), rows)
        firsts: dict[int, Member] = {}
        for member in sorted(self.member, key=lambda one: self.member[one]):
            firsts.setdefault(self.thing[member], member)
        new = [member for thing, member in firsts.items() if thing not in own]
        pointers = [(one.layer, self.numbers[one.document], point(self.readings[one.document], one)) for one in new]
        for member, (_, public) in zip(new, ids.mint(self.connection, self.entry, pointers), strict=True):
            own[self.thing[member]] = public
            self.connection.execute(update(anchors).where(anchors.c.id == public).values(member=self.member[member]))
        for number, public in own.items():
            self.connection.execute(update(things).where(things.c.number == number).values(id=public))
        self.ids = own

    def keyed(self, key: str) -> int:
        """Return the number of the thing that matching names by a member's address."""
        document, layer, local = key.rsplit("/", 2)
        return self.thing[Member(document, layer, local)]

    def derive(self) -> None:
        """Write what things' rows depend on: life-cycles and follow-through."""
        self.add(history, (
            {"thing": self.keyed(key), "place": at, "status": one.status, "date": one.date, **self.spot(one.member)}
            for key, changes in self.matched.histories.items() for at, one in enumerate(changes)
        ))  # fmt: skip
        found = [(self.keyed(key), one) for key, ones in self.matched.assessments.items() for one in ones]
        self.add(assessments, [{"thing": thing, "document": self.numbers[one.document], **_assessment(one)} for thing, one in found])
        for one in self.judgements:
            if one.kind == "assess":
                self.assessed(one)

    def assessed(self, one: Judgement) -> None:
        """Write a person's assessment of a commitment."""
        of_member = {number: self.thing[member] for member, number in self.member.items()}
        numbers = {of_member[number] for pointer in one.subjects if (number := self.attached(pointer))}
        if one.value:
            made = Assessment("", one.value, one.at[:10], 0, 0, one.note, by=one.by)
            self.add(assessments, [{"thing": thing, "document": None, "log": one.number, **_assessment(made)} for thing in sorted(numbers)])

    def connect(self) -> None:
        """Write what leads from thing to thing: relations, answers, ties, conflicts, doubts."""
        matched = self.matched
        self.add(relations, (
            {"later": self.keyed(one.later), "earlier": self.keyed(one.earlier), "relation": one.relation, "why": one.why}
            for one in matched.instrument_links
        ))  # fmt: skip
        self.add(answers, self.answers(matched))
        for tie in matched.ties:
            self.tie(tie)
        for conflict in matched.conflicts:
            self.conflict(conflict)
        self.add(doubts, self.doubts(matched))

    def answers(self, matched: Matched) -> list[dict[str, Any]]:
        """Return the answers within reports and across them."""
        found: dict[tuple[int, int], dict[str, Any]] = {}
        for document, reading in self.readings.items():
            for one in reading.statements:
                for ask in one.answers:
                    pair = (self.thing[Member(document, "statements", ask)], self.thing[Member(document, "statements", one.id)])
                    found[pair] = {"score": 0.0, "reasons": []}
        for answer in matched.answers:
            found.setdefault(
                (self.keyed(answer.ask), self.keyed(answer.reply)), {"score": answer.score, "reasons": msgspec.to_builtins(answer.reasons)}
            )
        return [{"ask": ask, "reply": reply, **row} for (ask, reply), row in found.items()]

    def doubts(self, matched: Matched) -> Iterable[dict[str, Any]]:
        """Return the surest doubt of each pair of things."""
        found: dict[tuple[int, int], dict[str, Any]] = {}
        for one in sorted(matched.doubts, key=lambda one: one.comparison.score):
            a, b = sorted((one.a, one.b), key=lambda member: self.thing[member])
            if self.thing[a] != self.thing[b]:
                common = {"layer": a.layer, "score": one.comparison.score, "reasons": msgspec.to_builtins(one.comparison.reasons)}
                ends = {"one": self.thing[a], "other": self.thing[b], "one_member": self.member[a], "other_member": self.member[b]}
                found[self.thing[a], self.thing[b]] = {**ends, **common}
        return found.values()

    def tie(self, tie: Tie) -> None:
        """Write a tie with its history; its id follows from those of the actors."""
        ends = sorted(zip((self.keyed(key) for key in tie.between), tie.names, strict=True), key=lambda end: _serial(self.ids[end[0]]))
        serials = [str(_serial(self.ids[number])) for number, _ in ends]
        told = [change.told or "" for change in tie.history]
        row = {
            "id": f"tie-{'-'.join(serials)}-{tie.kind}", "one": ends[0][0], "other": ends[1][0], "one_name": ends[0][1],
            "other_name": ends[1][1], "kind": tie.kind, "stage": tie.stage, "since": tie.since,
            "documents": len({change.member.document for change in tie.history}), "last": max(told, default=""),
        }  # fmt: skip
        key = self.connection.execute(insert(ties).values(**row)).inserted_primary_key
        assert key is not None
        self.add(tie_history, (
            {"tie": key[0], "place": at, "stage": one.stage, "date": one.date, "told": one.told, "layer": one.member.layer,
             "quote": one.quote, **self.spot(one.member)}
            for at, one in enumerate(tie.history)
        ))  # fmt: skip

    def conflict(self, one: Conflict) -> None:
        """Write a conflict with its claims."""
        subjects = [self.keyed(key) for key in one.subject.split(" ")]
        told = max((reported(self.readings[claim.member.document]) for claim in one.claims), default="")
        row = {
            "id": f"con-{one.kind}-{one.field.replace(' ', '_')}-{'-'.join(self.ids[number] for number in subjects)}", "kind": one.kind,
            "field": one.field, "subject": subjects[0], "other": subjects[1] if len(subjects) > 1 else None, "last": told,
        }  # fmt: skip
        key = self.connection.execute(insert(conflicts).values(**row)).inserted_primary_key
        assert key is not None
        self.add(claims, (
            {"conflict": key[0], "place": at, "value": claim.value, "layer": claim.member.layer, "quote": claim.quote,
             **self.spot(claim.member)}
            for at, claim in enumerate(one.claims)
        ))  # fmt: skip

    def posts(self) -> None:
        """Write the posts as each report gives them."""
        for document, reading in self.readings.items():
            self.add(posts, (
                {"person": self.thing[Member(document, "actors", one.person)], "title": one.title, "document": self.numbers[document],
                 "of": self.thing[Member(document, "actors", one.of)] if one.of else None, "told": reported(reading),
                 "start": one.evidence[0].start, "end": one.evidence[0].end, "quote": one.evidence[0].quote}
                for one in reading.posts if one.evidence
            ))  # fmt: skip

    def spot(self, member: Member) -> dict[str, Any]:
        return {"document": self.numbers[member.document], "local": member.local}

    def add(self, table: Any, rows: Iterable[Mapping[str, Any]]) -> None:
        found = list(rows)
        if found:
            self.connection.execute(insert(table), found)


def _serial(public: str) -> int:
    return int(public.split("-")[1])


def _columns(fact: Any) -> dict[str, Any]:
    return {
        "layer": fact.layer, "local": fact.local, "start": fact.start, "end": fact.end, "quote": fact.quote,
        "confidence": fact.confidence, "fact": fact.told,
    }  # fmt: skip


def _assessment(one: Assessment) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.to_builtins(one)
    found.pop("document")
    return found


def current(connection: Connection) -> Iterable[Any]:
    """Return number, id and reading of every document that is not withdrawn, in the order of adding."""
    held = documents.c.withdrawn_at.is_(None)
    newest = documents.c.reading == readings.c.number
    query = select(documents.c.number, documents.c.id, readings.c.content).join(readings, newest).where(held)
    return connection.execute(query.order_by(documents.c.number))
