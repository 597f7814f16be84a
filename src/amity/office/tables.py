"""Records from a TOML file: an array of tables for each kind, each table a record; errors name the table and the field."""

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection

from amity.errors import UsageError
from amity.model import About
from amity.office.entering import about
from amity.office.fields import FIELDS, KINDS
from amity.office.record import Record, check, nearest
from amity.register.files import Attachment, load
from amity.register.queries.naming import document_named

RESTS = ("file", "page", "note", "document", "span", "quote")
"""What a table tells beside the record's own fields: what it rests on."""
LARGEST = 5_000_000
"""Bytes of a file of records: tens of thousands of them."""


class Table(NamedTuple):
    """One table of a file: what it is called in messages, its kind, and its fields."""

    name: str
    kind: str
    told: dict[str, Any]


def tables(path: Path) -> list[Table]:
    """Return the tables of a TOML file in their order; raise UsageError for a file that is none, or holds something else."""
    try:
        if path.stat().st_size > LARGEST:
            raise UsageError(f"{path}: {path.stat().st_size / 1e6:,.0f} MB; split it into files of {LARGEST // 1_000_000} MB at most")
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(f"{path}: it cannot be read ({error.strerror}); see its name, folder and rights") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path}: this is no TOML file ({error}); see the template in `amity record --help`") from error
    found = [one for kind, told in content.items() for one in _of_kind(path, kind, told)]
    if not found:
        raise UsageError(f"{path}: it holds no record; begin one with [[instrument]] or another of {', '.join(KINDS)}")
    return found


def _of_kind(path: Path, kind: str, told: Any) -> list[Table]:
    if kind not in KINDS:
        raise UsageError(f"{path}: [[{kind}]]: no such kind of record{nearest(kind, KINDS)}; there are {', '.join(KINDS)}")
    if not isinstance(told, list) or not all(isinstance(one, dict) for one in told):
        raise UsageError(f"{path}: {kind}: write each record as a table of its own, under [[{kind}]]")
    return [Table(f"{path}: {kind} {number}", kind, one) for number, one in enumerate(told, start=1)]


class Desk:
    """Makes records of what is told on the command line or in a file; the files that they rest on are gathered in ``files``."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.files: dict[str, Attachment] = {}

    def record(self, kind: str, told: dict[str, Any], folder: Path = Path()) -> Record:
        """Return the record of a kind; ``folder`` is where its file's name begins. Raise UsageError for one that makes no sense."""
        fields = {name: value for name, value in told.items() if name not in RESTS}
        file = self._file(told, folder)
        record = Record(
            kind=kind,
            fields=fields,
            file=file.hash if file else None,
            name=file.name if file else None,
            place=self._place(told, file),
            about=self._about(told),
            note=str(told.get("note") or ""),
        )
        known = [field.name for field in FIELDS[kind]] if kind in FIELDS else []
        for name in fields:
            if known and name not in known:
                every = [*known, *RESTS]
                raise UsageError(f"{name}: a record of kind {kind} has no such field{nearest(name, every)}; it takes {', '.join(every)}")
        check(record)
        return record

    def of_file(self, path: Path) -> list[Record]:
        """Return the records of a TOML file; errors name the table."""
        found = []
        for table in tables(path):
            try:
                found.append(self.record(table.kind, table.told, path.parent))
            except UsageError as error:
                raise UsageError(f"{table.name}: {error}") from error
        return found

    def _file(self, told: dict[str, Any], folder: Path) -> Attachment | None:
        if not told.get("file"):
            return None
        found = load(folder / str(told["file"]))
        self.files[found.hash] = found
        return found

    def _place(self, told: dict[str, Any], file: Attachment | None) -> str | None:
        page = told.get("page")
        if page is None:
            return None
        if file is None:
            raise UsageError(f"page: {page} of which file? Attach it with file")
        return page_place(page)

    def _about(self, told: dict[str, Any]) -> About | None:
        document, span, quote = (told.get(name) for name in ("document", "span", "quote"))
        if document is None:
            if span or quote:
                raise UsageError("span, quote: of which report? Name it with document")
            return None
        if not span and not quote:
            raise UsageError("document: say which of its words tell it, by span (120:260) or quote")
        return about(self.connection, document_named(self.connection, str(document)), span=_span(span), quote=str(quote) if quote else None)


def page_place(page: Any) -> str:
    """Return a page as the place in a file; raise UsageError for what is no page number."""
    if not str(page).isdecimal() or int(page) < 1:
        raise UsageError(f"page: {page!r} is no page; give its number, from 1")
    return f"page {int(page)}"


def _span(told: Any) -> tuple[int, int] | None:
    if not told:
        return None
    start, colon, end = str(told).partition(":")
    if not (colon and start.isdecimal() and end.isdecimal()):
        raise UsageError(f"span: {told!r} is no span; give the first character and the one behind the last: 120:260")
    return int(start), int(end)
