"""Sides: a party with all that belongs to it, and what stands between two of them.

Facts are attached to the narrowest party that a report names. A side rolls them up: a province with its bodies, cities and districts, a
state with all of its country.
"""

import json
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, or_, select

from amity.errors import UsageError
from amity.model.actors import JURISDICTIONS
from amity.register import ids
from amity.register.facts import folded
from amity.register.queries.naming import near, on_the_map
from amity.register.sqlite import among
from amity.register.tables import actors, forms, places, roles

SPEAKS = ("by",)
IS_TOLD = ("to", "by", "debtor")
"""Roles of the side that a statement is made to: who is addressed, who makes it jointly, or who is to act."""
TAKES_PART = {
    "events": ("side", "host", "visitor", "chair", "signatory", "attendee"),
    "instruments": ("party",),
    "mechanisms": ("member",),
    "projects": ("place",),
}
"""Roles of those between whom a thing stands, by layer; a witness is no party."""


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """A party and all that belongs to it.

    ``id`` is the public id of the party itself and ``own`` its number, "" and 0 where the register has only parts of it (a state of
    which it knows cities). ``numbers`` are the actors of the side; ``identities`` name the place that it is. ``documents`` says how much
    reports tell of it: the sum of those that tell of each actor.
    """

    asked: str
    label: str
    id: str = ""
    kind: str = ""
    country: str | None = None
    own: int = 0
    numbers: frozenset[int] = frozenset()
    identities: tuple[str, ...] = ()
    exact: bool = False
    documents: int = 0


def side(connection: Connection, asked: str, *, exact: bool = False) -> Side:
    """Return the side that an id or a name means; ``exact`` leaves out bodies and places that belong to it.

    Raises UsageError for a name that nothing has, or that several parties have (a city and a province): the message lists their ids.
    """
    found = _by_id(connection, asked) if ids.is_public(asked) else _by_name(connection, asked)
    if found is None:
        return _of_parts(connection, asked, exact)
    known = (found.place,) if found.place and found.kind in JURISDICTIONS else ()
    inside = {} if exact else _inside(connection, known)
    inside[found.number] = found.documents
    return Side(
        asked=asked, label=found.label, id=found.id, kind=found.kind, country=found.country, own=found.number,
        numbers=frozenset(inside), identities=known, exact=exact, documents=sum(inside.values()),
    )  # fmt: skip


def two_sides(connection: Connection, one: str, other: str, *, exact: bool = False) -> tuple[Side, Side]:
    """Return two sides that share nobody: where one lies in the other (a province in its state), the wider one is the rest of it.

    Raises UsageError for two names of one party.
    """
    first, second = side(connection, one, exact=exact), side(connection, other, exact=exact)
    if first.numbers == second.numbers:
        raise UsageError(f"{one} and {other}: both mean {first.label} ({first.id or 'by its parts'}); name two parties")
    if second.numbers <= first.numbers:
        return without(first, second), second
    return first, without(second, first)


def without(wide: Side, narrow: Side) -> Side:
    """Return a side less another that lies in it."""
    return msgspec.structs.replace(wide, numbers=wide.numbers - narrow.numbers, documents=max(wide.documents - narrow.documents, 0))


_SHOWN = (actors.c.number, actors.c.id, actors.c.label, actors.c.kind, actors.c.country, actors.c.place, actors.c.documents)


def _by_id(connection: Connection, public: str) -> Row[Any]:
    found = ids.find(connection, public)
    if found.layer != "actors":
        raise UsageError(f"{public}: this is no party but one of the {found.layer}; give the id or name of a party")
    row = connection.execute(select(*_SHOWN).where(actors.c.number == found.number)).one()
    if row.kind == "person":
        raise UsageError(f"{public}: {row.label} is a person; give the place or organisation that the person stands for")
    return row


