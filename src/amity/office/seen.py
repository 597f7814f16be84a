"""What was there on a day: reports that had been published, entries that had been made."""

from sqlalchemy import ColumnElement, Table, and_, or_, select, true

from amity.model.clock import today
from amity.register.queries.filters import LARGEST
from amity.register.tables import documents, members


def seen(until: str) -> ColumnElement[bool]:
    """Return the condition that a document was there by a day (ISO 8601).

    A report counts from the day that it tells, one that tells none and an entry from when it was added: what an entry is about may be
    long ago. Today everything is there, in whatever time zone it was added.
    """
    if until >= today().isoformat():
        return true()
    dated = and_(documents.c.told != "", documents.c.entry.is_(None), documents.c.told <= until)
    added = and_(or_(documents.c.told == "", documents.c.entry.is_not(None)), documents.c.added_at < until + LARGEST)
    return or_(dated, added)


def there(table: Table, until: str) -> list[ColumnElement[bool]]:
    """Return the conditions that a thing of a layer's table was told of by a day; none where everything counts."""
    known = seen(until)
    if until >= today().isoformat():
        return []
    told = select(members.c.number).join(documents, documents.c.number == members.c.document)
    return [told.where(members.c.thing == table.c.number, known).exists()]
