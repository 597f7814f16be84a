"""Names that people type: which actors and places of the register they mean."""

from sqlalchemy import Connection, select

from amity.errors import UsageError
from amity.gazetteer import open_gazetteer
from amity.matching.homes import identity
from amity.model.text import stem
from amity.register import ids
from amity.register.facts import folded
from amity.register.tables import actors, documents, forms, places

NEAR = 5
"""Names that are offered when nothing is called as asked."""
SAME_NAME = 50
"""Actors that one name may mean at most; a register has hardly more Wangs than that in one family name."""


FEWEST = 8
"""Digits of a document's id that are enough to name it, where they are those of one document only."""
DOCUMENT = "sha256:"


def document_called(connection: Connection, told: str) -> str:
    """Return the id of the document that an id or its beginning means; raise UsageError if there is none, or more than one."""
    ahead = documents.c.id >= told, documents.c.id < f"{told}~"
    found = connection.scalars(select(documents.c.id).where(*ahead).order_by(documents.c.id).limit(2)).all()
    if told in found or (told.startswith(DOCUMENT) and len(found) == 1 and len(told) >= len(DOCUMENT) + FEWEST):
        return str(found[0])
    reason = "more than one document begins so; give more of its id" if len(found) > 1 else "the register has no such document"
    raise UsageError(f"{told}: {reason}; see `amity documents --format jsonl`")


def document_named(connection: Connection, told: str) -> str:
    """Return the id of the document that an id, its beginning, or its name (a file's stem, a record's id) means."""
    if told.startswith(DOCUMENT):
        return document_called(connection, told)
    query = select(documents.c.id, documents.c.path).where(documents.c.path.contains(told, autoescape=True)).order_by(documents.c.number)
    found = [row.id for row in connection.execute(query) if told in (row.path, stem(row.path))]
    if len(found) == 1:
        return str(found[0])
    reason = (
        f"{len(found)} documents are called so; give the id of one"
        if found
        else "the register has no document of this name, and no such id"
    )
    raise UsageError(f"{told}: {reason}; see `amity documents`")


def actors_named(connection: Connection, name: str, *, persons: bool) -> set[int]:
    """Return the numbers of the actors that an id or a name means; raise UsageError if there is none.

    A place means all jurisdictions that lie in it too: facts are attached to the narrowest party and rolled up when asked for.
    """
    found = _by_id(connection, name) if ids.is_public(name) else _by_name(connection, name, persons)
    if not persons:
        found |= _inside(connection, _places_of(connection, found) or on_the_map(name))
    if not found:
        raise UsageError(f"{name}: the register has no {'person' if persons else 'party'} of this name{near(connection, name, persons)}")
    return found


def places_named(connection: Connection, name: str) -> set[str]:
    """Return the identities of the places that a name means: those of the jurisdictions so called, else of the map, with what is there."""
    numbers = _by_id(connection, name) if ids.is_public(name) else _by_name(connection, name, False)
    own = _places_of(connection, numbers) or on_the_map(name)
    if not connection.scalar(select(places.c.thing).where(places.c.place.in_(own)).limit(1)):
        raise UsageError(f"{name}: the register knows no place of this name{near(connection, name, False)}")
    return own


def _by_id(connection: Connection, public: str) -> set[int]:
    found = ids.find(connection, public)
    if found.layer != "actors":
        raise UsageError(f"{public}: this is no actor but one of the {found.layer}; give the id or name of an actor")
    return {found.number}


def _by_name(connection: Connection, name: str, persons: bool) -> set[int]:
    person = actors.c.kind == "person"
    query = (
        select(forms.c.thing)
        .join(actors, actors.c.number == forms.c.thing)
        .where(forms.c.folded == folded(name), person if persons else ~person)
        .limit(SAME_NAME)
    )
    return set(connection.scalars(query))


def _places_of(connection: Connection, numbers: set[int]) -> set[str]:
    return set(connection.scalars(select(actors.c.place).where(actors.c.number.in_(numbers), actors.c.place.is_not(None))))


def on_the_map(name: str) -> set[str]:
    """Return the identities of the country, unit or city of a name, of which the register may have parts although not itself."""
    return {identity(place, unit=place.level == "admin1") for place in open_gazetteer().lookup(name)[:1]}


def _inside(connection: Connection, identities: set[str]) -> set[int]:
    return set(connection.scalars(select(places.c.thing).where(places.c.layer == "actors", places.c.place.in_(identities))))


def near(connection: Connection, name: str, persons: bool) -> str:
    """Return names that are like one that nothing has, as the end of a message."""
    start = folded(name)[:3]
    person = actors.c.kind == "person"
    query = (
        select(actors.c.label, actors.c.id)
        .join(forms, forms.c.thing == actors.c.number)
        .where(forms.c.folded.startswith(start, autoescape=True), person if persons else ~person)
        .distinct()
        .order_by(actors.c.documents.desc(), actors.c.id)
        .limit(NEAR)
    )
    found = [f"{label} ({public})" for label, public in connection.execute(query)]
    return f"; near: {', '.join(found)}" if found else "; see `amity actors`"
