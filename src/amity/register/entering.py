"""Entries into the register: what people enter is added like a report, and brought back where it was undone."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from sqlalchemy import Connection, Row, select

from amity.matching import point
from amity.model.judgement import Judgement, Member, Pointer
from amity.model.reading import Reading
from amity.register import ids, log, standing
from amity.register.adding import add
from amity.register.facts import unpack
from amity.register.growing.growth import Growth
from amity.register.lookup import batches
from amity.register.tables import documents, members, readings

READER = "entry"
"""What stands for the version of the reader with what nobody read."""
Outcome = Literal["new", "known", "again", "withdrawn"]
"""What became of an entry: ``again`` was undone before and holds once more, ``withdrawn`` was taken out for good and stays so."""


def enter(connection: Connection, found: Sequence[Reading], *, by: str) -> list[Outcome]:
    """Add the entries that the register has not, within a transaction; return what became of each."""
    known = _known(connection, {one.document.id for one in found})
    outcomes: list[Outcome] = []
    new: dict[str, Reading] = {}
    for one in found:
        row = known.get(one.document.id)
        if row is None:
            outcomes.append("known" if one.document.id in new else "new")
            new.setdefault(one.document.id, one)
        else:
            outcomes.append(_outcome(connection, row, by))
    add(connection, list(new.values()), reader=READER, by=by)
    return outcomes


def _known(connection: Connection, named: set[str]) -> dict[str, Row[Any]]:
    rows = (row for some in batches(named) for row in connection.execute(select(documents).where(documents.c.id.in_(some))))
    return {row.id: row for row in rows}


def _outcome(connection: Connection, row: Row[Any], by: str) -> Outcome:
    """Return what becomes of an entry that the register has had; one that was undone is brought back."""
    if row.withdrawn_at is not None:
        return "withdrawn"
    if standing.about(connection, row.id):
        return "known"
    undone = max(_undos(connection, row.id))
    made = log.append_judgement(connection, Judgement(number=0, kind="undo", undoes=undone, by=by, note="entered again"))
    standing.settle(connection, row.id, made.number)
    return "again"


def _undos(connection: Connection, document: str) -> list[int]:
    """Return the numbers of the undos, in force, that end at an entry."""
    undos = [one for one in log.judgements(connection) if one.kind == "undo"]
    taken = {one.undoes for one in undos}
    own = [one.number for one in undos if one.number not in taken]
    return [number for number in own if (row := standing.root(connection, number)) is not None and row.document == document]


def join(connection: Connection, same: Mapping[str, Mapping[str, str]], *, by: str) -> list[Judgement]:
    """Write merges for the actors of entries (document → local id → public id) that were named by id and are not that thing by themselves.

    Return the merges.
    """
    made = []
    for document, actors in same.items():
        row = connection.execute(select(documents).where(documents.c.id == document)).one()
        for local, public in actors.items() if row.reading is not None else ():
            here = (members.c.document == row.number) & (members.c.layer == "actors") & (members.c.local == local)
            own, meant = connection.scalar(select(members.c.thing).where(here)), ids.find(connection, public)
            if own != meant.number:
                subjects = (_fact(connection, meant.number), point(current(connection, row.number), Member(document, "actors", local)))
                note = f"named by its id in {row.path}"
                made.append(log.append_judgement(connection, Judgement(number=0, kind="merge", subjects=subjects, by=by, note=note)))
                growth = Growth(connection, made[-1].number)
                growth.grow(new=made[-1:])
                growth.finish()
    return made


def _fact(connection: Connection, thing: int) -> Pointer:
    """Return the pointer to the first fact of a thing."""
    query = select(documents.c.id, documents.c.number, members.c.local).join(documents, documents.c.number == members.c.document)
    row = connection.execute(query.where(members.c.thing == thing).order_by(members.c.number).limit(1)).one()
    return point(current(connection, row.number), Member(row.id, "actors", row.local))


def current(connection: Connection, number: int) -> Reading:
    """Return the reading of a document that holds."""
    query = select(readings.c.content).join(documents, documents.c.reading == readings.c.number)
    return unpack(connection.execute(query.where(documents.c.number == number)).scalar_one())
