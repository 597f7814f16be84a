"""Rows of a list as records: each cell by what its column means, with every problem told by row and column."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import msgspec
from rapidfuzz import fuzz, process

from amity.errors import UsageError
from amity.gazetteer.folding import fold
from amity.office.lists.countries import country_name
from amity.office.lists.days import Order, day_of, order_of, span_of
from amity.office.lists.grid import Fault, GridRow, Value, letters, one_line
from amity.office.lists.heading import Headed
from amity.office.lists.profile import HOME, Column, allowed
from amity.office.lists.words import words

LIKE = 70
"""Likeness (0 to 100) from which a value is offered for one that is not known."""
_BRACKETS = re.compile(r"(.*\S)\s*[(（]\s*([^()（）]+?)\s*[)）]")
MOST_EMPTY = 1
"""Cells of a row that is only a heading between rows."""


class Problem(msgspec.Struct, frozen=True):
    """What is wrong in a list: its row, its column (letter and heading) where it is one cell's, and why, with the way out."""

    row: int
    column: str | None
    reason: str


class Passed(msgspec.Struct, frozen=True):
    """A row that is none of the list's: a heading, a total, or one that the profile says to skip."""

    row: int
    reason: str


class Mapped(msgspec.Struct, frozen=True):
    """What a row tells: the fields of its record, the note beside them, and its keys in the profile's order (None: not filled)."""

    row: int
    fields: dict[str, Any]
    note: str
    keys: tuple[str | None, ...]
    said: str = ""
    """A digest of all this, whatever our own side is called: by it a row is known again."""

    @property
    def key(self) -> str:
        """The surest key that the row fills."""
        return next((one for one in self.keys if one is not None), "")


class Cell(NamedTuple):
    """A cell with the column that it is of."""

    column: Column
    value: Value


