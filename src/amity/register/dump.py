"""The whole register as plain values."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, Table, select

from amity.register.queries.filters import Filters, conditions
from amity.register.queries.listing import CHECKED, LISTINGS
from amity.register.queries.pages import WORDS
from amity.register.tables import (
    THINGS,
    answers,
    assessments,
    claims,
    conflicts,
    documents,
    forms,
    history,
    members,
    statements,
    tie_history,
    ties,
)


def dump(connection: Connection, *, checked_only: bool = False) -> dict[str, Any]:
    """Return documents, things with their members, ties, copies and conflicts; local ids are those of the current readings.

    ``checked_only`` leaves what a person confirmed, corrected or entered, with the documents and conflicts that tell of it.
    """
    one = _Dump(connection, checked_only)
    return {
        "documents": [{"id": row.id, "path": row.path, **({"entry": row.entry} if row.entry else {})} for row in one.shown()],
        "actors": [{"id": row.id, "kind": row.kind, "names": one.names[row.number], **one.of(row)} for row in one.things("actors")],
        "events": [{"id": row.id, **one.of(row)} for row in one.things("events")],
        "instruments": [
            {"id": row.id, "type": row.kind, "status": row.status, **one.of(row), "history": one.histories[row.number]}
            for row in one.things("instruments")
        ],
        "commitments": [
            {**one.statement(row), "assessments": one.assessments[row.number]} for row in one.things("statements", "commitment")
        ],
        "requests": [{**one.statement(row), "answers": one.answers[row.number]} for row in one.things("statements", "request")],
        "mechanisms": [{"id": row.id, "name": row.label, **one.of(row)} for row in one.things("mechanisms")],
        "projects": [{"id": row.id, "name": row.label, **one.of(row)} for row in one.things("projects")],
        "ties": one.ties(),
        "copies": one.copies(),
        "conflicts": one.conflicts(),
    }


class _Dump:
    def __init__(self, connection: Connection, checked_only: bool) -> None:
        self.connection = connection
        self.checked_only = checked_only
        self.refused: dict[int, list[list[str]]] = defaultdict(list)
        self.documents = connection.execute(
            select(documents.c.number, documents.c.id, documents.c.path, documents.c.witness, documents.c.entry)
            .where(documents.c.reading.is_not(None))
            .order_by(documents.c.id)
        ).all()
        self.name = {row.number: row.id for row in self.documents}
        self.members = self._members()
        self.names: dict[int, list[str]] = defaultdict(list)
        for row in self.connection.execute(select(forms.c.thing, forms.c.form).order_by(forms.c.named.desc(), forms.c.form)):
            self.names[row.thing].append(row.form)
        self.histories = self._histories()
        self.assessments = self._assessments()
        self.answers = self._answers()

    def _members(self) -> dict[int, list[list[str]]]:
        found: dict[int, list[list[str]]] = defaultdict(list)
        self.telling: set[int] = set()
        for row in self.connection.execute(select(members.c.thing, members.c.document, members.c.local, members.c.state)):
            to = self.refused if row.state == "rejected" else found
            to[row.thing].append([self.name[row.document], row.local])
            self.telling |= {row.document} if row.state in CHECKED else set()
        return {thing: sorted(ones) for thing, ones in found.items()}

    def shown(self) -> list[Any]:
        """Return the documents that are told of."""
        return [row for row in self.documents if not self.checked_only or row.number in self.telling]

    def of(self, row: Any) -> dict[str, Any]:
        told = {"state": row.state, "confidence": WORDS[row.confidence], "members": self.members.get(row.number, [])}
        return {**told, "rejected": sorted(self.refused[row.number])} if row.number in self.refused else told

    def statement(self, row: Any) -> dict[str, Any]:
        return {"id": row.id, "action": row.label, "force": row.force, **self.of(row)}

    def things(self, layer: str, kind: str | None = None) -> list[Any]:
        table: Table = THINGS[layer]
        query = select(table) if kind is None else select(table).where(table.c.kind == kind)
        if self.checked_only:
            query = query.where(table.c.state.in_(CHECKED))
        return sorted(self.connection.execute(query).all(), key=lambda row: int(row.id.split("-")[1]))

    def _histories(self) -> dict[int, list[dict[str, Any]]]:
        found: dict[int, list[dict[str, Any]]] = defaultdict(list)
        for row in self.connection.execute(select(history).order_by(history.c.thing, history.c.place)):
            found[row.thing].append({"status": row.status, "date": row.date, "document": self.name[row.document]})
        return found

    def _assessments(self) -> dict[int, list[dict[str, Any]]]:
        found: dict[int, list[dict[str, Any]]] = defaultdict(list)
        for row in self.connection.execute(select(assessments)):
            told = {"status": row.status, "document": self.name.get(row.document), "quote": row.quote, "as_of": row.as_of, "by": row.by}
            found[row.thing].append({**told, "self_reported": row.self_reported})
        return defaultdict(list, {thing: sorted(ones, key=str) for thing, ones in found.items()})

    def _answers(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = defaultdict(list)
        query = select(answers.c.ask, statements.c.id).join(statements, statements.c.number == answers.c.reply)
        for row in self.connection.execute(query.order_by(statements.c.id)):
            found[row.ask].append(row.id)
        return found

    def ties(self) -> list[dict[str, Any]]:
        found: dict[int, list[dict[str, Any]]] = defaultdict(list)
        for row in self.connection.execute(select(tie_history).order_by(tie_history.c.tie, tie_history.c.place)):
            found[row.tie].append({"stage": row.stage, "date": row.date, "document": self.name[row.document]})
        return [
            {
                "id": row.id, "between": [row.one_name, row.other_name], "kind": row.kind, "stage": row.stage, "since": row.since,
                "state": row.state, "confidence": WORDS[row.confidence], "history": found[row.number],
            }
            for row in self.connection.execute(select(ties).order_by(ties.c.id))
            if not self.checked_only or row.state in CHECKED
        ]  # fmt: skip

    def filters(self) -> Filters:
        return Filters(checked_only=self.checked_only)

    def copies(self) -> list[list[str]]:
        groups: dict[int, list[str]] = defaultdict(list)
        for row in self.shown():
            groups[row.witness].append(row.id)
        return sorted(sorted(group) for group in groups.values() if len(group) > 1)

    def conflicts(self) -> list[dict[str, Any]]:
        told: dict[int, list[Any]] = defaultdict(list)
        for row in self.connection.execute(select(claims).order_by(claims.c.conflict, claims.c.place)):
            told[row.conflict].append(row)
        found = [
            {
                "id": row.id, "kind": row.kind, "field": row.field,
                "documents": sorted({self.name[claim.document] for claim in told[row.number]}),
                "values": [claim.value for claim in told[row.number]], "quotes": [claim.quote for claim in told[row.number]],
            }
            for row in self.connection.execute(select(conflicts).where(*conditions(self.connection, LISTINGS["conflicts"], self.filters())))
        ]  # fmt: skip
        return sorted(found, key=str)
