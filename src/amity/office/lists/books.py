"""Files of lists, opened: what is no CSV file and no workbook that can be read is refused with the reason and the way out."""

import hashlib
from pathlib import Path

from amity.errors import SourceError
from amity.office.lists.delimited import csv_sheet
from amity.office.lists.grid import Book
from amity.office.lists.workbook import workbook_sheets
from amity.reading.formats.kinds import unread_kind
from amity.register.files import CSV, XLSX

FILE_BYTES = 50_000_000
"""The most that a list may have: some 500,000 rows; larger files are data bases, not lists."""

OLD_OFFICE = b"\xd0\xcf\x11\xe0"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""A stream of the files that office programs write for a workbook with a password."""


def open_book(path: Path) -> Book:
    """Return the sheets of a CSV or Excel file; raise SourceError, naming the file, where it cannot be read."""
    try:
        data = _bytes(path)
        if data.startswith(b"PK"):
            return Book(path.name, hashlib.sha256(data).hexdigest(), XLSX, data, workbook_sheets(data))
        _refuse_others(data)
        return Book(path.name, hashlib.sha256(data).hexdigest(), CSV, data, (csv_sheet(data),))
    except SourceError as error:
        raise SourceError(f"{path}: {error}") from error


def _bytes(path: Path) -> bytes:
    if path.name.startswith("~$"):
        raise SourceError(f"the mark of a workbook that someone has open, not the workbook; name {path.name[2:]}")
    try:
        if path.is_dir():
            raise SourceError("a folder; name one file")
        if path.stat().st_size > FILE_BYTES:
            raise SourceError(f"{path.stat().st_size:,} bytes, more than the {FILE_BYTES:,} that a list may have; split it")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError("there is no such file; check its name") from error
    except PermissionError as error:
        raise SourceError("it may not be read (it is locked, or not yours); close it where it is open, or copy it") from error
    except OSError as error:
        raise SourceError(f"it cannot be read ({error.strerror})") from error
    if not data.strip():
        raise SourceError("the file is empty; nothing to import")
    return data


def _refuse_others(data: bytes) -> None:
    if data.startswith(OLD_OFFICE):
        if ENCRYPTED in data:
            raise SourceError("it is protected by a password; save a copy without one")
        raise SourceError("an old Excel file (.xls); open it and save it as .xlsx")
    if kind := unread_kind(data[:512]):
        raise SourceError(kind)
