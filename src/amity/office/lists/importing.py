"""Lists into the register: previewed and entered by the same code, all of a list or nothing of it."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection

from amity.errors import UsageError
from amity.model.entry import Listed
from amity.model.judgement import Judgement
from amity.office.entering import TakenBack, entered, reading_of
from amity.office.home import home_of
from amity.office.lists.books import open_book
from amity.office.lists.days import Order
from amity.office.lists.earlier import Earlier, earlier_entries, paired
from amity.office.lists.grid import Book
from amity.office.lists.heading import Headed, find_list, twice
from amity.office.lists.mapping import Mapped, Problem
from amity.office.lists.outcomes import Candidate, Difference, Outcomes, Ties, ties_before
from amity.office.lists.planning import Plan, planned
from amity.office.lists.profile import HOME, Column, profile_called
from amity.office.naming import Namer
from amity.office.record import Record
from amity.register import Register, log, standing
from amity.register.files import Attachment, keep

RowOutcome = Literal["new", "matches", "doubtful", "known", "repeated", "error", "skipped"]


class Replaced(msgspec.Struct, frozen=True):
    """The earlier entry that an edited row stands in for: its number in the log, where it stood, who entered it and when."""

    number: int
    place: str
    by: str
    at: str


class Row(msgspec.Struct, frozen=True):
    """What becomes of a row of a list.

    ``outcome`` is ``new`` to the register, ``matches`` something that it has (``id``; ``differs`` says in what), ``doubtful`` (entered; the
    pair with each of ``candidates`` waits in ``amity review``), ``known`` (imported before, nothing changes), ``repeated`` (says the
    same as a row above), ``skipped`` (a heading or total) or ``error`` (``column`` and ``reason``). ``number`` is the entry's in the log,
    None in a preview; ``with_rows`` are other rows that are taken for the same thing.
    """

    row: int
    outcome: RowOutcome
    label: str = ""
    id: str | None = None
    number: int | None = None
    column: str | None = None
    reason: str | None = None
    differs: tuple[Difference, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    new_parties: tuple[str, ...] = ()
    with_rows: tuple[int, ...] = ()
    replaces: Replaced | None = None


class Import(msgspec.Struct, frozen=True):
    """What an import did, or would do (``preview``).

    ``list`` is the name by which the list is known again, ``gone`` are entries of earlier imports whose rows it has no more: they stay.
    ``entered`` is False where errors kept all of it out. ``unused`` are headings that the profile does not have.
    """

    file: str
    sheet: str | None
    profile: str
    list: str
    preview: bool
    entered: bool
    rows: tuple[Row, ...]
    gone: tuple[Replaced, ...] = ()
    unused: tuple[str, ...] = ()
    hidden_rows: int = 0

    def of(self, *outcomes: RowOutcome) -> tuple[Row, ...]:
        """Return the rows of some outcomes."""
        return tuple(one for one in self.rows if one.outcome in outcomes)


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How to import: the profile (a name or a TOML file, else the one that fits best), the sheet, our own side, which number of
    ``06/05/2019`` is the day, the list's name (else the profile's or the file's), and whether rows with errors are left out."""

    profile: str | None = None
    sheet: str | None = None
    home: tuple[str, ...] = ()
    dates: Order | None = None
    list: str | None = None
    skip_errors: bool = False


def import_list(
    register: Register, path: str | Path, options: Options | None = None, *, by: str, at: str = "", preview: bool = False
) -> Import:
    """Enter the rows of a CSV or Excel file, all or none; return what became of each.

    With ``preview`` the same is done and taken back. Raises SourceError for a file that cannot be read and UsageError for one that is no
    list of the profile; what is wrong with single rows is told in the result, and then nothing is entered unless ``skip_errors``.
    """
    options = options or Options()
    book = open_book(Path(path))
    headed = find_list(book, profile_called(options.profile) if options.profile else None, options.sheet)
    if wrong := twice(headed):
        raise UsageError(f"{book.name}: {'; '.join(wrong)}")
    with register.reading() as connection:
        plan = planned(headed, _home(connection, headed, options.home), options.dates)
    run = _Run(book, plan, options, by, at or log.now(), preview)
    with suppress(TakenBack), register.writing() as connection:
        found = run.run(connection)
        if preview or not found.entered:
            raise TakenBack
    return found