class Mapper:
    """Maps the rows of one list; ``home`` are the names or ids of our own side, ``dates`` says which number of a date is the day."""

    def __init__(self, headed: Headed, home: Sequence[str], dates: Order | None) -> None:
        self.headed, self.profile, self.home = headed, headed.profile, home
        self.rows = [row for row in headed.sheet.rows if row.number > headed.header.number]
        self.meant = {one.called: self._meanings(one) for one in self.profile.column}
        self.orders = {one.called: one.dates or dates or self._order(one) for one in self.profile.column if one.called in headed.places}

    def _meanings(self, column: Column) -> dict[str, str]:
        """Return what the words of a column mean, in one spelling of each."""
        known = allowed(self.profile.kind, column.field)
        return {fold(one.replace("_", " ")): one for one in known} | {fold(told): value for told, value in column.values.items()}

    def _order(self, column: Column) -> Order | None:
        if self.profile.meaning(column.field) not in ("day", "period"):
            return None
        return order_of(self._value(row, column.called) for row in self.rows)

    def _value(self, row: GridRow, called: str) -> Value:
        place = self.headed.places.get(called)
        value = row.cells[place] if place is not None and place < len(row.cells) else None
        return None if isinstance(value, str) and words().is_blank(value) else value

    def map(self, row: GridRow) -> Mapped | Passed | list[Problem]:
        """Return what a row tells, why it is passed over, or all that is wrong with it."""
        if passed := self._passed(row):
            return Passed(row.number, passed)
        cells = {one.called: Cell(one, value) for one in self.profile.column if (value := self._value(row, one.called)) is not None}
        problems = [*self._missing(row, cells), *self._ragged(row)]
        fields: dict[str, Any] = {}
        notes: list[str] = []
        for called, cell in cells.items():
            try:
                self._take(cell, fields, notes, cells)
            except UsageError as error:
                problems.append(Problem(row.number, self.headed.column(called), str(error)))
        note, keys = "; ".join(notes), tuple(self._keys(cells, fields))
        said = _digest([self.profile.kind, self.profile.fixed, fields, note])
        self._fix(fields)
        return problems or Mapped(row.number, fields, note, keys, said)

    def _passed(self, row: GridRow) -> str | None:
        for rule in self.profile.skip:
            value = self._value(row, rule.column)
            if value is None and not rule.values:
                return f"its column {rule.column} is empty"
            if value is not None and fold(str(value)) in map(fold, rule.values):
                return f"its column {rule.column} says {value}"
        if all(self._value(row, one.called) is not None for one in self.profile.required()):
            return None
        filled = [row.cells[place] for place in row.filled()]
        if words().is_total(str(filled[0])) or (len(filled) > 1 and words().is_total(str(filled[1]))):
            return "a total"
        if len({str(one) for one in filled}) <= MOST_EMPTY and len(self.headed.header.filled()) > MOST_EMPTY + 1:
            return "a heading or remark between rows"
        return None

    def _missing(self, row: GridRow, cells: dict[str, Cell]) -> Iterator[Problem]:
        for one in self.profile.required():
            if one.called not in cells:
                yield Problem(row.number, self.headed.column(one.called), "it is empty; fill it in, or have the row skipped in the profile")

    def _ragged(self, row: GridRow) -> Iterator[Problem]:
        """Tell of a row with cells beyond the headings, as a separator inside a text makes them."""
        width = max(self.headed.header.filled()) + 1
        beyond = [place for place in row.filled() if place >= width]
        if beyond and self.headed.sheet.name is None:
            reason = f"{row.filled()[-1] + 1} cells under {width} headings; put a text that holds the separator in quotation marks"
            yield Problem(row.number, letters(beyond[0]), reason)

    def _take(self, cell: Cell, fields: dict[str, Any], notes: list[str], cells: dict[str, Cell]) -> None:
        """Put what a cell tells into the fields, or beside them."""
        column, value = cell
        if isinstance(value, Fault):
            raise UsageError(value.reason)
        meaning = self.profile.meaning(column.field)
        if meaning in ("name", "names"):
            self._parties(column.field, self._names(cell, cells), fields)
        elif meaning == "people":
            self._people(cell, fields, notes, cells)
        elif meaning in ("day", "period"):
            self._times(cell, fields)
        elif meaning in ("choice", "list"):
            self._choices(cell, fields, notes)
        elif meaning in ("note", "reference"):
            notes.append(f"{self._heading(column)}: {one_line(value)}")
        elif meaning == "country":
            _country(one_line(value))
        else:
            fields[column.field] = one_line(value)

    def _parties(self, field: str, names: Sequence[str], fields: dict[str, Any]) -> None:
        """Take names as a field's; of one that holds a single name the others are parties, as it is itself."""
        if self.profile.meaning(field) == "name":
            fields[field] = names[0]
            field = "party"
        fields[field] = list(dict.fromkeys([*fields.get(field, []), *names]))

    def _heading(self, column: Column) -> str:
        return self.headed.heading(self.headed.places[column.called])

    def _names(self, cell: Cell, cells: dict[str, Cell]) -> list[str]:
        """Return the names of a cell, each with its country where a column tells it."""
        told = next((one_line(other.value) for other in cells.values() if other.column.field == "country"), None)
        country = country_name(told) if told else None
        names = [_qualified(cell.column.values.get(name, name)) for name in parts(cell)]
        return [f"{name}, {country}" if country and fold(country) != fold(name) else name for name in names]

    def _people(self, cell: Cell, fields: dict[str, Any], notes: list[str], cells: dict[str, Cell]) -> None:
        """Take persons of whom a cell may tell the post too ("Le Hoa, Director"): they act for the partner."""
        partner = self._partner(cells)
        for told in parts(cell):
            name, _, post = (part.strip() for part in told.partition(","))
            fields[cell.column.field] = [*fields.get(cell.column.field, []), f"{name} ({partner})" if partner else name]
            if post:
                notes.append(f"{self._heading(cell.column)}: {told}")

    def _partner(self, cells: dict[str, Cell]) -> str | None:
        """Return for whom the head of a delegation acts: the visitor, who is the row's partner or our own side."""
        if self.profile.fixed.get("visitor") == HOME:
            return HOME
        other = next((cell for cell in cells.values() if cell.column.field in ("visitor", "party")), None)
        return self._names(other, cells)[0] if other else None

    def _times(self, cell: Cell, fields: dict[str, Any]) -> None:
        field, order = cell.column.field, self.orders[cell.column.called]
        if field not in ("from", "period"):
            fields[field] = day_of(cell.value, order)
            return
        span = span_of(cell.value, order)
        fields["from"] = span.start or fields.get("from")
        if field == "period" or span.end != span.start:
            fields["to"] = span.end

    def _choices(self, cell: Cell, fields: dict[str, Any], notes: list[str]) -> None:
        """Take words of a fixed list; sectors that are not known stay as words beside the fields."""
        column, meant = cell.column, self.meant[cell.column.called]
        if self.profile.meaning(column.field) == "choice":
            fields[column.field] = self._meant(one_line(cell.value), column)
            return
        told = parts(cell)
        fields[column.field] = list(dict.fromkeys(sector for one in told for sector in _sectors(one, meant)))
        if unknown := [one for one in told if not _sectors(one, meant)]:
            notes.append(f"{self._heading(column)}: {', '.join(unknown)}")

    def _meant(self, told: str, column: Column) -> str:
        meant = self.meant[column.called]
        if fold(told) in meant:
            return meant[fold(told)]
        near = process.extractOne(told, [*column.values, *meant.values()], scorer=fuzz.WRatio, processor=fold, score_cutoff=LIKE)
        like = f" (did you mean {near[0]!r}?)" if near else ""
        raise UsageError(
            f"{told!r} is no {column.field} that is known{like}; mend the cell, or say in the profile's column.values "
            f"what it means: {', '.join(sorted(set(meant.values())))}"
        )

    def _fix(self, fields: dict[str, Any]) -> None:
        """Put in what holds for every row, where the row itself does not tell it; our own side is a party beside those that it tells."""
        for field, value in self.profile.fixed.items():
            told = [value] if isinstance(value, str) else list(value)
            if self.profile.meaning(field) in ("name", "names"):
                self._parties(field, [name for one in told for name in (self.home if one == HOME else [one])], fields)
            elif field not in fields:
                fields[field] = value

        if self.home and "person" in fields:
            fields["person"] = [one.replace(f"({HOME})", f"({self.home[0]})") for one in fields["person"]]

    def _keys(self, cells: dict[str, Cell], fields: dict[str, Any]) -> Iterator[str | None]:
        for place, names in enumerate(self.profile.keys):
            if names[0] not in cells:
                yield None
                continue
            told = [self._key_part(cells.get(name), fields) for name in names]
            yield f"{place}:{'|'.join(told)}"

    def _key_part(self, cell: Cell | None, fields: dict[str, Any]) -> str:
        """Return a cell as it stands in a key: what it means where that is one of several spellings."""
        if cell is None:
            return ""
        meaning = self.profile.meaning(cell.column.field)
        told = fields.get(cell.column.field) if meaning in ("day", "choice") else None
        return fold(str(told or one_line(cell.value))).replace("|", " ")


def parts(cell: Cell) -> list[str]:
    """Return the values of a cell that may hold several."""
    told = [str(cell.value)]
    for sign in cell.column.separators:
        told = [part for one in told for part in one.split(sign)]
    return [" ".join(one.split()) for one in told if one.strip()]


def _sectors(told: str, meant: dict[str, str]) -> list[str]:
    """Return the sectors that words name, by the profile or by the words of their field."""
    from amity.reading.sectors import named_sectors

    return [meant[fold(told)]] if fold(told) in meant else named_sectors(told)


def _digest(told: Any) -> str:
    return hashlib.sha256(msgspec.json.encode(told, order="sorted")).hexdigest()


def _qualified(name: str) -> str:
    """Return a name with its country behind a comma where it stands in brackets: ``Busan (Korea)``."""
    told = _BRACKETS.fullmatch(name)
    country = country_name(told[2]) if told else None
    return f"{told[1]}, {country}" if told and country else name


def _country(told: str) -> None:
    if country_name(told) is None:
        raise UsageError(f"{told!r} is no country that is known; write its name in English or in its own language, or its code (JP)")
