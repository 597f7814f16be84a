"""A document's own date, title, publisher or address corrected: it is read again with what is right, so that "yesterday" is another day."""

from typing import Any

from sqlalchemy import select

from amity.errors import UsageError
from amity.model import Document, Reading
from amity.model.clock import today
from amity.model.judgement import Judgement
from amity.register import Register
from amity.register.permitting import calendar_date
from amity.register.queries.keeping import kept_texts
from amity.register.tables import documents

FIELDS = ("published", "title", "publisher", "url")
"""Fields of a document that can be corrected."""
SHOWN = 60
"""Characters of a wrong address that a message repeats."""
LONGEST = 1_000
"""Characters of a title or address."""


def correct_document(register: Register, document: str, field: str, value: str, *, by: str = "", note: str = "") -> Judgement:
    """Correct one field of a report (by its id) and read its kept text again; ``undo`` gives the former reading back.

    Raise UsageError for a field that documents do not have, a date that is none, and for entries, which nobody has read.
    """
    value = _checked(field, value)
    with register.reading() as connection:
        row = connection.execute(select(documents).where(documents.c.id == document)).first()
        if row is None or row.reading is None:
            raise UsageError(f"{document}: the register has no such report; see `amity documents`")
        if row.entry is not None:
            raise UsageError(f"{row.path}: this is an entry; undo it and enter it anew with what is right")
        if getattr(row, field) == value:
            raise UsageError(f"{row.path}: its {field} is {value} already; nothing was changed")
        known, text = next(kept_texts(connection, [document]))
    return register.correct_document(document, field, value, read_again(known, text, **{field: value}), by=by, note=note)


def _checked(field: str, value: str) -> str:
    if field not in FIELDS:
        raise UsageError(f"correct {field}: a document has no such field that can be corrected; there are {', '.join(FIELDS)}")
    told = " ".join(value.split())
    if field == "published":
        told = calendar_date("correct published", told)
        if len(told) < len("2024-05-06"):
            raise UsageError(f"correct published: {told} is no whole day; write year-month-day: 2024-05-06")
        if told > today().isoformat():
            raise UsageError(f"correct published: {told} is yet to come; write the day on which the report came out")
    if not told or len(told) > LONGEST:
        raise UsageError(f"correct {field}: {'nothing' if not told else f'{len(told):,} characters'}; write 1 to {LONGEST:,}")
    if field == "url" and not told.startswith(("http://", "https://")):
        raise UsageError(f"correct url: {told[:SHOWN]!r} is no address of the web; it begins with https://")
    return told


def read_again(known: Document, text: str, **corrected: Any) -> Reading:
    """Return the reading of a kept text whose document is as corrected; raise UsageError where it cannot be read any more."""
    from amity.reading.load import Failure, Loaded  # only who reads waits for the reader
    from amity.reading.pipeline import read_safely
    from amity.settings import load_settings

    for field, value in corrected.items():
        setattr(known, field, value)
    outcome = read_safely(Loaded(known, text), load_settings().pipeline())
    if isinstance(outcome, Failure):
        raise UsageError(f"{known.path}: it cannot be read again ({outcome.reason}); nothing was changed")
    return outcome[1]
