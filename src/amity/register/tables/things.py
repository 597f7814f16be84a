"""Things, their facts, and a table for each layer; the columns that all share are told in ``tables``."""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import JSON

from amity.register.tables.base import metadata


def by_last_day(column: str) -> str:
    """Return the SQL of what a date sorts by that is told as a day, month or year: the last day that it may mean (of months the 31st)."""
    return f"CASE length({column}) WHEN 4 THEN {column} || '-12-31' WHEN 7 THEN {column} || '-31' ELSE {column} END"


def _over(name: str, column: str) -> Index:
    """Return the index of the rows that tell a date, by its last day."""
    told = text(f"{column} IS NOT NULL")
    return Index(name, text(by_last_day(column)), "number", sqlite_where=told, postgresql_where=told)


things = Table(
    "things",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("layer", String, nullable=False),
    Column("id", String, unique=True),
    sqlite_autoincrement=True,
)
"""All things, with their public ids."""

anchors = Table(
    "anchors",
    metadata,
    Column("id", String, primary_key=True),
    Column("mint", Integer, nullable=False),  # number of its first mint: of two ids of one thing the older is the thing's own
    Column("member", Integer, index=True),  # members.number; NULL where no current reading tells the fact any more
)
"""Every minted id, and the fact that holds it now. An id that is not its thing's own redirects to it."""

members = Table(
    "members",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("thing", Integer, nullable=False),
    Column("node", Integer),  # under which matching compares it
    Column("document", Integer, nullable=False),
    Column("layer", String, nullable=False),
    Column("local", String, nullable=False),  # id within the reading; of indicators their place from 0
    Column("told", String, nullable=False),
    Column("start", Integer, nullable=False),  # first evidence; of actors their first mention
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("confidence", Integer, nullable=False),
    Column("fact", JSON, nullable=False),  # the fact as the contract has it, without id, mentions and evidence
    Column("state", String),  # of the last judgement about it: confirmed | corrected | rejected | entered
    Column("judged", Integer),  # number of that judgement
    Column("corrections", JSON),  # number of a judgement → field → value
    Column("assigned", JSON(none_as_null=True)),  # number of a judgement → unit, due
    Column("attached", JSON(none_as_null=True)),  # number of a judgement → file, name, place
    Column("mint", Integer),  # the oldest mint that this fact anchors
    UniqueConstraint("document", "layer", "local"),
    Index("members_thing", "thing", "told", "document"),
    Index("members_node", "node"),
    Index("members_mint", "thing", "mint"),
    Index("members_judged", "thing", "judged"),
    Index("members_decided", "thing", sqlite_where=text("state IS NOT NULL"), postgresql_where=text("state IS NOT NULL")),
    Index("members_attached", "thing", sqlite_where=text("attached IS NOT NULL"), postgresql_where=text("attached IS NOT NULL")),
    Index("members_state", "state", "document", sqlite_where=text("state IS NOT NULL"), postgresql_where=text("state IS NOT NULL")),
    sqlite_autoincrement=True,
)
"""The facts of all current readings."""


def _things(name: str, *columns: SchemaItem) -> Table:
    """Return the table of one layer's things: the columns that all share, then its own."""
    return Table(
        name,
        metadata,
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("id", String, nullable=False, unique=True),
        Column("label", Text, nullable=False),
        Column("kind", String, nullable=False),
        Column("status", String),
        Column("day", String, nullable=False),
        Column("begins", String),
        Column("ends", String),
        Column("confidence", Integer, nullable=False),
        Column("state", String, nullable=False),
        Column("checked_by", String),
        Column("checked_at", String),
        Column("corrections", JSON, nullable=False),  # field → value, as people corrected it
        Column("documents", Integer, nullable=False),
        Column("sources", Integer, nullable=False),
        Column("first", String, nullable=False),
        Column("last", String, nullable=False),
        *columns,
        Index(f"{name}_day", "day", "number"),
        Index(f"{name}_kind_day", "kind", "day", "number"),
        Index(f"{name}_status_day", "status", "day", "number"),
        Index(f"{name}_ends", "ends", "number"),
        Index(f"{name}_state_day", "state", "day", "number"),
    )


actors = _things(
    "actors",
    Column("country", String),  # ISO 3166-1
    Column("place", String),  # identity of the place that a jurisdiction is
    Column("until", String),  # last day of a jurisdiction that has ended
    Column("successor", String),  # identity of the place that took it over, where one is known
    Column("successor_name", String),
    Column("lat", Float),
    Column("lon", Float),
    Index("actors_documents", "documents", "number"),
    Index("actors_country", "country"),
)
"""Actors, persons among them (kind ``person``). ``day`` is that of the last report."""

events = _things(
    "events",
    Column("mode", String),
    Column("place", String),  # as the reports name it
)

instruments = _things(
    "instruments",
    Column("signed_on", String),
    Column("concluded", Boolean, nullable=False),  # some report tells the act of concluding
    _over("instruments_over", "ends"),
)
"""Instruments; ``status`` is the last of the history. ``period_ended`` is derived: ``ends`` before the day of asking."""

statements = _things(
    "statements",
    Column("force", Integer, nullable=False),
    Column("specificity", String, nullable=False),
    Column("commitment", Boolean, nullable=False),
    Column("joint", Boolean, nullable=False),
    Column("conditional", Boolean, nullable=False),
    Column("cue", String),
    Column("due", String),
    Column("basis", Integer),  # the instrument whose content it is
    Column("unit", String),  # which unit of the office sees to it
    Column("own_due", String),  # by when, as the office set it; ``due`` is what was said
    Index("statements_force_day", "force", "day", "number"),
    Index("statements_due", "due", "number"),
    Index("statements_unit", "unit", "number"),
    Index("statements_heard", "kind", text(by_last_day("last")), "number"),
    _over("statements_over", "due"),
    _over("statements_own_over", "own_due"),
)
"""Statements; ``kind`` is ``commitment`` (force ≥ 4 that names an action), ``request`` (force 1 and 2) or ``statement``.

``status`` is the follow-through of a commitment: the latest assessment, ``not_assessed`` without one."""

mechanisms = _things("mechanisms", Column("frequency", String))

projects = _things("projects", Column("amount", String))
"""Projects; ``status`` is that of the latest report that tells one."""

indicators = _things(
    "indicators",
    Column("subject", Integer),  # an actor
    Column("value", Float, nullable=False),
    Column("unit", String),
)
"""Figures: one thing for each figure of a report; ``begins`` is the day that it holds for."""

THINGS: dict[str, Table] = {
    "actors": actors,
    "events": events,
    "instruments": instruments,
    "statements": statements,
    "mechanisms": mechanisms,
    "projects": projects,
    "indicators": indicators,
}
"""Table of things by layer."""
