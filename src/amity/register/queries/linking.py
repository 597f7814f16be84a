"""What lists tell of rows beyond their own table: who takes part, sectors, posts of persons, claims of conflicts, answers."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from amity.register.queries.claiming import differs_on, names_in, shown
from amity.register.queries.derived import derived
from amity.register.queries.derived import told as told_of
from amity.register.queries.listing import Listing
from amity.register.tables import THINGS, actors, answers, claims, conflicts, documents, members, posts, roles, sectors, statements, things

Links = dict[int, dict[str, Any]]


def linked(connection: Connection, listing: Listing, numbers: Sequence[int]) -> Links:
    """Return what other tables tell of rows, by their numbers."""
    found: Links = defaultdict(dict)
    if listing.linked:
        _add_roles(connection, listing, numbers, found)
    if listing.layer and "sector" in listing.filters and listing.layer != "actors":
        _add_sectors(connection, numbers, found)
    if listing.name in OWN:
        OWN[listing.name](connection, numbers, found)
    return found


def _add_roles(connection: Connection, listing: Listing, numbers: Sequence[int], found: Links) -> None:
    wanted = {role: name for name, told in listing.linked for role in told}
    for number in numbers:
        found[number] |= {name: [] for name, _ in listing.linked}
    query = (
        select(roles.c.thing, roles.c.role, actors.c.label)
        .join(actors, actors.c.number == roles.c.actor)
        .where(roles.c.thing.in_(numbers), roles.c.role.in_(tuple(wanted)))
        .order_by(roles.c.thing, roles.c.actor)
    )
    for thing, role, label in connection.execute(query):
        if label not in found[thing][wanted[role]]:
            found[thing][wanted[role]].append(label)


def _add_sectors(connection: Connection, numbers: Sequence[int], found: Links) -> None:
    for number in numbers:
        found[number]["sectors"] = []
    query = select(sectors.c.thing, sectors.c.sector).where(sectors.c.thing.in_(numbers)).order_by(sectors.c.sector)
    for thing, sector in connection.execute(query):
        found[thing]["sectors"].append(sector)


def _add_posts(connection: Connection, numbers: Sequence[int], found: Links) -> None:
    """Add persons' posts, the latest first, each once: "Governor, Henan (2024-11-07)"."""
    for number in numbers:
        found[number]["posts"] = []
    last = func.max(posts.c.told)
    query = (
        select(posts.c.person, posts.c.title, actors.c.label, last)
        .outerjoin(actors, actors.c.number == posts.c.of)
        .where(posts.c.person.in_(numbers))
        .group_by(posts.c.person, posts.c.title, actors.c.label)
        .order_by(posts.c.person, last.desc(), posts.c.title, actors.c.label)
    )
    for person, title, of, told in connection.execute(query):
        found[person]["posts"].append(f"{', '.join(one for one in (title, of) if one)}{f' ({told})' if told else ''}")


def _add_claims(connection: Connection, numbers: Sequence[int], found: Links) -> None:
    """Add what a conflict is about, and who says what."""
    for number in numbers:
        found[number] |= {"differs_on": "", "about": [], "claims": []}
    for side in (conflicts.c.subject, conflicts.c.other):
        about = select(conflicts.c.number, things.c.id, things.c.layer).join(things, things.c.number == side)
        for number, public, layer in connection.execute(about.where(conflicts.c.number.in_(numbers))).all():
            found[number]["about"].append({"id": public, "label": _label(connection, public, layer)})
    here = (members.c.document == claims.c.document) & (members.c.layer == claims.c.layer) & (members.c.local == claims.c.local)
    said = (claims.c.conflict, claims.c.value, claims.c.quote, claims.c.document, members.c.state, members.c.fact)
    query = (
        select(*said, conflicts.c.kind, conflicts.c.field, documents.c.publisher, documents.c.told, documents.c.id, documents.c.path)
        .join(conflicts, conflicts.c.number == claims.c.conflict)
        .join(documents, documents.c.number == claims.c.document)
        .outerjoin(members, here)
        .where(claims.c.conflict.in_(numbers))
        .order_by(claims.c.conflict, claims.c.place)
    )
    rows = connection.execute(query).all()
    names = names_in(connection, {row.document for row in rows if row.field == "parties"})
    for row in rows:
        value = shown(row.kind, row.field, row.value, row.fact, names.get(row.document, {}))
        told = {"value": value, "publisher": row.publisher, "told": row.told, "quote": row.quote, "document": row.id, "path": row.path}
        told["state"] = row.state or "unchecked"
        found[row.conflict]["claims"].append(told)
        found[row.conflict]["differs_on"] = differs_on(row.kind, row.field)


def _label(connection: Connection, public: str, layer: str) -> str:
    table = THINGS[layer]
    return str(connection.scalar(select(table.c.label).where(table.c.id == public)))


def _add_answers(connection: Connection, numbers: Sequence[int], found: Links) -> None:
    """Add the ids of the statements that take up a request."""
    for number in numbers:
        found[number]["answered_by"] = []
    query = select(answers.c.ask, statements.c.id).join(statements, statements.c.number == answers.c.reply)
    for ask, public in connection.execute(query.where(answers.c.ask.in_(numbers)).order_by(statements.c.number)):
        found[ask]["answered_by"].append(public)


def _add_periods(connection: Connection, numbers: Sequence[int], found: Links) -> None:
    _add_derived(connection, "instruments", numbers, found)


def _add_open(connection: Connection, numbers: Sequence[int], found: Links) -> None:
    _add_derived(connection, "statements", numbers, found)


def _add_derived(connection: Connection, layer: str, numbers: Sequence[int], found: Links) -> None:
    """Add what follows from the calendar, in words that name what was searched."""
    known = derived(connection, layer, numbers)
    for number in numbers:
        found[number]["derived"] = told_of(known.get(number, ()))


OWN: dict[str, Callable[[Connection, Sequence[int], Links], None]] = {
    "people": _add_posts,
    "instruments": _add_periods,
    "commitments": _add_open,
    "conflicts": _add_claims,
    "requests": _add_answers,
}
"""What single lists tell beside, by their name."""
