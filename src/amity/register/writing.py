"""Writes the rows of things: from their members to the tables that queries read, and the counts and full-text index with them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Table, delete, func, insert, select, update

from amity.register.facts import folded, forms, roles
from amity.register.folding import FOLDS, Folded, Told, correct
from amity.register.log import judged_by
from amity.register.sqlite import drop_things, index_things
from amity.register.tables import (
    THINGS,
    assessments,
    counts,
    documents,
    history,
    members,
    outlets,
    places,
    sectors,
    things,
)
from amity.register.tables import forms as forms_table
from amity.register.tables import roles as roles_table

MOST_TELLING = 50
"""Facts of which a thing's row is made: the first by day. A state that ten thousand reports name is no better known by all of them."""
BATCH = 500
"""Keys of one look-up: databases limit the variables of a statement."""
FACETS = ("kind", "status", "state", "confidence", "force", "country", "specificity", "mode")
"""Columns whose values are counted."""


class Key(NamedTuple):
    """What a count is of."""

    layer: str
    facet: str
    value: str


def batches(keys: Iterable[Any]) -> Iterator[list[Any]]:
    """Return keys in sorted groups small enough for one statement."""
    ordered = sorted(keys)
    for at in range(0, len(ordered), BATCH):
        yield ordered[at : at + BATCH]


