"""What a register knew on a day: things made anew of what was reported by then, and the evidence of what is shown."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, select, true

from amity.gazetteer import fold
from amity.model.entry import Entry
from amity.office.brief.model import Party, Source
from amity.office.citations import Citation, citations
from amity.office.days import day
from amity.office.searched import Library
from amity.office.seen import seen
from amity.reading.scripts import LATIN, LETTER
from amity.register.folding import FOLDS, Told, correct
from amity.register.gathering import FACTS, MOST_TELLING, in_order
from amity.register.log import STATES
from amity.register.lookup import batches, picked
from amity.register.lookup import rows as picked_rows
from amity.register.queries.filters import LARGEST
from amity.register.queries.listing import CHECKED
from amity.register.tables import THINGS, actors, documents, forms, log, roles

MOST_CITED = 2
"""Documents cited for one thing: the first that told of it and the last."""
SHOWN = select(actors.c.number, actors.c.id, actors.c.label, actors.c.kind, actors.c.country)
NAMED = select(forms.c.thing, forms.c.form).order_by(forms.c.documents.desc(), forms.c.form)
Row = dict[str, Any]


class Known:
    """A register as of a day; without one as it is today. ``checked_only`` leaves out what nobody has checked."""

    def __init__(self, connection: Connection, as_of: str | None, checked_only: bool) -> None:
        self.connection = connection
        self.day = day(as_of)
        self.until = self.day.isoformat()
        self.limited = as_of is not None
        self.states = CHECKED if checked_only else (*CHECKED, "unchecked")
        self.library = Library(connection, self.until)
        self.sources: dict[str, Citation] = {}
        self._parties: dict[int, Party] = {}

    def seen(self) -> ColumnElement[bool]:
        """Return the condition that a document was there by the day."""
        return seen(self.until) if self.limited else true()

    def rows(self, layer: str, numbers: Collection[int]) -> list[Row]:
        """Return things in the order given, without rejected ones and those of which nothing was known by the day."""
        found = self._then(layer, numbers) if self.limited else self._now(layer, numbers)
        return [row for number in numbers if (row := found.get(number)) and row["state"] in self.states]

    def _now(self, layer: str, numbers: Collection[int]) -> dict[int, Row]:
        table = THINGS[layer]
        return {row.number: dict(row._mapping) for row in picked_rows(self.connection, picked(table), table.c.number, numbers)}

    def _then(self, layer: str, numbers: Collection[int]) -> dict[int, Row]:
        """Fold things anew of the facts reported by the day, with what people had corrected by then."""
        now, facts = self._now(layer, numbers), defaultdict(list)
        for some in batches(numbers):
            for row in self.connection.execute(FACTS.where(FACTS.selected_columns.thing.in_(some), self.seen())):
                facts[row.thing].append(row)
        judged = self.judged(row for rows in facts.values() for row in rows)
        return {number: self._folded(layer, now[number], sorted(rows, key=in_order), judged) for number, rows in facts.items()}

    def judged(self, rows: Iterable[Any]) -> dict[int, str]:
        """Return the kinds of the judgements about facts that were made by the day, by number."""
        asked = {int(number) for row in rows for number in (row.judged, *(row.corrections or ())) if number is not None}
        found: dict[int, str] = {}
        for some in batches(asked):
            query = select(log.c.number, log.c.kind).where(log.c.number.in_(some), log.c.at < self.until + LARGEST)
            found |= dict(self.connection.execute(query).tuples().all())
        return found

    def _folded(self, layer: str, now: Row, rows: Sequence[Any], judged: dict[int, str]) -> Row:
        told = [_told(row) for row in rows[:MOST_TELLING]]
        columns = FOLDS[layer](told).columns
        made = {int(number): fields for row in rows for number, fields in (row.corrections or {}).items() if int(number) in judged}
        columns = correct(layer, columns, {field: value for number in sorted(made) for field, value in made[number].items()})
        last = max((row.judged for row in rows if row.judged in judged), default=None)
        entered = "entered" if now["state"] == "entered" else "unchecked"
        first = rows[0].told
        return {
            **now, **columns, "day": columns.get("day") or first, "first": first, "last": rows[-1].told,
            "state": STATES.get(judged[last], entered) if last is not None else entered,
            "confidence": max(row.confidence for row in rows),
        }  # fmt: skip

    def cited(self, numbers: Collection[int]) -> dict[int, tuple[Citation, ...]]:
        """Return the evidence of things: the first and the last document that tells of each, numbered as sources."""
        found = citations(self.connection, numbers, until=self.until)
        return {number: tuple(map(self.source, _ends(told))) for number, told in found.items()}

    def listed(self) -> tuple[Source, ...]:
        """Return the documents cited, by number, entries with who made them."""
        found: dict[str, Any] = {}
        for some in batches(self.sources):
            query = select(documents.c.id, documents.c.entry).where(documents.c.id.in_(some), documents.c.entry.is_not(None))
            found |= dict(self.connection.execute(query).tuples().all())
        cited = sorted(self.sources.values(), key=lambda one: one.number)
        return tuple(
            Source(
                number=one.number, document=one.document, path=one.path, publisher=one.publisher, day=one.day, url=one.url,
                entry=msgspec.convert(found[one.document], Entry) if one.document in found else None,
            )
            for one in cited
        )  # fmt: skip

    def source(self, citation: Citation) -> Citation:
        """Return a citation with the number of its document among the sources, which it joins if it is new."""
        first = self.sources.setdefault(citation.document, msgspec.structs.replace(citation, number=len(self.sources) + 1))
        return msgspec.structs.replace(citation, number=first.number)

    def parties(self, numbers: Collection[int], *wanted: str) -> dict[int, tuple[Party, ...]]:
        """Return who has one of the roles in each thing: the narrowest parties, as the reports name them."""
        query = select(roles.c.thing, roles.c.actor).where(roles.c.role.in_(wanted)).distinct().order_by(roles.c.thing, roles.c.actor)
        taking = [row for some in batches(numbers) for row in self.connection.execute(query.where(roles.c.thing.in_(some)))]
        self.meet({actor for _, actor in taking})
        found: dict[int, tuple[Party, ...]] = dict.fromkeys(numbers, ())
        for thing, actor in taking:
            found[thing] += (self.party(actor),)
        return found

    def actors_in(self, numbers: Collection[int], role: str) -> dict[int, set[int]]:
        """Return the numbers of the actors that have a role in each thing."""
        found: dict[int, set[int]] = {number: set() for number in numbers}
        for some in batches(numbers):
            query = select(roles.c.thing, roles.c.actor).where(roles.c.thing.in_(some), roles.c.role == role)
            for thing, actor in self.connection.execute(query):
                found[thing].add(actor)
        return found

    def party(self, number: int) -> Party:
        """Return an actor by its number in the database."""
        self.meet((number,))
        return self._parties[number]

    def meet(self, numbers: Iterable[int]) -> None:
        """Look up actors who are going to be shown, all at once."""
        new = set(numbers) - self._parties.keys()
        named: dict[int, list[str]] = defaultdict(list)
        for row in picked_rows(self.connection, NAMED, forms.c.thing, new):
            named[row.thing].append(row.form)
        for row in picked_rows(self.connection, SHOWN, actors.c.number, new):
            state = row.country or "" if row.kind == "state" else ""
            self._parties[row.number] = Party(row.id, row.label, _native(row.label, named[row.number]), state)


def _native(label: str, forms: Sequence[str]) -> str:
    """Return the name in another script, else the one with the marks that the label lacks, that most reports use."""
    named = [form for form in forms if not form.isascii() and form != label]
    other = next((form for form in named if not is_latin(form)), "")
    return other or next((form for form in named if label.isascii() and f"{fold(label)} ".startswith(f"{fold(form)} ")), "")


def is_latin(name: str) -> bool:
    """Tell whether most letters of a name are Latin."""
    return len(LATIN.findall(name)) * 2 >= len(LETTER.findall(name))


def _told(row: Any) -> Told:
    return Told(row.fact, row.confidence, row.id, row.told)


def _ends(told: Sequence[Citation]) -> list[Citation]:
    return list(told) if len(told) <= MOST_CITED else [told[0], told[-1]]
