"""Writes the rows of things: from their facts to the tables that queries read, and the counts and full-text index with them.

Only what differs from what is there is written.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, Table, and_, bindparam, delete, insert, select, update

from amity.register.counting import Tally, facets, standing
from amity.register.facts import folded, roles
from amity.register.folding import FOLDS, Folded, correct
from amity.register.gathering import Gathered, acting, fullest, gather
from amity.register.lookup import batches
from amity.register.sqlite import drop_things, index_things
from amity.register.tables import THINGS, assessments, history, log, outlets, places, sectors, things
from amity.register.tables import forms as forms_table
from amity.register.tables import roles as roles_table

LINKS: tuple[tuple[Table, str], ...] = ((sectors, "sector"), (places, "place"), (outlets, "publisher"))
UNCHECKED: dict[str, Any] = {"state": "unchecked", "checked_by": None, "checked_at": None, "corrections": {}}


class Writer:
    """Writes things anew within one transaction; ``flush`` brings the counts up to date."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.tally = Tally()

    def write(self, numbers: Collection[int]) -> None:
        """Make the rows of things anew; those that have no facts any more are taken out."""
        for batch in batches(numbers):
            self._free_ids(batch)
        for batch in batches(numbers):
            _Batch(self.connection, self.tally, batch).write()

    def _free_ids(self, numbers: list[int]) -> None:
        """Take from rows the ids that other things have now."""
        rows = self.connection.execute(select(things.c.layer, things.c.number).where(things.c.number.in_(numbers))).all()
        for layer in {row.layer for row in rows}:
            table, own = THINGS[layer], [row.number for row in rows if row.layer == layer]
            joined = select(table.c.number).join(things, things.c.number == table.c.number)
            other = joined.where(table.c.number.in_(own) & things.c.id.is_distinct_from(table.c.id))
            for number in self.connection.scalars(other).all():
                self.connection.execute(update(table).where(table.c.number == number).values(id=f"~{number}"))

    def flush(self) -> None:
        """Write the counts."""
        self.tally.flush(self.connection)


