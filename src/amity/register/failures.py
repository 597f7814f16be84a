"""What the database reports, as errors that name the file, the reason and the way out."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from amity.errors import RegisterError

REASONS = {
    "database is locked": "another program is writing to it; try again when that is done",
    "database or disk is full": "the disk is full; nothing of this step was written; make room and run it again",
    "attempt to write a readonly database": "the file cannot be written; see its owner and rights",
    "unable to open database file": "the file cannot be opened; see that its folder exists and may be written",
    "file is not a database": "this is no register; name another file",
    "database disk image is malformed": "the file is damaged; restore a backup with `amity restore`",
    "disk I/O error": "the disk cannot be read or written; see its state and free room",
}
"""What to tell for the database's own words."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the database's errors into RegisterError."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        words = str(error.orig) if isinstance(error, DBAPIError) else str(error)
        reason = next((reason for known, reason in REASONS.items() if known in words), f"{words}; run `amity check`")
        raise RegisterError(f"register {path}: {reason}") from error


def file_of(path: Path) -> tuple[int, int] | None:
    """Return which file is at a path (device and number), so that another one in its place is noticed; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
