"""A register: what programs and the command line call."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec
from sqlalchemy import Connection, Engine, Row, func, select, update

from amity import __version__
from amity.errors import RegisterError, UsageError
from amity.model.judgement import Judgement, JudgementKind
from amity.model.reading import Reading
from amity.register import ids, log, meaning, schema, sqlite, standing
from amity.register.adding import TOGETHER, Adding, described, keep
from amity.register.checking import check
from amity.register.dump import dump
from amity.register.entering import Outcome, enter
from amity.register.facts import unpack
from amity.register.failures import file_of, told
from amity.register.files import Attachment
from amity.register.files import keep as keep_files
from amity.register.growing.growth import Growth
from amity.register.meaning import Subject
from amity.register.permitting import DECIDED, permit
from amity.register.queries.evidence import files_of
from amity.register.rebuilding import rebuild
from amity.register.tables import documents, readings
from amity.register.withdrawing import withdraw

UNKNOWN = (-1, -1)
"""A file in the register's place that could not be opened; it is tried again."""


def open_register(path: str | Path) -> "Register":
    """Open the register in a file, which is made if there is none; raise RegisterError if it cannot be used."""
    return Register(Path(path))


def restore(backup: str | Path, path: str | Path, *, dry_run: bool = False) -> int:
    """Make a register's file of a backup: the backup is opened and checked first, and what the file held is kept as ``FILE.before``.

    Returns how many reports and entries the backup has; ``dry_run`` only opens and checks it. Raises RegisterError for a backup that is
    missing or not whole; the register is then left as it is.
    """
    source, target = Path(backup), Path(path)
    if not source.exists():
        raise RegisterError(f"backup {source}: there is no such file; name one that `amity backup` wrote")
    fresh = target.with_name(f"{target.name}.restoring")
    fresh.unlink(missing_ok=True)
    try:
        with told(source):
            sqlite.copy(source, fresh)
        held = _whole(source, fresh)
        if not dry_run:
            sqlite.swap(fresh, target)
    finally:
        for left in fresh.parent.glob(f"{fresh.name}*"):
            left.unlink()
    return held


def _whole(source: Path, copied: Path) -> int:
    """Return how many reports and entries the copy of a backup holds; raise RegisterError for one that is not whole."""
    try:
        with open_register(copied) as opened:
            problems = opened.check()
            with opened.reading() as connection:
                held = connection.scalar(select(func.count()).select_from(documents).where(documents.c.reading.is_not(None))) or 0
    except RegisterError as error:
        reason = str(error).partition(": ")[2].partition(";")[0]
        raise RegisterError(f"backup {source}: {reason}; name another backup") from error
    if problems:
        raise RegisterError(f"backup {source}: it is not whole ({problems[0]}); name another backup")
    return held


