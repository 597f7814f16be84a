"""What a person enters, made a part of the register: evidence of the other kind (domain.md §1), kept and matched like a report."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

import msgspec
from sqlalchemy import Connection, select

from amity.errors import UsageError
from amity.model import About, Entry, Reading
from amity.model.reading import CONTRACT_QUOTE
from amity.office.composing import Composer, names_of
from amity.office.naming import Namer
from amity.office.record import Checked, Record, check
from amity.register import Register, log
from amity.register.entering import Outcome, join
from amity.register.entering import enter as write
from amity.register.files import Attachment, keep
from amity.register.queries.entries import numbers_of, told_by
from amity.register.tables import documents
from amity.register.tables import files as files_table

__all__ = ["Entered", "Record", "about", "enter", "reading_of"]

SHOWN = 60
"""Characters of a quote in a message."""
MOST_SPOTS = 5
NOT_THERE = "the register has no such document"


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """A thing that an entry tells of: its public id, layer and what it is called; ``documents`` are the reports and entries that do."""

    id: str
    layer: str
    kind: str
    label: str
    documents: int


class Entered(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a record: the document made of it, its number in the log (what ``undo`` takes), and the things it tells of.

    ``outcome`` is ``new``, ``known`` (the same was entered before, nothing changed), ``again`` (it was undone, and holds once more) or
    ``withdrawn`` (it was taken out for good and stays so).
    """

    document: str
    path: str
    number: int
    outcome: Outcome
    facts: tuple[Fact, ...]


def reading_of(record: Record, *, by: str, at: str = "", connection: Connection | None = None) -> Reading:
    """Return a record as a reading; raise UsageError for one that makes no sense, or whose names leave open whom they mean.

    ``by`` and ``at`` (ISO 8601 with a time zone, else now) say who entered it and when; ``connection`` is a register's, by which public
    ids and the names of organisations are known.
    """
    return _composed(record, Namer(connection), by, at or log.now()).reading()


def about(connection: Connection, document: str, *, span: tuple[int, int] | None = None, quote: str | None = None) -> About:
    """Return the words of a report that a record is to be about, by their span or by the words themselves; raise UsageError for none."""
    row = connection.execute(select(documents).where(documents.c.id == document)).first()
    if row is None or row.reading is None or row.entry is not None:
        raise UsageError(f"{document}: {'this is no report that the register has' if row else NOT_THERE}; see `amity documents`")
    if span is None:
        start, end = _found(row.text, quote or "", row.path)
    else:
        start, end = span
    if not 0 <= start < end <= len(row.text):
        raise UsageError(f"span {start}:{end}: {row.path} has characters 0 to {len(row.text)}; give the first and the one behind the last")
    words = row.text[start:end]
    if quote is not None and words.split() != quote.split():
        raise UsageError(f"span {start}:{end}: {row.path} has {words[:SHOWN]!r} there, not {quote[:SHOWN]!r}")
    if len(words) > CONTRACT_QUOTE:
        raise UsageError(f"span {start}:{end}: {len(words):,} characters; the sentence that tells it, {CONTRACT_QUOTE:,} at most")
    return About(document=document, start=start, end=end, quote=words)


def _found(text: str, quote: str, path: str) -> tuple[int, int]:
    """Return where words stand in a text, however their lines are broken."""
    pattern = r"\s+".join(map(re.escape, quote.split()))
    spots = [found.span() for found in re.finditer(pattern, text)] if pattern else []
    if len(spots) == 1:
        return spots[0]
    if spots:
        places = ", ".join(f"{start}:{end}" for start, end in spots[:MOST_SPOTS])
        raise UsageError(f"{path}: these words stand in it {len(spots)} times; say which by --span: {places}")
    raise UsageError(f"{path}: these words do not stand in it: {quote[:SHOWN]!r}; copy them from `amity show {path}`")


def _composed(record: Record, namer: Namer, by: str, at: str) -> Composer:
    checked = check(record)
    told = _rests(namer.connection, record)
    parties, people = names_of(checked)
    named = namer.all(parties, _day(checked)) | {one: namer.person(one) for one in people}
    where = checked.one("place")
    countries = {one.actor.country for one in named.values() if one.actor.country}
    place = namer.where(where, _day(checked), countries) if where else None
    entry = Entry(
        by=by, at=at, file=record.file, name=record.name, place=record.place, note=record.note, about=record.about, listed=record.listed
    )
    return Composer(checked, named, place, entry, told or at[:10])


def _rests(connection: Connection | None, record: Record) -> str | None:
    """Return the day of the report that a record is about; raise UsageError for a file or words that the register has not."""
    if connection is None:
        return None
    if record.file and connection.scalar(select(files_table.c.hash).where(files_table.c.hash == record.file)) is None:
        raise UsageError(f"file {record.name or record.file}: the register has no such file; attach it with the record")
    if record.about is None:
        return None
    meant = about(connection, record.about.document, span=(record.about.start, record.about.end), quote=record.about.quote)
    return connection.scalar(select(documents.c.told).where(documents.c.id == meant.document)) or None


def _day(checked: Checked) -> date | None:
    """Return the day that a record is about: places are meant as they were then."""
    told = next((day for name in ("signed_on", "from", "since", "said_on", "as_of") if (day := checked.one(name))), None)
    return date.fromisoformat(f"{told}-01-01"[:10]) if told else None


def enter(
    register: Register, records: Sequence[Record], *, by: str, at: str = "", files: Sequence[Attachment] = (), dry_run: bool = False
) -> list[Entered]:
    """Enter records, all or none; return what became of each, in their order. ``files`` are those that they rest on (``Record.file``).

    A party that is named by public id is that thing: where matching does not find it so by itself, a merge is written to the log. With
    ``dry_run`` everything is done and taken back: what is returned is what would be. Errors are of UsageError, with the number of the
    record (from 1) where there are several.
    """
    with suppress(TakenBack), register.writing() as connection:
        keep(connection, files)
        found = entered(connection, records, by=by, at=at or log.now())
        if dry_run:
            raise TakenBack
    return found


class TakenBack(Exception):
    """Ends a transaction whose changes are not to stay."""


def entered(connection: Connection, records: Sequence[Record], *, by: str, at: str) -> list[Entered]:
    """Enter records within a transaction that writes, see ``enter``."""
    namer = Namer(connection)
    composers = [_numbered(namer, record, by, at, number if len(records) > 1 else 0) for number, record in enumerate(records, start=1)]
    readings = [composer.reading() for composer in composers]
    outcomes = write(connection, readings, by=by)
    join(connection, {one.document.id: composer.same for one, composer in zip(readings, composers, strict=True)}, by=by)
    numbers, told = numbers_of(connection, readings), told_by(connection, [one.document.id for one in readings])
    return [
        Entered(
            document=one.document.id, path=numbers[one.document.id].path, number=numbers[one.document.id].number, outcome=outcome,
            facts=tuple(Fact(**fact) for fact in told.get(one.document.id, ())),
        )
        for one, outcome in zip(readings, outcomes, strict=True)
    ]  # fmt: skip


def _numbered(namer: Namer, record: Record, by: str, at: str, number: int) -> Composer:
    try:
        return _composed(record, namer, by, at)
    except UsageError as error:
        if number:
            raise UsageError(f"record {number}: {error}") from error
        raise
