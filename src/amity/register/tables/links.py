"""What links things, what follows from them, and how many there are."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    String,
    Table,
    Text,
)
from sqlalchemy.types import JSON

from amity.register.tables.base import metadata

roles = Table(
    "roles",
    metadata,
    Column("thing", Integer, primary_key=True),
    Column("actor", Integer, primary_key=True),
    Column("role", String, primary_key=True),
    Column("layer", String, nullable=False),  # of the thing
    Column("day", String, nullable=False),  # of the thing
    Index("roles_actor", "actor", "layer", "day", "thing", "role"),  # all of a row, so that none is read beside
)
"""Which actors take which part in a thing."""


def _of_things(name: str, value: str) -> Table:
    """Return the table of a value that things have, each several, with the layer and day of the thing for lists by it."""
    return Table(
        name,
        metadata,
        Column("thing", Integer, primary_key=True),
        Column(value, String, primary_key=True),
        Column("layer", String, nullable=False),
        Column("day", String, nullable=False),
        Index(f"{name}_{value}", value, "layer", "day", "thing"),
    )


sectors = _of_things("sectors", "sector")
places = _of_things("places", "place")
"""Where events are and which places jurisdictions are, with all places that these lie in."""
outlets = _of_things("outlets", "publisher")
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
    Column("confidence", Integer, nullable=False),  # of the surest fact that tells it
    Column("state", String, nullable=False),  # what people decided about it, else about these facts: the best of them
    Column("judged", Integer),  # the last judgement about the tie itself
    Index("ties_one", "one", "other", "kind"),
    Index("ties_other", "other"),
    Index("ties_kind", "kind", "stage", "last"),
    Index("ties_last", "last", "number"),
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
    Column("state", String),  # what people decided about what it says of the tie
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
    Index("conflicts_last", "last", "number"),
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
