"""The office's own jurisdictions, the setting ``home``: who "we" are.

It stands in the log (kind ``set``), so that a rebuild and a backup keep it. A jurisdiction stands for all that lies in it: its bodies,
districts and cities act for it.
"""

from collections.abc import Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, select

from amity.errors import UsageError
from amity.gazetteer import open_gazetteer
from amity.office.sides import side
from amity.register import Register, ids
from amity.register import log as entries
from amity.register.facts import folded
from amity.register.tables import forms, log

FIELD = "home"
Whose = Literal["we", "they", "both", ""]
"""Whose an act is; "" where home is not set, or takes no part."""


class Own(msgspec.Struct, frozen=True):
    """A jurisdiction or organisation that is ours; ``id`` is None while no report tells of it."""

    name: str
    id: str | None = None


def set_home(register: Register, names: Sequence[str], *, by: str = "") -> tuple[Own, ...]:
    """Say who "we" are (nobody, without names) and return them; raise UsageError for a name that means nothing, or more than one."""
    with register.writing() as connection:
        meant = tuple(own(connection, name) for name in names)
        entries.append(connection, "set", by=by, payload={"field": FIELD, "value": msgspec.to_builtins(meant)})
    return meant


def home_of(connection: Connection, asked: Sequence[str] = ()) -> tuple[Own, ...]:
    """Return the jurisdictions that are ours: those asked for, else those that the register keeps."""
    if asked:
        return tuple(own(connection, name) for name in asked)
    query = select(log.c.payload).where(log.c.kind == "set").order_by(log.c.number.desc())
    kept: Any = next((payload["value"] for payload in connection.scalars(query) if payload.get("field") == FIELD), [])
    return tuple(_now(connection, one) for one in msgspec.convert(kept, list[Own]))


def home(connection: Connection, asked: Sequence[str] = ()) -> tuple[int, ...]:
    """Return the numbers of the actors that are "we": our jurisdictions and all that lies in them; nobody where no home is set.

    ``asked`` names others for once. Raises UsageError for names that the register does not have.
    """
    return tuple(sorted({number for one in home_of(connection, asked) for number in _numbers(connection, one)}))


def _numbers(connection: Connection, one: Own) -> frozenset[int]:
    try:
        return side(connection, one.id or one.name).numbers
    except UsageError:  # no report tells of it yet
        return frozenset()


def _now(connection: Connection, one: Own) -> Own:
    """Return what was kept as it is now: under its present id and name, or an id that a report has brought since."""
    for told in filter(None, (one.id, one.name)):
        try:
            return own(connection, told)
        except UsageError:  # withdrawn with all reports of it, or not reported yet
            continue
    return Own(one.name)


def own(connection: Connection, name: str) -> Own:
    """Return the one jurisdiction or organisation that an id or a name means.

    A place of the map that no report tells of yet will do. Raises UsageError for what is no party, unknown, or several: "Lao Cai" may be
    a city and a province.
    """
    try:
        found = side(connection, name)
    except UsageError:
        known = connection.scalar(select(forms.c.thing).where(forms.c.folded == folded(name)).limit(1))
        if known or ids.is_public(name) or not open_gazetteer().lookup(name):
            raise
        return Own(name)
    return Own(found.label, found.id or None)
