"""What became of the rows of a list: new to the register, one with what it had, or in doubt."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, or_, select

from amity.register.lookup import batches
from amity.register.tables import THINGS, documents, doubts, members, tie_history, ties

Outcome = Literal["new", "matches", "doubtful", "known", "repeated"]
"""``known`` rows were imported before and changed nothing, ``repeated`` ones say the same as a row above."""
COMPARED: dict[str, tuple[str, ...]] = {
    "instruments": ("type", "signed_on", "from", "to"),
    "events": ("type", "status", "date.from", "date.to"),
    "mechanisms": ("frequency",),
    "projects": ("status", "amount"),
    "statements": ("force", "due"),
}
"""Fields whose values are told where the list and the register differ; titles and names are always worded otherwise."""
DATES = frozenset({"signed_on", "from", "to", "date.from", "date.to", "since", "due"})


class Difference(msgspec.Struct, frozen=True):
    """A field of which the list says one thing and the register others."""

    field: str
    list: str
    register: tuple[str, ...]


class Candidate(msgspec.Struct, frozen=True):
    """A thing that may be the same as one that a row tells of, and why."""

    id: str
    label: str
    layer: str
    score: float
    reasons: tuple[str, ...]


class Told(msgspec.Struct, frozen=True):
    """What a row's entry became: the thing, whether the register had it, what differs, what it may be too, and parties that are new."""

    id: str
    label: str
    outcome: Outcome
    differs: tuple[Difference, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    new_parties: tuple[str, ...] = ()
    with_rows: tuple[int, ...] = ()
    """Other rows of the list that are taken for the same thing."""


class Ties(msgspec.Struct, frozen=True):
    """The ties that the register has, by id: stage and since when."""

    known: dict[str, tuple[str, str | None]]


def ties_before(connection: Connection) -> Ties:
    """Return the ties as they are before the import."""
    return Ties({row.id: (row.stage, row.since) for row in connection.execute(select(ties.c.id, ties.c.stage, ties.c.since))})


class Outcomes:
    """Tells what became of entries, within the transaction that entered them; ``rows`` are the rows by their document's id."""

    def __init__(self, connection: Connection, rows: Mapping[str, int], before: Ties) -> None:
        self.connection, self.rows, self.before = connection, rows, before
        self.row_of: dict[int, int] = {}
        for some in batches(set(rows)):
            for one in connection.execute(select(documents.c.id, documents.c.number).where(documents.c.id.in_(some))):
                self.row_of[one.number] = rows[one.id]
        self.members = self._members()
        self.own = Counter(thing for ones in self.members.values() for thing in {one.thing for one in ones})
        self.things = self._things()
        self.others = self._others()
        self.doubts = self._doubts()
        self.ties = self._ties()

    def _members(self) -> dict[int, list[Any]]:
        """Return the facts of the entries, by row."""
        found: dict[int, list[Any]] = defaultdict(list)
        for some in batches(set(self.row_of)):
            for one in self.connection.execute(select(members).where(members.c.document.in_(some)).order_by(members.c.number)):
                found[self.row_of[one.document]].append(one)
        return found

    def _things(self) -> dict[int, Any]:
        """Return id, label and number of documents of all things that the entries tell of."""
        layers = {one.layer for ones in self.members.values() for one in ones}
        found: dict[int, Any] = {}
        for layer in layers:
            table = THINGS[layer]
            for some in batches(set(self.own)):
                query = select(table.c.number, table.c.id, table.c.label, table.c.documents).where(table.c.number.in_(some))
                found |= {row.number: row for row in self.connection.execute(query)}
        return found

    def _others(self) -> dict[int, list[Any]]:
        """Return all facts of the things that are no actors: those of others too."""
        found: dict[int, list[Any]] = defaultdict(list)
        for some in batches({one.thing for ones in self.members.values() for one in ones if one.layer != "actors"}):
            for one in self.connection.execute(select(members).where(members.c.thing.in_(some))):
                found[one.thing].append(one)
        return found

    def _only_ours(self, thing: int) -> bool:
        return bool(self.things[thing].documents <= self.own[thing])

    def _doubts(self) -> dict[int, list[Any]]:
        """Return the doubts that the facts of the entries raise, by their thing."""
        ours = {one.number for ones in self.members.values() for one in ones}
        found: dict[int, list[Any]] = defaultdict(list)
        for some in batches(set(self.own)):
            for row in self.connection.execute(select(doubts).where(or_(doubts.c.one.in_(some), doubts.c.other.in_(some)))):
                for thing, member in ((row.one, row.one_member), (row.other, row.other_member)):
                    if thing in self.own and row not in found[thing] and (member in ours or self._only_ours(thing)):
                        found[thing].append(row)
        return found

    def _ties(self) -> dict[int, list[Any]]:
        found: dict[int, list[Any]] = defaultdict(list)
        query = select(tie_history.c.document, ties).join(ties, ties.c.number == tie_history.c.tie).distinct()
        for some in batches(set(self.row_of)):
            for one in self.connection.execute(query.where(tie_history.c.document.in_(some))):
                found[self.row_of[one.document]].append(one)
        return found

    def of(self, row: int) -> Told:
        """Return what became of a row."""
        main = next((one for one in self.members[row] if one.layer != "actors"), None)
        if main is None:
            return self._tie(row)
        told = self.others[main.thing]
        elsewhere = [one for one in told if one.document not in self.row_of]
        rows = tuple(sorted({self.row_of[one.document] for one in told if one.document in self.row_of} - {row}))
        named = self.things[main.thing]
        candidates = self._candidates([main.thing])
        outcome: Outcome = "doubtful" if candidates else "matches" if elsewhere or rows else "new"
        return Told(named.id, named.label, outcome, tuple(_differences(main, elsewhere)), candidates, self._new_parties(row), rows)

    def _named(self, layer: str, thing: int) -> tuple[str, str]:
        table = THINGS[layer]
        row = self.connection.execute(select(table.c.id, table.c.label).where(table.c.number == thing)).one()
        return row.id, row.label

    def _candidates(self, things: Iterable[int]) -> tuple[Candidate, ...]:
        found = []
        for thing in things:
            for row in self.doubts.get(thing, ()):
                public, label = self._named(row.layer, row.other if row.one == thing else row.one)
                found.append(Candidate(public, label, row.layer, row.score, tuple(_reasons(row.reasons))))
        return tuple(sorted(set(found), key=lambda one: (-one.score, one.id)))

    def _new_parties(self, row: int) -> tuple[str, ...]:
        """Return the actors that only this list tells of."""
        actors = [one for one in self.members[row] if one.layer == "actors"]
        return tuple(one.fact["name"] for one in actors if self._only_ours(one.thing))

    def _tie(self, row: int) -> Told:
        found = self.ties.get(row)
        actors = [one.thing for one in self.members[row]]
        candidates = self._candidates(actors)
        if not found:
            names = " – ".join(one.fact["name"] for one in self.members[row])
            return Told("", names, "doubtful" if candidates else "new", (), candidates, self._new_parties(row))
        tie = found[0]
        known = self.before.known.get(tie.id)
        differs = _tie_differs(tie, known)
        outcome: Outcome = "doubtful" if candidates else "matches" if known else "new"
        label = f"{tie.one_name} – {tie.other_name}"
        return Told(tie.id, label, outcome, differs, candidates, self._new_parties(row))


def _tie_differs(tie: Any, known: tuple[str, str | None] | None) -> tuple[Difference, ...]:
    if known is None:
        return ()
    pairs = (("stage", tie.stage, known[0]), ("since", tie.since, known[1]))
    return tuple(Difference(field, now or "", (then,)) for field, now, then in pairs if then and now and not _agree(field, now, then))


def _differences(main: Any, elsewhere: Sequence[Any]) -> Iterable[Difference]:
    for field in COMPARED.get(main.layer, ()):
        ours = _told(main.fact, field)
        theirs = sorted({told for one in elsewhere if (told := _told(one.fact, field))})
        if ours and theirs and not any(_agree(field, ours, one) for one in theirs):
            yield Difference(field, ours, tuple(theirs))


def _told(fact: Any, field: str) -> str:
    for name in field.split("."):
        fact = fact.get(name) if isinstance(fact, dict) else None
    return "" if fact is None else str(fact)


def _agree(field: str, one: str, other: str) -> bool:
    """Tell whether two values are one; of dates the less precise may hold the other."""
    return one == other or (field in DATES and (one.startswith(other) or other.startswith(one)))


def _reasons(reasons: Any) -> list[str]:
    return [": ".join(filter(None, (one["name"], one["detail"]))) for one in reasons or ()]
