"""Actors that very many reports name: what new reports tell is added to their rows, which are not made anew.

What is left is the same as ``writing`` would write.
"""

from collections import Counter, defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from amity.register.counting import Tally, facets, standing
from amity.register.facts import folded
from amity.register.gathering import FACTS, MOST_TELLING, REJECTED, count_forms, fullest
from amity.register.lookup import picked, rows
from amity.register.sqlite import index_things
from amity.register.tables import actors, documents, forms, members, outlets, things

_NEW = FACTS.where(members.c.layer == "actors")
_OLD = select(actors).where(actors.c.documents > bindparam("most"))
_STANDS = members.c.state.is_distinct_from(REJECTED)
_TOLD_IN = (
    select(members.c.thing, documents.c.witness, documents.c.number).join(members, members.c.document == documents.c.number).where(_STANDS)
)
_LAST_TELLING = (
    select(members.c.told).where(members.c.thing == bindparam("of"), _STANDS).order_by(members.c.told).offset(bindparam("before")).limit(1)
)


class Hubs:
    """The actors among some things to whose rows new documents only add: these come after the facts that the rows are made of."""

    def __init__(self, connection: Connection, numbers: Collection[int], added: Collection[int]) -> None:
        self.connection, self.added = connection, set(added)
        large = {row.number: dict(row._mapping) for row in rows(connection, _OLD, actors.c.number, numbers, most=MOST_TELLING)}
        self.own: dict[int, list[Any]] = defaultdict(list)
        for row in rows(connection, _NEW, members.c.document, added) if large else ():
            if row.thing in large:
                self.own[row.thing].append(row)
        self.old = {number: row for number, row in large.items() if self._is_late(number)}
        self.numbers = set(self.old)

    def _is_late(self, number: int) -> bool:
        """Return whether all that is new comes after the first facts by day."""
        last = self.connection.scalar(_LAST_TELLING, {"of": number, "before": MOST_TELLING - 1})
        return bool(self.own[number]) and last is not None and all(row.told > last for row in self.own[number])

    def add(self, tally: Tally) -> None:
        """Write what is new."""
        if self.old:
            self._outlets(tally)
            labels, sources = self._names(), self._new_sources()
            ids = {row.number: row.id for row in rows(self.connection, picked(things.c.number, things.c.id), things.c.number, self.numbers)}
            changed = [self._row(number, ids[number], labels[number], sources[number]) for number in sorted(self.numbers)]
            for one in changed:
                tally.subtract(facets("actors", self.old[one["number"]]))
                tally.update(facets("actors", one))
            columns = ("id", "label", "documents", "sources", "last", "day", "confidence")
            change = update(actors).where(actors.c.number == bindparam("here")).values({name: bindparam(f"new_{name}") for name in columns})
            values = [{"here": one["number"], **{f"new_{name}": one[name] for name in columns}} for one in changed]
            self.connection.execute(change, values)

    def _outlets(self, tally: Tally) -> None:
        known = {(row.thing, row.publisher) for row in rows(self.connection, picked(outlets), outlets.c.thing, self.numbers)}
        told = {(number, row.publisher) for number in self.numbers for row in self.own[number] if row.publisher}
        new = sorted(told - known)
        if new:
            values = [{"thing": thing, "publisher": publisher, "layer": "actors", "day": ""} for thing, publisher in new]
            self.connection.execute(insert(outlets), values)
        tally.update((group, "publisher", publisher) for thing, publisher in new for group in standing("actors", self.old[thing]))

    def _names(self) -> dict[int, str]:
        """Count the names that are used; return the fullest of each actor."""
        known: dict[int, dict[str, Any]] = defaultdict(dict)
        for row in rows(self.connection, picked(forms), forms.c.thing, self.numbers):
            known[row.thing][row.form] = row
        changed: list[dict[str, Any]] = []
        new: list[dict[str, Any]] = []
        labels = {}
        for number in self.numbers:
            used, named = count_forms(self.own[number])
            for form in used:
                old = known[number].get(form)
                if old is None:
                    counted = {"documents": used[form], "named": named[form]}
                    new.append({"thing": number, "form": form, "folded": folded(form), **counted})
                else:
                    now = {"more": old.documents + used[form], "most": old.named + named[form]}
                    changed.append({"of": number, "as": form, **now})
            labels[number] = fullest(named + Counter({form: row.named for form, row in known[number].items()}))
        self._write_names(known, changed, new)
        return labels

    def _write_names(self, known: dict[int, dict[str, Any]], changed: list[dict[str, Any]], new: list[dict[str, Any]]) -> None:
        here = (forms.c.thing == bindparam("of")) & (forms.c.form == bindparam("as"))
        if changed:
            change = update(forms).where(here).values(documents=bindparam("more"), named=bindparam("most"))
            self.connection.execute(change, changed)
        if new:
            self.connection.execute(insert(forms), new)
        words: dict[int, set[str]] = defaultdict(set)
        for row in new:
            words[row["thing"]] |= {row["form"], *known[row["thing"]]}
        index_things(self.connection, [{"number": one, "layer": "actors", "words": "\n".join(sorted(words[one]))} for one in sorted(words)])

    def _new_sources(self) -> dict[int, int]:
        """Return how many witnesses are new of whose reports no other names the actor."""
        told = {number: {row.witness for row in self.own[number]} for number in self.numbers}
        witnesses = {witness for of in told.values() for witness in of}
        before = rows(self.connection, _TOLD_IN, documents.c.witness, witnesses)
        known = {(row.thing, row.witness) for row in before if row.number not in self.added}
        return {number: sum((number, witness) not in known for witness in of) for number, of in told.items()}

    def _row(self, number: int, public: str, label: str, sources: int) -> dict[str, Any]:
        old, own = self.old[number], self.own[number]
        last = max(old["last"], *(row.told for row in own))
        return {
            **old, "id": public, "label": old["corrections"].get("name", label), "last": last, "day": last,
            "documents": old["documents"] + len({row.document for row in own}), "sources": old["sources"] + sources,
            "confidence": max(old["confidence"], *(row.confidence for row in own)),
        }  # fmt: skip
