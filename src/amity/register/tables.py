"""The tables of a register. What queries read is described here, column by column.

**Sources**, never overwritten: ``documents`` (but for what follows from its current reading: ``reading``, ``text``, title, dates),
``readings``, ``log``, ``mints``. Everything else is derived from them.

A *thing* is what the register holds one of: an actor, event, instrument, statement, mechanism, project or indicator. ``things`` gives
each its ``number`` (the key within one database, which a rebuild may change) and its public ``id`` (minted once, never changed). Each
layer has a table with one row for each thing, whose ``number`` is that of ``things``:

- ``label``: what to show: name, title, action or measure; for events their type and place
- ``kind``: kind of actor, type of event or instrument; for statements ``commitment``, ``request`` or ``statement``
- ``day``: what lists are sorted by: the first day of an event, when an instrument was signed or begins, else the day of the first report;
  ISO 8601, as precise as told, ``""`` if unknown
- ``begins``, ``ends``: the period told, else NULL
- ``confidence``: of the surest report, 3 high, 2 medium, 1 low; ``state``, ``checked_by``, ``checked_at``: what people decided
  (``unchecked``, ``confirmed``, ``corrected``, ``rejected``, ``entered``)
- ``documents``: reports that tell of it; ``sources``: the same without copies; ``first``, ``last``: days of the first and last report

Links of things: ``roles`` (the actors of a thing: ``side``, ``host``, ``visitor``, ``chair``, ``speaker``, ``signatory``, ``witness``,
``attendee``, ``party``, ``by``, ``to``, ``debtor``, ``member``, ``place``, ``subject``), ``sectors``, ``places`` (a place and all that
it lies in, as identities such as ``VN-09`` or ``CN/1809867/baise``), ``outlets`` (publishers), ``forms`` (names of actors).

``members`` has a row for each fact of each current reading: which thing it is part of, its first evidence, and the fact as told.
Documents are referred to by ``documents.number``; days of reports (``told``) are the published date, else the dateline's.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import JSON

metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),  # sha256:… of the source's bytes
    Column("path", String, nullable=False),
    Column("url", String, index=True),
    Column("title", Text),
    Column("published", String),
    Column("publisher", String, index=True),
    Column("agency", String),
    Column("language", String),
    Column("format", String),
    Column("unread", Text),  # why it was kept without having been read
    Column("told", String, nullable=False, default=""),  # the day that it tells of: published, else of its dateline
    Column("text", Text, nullable=False, default=""),  # of the current reading; "" once withdrawn
    Column("reading", Integer),  # readings.number of the current reading; NULL once withdrawn
    Column("added_at", String, nullable=False),
    Column("withdrawn_at", String),  # NULL unless withdrawn: then only this row, its tombstone, is left
    Column("witness", Integer),  # the document of which it is a copy: its own number where it is none
    Index("documents_told", "told", "number"),
    Index("documents_witness", "witness"),
    sqlite_autoincrement=True,
)
"""Reports. The id stays when a report is withdrawn."""

readings = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("document", ForeignKey("documents.number"), nullable=False),
    Column("reader", String, nullable=False),  # version of the reader
    Column("content", LargeBinary, nullable=False),  # the contract's JSON, compressed by zlib
    Column("at", String, nullable=False),
    Index("readings_document", "document"),
    sqlite_autoincrement=True,
)
"""Everything that was ever read. The reading of the newest version counts, of one version the last."""

log = Table(
    "log",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", String, nullable=False),  # ISO 8601 with time zone
    Column("by", String, nullable=False),
    Column("kind", String, nullable=False),  # add | reread | withdraw | merge | split | confirm | reject | correct | assess | undo
    Column("document", String),  # its id, for add, reread and withdraw
    Column("payload", JSON, nullable=False),  # a judgement's fields
    Index("log_kind", "kind", "number"),
    sqlite_autoincrement=True,
)
"""What happened, in order; only appended to."""

mints = Table(
    "mints",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False),
    Column("layer", String, nullable=False),
    Column("serial", Integer, nullable=False),  # the number in the id
    Column("log", ForeignKey("log.number"), nullable=False),  # the entry that made the thing appear
    Column("document", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("hint", Text, nullable=False),
    Column("nth", Integer, nullable=False, default=0),
    Index("mints_id", "id"),
    Index("mints_serial", "layer", "serial"),
    Index("mints_document", "document"),
    sqlite_autoincrement=True,
)
"""Public ids and the fact that anchors each. A second row of an id moves its anchor. Only appended to."""

SOURCES = (documents, readings, log, mints)

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
    Column("mint", Integer),  # the oldest mint that this fact anchors
    UniqueConstraint("document", "layer", "local"),
    Index("members_thing", "thing", "told", "document"),
    Index("members_node", "node"),
    Index("members_mint", "thing", "mint"),
    Index("members_judged", "thing", "judged"),
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
    Column("lat", Float),
    Column("lon", Float),
    Index("actors_documents", "documents", "number"),
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
    Index("statements_force_day", "force", "day", "number"),
    Index("statements_due", "due", "number"),
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

roles = Table(
    "roles",
    metadata,
    Column("thing", Integer, primary_key=True),
    Column("actor", Integer, primary_key=True),
    Column("role", String, primary_key=True),
    Column("layer", String, nullable=False),  # of the thing
    Column("day", String, nullable=False),  # of the thing
    Index("roles_actor", "actor", "layer", "day", "thing"),
)
"""Which actors take which part in a thing."""

sectors = Table(
    "sectors",
    metadata,
    Column("thing", Integer, primary_key=True),
    Column("sector", String, primary_key=True),
    Column("layer", String, nullable=False),
    Column("day", String, nullable=False),
    Index("sectors_sector", "sector", "layer", "day", "thing"),
)

places = Table(
    "places",
    metadata,
    Column("thing", Integer, primary_key=True),
    Column("place", String, primary_key=True),
    Column("layer", String, nullable=False),
    Column("day", String, nullable=False),
    Index("places_place", "place", "layer", "day", "thing"),
)
"""Where events are and which places jurisdictions are, with all places that these lie in."""

outlets = Table(
    "outlets",
    metadata,
    Column("thing", Integer, primary_key=True),
    Column("publisher", String, primary_key=True),
    Column("layer", String, nullable=False),
    Column("day", String, nullable=False),
    Index("outlets_publisher", "publisher", "layer", "day", "thing"),
)
"""Who published a report of a thing."""

forms = Table(
    "forms",
    metadata,
    Column("thing", Integer, primary_key=True),
    Column("form", String, primary_key=True),
    Column("folded", String, nullable=False),  # without marks and case
    Column("documents", Integer, nullable=False),  # reports that use it
    Column("named", Integer, nullable=False),  # those of them whose fullest name it is
    Index("forms_folded", "folded", "thing"),
)
"""Names of actors."""

posts = Table(
    "posts",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("person_member", Integer, nullable=False, index=True),
    Column("of_member", Integer, index=True),
    Column("person", Integer, nullable=False),
    Column("of", Integer),
    Column("title", Text),
    Column("document", Integer, nullable=False),
    Column("told", String, nullable=False),  # as reported on
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Index("posts_person", "person", "told"),
    Index("posts_of", "of", "told"),
    Index("posts_document", "document"),
)
"""Posts as each report gives them."""

history = Table(
    "history",
    metadata,
    Column("thing", Integer, primary_key=True),
    Column("place", Integer, primary_key=True),  # from 0, in the order of time
    Column("status", String, nullable=False),
    Column("date", String),
    Column("document", Integer, nullable=False),
    Column("local", String, nullable=False),
)
"""Life-cycles of instruments."""

relations = Table(
    "relations",
    metadata,
    Column("later", Integer, primary_key=True),
    Column("earlier", Integer, primary_key=True, index=True),
    Column("relation", String, nullable=False),  # follows_intent | renews | supersedes | implements | amends
    Column("why", Text, nullable=False),
)
"""How instruments follow one another."""

assessments = Table(
    "assessments",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("thing", Integer, nullable=False),  # a statement
    Column("document", Integer),  # NULL for a person's own
    Column("status", String, nullable=False),
    Column("as_of", String),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("self_reported", Boolean, nullable=False),
    Column("by", String, nullable=False),
    Column("score", Float, nullable=False),
    Column("reasons", JSON, nullable=False),
    Column("log", Integer),  # the judgement, for a person's
    Index("assessments_thing", "thing", "as_of"),
    Index("assessments_document", "document"),
)
"""Follow-through of commitments: what later reports or people say."""

answers = Table(
    "answers",
    metadata,
    Column("ask", Integer, primary_key=True),
    Column("reply", Integer, primary_key=True, index=True),
    Column("score", Float, nullable=False),
    Column("reasons", JSON, nullable=False),
)
"""Statements that take up asks: across reports as matching proposes, and within one report as it was read (score 0)."""

ties = Table(
    "ties",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),  # tie-KIND-N-M after the numbers in the ids of the two actors
    Column("one", Integer, nullable=False),
    Column("other", Integer, nullable=False),
    Column("one_name", String, nullable=False),
    Column("other_name", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("stage", String, nullable=False),
    Column("since", String),
    Column("documents", Integer, nullable=False),
    Column("last", String, nullable=False),  # day of the last report
    Index("ties_one", "one", "other", "kind"),
    Index("ties_other", "other"),
    Index("ties_kind", "kind", "stage", "last"),
)
"""Relations of two actors."""

tie_history = Table(
    "tie_history",
    metadata,
    Column("tie", Integer, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("stage", String, nullable=False),
    Column("date", String),
    Column("told", String),
    Column("document", Integer, nullable=False),
    Column("layer", String, nullable=False),
    Column("local", String, nullable=False),
    Column("quote", Text, nullable=False),
)

conflicts = Table(
    "conflicts",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, index=True),  # con-… after its claims
    Column("kind", String, nullable=False),  # event | instrument | person | project | tie | figure | indicator
    Column("field", String, nullable=False),
    Column("subject", Integer),  # the thing; of ties the first actor
    Column("other", Integer),  # of ties the second actor
    Column("last", String, nullable=False),  # day of the last report
    Column("spot", BigInteger, index=True),  # conflicts that may repeat each other share it
    Index("conflicts_subject", "subject"),
    Index("conflicts_kind", "kind", "last", "number"),
)
"""What reports say that cannot all be true."""

claims = Table(
    "claims",
    metadata,
    Column("conflict", Integer, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("value", Text, nullable=False),
    Column("document", Integer, nullable=False),
    Column("layer", String, nullable=False),
    Column("local", String, nullable=False),
    Column("quote", Text, nullable=False),
    Index("claims_document", "document"),
)
"""The claims of a conflict, each with the words of its report."""

doubts = Table(
    "doubts",
    metadata,
    Column("one", Integer, primary_key=True),  # things.number, the smaller first
    Column("other", Integer, primary_key=True, index=True),
    Column("layer", String, nullable=False),
    Column("score", Float, nullable=False),
    Column("reasons", JSON, nullable=False),
    Column("one_member", Integer, nullable=False),  # members.number
    Column("other_member", Integer, nullable=False),
)
"""Pairs of things that may be one: the queue for review."""

lost = Table("lost", metadata, Column("log", Integer, primary_key=True))
"""Judgements some of whose facts no current reading tells: for review."""

counts = Table(
    "counts",
    metadata,
    Column("layer", String, primary_key=True),  # a layer, or ``documents``, ``ties``
    Column("facet", String, primary_key=True),  # "" for all | kind | status | state | confidence | sector | force | publisher | stage
    Column("value", String, primary_key=True),
    Column("count", Integer, nullable=False),
)
"""How many things have which value, kept up to date with each change."""
