"""What a brief holds: plain values, each with its evidence; how it is worded and laid out is for the renderers."""

from typing import Literal

import msgspec

from amity.model.entry import Entry
from amity.office.citations import Citation
from amity.office.searched import Searched

Whose = Literal["one", "other", "both"]
"""Which side of the brief: the first named, the other, or both together."""
LeadKind = Literal["ends", "due", "session", "theirs", "ours", "met", "tie", "conflict"]


class Party(msgspec.Struct, frozen=True):
    """An actor: public id ("" where the register has only parts of it), name, and its name in its own script where that is known.

    ``country`` is the ISO 3166-1 code of a state, which readers know by another name in each language.
    """

    id: str
    label: str
    native: str = ""
    country: str = ""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """What all lines share: public id, label, state, confidence (3 high, 2 medium, 1 low) and evidence, numbered as in the sources."""

    id: str
    label: str
    state: str = "unchecked"
    confidence: int = 0
    citations: tuple[Citation, ...] = ()


class Holder(Item, frozen=True, kw_only=True):
    """A person with the latest post that a report gives; ``told`` is the report's day, ``months`` how long ago, ``old`` a warning."""

    side: Whose
    title: str
    of: Party | None
    told: str
    months: int
    old: bool
    native: str = ""


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """A stage of a tie, since when as told ("" if no report says), and the day of the report."""

    stage: str
    date: str
    told: str
    citations: tuple[Citation, ...] = ()


class TieLine(Item, frozen=True, kw_only=True):
    """A tie of two parties: its kind, its present stage (derived from the history) and since when."""

    between: tuple[Party, Party]
    kind: str
    stage: str
    since: str
    history: tuple[Stage, ...]


class Text(Item, frozen=True, kw_only=True):
    """An instrument: its type, status, period, parties.

    ``days`` are those left until its period ends (negative: over since), None without an end. ``ended`` is derived: the period is over
    and no report says more; ``searched`` is what was searched for one.
    """

    kind: str
    status: str
    signed_on: str
    begins: str
    ends: str
    parties: tuple[Party, ...]
    days: int | None = None
    ended: bool = False
    searched: Searched | None = None


class FollowUp(msgspec.Struct, frozen=True, kw_only=True):
    """What a later report or a person says came of a promise."""

    status: str
    as_of: str
    by: str
    self_reported: bool
    citations: tuple[Citation, ...] = ()


class Promise(Item, frozen=True, kw_only=True):
    """An open commitment with its follow-through, the latest last; without any, ``searched`` says which later reports were searched."""

    side: Whose
    by: tuple[Party, ...]
    to: tuple[Party, ...]
    day: str
    force: int
    conditional: bool
    due: str
    days: int | None
    status: str
    follow: tuple[FollowUp, ...]
    searched: Searched


class Reply(Item, frozen=True, kw_only=True):
    """A statement that takes up an ask; ``proposed`` where the register, and no report, links the two."""

    day: str
    force: int
    proposed: bool


class Ask(Item, frozen=True, kw_only=True):
    """A hope (force 1) or request (force 2) and its answers; without any, ``searched`` says which later reports were searched."""

    side: Whose
    by: tuple[Party, ...]
    to: tuple[Party, ...]
    day: str
    force: int
    replies: tuple[Reply, ...]
    searched: Searched


class Meeting(Item, frozen=True, kw_only=True):
    """An event with both sides; ``outcome`` names instruments concluded there, ``promises`` how many its reports tell (by side)."""

    kind: str
    status: str
    mode: str
    begins: str
    ends: str
    place: str
    sides: tuple[Party, ...]
    people: tuple[Party, ...]
    coming: bool
    outcome: tuple[str, ...] = ()
    promises: int = 0


class Way(Item, frozen=True, kw_only=True):
    """A mechanism: how often it meets, its last session, the next (``derived`` where it follows from these), what was searched since."""

    members: tuple[Party, ...]
    frequency: str
    last: str
    next: str
    verdict: str
    derived: bool
    searched: Searched


class Undertaking(Item, frozen=True, kw_only=True):
    """A project: its status as last reported, where, and the amount as told."""

    status: str
    places: tuple[Party, ...]
    amount: str
    told: str


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """What one report claims, in its own sentence."""

    value: str
    quote: str
    citations: tuple[Citation, ...]


class Difference(Item, frozen=True, kw_only=True):
    """What reports say that cannot all be true: of what, in which field, and each claim."""

    kind: str
    field: str
    claims: tuple[Version, ...]


class Lead(msgspec.Struct, frozen=True, kw_only=True):
    """One of the lines for who has one minute: what it is about; the thing itself stands in the section of its kind."""

    kind: LeadKind
    id: str


class Left(msgspec.Struct, frozen=True, kw_only=True):
    """How much a section leaves out, and the command that lists all."""

    section: str
    shown: int
    total: int
    command: str


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A document that the brief cites, under its number; of an entry who made it, when, and from what."""

    number: int
    document: str
    path: str
    publisher: str | None
    day: str
    url: str | None
    entry: Entry | None = None


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """A brief on two parties, or on one and all its partners (``other`` None), as of a day.

    ``home`` says which of the two sides is "we", if any. ``sources`` are the documents cited, by number.
    """

    one: Party
    other: Party | None
    as_of: str
    limited: bool
    checked_only: bool
    exact: bool
    home: Literal["one", "other"] | None
    searched: Searched
    leads: tuple[Lead, ...]
    people: tuple[Holder, ...]
    ties: tuple[TieLine, ...]
    texts: tuple[Text, ...]
    promises: tuple[Promise, ...]
    asks: tuple[Ask, ...]
    meetings: tuple[Meeting, ...]
    ways: tuple[Way, ...]
    projects: tuple[Undertaking, ...]
    differences: tuple[Difference, ...]
    left: tuple[Left, ...]
    sources: tuple[Source, ...]
