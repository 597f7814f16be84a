"""Everything derived anew, from the readings, the log and the minted ids."""

from collections.abc import Iterator

from sqlalchemy import Connection, delete, func, insert, select, update

from amity.model.reading import Reading
from amity.register.adding import TOGETHER
from amity.register.facts import unpack
from amity.register.growing.growth import Growth
from amity.register.log import judgements
from amity.register.sqlite import drop_all_things
from amity.register.tables import SOURCES, anchors, documents, log, mints, readings
from amity.register.working import metadata


def rebuild(connection: Connection) -> None:
    """Empty all derived tables and fill them again: the same facts, the same ids."""
    for table in metadata.sorted_tables:
        if table not in SOURCES:
            connection.execute(delete(table))
    drop_all_things(connection)
    connection.execute(update(documents).values(witness=None))
    ids = select(mints.c.id, func.min(mints.c.number).label("mint")).group_by(mints.c.id)
    for row in connection.execute(ids).all():
        connection.execute(insert(anchors).values(id=row.id, mint=row.mint, member=None))
    growth = Growth(connection, int(connection.scalar(select(func.max(log.c.number))) or 0))
    growth.note(judgements(connection))
    for some in current(connection):
        growth.grow(into=some)
    growth.finish()


def current(connection: Connection) -> Iterator[dict[int, Reading]]:
    """Return the current readings, by number, of all documents that are not withdrawn: in the order of adding, so many at once."""
    query = select(documents.c.number, readings.c.content).join(readings, readings.c.number == documents.c.reading)
    numbers = connection.scalars(select(documents.c.number).where(documents.c.reading.is_not(None)).order_by(documents.c.number)).all()
    for at in range(0, len(numbers), TOGETHER):
        rows = connection.execute(query.where(documents.c.number.in_(numbers[at : at + TOGETHER])).order_by(documents.c.number))
        yield {row.number: unpack(row.content) for row in rows}