class Writer:
    """Writes things anew within one transaction; ``flush`` brings the counts up to date."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.tally: Counter[Key] = Counter()
        self.words: list[dict[str, Any]] = []

    def write(self, numbers: Collection[int]) -> None:
        """Make the rows of things anew; those that have no members any more are taken out."""
        for layer, own in self._by_layer(numbers).items():
            for number, public in own.items():
                self._write(number, layer, public)

    def flush(self) -> None:
        """Write what was collected: counts and words."""
        index_things(self.connection, self.words)
        for key, change in self.tally.items():
            self._count(key, change)
        self.connection.execute(delete(counts).where(counts.c.count == 0))
        self.tally.clear()
        self.words = []

    def _count(self, key: Key, change: int) -> None:
        here = (counts.c.layer == key.layer) & (counts.c.facet == key.facet) & (counts.c.value == key.value)
        if change and not self.connection.execute(update(counts).where(here).values(count=counts.c.count + change)).rowcount:
            self.connection.execute(insert(counts).values(**key._asdict(), count=change))

    def _by_layer(self, numbers: Collection[int]) -> dict[str, dict[int, str]]:
        found: dict[str, dict[int, str]] = defaultdict(dict)
        for batch in batches(numbers):
            for number, layer, public in self.connection.execute(select(things).where(things.c.number.in_(batch))):
                found[layer][number] = public
        return {layer: found[layer] for layer in THINGS if layer in found}

    def _write(self, number: int, layer: str, public: str) -> None:
        told = self.told(number)
        if not told:
            self._remove(number, layer)
            return
        made = FOLDS[layer]([one for one, _ in told])
        row = {**made.columns, "number": number, "id": public, **self._common(number)}
        row["day"] = row["day"] or row["first"]
        if layer == "actors":
            row["label"] = self._name(number, [one for one, _ in told])
            row["day"] = row["last"]
        self._status(number, layer, row)
        row = correct(layer, row, row["corrections"])
        links = self._roles(told)
        if layer == "indicators":
            row["subject"] = next((actor for actor, role in sorted(links) if role == "subject"), None)
        if layer == "statements":
            row["basis"] = self._basis(told)
        self._replace(THINGS[layer], row, layer)
        self._links(number, layer, row["day"], links, made)
        self.words.append({"number": number, "layer": layer, "words": self._words(number, layer, row)})

    def told(self, number: int) -> list[tuple[Told, Row[Any]]]:
        """Return what the first facts of a thing tell, in the order of day and document."""
        query = (
            select(members.c.fact, members.c.confidence, documents.c.id, members.c.told, members.c.document, members.c.local)
            .join(documents, documents.c.number == members.c.document)
            .where(members.c.thing == number)
            .order_by(members.c.told, documents.c.id, members.c.local)
            .limit(MOST_TELLING)
        )
        return [(Told(row.fact, row.confidence, row.id, row.told), row) for row in self.connection.execute(query)]

    def _common(self, number: int) -> dict[str, Any]:
        """Return the columns that all things share: reports, days, confidence, state."""
        row = self.connection.execute(
            select(
                func.count(members.c.document.distinct()).label("documents"),
                func.count(documents.c.witness.distinct()).label("sources"),
                func.min(members.c.told).label("first"),
                func.max(members.c.told).label("last"),
                func.max(members.c.confidence).label("confidence"),
                func.max(members.c.judged).label("judged"),
            )
            .join(documents, documents.c.number == members.c.document)
            .where(members.c.thing == number)
        ).one()
        found = dict(row._mapping)
        last = found.pop("judged")
        return {**found, **judged_by(self.connection, number, last)}

    def _name(self, number: int, told: Sequence[Told]) -> str:
        """Write the names of an actor; return the one that most reports use as its fullest."""
        used: Counter[str] = Counter()
        named: Counter[str] = Counter()
        for one in self.connection.execute(select(members.c.fact).where(members.c.thing == number)).scalars():
            for form, full in forms(one):
                used[form] += 1
                named[form] += full
        self.connection.execute(delete(forms_table).where(forms_table.c.thing == number))
        rows = [{"thing": number, "form": form, "folded": folded(form), "documents": used[form], "named": named[form]} for form in used]
        self.connection.execute(insert(forms_table), rows)
        return max(sorted(named), key=lambda form: (named[form], len(form)))

    def _status(self, number: int, layer: str, row: dict[str, Any]) -> None:
        """Set what follows from life-cycle and follow-through."""
        if layer == "instruments":
            query = select(history.c.status).where(history.c.thing == number).order_by(history.c.place.desc()).limit(1)
            row["status"] = self.connection.scalar(query) or "unknown"
        if layer == "statements" and row["commitment"]:
            latest = (assessments.c.as_of.desc(), assessments.c.number.desc())
            query = select(assessments.c.status).where(assessments.c.thing == number).order_by(*latest).limit(1)
            row["status"] = self.connection.scalar(query) or "not_assessed"

    def _roles(self, told: Sequence[tuple[Told, Row[Any]]]) -> set[tuple[int, str]]:
        """Return the actors that take part in a thing, with their roles."""
        found: set[tuple[int, str]] = set()
        for one, row in told:
            if links := roles(one.fact):
                acting = self._things_of(row.document, "actors", {local for local, _ in links})
                found |= {(acting[local], role) for local, role in links if local in acting}
        return found

    def _basis(self, told: Sequence[tuple[Told, Row[Any]]]) -> int | None:
        for one, row in told:
            if one.fact.get("basis"):
                return self._things_of(row.document, "instruments", {one.fact["basis"]}).get(one.fact["basis"])
        return None

    def _things_of(self, document: int, layer: str, locals_: Collection[str]) -> dict[str, int]:
        here = (members.c.document == document) & (members.c.layer == layer) & members.c.local.in_(sorted(locals_))
        return dict(self.connection.execute(select(members.c.local, members.c.thing).where(here)).tuples().all())

    def _replace(self, table: Table, row: dict[str, Any], layer: str) -> None:
        old = self.connection.execute(select(table).where(table.c.number == row["number"])).first()
        if old is None:
            self.connection.execute(insert(table).values(**row))
        elif dict(old._mapping) != row:
            self.connection.execute(update(table).where(table.c.number == row["number"]).values(**row))
        self.tally.update(dict.fromkeys(facets(layer, row), 1))
        if old is not None:
            self.tally.subtract(dict.fromkeys(facets(layer, dict(old._mapping)), 1))

    def _links(self, number: int, layer: str, day: str, links: set[tuple[int, str]], made: Folded) -> None:
        common = {"thing": number, "layer": layer, "day": day}
        self._set(roles_table, [{**common, "actor": actor, "role": role} for actor, role in sorted(links)], number)
        publishers = select(documents.c.publisher.distinct()).join(members, members.c.document == documents.c.number)
        known = [one for one in self.connection.scalars(publishers.where(members.c.thing == number)) if one]
        for table, column, values in ((sectors, "sector", made.sectors), (places, "place", made.places), (outlets, "publisher", known)):
            old = self.connection.scalars(select(table.c[column]).where(table.c.thing == number)).all()
            self.tally.update(Key(layer, column, value) for value in values)
            self.tally.subtract(Key(layer, column, value) for value in old)
            self._set(table, [{**common, column: value} for value in sorted(values)], number)

    def _set(self, table: Table, rows: list[dict[str, Any]], number: int) -> None:
        self.connection.execute(delete(table).where(table.c.thing == number))
        if rows:
            self.connection.execute(insert(table), rows)

    def _words(self, number: int, layer: str, row: dict[str, Any]) -> str:
        if layer != "actors":
            return str(row["label"])
        return "\n".join(self.connection.scalars(select(forms_table.c.form).where(forms_table.c.thing == number)))

    def _remove(self, number: int, layer: str) -> None:
        """Take out a thing that no report tells of."""
        table = THINGS[layer]
        old = self.connection.execute(select(table).where(table.c.number == number)).first()
        if old is not None:
            self.tally.subtract(facets(layer, dict(old._mapping)))
        for linked, column in ((sectors, "sector"), (places, "place"), (outlets, "publisher")):
            values = self.connection.scalars(select(linked.c[column]).where(linked.c.thing == number)).all()
            self.tally.subtract(Key(layer, column, value) for value in values)
        for one in (roles_table, sectors, places, outlets, forms_table):
            self.connection.execute(delete(one).where(one.c.thing == number))
        self.connection.execute(delete(table).where(table.c.number == number))
        self.connection.execute(delete(things).where(things.c.number == number))
        drop_things(self.connection, [number])


def facets(layer: str, row: dict[str, Any]) -> list[Key]:
    """Return what a thing is counted under."""
    found = [Key(layer, facet, str(row[facet])) for facet in FACETS if row.get(facet) is not None]
    return [Key(layer, "", ""), *found]