class _Batch:
    """Some things, what is told of them, and what the tables have of them."""

    def __init__(self, connection: Connection, tally: Tally, numbers: Sequence[int]) -> None:
        self.connection, self.tally = connection, tally
        rows = connection.execute(select(things).where(things.c.number.in_(numbers))).all()
        self.layer = {row.number: row.layer for row in rows}
        self.id = {row.number: row.id for row in rows}
        self.told = gather(connection, list(numbers))
        self.acting = acting(connection, {row.document for one in self.told.values() for row in one.rows})
        self.status = self._statuses(numbers)
        self.entries = self._entries()
        self.links = {table.name: self._links(table, numbers) for table, _ in LINKS}
        self.counted: dict[int, tuple[str, ...]] = {}
        """Under which names the links of things were counted before."""

    def _statuses(self, numbers: Sequence[int]) -> dict[int, str]:
        """Return the last status of each life-cycle, and the latest assessment of each statement."""
        found: dict[int, str] = {}
        for row in self.connection.execute(select(history).where(history.c.thing.in_(numbers)).order_by(history.c.place)):
            found[row.thing] = row.status
        query = select(assessments).where(assessments.c.thing.in_(numbers))
        for row in sorted(self.connection.execute(query), key=lambda row: (row.log is not None, row.as_of or "", row.quote)):
            found[row.thing] = row.status
        return found

    def _entries(self) -> dict[int, Any]:
        judged = {one.judged for one in self.told.values() if one.judged is not None}
        rows = self.connection.execute(select(log).where(log.c.number.in_(judged))) if judged else ()
        return {row.number: row for row in rows}

    def _links(self, table: Table, numbers: Sequence[int]) -> dict[int, dict[str, Any]]:
        found: dict[int, dict[str, Any]] = defaultdict(dict)
        for row in self.connection.execute(select(table).where(table.c.thing.in_(numbers))):
            found[row.thing][row[1]] = row
        return found

    def write(self) -> None:
        """Write all tables."""
        made = {number: self._row(number, one) for number, one in self.told.items()}
        for layer, table in THINGS.items():
            own = [number for number in self.layer if self.layer[number] == layer]
            if own:
                self._replace(table, layer, own, {number: made[number][0] for number in own if number in made})
        self._set_roles(made)
        for table, column in LINKS:
            self._set_links(table, column, made)
        self._set_forms()
        gone = [number for number in self.layer if number not in self.told]
        for batch in batches(gone):
            self.connection.execute(delete(things).where(things.c.number.in_(batch)))

    def _row(self, number: int, one: Gathered) -> tuple[dict[str, Any], set[tuple[int, str]], Folded]:
        layer = self.layer[number]
        made = FOLDS[layer](one.told())
        links = self._roles(one)
        row = {
            **made.columns, "number": number, "id": self.id[number], "documents": one.documents, "sources": one.sources,
            "first": one.first, "last": one.last, "confidence": one.confidence, **self._checked(one),
        }  # fmt: skip
        row["day"] = row["day"] or row["first"]
        self._special(layer, row, one, links)
        return correct(layer, row, row["corrections"]), links, made

    def _special(self, layer: str, row: dict[str, Any], one: Gathered, links: set[tuple[int, str]]) -> None:
        """Set the columns that do not follow from the facts of the thing alone."""
        number = row["number"]
        if layer == "actors":
            row["day"], row["status"] = row["last"], None
            row["label"] = fullest(one.named)
        elif layer == "instruments":
            row["status"] = self.status.get(number, "unknown")
        elif layer == "statements":
            row["status"] = self.status.get(number, "not_assessed") if row["commitment"] else None
            basis = ((row_.document, row_.fact["basis"]) for row_ in one.rows if row_.fact.get("basis"))
            row |= assigned(one.assigned)
            row["basis"] = next((self.acting.get((document, "instruments", local)) for document, local in basis), None)
        elif layer == "indicators":
            row["subject"] = next((actor for actor, role in sorted(links) if role == "subject"), None)

    def _checked(self, one: Gathered) -> dict[str, Any]:
        """Return the columns that say what people decided."""
        if one.judged is None and one.entered:
            return {**UNCHECKED, "state": "entered", "checked_by": one.entered["by"], "checked_at": one.entered["at"]}
        if one.judged is None:
            return {**UNCHECKED, "state": one.state}
        entry = self.entries[one.judged]
        corrections = {field: value for number in sorted(one.corrections) for field, value in one.corrections[number].items()}
        return {"state": one.state, "checked_by": entry.by, "checked_at": entry.at, "corrections": corrections}

    def _roles(self, one: Gathered) -> set[tuple[int, str]]:
        """Return the actors that take part in a thing, with their roles."""
        named = {(row.document, local, role) for row in one.rows for local, role in roles(row.fact)}
        return {
            (self.acting[document, "actors", local], role) for document, local, role in named if (document, "actors", local) in self.acting
        }

    def _replace(self, table: Table, layer: str, numbers: list[int], made: dict[int, dict[str, Any]]) -> None:
        old = {row.number: dict(row._mapping) for row in self.connection.execute(select(table).where(table.c.number.in_(numbers)))}
        blank: dict[str, Any] = {column.name: None for column in table.c}
        rows = {number: {**blank, **row} for number, row in made.items()}
        new = [row for number, row in rows.items() if number not in old]
        changed = [row for number, row in rows.items() if number in old and old[number] != row]
        gone = [number for number in old if number not in rows]
        _put(self.connection, table, new, changed, gone)
        self.counted |= {number: standing(layer, row) for number, row in old.items()}
        for row in [old[number] for number in gone] + [old[row["number"]] for row in changed]:
            self.tally.subtract(facets(layer, row))
        self.tally.update(key for row in [*new, *changed] for key in facets(layer, row))
        if layer != "actors":
            relabelled = [row for row in changed if row["label"] != old[row["number"]]["label"]]
            words = [{"number": row["number"], "layer": layer, "words": row["label"]} for row in [*new, *relabelled]]
            index_things(self.connection, words, fresh={row["number"] for row in new})
        drop_things(self.connection, gone)

    def _set_roles(self, made: dict[int, Any]) -> None:
        numbers = list(self.layer)
        old = {(row.thing, row.actor, row.role): row for row in self.connection.execute(
            select(roles_table).where(roles_table.c.thing.in_(numbers))
        )}  # fmt: skip
        wanted = {
            (number, actor, role): {"thing": number, "actor": actor, "role": role, "layer": self.layer[number], "day": row["day"]}
            for number, (row, links, _) in made.items() for actor, role in links
        }  # fmt: skip
        _difference(self.connection, roles_table, ("thing", "actor", "role"), old, wanted)

    def _set_links(self, table: Table, column: str, made: dict[int, Any]) -> None:
        old = {(thing, value): row for thing, values in self.links[table.name].items() for value, row in values.items()}
        wanted = {}
        for number, (row, _, folded_) in made.items():
            values = {"sector": folded_.sectors, "place": folded_.places, "publisher": self.told[number].publishers}[column]
            day = "" if self.layer[number] == "actors" else row["day"]
            for value in values:
                wanted[number, value] = {"thing": number, column: value, "layer": self.layer[number], "day": day}
        _difference(self.connection, table, ("thing", column), old, wanted)
        counted = {number: standing(self.layer[number], row) for number, (row, _, _) in made.items()}
        self.tally.subtract((group, column, value) for number, value in old for group in self.counted.get(number, ()))
        self.tally.update((group, column, value) for number, value in wanted for group in counted[number])

    def _set_forms(self) -> None:
        actors = [number for number in self.layer if self.layer[number] == "actors"]
        if not actors:
            return
        old = {(row.thing, row.form): row for row in self.connection.execute(
            select(forms_table).where(forms_table.c.thing.in_(actors))
        )}  # fmt: skip
        wanted = {}
        for number in actors:
            one = self.told.get(number)
            for form, used in one.used.items() if one else ():
                row = {"thing": number, "form": form, "folded": folded(form), "documents": used}
                wanted[number, form] = {**row, "named": one.named[form] if one else 0}
        _difference(self.connection, forms_table, ("thing", "form"), old, wanted)
        renamed = {number for number, _ in old.keys() ^ wanted.keys() if number in self.told}
        rows = [{"number": number, "layer": "actors", "words": "\n".join(sorted(self.told[number].used))} for number in sorted(renamed)]
        index_things(self.connection, rows, fresh=renamed - {number for number, _ in old})