def take_back(register: Register, name: str, *, by: str) -> int:
    """Undo all entries of a list that hold, all or none; return how many. Raises UsageError for a list that brought none."""
    with register.writing() as connection:
        found = earlier_entries(connection, name)
        if not found:
            raise UsageError(f"list {name!r}: the register has no entries of it; `amity documents` has their names (entry:LIST#ROW)")
        for one in found:
            _undo(connection, one, by, f"the list {name} taken back")
    return len(found)


def _undo(connection: Connection, one: Earlier, by: str, note: str) -> None:
    made = log.append_judgement(connection, Judgement(number=0, kind="undo", undoes=one.number, by=by, note=note))
    standing.settle(connection, one.document, made.number)


def _home(connection: Connection, headed: Headed, asked: Sequence[str]) -> list[str]:
    """Return the names of our own side, where the profile speaks of it; raise UsageError where nobody said who that is."""
    told = [one for value in headed.profile.fixed.values() for one in ([value] if isinstance(value, str) else value)]
    if HOME not in told:
        return []
    own = home_of(connection, asked)
    if not own:
        raise UsageError(
            f"the profile {headed.profile.name} says “home” for our own side, and nobody has said who that is; "
            "name it with --home, or for good with `amity home NAME`"
        )
    return [_called(connection, one.name, one.id) for one in own]


def _called(connection: Connection, name: str, public: str | None) -> str:
    """Return the name of our own side, or its id where the name alone leaves open who is meant."""
    try:
        Namer(connection).one(name)
    except UsageError:
        return public or name
    return name


class _Entry(NamedTuple):
    """A row with the document of its entry and its number in the log, and whether this import brought it."""

    row: int
    document: str
    number: int
    fresh: bool = False


