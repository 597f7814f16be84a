"""What the register derives from many readings: clusters of facts, and what follows from them."""

from typing import Literal

import msgspec

from amity.model.judgement import Member

Verdict = Literal["same", "doubt", "different"]
TieKind = Literal["friendly_city", "friendly_exchange", "comprehensive_partnership", "border_neighbour", "bloc"]
TieStage = Literal["contact", "intent", "approved", "established", "suspended", "ended"]
AssessmentStatus = Literal[
    "not_assessed", "no_evidence_found", "not_started", "in_progress", "partly", "fulfilled", "stalled", "abandoned", "superseded",
]  # fmt: skip
InstrumentRelation = Literal["follows_intent", "renews", "supersedes", "implements", "amends"]


class Reason(msgspec.Struct, frozen=True):
    """One ground of a comparison: its name, the points it gave or took, and what was seen."""

    name: str
    points: float
    detail: str = ""


class Comparison(msgspec.Struct, frozen=True):
    """How alike two facts are; ``score`` is the sum of the reasons' points.

    ``partial`` tells which of the two (1 or 2) is known in part only (a lone name): its *same* holds only while no other cluster fits.
    """

    score: float
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    partial: Literal[0, 1, 2] = 0


class Edge(msgspec.Struct, frozen=True):
    """A comparison of two nodes (a node is a profile that several facts share, or the address of one fact)."""

    a: str
    b: str
    comparison: Comparison


class Link(msgspec.Struct, frozen=True):
    """Two nodes that belong together, or do not.

    ``number`` is the judgement's place in the log, 0 for links that are derived; where links disagree the highest number wins.
    """

    a: str
    b: str
    together: bool
    number: int = 0
    why: str = ""


class Cluster(msgspec.Struct, frozen=True):
    """Facts that are one thing; ``key`` names the cluster within one matching: the address of its first member."""

    key: str
    members: tuple[Member, ...]


class Doubt(msgspec.Struct, frozen=True):
    """Two facts that may be one thing: for review, never merged."""

    a: Member
    b: Member
    comparison: Comparison


class Succession(msgspec.Struct, frozen=True, order=True):
    """A jurisdiction that has ended: the keys of its cluster and, where reports name it, of its successor's; its last day (ISO 8601)."""

    earlier: str
    later: str | None
    home: str | None
    until: str


class StatusChange(msgspec.Struct, frozen=True, order=True):
    """A dated status of an instrument or a project, with the fact that tells it; ``date`` as precise as told."""

    date: str | None
    status: str
    member: Member


class InstrumentLink(msgspec.Struct, frozen=True, order=True):
    """An instrument (the key of its cluster) that follows, renews or supersedes another."""

    later: str
    earlier: str
    relation: InstrumentRelation
    why: str = ""


class Assessment(msgspec.Struct, frozen=True, order=True):
    """What a later or other report says about a commitment.

    ``document``, ``start``, ``end`` and ``quote`` are the evidence, ``as_of`` the day it holds for, ``by`` is ``machine`` or a
    person's name, ``self_reported`` says that it is the debtor's own claim.
    """

    document: str
    status: AssessmentStatus
    as_of: str | None
    start: int
    end: int
    quote: str
    self_reported: bool = False
    by: str = "machine"
    score: float = 0.0
    reasons: tuple[Reason, ...] = ()


class Answer(msgspec.Struct, frozen=True, order=True):
    """A statement that takes up an ask of another report (keys of clusters)."""

    ask: str
    reply: str
    score: float
    reasons: tuple[Reason, ...] = ()


class TieChange(msgspec.Struct, frozen=True):
    """One stage of a tie as a fact or a sentence tells it: since when (None if the report does not say), and the report's own date."""

    date: str | None
    stage: TieStage
    member: Member
    quote: str = ""
    told: str | None = None


class Tie(msgspec.Struct, frozen=True):
    """The relation of two actors (keys of their clusters); ``since`` is when the present stage began, None if no report says."""

    between: tuple[str, str]
    names: tuple[str, str]
    kind: TieKind
    stage: TieStage
    since: str | None
    history: tuple[TieChange, ...]


class Claim(msgspec.Struct, frozen=True, order=True):
    """What one fact says about one field of its cluster, with the words."""

    value: str
    member: Member
    quote: str


class Conflict(msgspec.Struct, frozen=True):
    """Claims about one field of one thing that cannot all be true; ``subject`` is the cluster's key."""

    kind: str
    field: str
    subject: str
    claims: tuple[Claim, ...]


class Matched(msgspec.Struct, kw_only=True):
    """All that matching derives from a set of readings and judgements."""

    clusters: dict[str, list[Cluster]]
    doubts: list[Doubt] = []
    copies: list[tuple[str, ...]] = []
    successions: list[Succession] = []
    histories: dict[str, list[StatusChange]] = {}
    instrument_links: list[InstrumentLink] = []
    assessments: dict[str, list[Assessment]] = {}
    answers: list[Answer] = []
    ties: list[Tie] = []
    conflicts: list[Conflict] = []
    unattached: list[int] = []
