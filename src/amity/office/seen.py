"""What was there on a day: reports that had been published, entries that had been made."""

from datetime import date

from sqlalchemy import ColumnElement, and_, or_, true

from amity.register.queries.filters import LARGEST
from amity.register.tables import documents


def seen(until: str) -> ColumnElement[bool]:
    """Return the condition that a document was there by a day (ISO 8601).

    A report counts from the day that it tells, one that tells none and an entry from when it was added: what an entry is about may be
    long ago. Today everything is there, in whatever time zone it was added.
    """
    if until >= date.today().isoformat():
        return true()
    dated = and_(documents.c.told != "", documents.c.entry.is_(None), documents.c.told <= until)
    added = and_(or_(documents.c.told == "", documents.c.entry.is_not(None)), documents.c.added_at < until + LARGEST)
    return or_(dated, added)