def assigned(told: dict[int, dict[str, Any]]) -> dict[str, Any]:
    """Return the unit and own due date of a statement: what the latest assignment says of each."""
    found = {name: value for number in sorted(told) for name, value in told[number].items()}
    return {"unit": found.get("unit"), "own_due": found.get("due")}


def _put(connection: Connection, table: Table, new: list[dict[str, Any]], changed: list[dict[str, Any]], gone: list[int]) -> None:
    if new:
        connection.execute(insert(table), new)
    if changed:
        values: dict[str, Any] = {column.name: bindparam(f"new_{column.name}") for column in table.c if column.name != "number"}
        change = update(table).where(table.c.number == bindparam("here")).values(values)
        connection.execute(change, [{"here": row["number"], **{f"new_{name}": row[name] for name in values}} for row in changed])
    for batch in batches(gone):
        connection.execute(delete(table).where(table.c.number.in_(batch)))


def _difference(connection: Connection, table: Table, key: tuple[str, ...], old: dict[Any, Any], wanted: dict[Any, Any]) -> None:
    """Write what is wanted over what is there."""
    stale = [at for at, row in old.items() if at not in wanted or dict(row._mapping) != wanted[at]]
    fresh = [row for at, row in sorted(wanted.items()) if at not in old or dict(old[at]._mapping) != row]
    if stale:
        here = and_(*(table.c[name] == bindparam(f"old_{name}") for name in key))
        connection.execute(delete(table).where(here), [{f"old_{name}": value for name, value in zip(key, at, strict=True)} for at in stale])
    if fresh:
        connection.execute(insert(table), fresh)
