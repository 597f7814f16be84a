"""Tables by which a new report finds what it touches: nothing in them is shown, all of it is derived.

A *node* is what is compared: a profile that many facts share (actors), or one fact. Nodes that belong together are a *cluster*; in the
last stage of its layer a cluster is a thing. Stages: see ``growing.stages``.
"""

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, SmallInteger, String, Table, Text, text
from sqlalchemy.types import JSON

from amity.register.tables import metadata

__all__ = ["metadata"]

nodes = Table(
    "nodes",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("name", String, nullable=False, unique=True),  # what matching calls it
    Column("layer", String, nullable=False),
    Column("features", Text, nullable=False),  # JSON, as matching encodes it
    Column("told", String, nullable=False),  # first day of its report's date; "" for profiles and where unknown
    Column("members", Integer, nullable=False),  # facts that share it
)

placed = Table(
    "placed",
    metadata,
    Column("stage", SmallInteger, primary_key=True),
    Column("node", Integer, primary_key=True),
    Column("cluster", Integer, nullable=False),
    Index("placed_cluster", "stage", "cluster", "node"),
    sqlite_with_rowid=False,
)
"""The cluster of each node in each stage. Both ways round an index holds all of it, so that no other way is ever chosen."""

keys = Table(
    "keys",
    metadata,
    Column("key", BigInteger, primary_key=True),  # hash of a blocking key
    Column("node", Integer, primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""Blocking keys: nodes that share one are compared. Also those under which asks, answers, promises and instruments meet."""

LOOSE = "NOT same OR partial <> 0"
"""Edges that may lead from one cluster to another and are no bar between them; very many others may lie within one."""

edges = Table(
    "edges",
    metadata,
    Column("kind", SmallInteger, primary_key=True),  # of which stages, see ``growing.stages``
    Column("a", Integer, primary_key=True),  # the node whose name comes first
    Column("b", Integer, primary_key=True),
    Column("score", Float, nullable=False),
    Column("same", Boolean, nullable=False),  # else in doubt
    Column("partial", SmallInteger, nullable=False),
    Column("reasons", JSON, nullable=False),
    Index("edges_b", "kind", "b", "a"),
    *(Index(f"edges_loose_{end}", "kind", end, sqlite_where=text(LOOSE), postgresql_where=text(LOOSE)) for end in "ab"),
)
"""Comparisons of nodes that were not found different."""

apart = Table(
    "apart",
    metadata,
    Column("a", Integer, primary_key=True),
    Column("b", Integer, primary_key=True, index=True),
    Column("reports", Integer, nullable=False),
)
"""Nodes that reports tell apart, and how many do."""

links = Table(
    "links",
    metadata,
    Column("log", Integer, primary_key=True),
    Column("a", Integer, primary_key=True, index=True),
    Column("b", Integer, primary_key=True, index=True),
    Column("together", Boolean, nullable=False),
)
"""Nodes that judgements in force hold together or apart."""

pointed = Table(
    "pointed",
    metadata,
    Column("log", Integer, primary_key=True),
    Column("document", Integer, primary_key=True, index=True),
)
"""Documents that a judgement points at, whether or not it is in force."""

assessed = Table(
    "assessed",
    metadata,
    Column("log", Integer, primary_key=True),
    Column("member", Integer, primary_key=True, index=True),
)
"""Facts that people's assessments in force are about."""

company = Table(
    "company",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("event", Integer, nullable=False, index=True),  # nodes of two events that are one in the first stage
    Column("other_event", Integer, nullable=False, index=True),
    Column("a", Integer, nullable=False, index=True),  # members: persons of their reports who are one by it
    Column("b", Integer, nullable=False, index=True),
    Column("score", Float, nullable=False),
    Column("partial", SmallInteger, nullable=False),
    Column("reasons", JSON, nullable=False),
)

sketches = Table(
    "sketches",
    metadata,
    Column("document", Integer, primary_key=True, autoincrement=False),
    Column("content", Text, nullable=False),  # JSON of matching's Sketch
)

bands = Table(
    "bands",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("document", Integer, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

copied = Table(
    "copied",
    metadata,
    Column("one", Integer, primary_key=True),
    Column("other", Integer, primary_key=True, index=True),
)
"""Documents that are copies of each other, both ways."""

outcomes = Table(
    "outcomes",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("document", Integer, nullable=False, index=True),
    Column("content", Text, nullable=False),  # JSON of matching's Outcome
)

outcome_keys = Table(
    "outcome_keys",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("outcome", Integer, primary_key=True, index=True),
    Column("told", String, nullable=False),  # first day of its report's date; "" if unknown
    sqlite_with_rowid=False,
)

proposals = Table(
    "proposals",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("promise", Integer, nullable=False, index=True),  # node of a statement
    Column("outcome", Integer, index=True),
    Column("instrument", Integer, index=True),  # node
    Column("content", Text, nullable=False),  # JSON of matching's Assessment
)
"""What outcomes and instruments say about single promises, before the best is chosen for each thing."""

signs = Table(
    "signs",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("document", Integer, nullable=False, index=True),
    Column("one_member", Integer, nullable=False, index=True),
    Column("other_member", Integer, nullable=False, index=True),
    Column("one", Integer, nullable=False),  # things, the smaller number first
    Column("other", Integer, nullable=False),
    Column("local", String, nullable=False),  # its place among those of its reading, from 0
    Column("content", Text, nullable=False),  # JSON of matching's Sign
    Column("state", String),  # what people decided about it: confirmed | corrected | rejected, else NULL
    Column("judged", Integer),  # the last judgement about it
    Column("corrections", JSON),  # number of the judgement → field and value
    Index("signs_pair", "one", "other"),
)

figures = Table(
    "figures",
    metadata,
    Column("member", Integer, primary_key=True, autoincrement=False),  # of layer indicators
    Column("subject_member", Integer, nullable=False, index=True),
    Column("subject", Integer, nullable=False),
    Column("unit", String, nullable=False),
    Column("told", String, nullable=False),
    Column("document", Integer, nullable=False, index=True),
    Column("content", Text, nullable=False),  # JSON of the contract's Indicator
    Index("figures_subject", "subject", "unit", "told"),
)

measures = Table(
    "measures",
    metadata,
    Column("document", Integer, primary_key=True, autoincrement=False),
    Column("content", Text, nullable=False),  # JSON of matching's Measures; reports without any have no row
)

follows = Table(
    "follows",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("thing", Integer, primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""Keys under which instruments find those that they may follow."""

disagreements = Table(
    "disagreements",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("origin", String, nullable=False),  # what it was found by: ``thing``, ``tie``, ``figure``, ``title``
    Column("subject", Integer, nullable=False),
    Column("other", Integer),
    Column("one_member", Integer, index=True),  # of figures and titles: the facts that disagree
    Column("other_member", Integer, index=True),
    Column("spot", BigInteger, nullable=False, index=True),  # hash of field and documents: of those alike one is shown
    Column("content", Text, nullable=False),  # JSON of matching's Conflict
    Index("disagreements_subject", "subject", "origin"),
)
