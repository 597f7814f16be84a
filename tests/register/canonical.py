"""A register, and what matching makes of the same readings and judgements, as values that can be compared: without numbers and ids."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select

from amity.matching import match
from amity.matching.inmemory import first_of_copies
from amity.model.judgement import Judgement, Member
from amity.model.reading import Reading
from amity.register import Register, tables

Values = dict[str, Any]
Spot = tuple[str, str, str]


def matched(readings: Iterable[Reading], judgements: list[Judgement]) -> Values:
    """Return what ``match`` derives."""
    known = {one.document.id: one for one in readings}
    found = match(known.values(), judgements)
    groups = {one.key: frozenset(map(_spot, one.members)) for layer in found.clusters.values() for one in layer}
    of = {spot: group for group in groups.values() for spot in group}
    firsts = first_of_copies(found.copies, known)
    return {
        "things": set(groups.values()),
        "witness": {one: next(w for w in group if w in firsts) for group in found.copies for one in group},
        "histories": {groups[key]: tuple((c.status, c.date, c.member.document) for c in ones)
                      for key, ones in found.histories.items() if ones},
        "relations": {(groups[one.later], groups[one.earlier], one.relation) for one in found.instrument_links},
        "assessments": {(groups[key], one.document, one.status, one.start, one.as_of, one.self_reported)
                        for key, ones in found.assessments.items() for one in ones},
        "answers": {(groups[one.ask], groups[one.reply], one.score) for one in found.answers},
        "ties": {(frozenset(groups[key] for key in one.between), one.kind, one.stage, one.since,
                  tuple((c.stage, c.date, c.member.document, c.quote) for c in one.history)) for one in found.ties},
        "conflicts": {(one.kind, one.field, _subject(one.subject, groups, of),
                       frozenset((c.value, _spot(c.member), c.quote) for c in one.claims)) for one in found.conflicts},
        "doubts": {(frozenset((of[_spot(one.a)], of[_spot(one.b)]))) for one in found.doubts},
    }  # fmt: skip


def _spot(member: Member) -> Spot:
    return (member.document, member.layer, member.local)


def _subject(subject: str, groups: dict[str, Any], of: dict[Spot, Any]) -> Any:
    keys = subject.split(" ")
    return frozenset(groups[key] if key in groups else of[tuple(key.rsplit("/", 2))] for key in keys)  # type: ignore[index]


def held(register: Register) -> Values:
    """Return what a register has derived."""
    with register.reading() as connection:
        return _Held(connection).values()


class _Held:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.name = {row.number: row.id for row in connection.execute(select(tables.documents))}
        groups: dict[int, set[Spot]] = defaultdict(set)
        for row in connection.execute(select(tables.members).where(tables.members.c.layer != "indicators")):
            groups[row.thing].add((self.name[row.document], row.layer, row.local))
        self.groups = {thing: frozenset(spots) for thing, spots in groups.items()}

    def rows(self, table: Any) -> list[Any]:
        return list(self.connection.execute(select(table)).all())

    def values(self) -> Values:
        return {
            "things": set(self.groups.values()),
            "witness": self.witness(),
            "histories": self.histories(),
            "relations": {(self.groups[row.later], self.groups[row.earlier], row.relation) for row in self.rows(tables.relations)},
            "assessments": {(self.groups[row.thing], self.name[row.document], row.status, row.start, row.as_of, row.self_reported)
                            for row in self.rows(tables.assessments) if row.log is None},
            "answers": {(self.groups[row.ask], self.groups[row.reply], row.score) for row in self.rows(tables.answers) if row.score},
            "ties": self.ties(),
            "conflicts": self.conflicts(),
            "doubts": {frozenset((self.groups[row.one], self.groups[row.other])) for row in self.rows(tables.doubts)},
        }  # fmt: skip

    def witness(self) -> dict[str, str]:
        rows = [row for row in self.rows(tables.documents) if row.witness is not None]
        copied = {row.witness for row in rows if row.witness != row.number}
        return {row.id: self.name[row.witness] for row in rows if row.witness in copied}

    def histories(self) -> dict[Any, Any]:
        found = defaultdict(list)
        for row in sorted(self.rows(tables.history), key=lambda row: row.place):
            found[self.groups[row.thing]].append((row.status, row.date, self.name[row.document]))
        return {key: tuple(ones) for key, ones in found.items()}

    def ties(self) -> set[Any]:
        changes = defaultdict(list)
        for row in sorted(self.rows(tables.tie_history), key=lambda row: row.place):
            changes[row.tie].append((row.stage, row.date, self.name[row.document], row.quote))
        return {
            (frozenset((self.groups[row.one], self.groups[row.other])), row.kind, row.stage, row.since, tuple(changes[row.number]))
            for row in self.rows(tables.ties)
            if row.state != "rejected"
        }

    def conflicts(self) -> set[Any]:
        claims = defaultdict(set)
        for row in self.rows(tables.claims):
            claims[row.conflict].add((row.value, (self.name[row.document], row.layer, row.local), row.quote))
        return {
            (row.kind, row.field, frozenset(self.groups[end] for end in (row.subject, row.other) if end), frozenset(claims[row.number]))
            for row in self.rows(tables.conflicts)
        }


def differences(one: Values, other: Values) -> Values:
    """Return what only one of both has, by part."""
    found = {}
    for part in one:
        if one[part] != other[part]:
            ours, theirs = (set(each.items()) if isinstance(each, dict) else each for each in (one[part], other[part]))
            found[part] = (ours - theirs, theirs - ours)
    return found