def _by_name(connection: Connection, asked: str) -> Row[Any] | None:
    """Return the actor of a name, of a unit and its council of one name the unit; raise UsageError where it means several parties."""
    named = select(forms.c.thing).where(forms.c.folded == folded(asked))
    query = select(*_SHOWN).where(actors.c.number.in_(named), actors.c.kind != "person")
    found = connection.execute(query.order_by(actors.c.documents.desc(), actors.c.number)).all() or _on_the_map(connection, asked)
    known = [row for row in found if row.kind in JURISDICTIONS] or list(found)
    meant = {row.place or row.id: row for row in reversed(known)}
    if len(meant) > 1:
        listed = ", ".join(f"{row.label} ({row.kind}{f', {row.country}' if row.country else ''}: {row.id})" for row in known)
        raise UsageError(f"{asked}: {len(meant)} parties have this name; give the id of one: {listed}")
    return known[0] if known else None


def _on_the_map(connection: Connection, asked: str) -> Sequence[Row[Any]]:
    """Return the unit of the register that the map knows under a name by which no report calls it."""
    here = actors.c.place.in_(on_the_map(asked)), actors.c.kind.in_(JURISDICTIONS)
    return connection.execute(select(*_SHOWN).where(*here).order_by(actors.c.documents.desc(), actors.c.number)).all()


def _of_parts(connection: Connection, asked: str, exact: bool) -> Side:
    """Return a side of which the register has only parts; raise UsageError if it has none, or if parts were not asked for."""
    known = tuple(sorted(on_the_map(asked)))
    inside = {} if exact else _inside(connection, known)
    if not inside:
        raise UsageError(f"{asked}: the register has no party of this name{near(connection, asked, False)}")
    return Side(asked=asked, label=asked, numbers=frozenset(inside), identities=known, documents=sum(inside.values()))


def _inside(connection: Connection, identities: Sequence[str]) -> dict[int, int]:
    """Return the actors that lie in places, and those that a country's reports only call of that country (its ministries).

    Each comes with how many reports tell of it.
    """
    lies = actors.c.number.in_(select(places.c.thing).where(places.c.layer == "actors", places.c.place.in_(identities)))
    query = select(actors.c.number, actors.c.documents).where(actors.c.kind != "person", or_(lies, actors.c.country.in_(identities)))
    return dict(connection.execute(query).tuples().all()) if identities else {}


def between(connection: Connection, layer: str, one: Side, other: Side | None) -> list[int]:
    """Return the numbers of the events, instruments, mechanisms or projects in which both sides take part, the latest first.

    Without another side: those in which the one takes part.
    """
    return _shared(connection, layer, [(side, TAKES_PART[layer]) for side in (one, other) if side])


def statements_between(connection: Connection, speaker: Side | None, hearer: Side | None) -> list[int]:
    """Return the numbers of the statements that one side makes to the other (or with it), the latest first.

    Without a hearer: all that the speaker makes; without a speaker: all that are made to the hearer.
    """
    told = IS_TOLD if speaker else ("to",)
    return _shared(connection, "statements", [(side, wanted) for side, wanted in ((speaker, SPEAKS), (hearer, told)) if side])


def _shared(connection: Connection, layer: str, parts: Sequence[tuple[Side, Sequence[str]]]) -> list[int]:
    """Return the things in which each side has one of its roles, the latest first.

    Those of the side of which fewer reports tell are gone through; of each of them it is looked up whether the other takes part.
    """
    if not parts:
        return []
    (narrow, wanted), *rest = sorted(parts, key=lambda part: part[0].documents)
    query = select(roles.c.thing).where(roles.c.layer == layer, among(roles.c.actor, "narrow"), roles.c.role.in_(wanted))
    bound = {"narrow": json.dumps(sorted(narrow.numbers))}
    for wide, its in rest:
        here = roles.alias()
        takes = here.c.thing == roles.c.thing, among(here.c.actor + 0, "wide"), here.c.role.in_(its)  # + 0: by thing, not by actor
        query = query.where(select(here.c.thing).where(*takes).exists())
        bound["wide"] = json.dumps(sorted(wide.numbers))
    return list(dict.fromkeys(connection.scalars(query.order_by(roles.c.day.desc(), roles.c.thing.desc()), bound)))