class Register:
    """A register in one file. Use it as a context manager, or ``close`` it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.engine: Engine = sqlite.engine_of(path)
        self._file: tuple[int, int] | None = None
        self._settle()
        self._file = file_of(path)

    def _settle(self) -> None:
        with self.reading() as connection:
            if schema.is_current(connection):  # who only asks waits for nobody who writes
                return
        with told(self.path), self.engine.connect() as connection:
            sqlite.write_ahead(connection)
        with self.writing() as connection:
            schema.settle(connection, self.path)

    def _held(self) -> None:
        """Raise RegisterError where the file is gone: what is written into it would be. One that was put in its place is opened."""
        found = file_of(self.path) if self._file else None
        if self._file and found is None:
            raise RegisterError(f"register {self.path}: the file was moved or removed while it was open; put it back, or open another")
        if found != self._file:
            self.engine.dispose()
            self._file = None
            try:
                self._settle()
            except RegisterError:
                self._file = UNKNOWN
                raise
            self._file = found

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the register throughout; what others write meanwhile is not seen."""
        self._held()
        with told(self.path), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose changes are all made when the block ends, or none if it fails; one writes at a time."""
        self._held()
        with told(self.path), self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    def add(
        self,
        found: Reading | Mapping[str, Any] | Iterable[Reading | Mapping[str, Any]],
        *,
        reader: str = __version__,
        by: str = "",
        together: int = TOGETHER,
    ) -> list[str]:
        """Add readings (or what ``amity read --format json`` printed); return the ids of the documents that were new.

        A document that the register has, or that was withdrawn from it, is left as it is: the same bytes are added once. So many are
        added ``together`` in one transaction, at least once a minute; the facts are the same whatever their number.
        """
        with Adding(self.writing, reader=reader, by=by, together=together) as adding:
            for one in _readings(found):
                adding.take(one)
        return adding.added

    def enter(self, found: Sequence[Reading], *, by: str = "") -> list[Outcome]:
        """Add what people entered (readings of entries, see ``office.entering``), all of it or nothing; return what became of each."""
        with self.writing() as connection:
            return enter(connection, found, by=by)

    def attach(self, public: str, file: Attachment, *, place: str | None = None, by: str = "", note: str = "") -> Judgement | None:
        """Keep a file as further evidence for a thing; ``place`` says where in it: "page 3". It can be undone.

        Return None, with nothing written, where the thing has this file at this place already.
        Raises UsageError for an id that leads to nothing.
        """
        with self.writing() as connection:
            permit(connection, "attach", [public], (), None, None)
            held = files_of(connection, ids.find(connection, public).number)
            if any((one["file"], one.get("place")) == (file.hash, place) for one in held):
                return None
            keep_files(connection, [file])
            value = {"file": file.hash, "name": file.name, "place": place}
            subjects = tuple(meaning.pointers(connection, public))
            return _settled(connection, Judgement(number=0, kind="attach", subjects=subjects, value=value, by=by, note=note))

    def reread(
        self, found: Reading | Mapping[str, Any] | Iterable[Reading | Mapping[str, Any]], *, reader: str = __version__, by: str = ""
    ) -> list[str]:
        """Add readings by another version of the reader; return the ids of the documents that are now read otherwise.

        Every reading is kept. Of a document that of the newest version counts, of one version the last. Judgements find their facts
        by the evidence; those that do not are listed for review. Raises UsageError for a document that the register does not have.
        """
        return [one.document.id for one in _readings(found) if self._reread(one, reader, by)]

    def _reread(self, one: Reading, reader: str, by: str) -> bool:
        with self.writing() as connection:
            row = connection.execute(select(documents).where(documents.c.id == one.document.id)).first()
            if row is None or row.reading is None:
                reason = "was withdrawn" if row else "is not in the register; add it first"
                raise UsageError(f"{one.document.path}: this document {reason}")
            if row.entry is not None:
                raise UsageError(f"{one.document.path}: this is an entry, which is not read; undo it and enter it anew")
            before = connection.execute(select(readings).where(readings.c.number == row.reading)).one()
            old = unpack(before.content)
            if one.text == old.text and not one.removed:  # what was read again is the clean text
                one.removed = old.removed
            if (before.reader, old) == (reader, one):
                return False
            entry = log.append(connection, "reread", by=by, document=one.document.id, payload={"reader": reader})
            corrected = standing.key_of(standing.corrections(connection, row.id))
            kept = keep(connection, {row.number: one}, reader, corrected)[row.number]
            if log.version(reader) < log.version(before.reader):
                return False
            connection.execute(update(documents).where(documents.c.number == row.number).values(reading=kept, **described(one)))
            _grown(connection, entry, out={row.number: old}, into={row.number: one})
        return old != one

    def outdated(self, reader: str = __version__) -> list[str]:
        """Return the ids of the documents whose reading is by an older version of the reader."""
        query = select(documents.c.id, readings.c.reader).join(readings, readings.c.number == documents.c.reading)
        with self.reading() as connection:
            rows = connection.execute(query.where(documents.c.entry.is_(None)).order_by(documents.c.number)).all()
        return [row.id for row in rows if log.version(row.reader) < log.version(reader)]

    def withdraw(self, document: str, *, by: str = "", note: str = "") -> None:
        """Take a document out for good: its text, its readings and all that they told; id and path stay as its tombstone.

        Other reports keep the things that they tell of, with their ids. It cannot be added again, and this cannot be undone. Raises
        UsageError for a document that the register does not have.
        """
        with self.writing() as connection:
            withdraw(connection, document, by=by, note=note)
        with told(self.path), self.engine.connect() as connection:
            sqlite.forget(connection)

    def judge(
        self,
        kind: JudgementKind,
        subjects: Sequence[Subject],
        others: Sequence[Subject] = (),
        *,
        field: str | None = None,
        value: Any = None,
        by: str = "",
        note: str = "",
    ) -> Judgement:
        """Write a judgement and let it take effect; return it with its number.

        A merge is about two and more things or facts. A split holds ``subjects`` apart from ``others``; without these, from what was
        merged with them. ``confirm``, ``reject``, ``correct`` (``field`` and ``value``) and ``assess`` (``value``: a status of
        follow-through; ``others``: where documents say so) are about a thing, or about one fact of it. To reject a thing is to reject
        all facts that tell of it now; what another report tells of it later stands. A tie is confirmed, rejected and corrected by the
        sentences that tell it, whose own facts stay as they are. Raises UsageError for a judgement that makes no
        sense.
        """
        if kind not in DECIDED:
            raise UsageError(f"{kind}: this is not decided about facts; there are {', '.join(DECIDED)}")
        with self.writing() as connection:
            value = permit(connection, kind, subjects, others, field, value)
            if kind == "split":
                meant, apart = meaning.split(connection, subjects, others)
            else:
                meant = [pointer for one in subjects for pointer in meaning.pointers(connection, one, **_which(kind))]
                apart = [pointer for one in others for pointer in meaning.pointers(connection, one, every=True)]
            made = Judgement(number=0, kind=kind, subjects=tuple(meant), others=tuple(apart), field=field, value=value, by=by, note=note)
            made = _settled(connection, made)
        return made

    def correct_document(self, document: str, field: str, value: str, reading: Reading, *, by: str = "", note: str = "") -> Judgement:
        """Correct a field of a report (by its id); ``reading`` is what its kept text tells with that. It can be undone.

        ``office.correcting`` reads the text again and checks field and value.
        """
        with self.writing() as connection:
            row = connection.execute(select(documents).where(documents.c.id == document)).one()
            made = Judgement(number=0, kind="correct", document=document, field=field, value=value, by=by, note=note)
            made = log.append_judgement(connection, made)
            keep(connection, {row.number: reading}, __version__, standing.key_of(standing.corrections(connection, document)))
            standing.settle(connection, document, made.number)
        return made

    def undo(self, number: int, *, by: str = "", note: str = "") -> Judgement:
        """Take back the judgement, entry or undo with this number in the log; raise UsageError if there is none."""
        with self.writing() as connection:
            row = _there(connection, number)
            undoing = Judgement(number=0, kind="undo", undoes=number, by=by, note=note)
            if row.document is None:
                return _settled(connection, undoing)
            made = log.append_judgement(connection, undoing)
            standing.settle(connection, row.document, made.number)
        return made

    def undo_all(self, numbers: Sequence[int], *, by: str = "", note: str = "") -> list[Judgement]:
        """Take back several, each once, or none: a number that the log has not yet, such as that of an undo to come, is refused first."""
        with self.reading() as connection:
            for number in numbers:
                _there(connection, number)
        return [self.undo(number, by=by, note=note) for number in dict.fromkeys(numbers)]

    def rebuild(self) -> None:
        """Derive everything anew from readings and judgements: the ids and facts stay the same."""
        with self.writing() as connection:
            rebuild(connection)

    def check(self) -> list[str]:
        """Return what is wrong with the register, each problem in one line; an empty list if it is whole."""
        with self.writing() as connection:
            return check(connection)

    def backup(self, path: str | Path) -> None:
        """Copy the register, as it is at one moment, to a new file; others may add to it meanwhile.

        Raises RegisterError when the file exists or cannot be written.
        """
        target = Path(path)
        if target.exists():
            raise RegisterError(f"backup {target}: the file exists; name another, or remove it first")
        with told(target):
            sqlite.copy(self.path, target)

    def dump(self, *, checked_only: bool = False) -> dict[str, Any]:
        """Return the whole register, or what people checked of it, as plain values (``amity dump --format json``)."""
        with self.reading() as connection:
            return dump(connection, checked_only=checked_only)


def _which(kind: str) -> dict[str, bool]:
    """Return which facts of a thing a judgement is about: to be wrong all must be, to be right one is enough."""
    return {"every": kind == "reject", "rejected": kind in ("confirm", "correct")}


def _there(connection: Connection, number: int) -> Row[Any]:
    """Return what the log has under a number, at the end of a chain of undos; raise UsageError where nothing can be taken back."""
    row = standing.root(connection, number)
    if row is None:
        raise UsageError(f"undo {number}: the log has no judgement or entry of this number; see `amity log`")
    return row


def _settled(connection: Connection, judgement: Judgement) -> Judgement:
    """Write a judgement to the log and let it take effect."""
    made = log.append_judgement(connection, judgement)
    _grown(connection, made.number, new=[made])
    return made


def _grown(connection: Connection, entry: int, **changes: Any) -> None:
    growth = Growth(connection, entry)
    growth.grow(**changes)
    growth.finish()


def _readings(found: Reading | Mapping[str, Any] | Iterable[Reading | Mapping[str, Any]]) -> Iterator[Reading]:
    if isinstance(found, Reading):
        yield found
    elif isinstance(found, Mapping):
        yield msgspec.convert(found, Reading)
    else:
        for one in found:
            yield from _readings(one)