class _Run:
    """One import within its transaction."""

    def __init__(self, book: Book, plan: Plan, options: Options, by: str, at: str, preview: bool) -> None:
        self.book, self.plan, self.options, self.by, self.at, self.preview = book, plan, options, by, at, preview
        self.headed = plan.headed
        self.name = options.list or self.headed.profile.list or self._file_name()
        self.problems: list[Problem] = list(plan.problems)

    def _file_name(self) -> str:
        """Return what the list is called where nobody says: its file, with its sheet where there are several."""
        stem = Path(self.book.name).stem
        return f"{stem}/{self.headed.sheet.name}" if len(self.book.sheets) > 1 else stem

    def run(self, connection: Connection) -> Import:
        """Enter what can be entered, and tell what became of each row."""
        known, replaced, gone = paired(self.plan.rows, earlier_entries(connection, self.name))
        records = self._records(connection, known)
        refused = bool(self.problems) and not self.options.skip_errors
        if refused and not self.preview:
            return self._import([*self._wrong(), *self._passed()], entered=False)
        before = ties_before(connection)
        found = [*self._entered(connection, records), *(_Entry(row, one.document, one.number) for row, one in known.items())]
        held = {one.row: replaced[one.row] for one in found if one.row in replaced}
        for one in held.values():
            _undo(connection, one, self.by, f"edited in the list {self.name}")
        rows = self._rows(connection, found, held, before)
        return self._import([*rows, *self._repeated(), *self._wrong(), *self._passed()], entered=not refused, gone=gone)

    def _records(self, connection: Connection, known: Collection[int]) -> list[tuple[int, Record]]:
        """Return the records of the rows that are not known; those that make no sense are noted as problems."""
        found = []
        for mapped in self.plan.rows:
            record = self._record(mapped)
            if mapped.row not in known and self._is_sound(connection, mapped, record):
                found.append((mapped.row, record))
        return found

    def _is_sound(self, connection: Connection, mapped: Mapped, record: Record) -> bool:
        try:
            reading_of(replace(record, file=None), by=self.by, at=self.at, connection=connection)
        except UsageError as error:
            self.problems.append(self._problem(mapped, str(error)))
            return False
        return True

    def _entered(self, connection: Connection, records: Sequence[tuple[int, Record]]) -> list["_Entry"]:
        """Enter rows, and keep the file that they rest on; return them with the entries made."""
        if records:
            book = self.book
            keep(connection, [Attachment(hash=book.digest, name=book.name, media=book.media, content=book.data)])
        made = entered(connection, [record for _, record in records], by=self.by, at=self.at)
        return [_Entry(row, one.document, one.number, one.outcome in ("new", "again")) for (row, _), one in zip(records, made, strict=True)]

    def _record(self, mapped: Mapped) -> Record:
        sheet = self.headed.sheet.name
        return Record(
            kind=self.headed.profile.kind, fields=mapped.fields, file=self.book.digest, name=self.book.name, note=mapped.note,
            place=f"sheet {sheet}, row {mapped.row}" if sheet else f"row {mapped.row}",
            key=f"{self.name}\n{mapped.key}\n{mapped.note}", path=f"entry:{self.name}#{mapped.row}",
            listed=Listed(list=self.name, keys=mapped.keys, said=mapped.said),
        )  # fmt: skip

    def _problem(self, mapped: Mapped, reason: str) -> Problem:
        """Return what is wrong with a row, by the column of the field that the reason names."""
        field, _, rest = reason.partition(": ")
        columns = [one for one in self.headed.profile.column if one.field == field and one.called in self.headed.places]
        column = columns[0] if columns else self._naming(mapped, field)
        return Problem(mapped.row, self.headed.column(column.called) if column else None, rest if columns else reason)

    def _naming(self, mapped: Mapped, name: str) -> Column | None:
        """Return the column in which a name stands that means nobody, or several."""
        for one in self.headed.profile.column:
            told = mapped.fields.get(one.field)
            if one.called in self.headed.places and (told == name or (isinstance(told, list) and name in told)):
                return one
        return None

    def _rows(self, connection: Connection, found: Sequence["_Entry"], replaced: dict[int, Earlier], before: Ties) -> Iterator[Row]:
        outcomes = Outcomes(connection, {one.document: one.row for one in found}, before)
        for one in found:
            told = outcomes.of(one.row)
            stands_for = replaced.get(one.row)
            yield Row(
                row=one.row,
                outcome=told.outcome if one.fresh else "known",
                label=told.label,
                id=told.id or None,
                number=None if self.preview else one.number,
                differs=told.differs,
                candidates=told.candidates if one.fresh else (),
                new_parties=told.new_parties if one.fresh else (),
                with_rows=told.with_rows,
                replaces=_replaced(stands_for) if stands_for else None,
            )

    def _repeated(self) -> Iterator[Row]:
        for row, first in self.plan.repeated.items():
            yield Row(row, "repeated", reason=f"says the same as row {first}")

    def _passed(self) -> Iterator[Row]:
        for one in self.plan.passed:
            yield Row(one.row, "skipped", reason=one.reason)

    def _wrong(self) -> Iterator[Row]:
        for one in self.problems:
            yield Row(one.row, "error", column=one.column, reason=one.reason)

    def _import(self, rows: Sequence[Row], *, entered: bool, gone: Sequence[Earlier] = ()) -> Import:
        return Import(
            file=self.book.name, sheet=self.headed.sheet.name, profile=self.headed.profile.name, list=self.name, preview=self.preview,
            entered=entered, rows=tuple(sorted(rows, key=lambda one: one.row)), gone=tuple(map(_replaced, gone)),
            unused=tuple(self.headed.unused()), hidden_rows=self.headed.sheet.hidden_rows,
        )  # fmt: skip


def _replaced(one: Earlier) -> Replaced:
    return Replaced(one.number, one.place, one.by, one.at)
