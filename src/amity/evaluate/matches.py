"""What matching makes of readings, in the shape of a register's dump, so that it is scored without a store."""

from collections.abc import Iterable, Mapping
from typing import Any

from amity.matching import match
from amity.matching.histories import status
from amity.model.judgement import Member
from amity.model.reading import Reading
from amity.model.register import Assessment, Cluster, Conflict, Matched, StatusChange, Tie

ASKS = (1, 2)


def dump(readings: Iterable[Reading]) -> dict[str, Any]:
    """Match readings in memory and return clusters, ties, copies and conflicts as plain values; ids are the keys of the clusters."""
    by_id = {reading.document.id: reading for reading in readings}
    return _Dump(by_id, match(by_id.values())).all()


class _Dump:
    def __init__(self, readings: Mapping[str, Reading], matched: Matched) -> None:
        self.readings, self.matched = readings, matched
        layers = ("actors", "instruments", "statements")
        self.facts: dict[Member, Any] = {
            Member(reading.document.id, layer, fact.id): fact
            for reading in readings.values()
            for layer in layers
            for fact in getattr(reading, layer)
        }

    def all(self) -> dict[str, Any]:
        kept = ("events", "mechanisms", "projects")
        return {
            "documents": [{"id": one.document.id, "path": one.document.path} for one in self.readings.values()],
            "actors": [self.actor(one) for one in self.matched.clusters["actors"]],
            "instruments": [self.instrument(one) for one in self.matched.clusters["instruments"]],
            "commitments": [self.commitment(one) for one in self.matched.clusters["statements"] if self.commits(one)],
            "requests": [self.request(one) for one in self.matched.clusters["statements"] if self.asks(one)],
            **{layer: [_members(one) for one in self.matched.clusters[layer]] for layer in kept},
            "ties": [_tie(one) for one in self.matched.ties],
            "copies": [list(group) for group in self.matched.copies],
            "conflicts": [_conflict(one) for one in self.matched.conflicts],
        }

    def actor(self, one: Cluster) -> dict[str, Any]:
        facts = [self.facts[member] for member in one.members]
        return {**_members(one), "kind": facts[0].kind, "names": sorted({fact.name for fact in facts})}

    def instrument(self, one: Cluster) -> dict[str, Any]:
        changes = self.matched.histories[one.key]
        told = {"type": self.facts[one.members[0]].type, "status": status(changes), "history": [_change(change) for change in changes]}
        return {**_members(one), **told}

    def commits(self, one: Cluster) -> bool:
        return any(self.facts[member].commitment for member in one.members)

    def asks(self, one: Cluster) -> bool:
        return any(self.facts[member].force in ASKS for member in one.members)

    def commitment(self, one: Cluster) -> dict[str, Any]:
        return {**_members(one), "assessments": [_assessment(each) for each in self.matched.assessments.get(one.key, [])]}

    def request(self, one: Cluster) -> dict[str, Any]:
        return {**_members(one), "answers": [answer.reply for answer in self.matched.answers if answer.ask == one.key]}


def _members(one: Cluster) -> dict[str, Any]:
    return {"id": one.key, "members": [[member.document, member.local] for member in one.members]}


def _change(one: StatusChange) -> dict[str, Any]:
    return {"status": one.status, "date": one.date, "document": one.member.document}


def _assessment(one: Assessment) -> dict[str, Any]:
    return {"status": one.status, "document": one.document, "quote": one.quote, "self_reported": one.self_reported}


def _tie(one: Tie) -> dict[str, Any]:
    history = [{"stage": change.stage, "date": change.date, "document": change.member.document} for change in one.history]
    return {"between": list(one.names), "kind": one.kind, "stage": one.stage, "since": one.since, "history": history}


def _conflict(one: Conflict) -> dict[str, Any]:
    documents = sorted({claim.member.document for claim in one.claims})
    return {"kind": one.kind, "field": one.field, "documents": documents, "values": [claim.value for claim in one.claims]}
