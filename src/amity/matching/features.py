"""What comparison needs of a fact: plain values, storable as JSON, that depend on one reading only."""

import hashlib
from typing import TypeAlias

import msgspec

from amity.matching.names import words
from amity.model.judgement import Member


class Party(msgspec.Struct, frozen=True, order=True):
    """An actor as a fact names it.

    ``name`` is the folded name without generic words, ``home`` the identity of the place that it is or belongs to
    (``VN-09``, ``geonames:123``), None where no place is known.
    """

    member: Member
    kind: str
    name: str
    home: str | None = None


class Office(msgspec.Struct, frozen=True, order=True):
    """A post: its class (the folded title where it has none), the identity of its organisation's place, and that one's folded name."""

    title: str
    home: str | None
    of: str | None


class ActorFeatures(msgspec.Struct, frozen=True, order=True, tag="actor", tag_field="features"):
    """A jurisdiction or organisation: its kind, folded forms, place identity (of itself or its jurisdiction) and country.

    ``anchored`` says that the report names the first-level unit in which the place lies. ``until`` is the last day of a unit that has
    ended, ``successor`` the identity of the unit that took it over.
    """

    kind: str
    name: str
    forms: tuple[str, ...]
    home: str | None
    country: str | None
    anchored: bool = False
    until: str | None = None
    successor: str | None = None


class PersonFeatures(msgspec.Struct, frozen=True, order=True, tag="person", tag_field="features"):
    """A person: the folded name, its other full forms, posts, and the identities of the places spoken for where no post tells one."""

    name: str
    forms: tuple[str, ...]
    offices: tuple[Office, ...]
    sides: tuple[str, ...]


class EventFeatures(msgspec.Struct, frozen=True, order=True, tag="event", tag_field="features"):
    """An event: what, when (ISO dates as told), where (place identities, narrowest first), who, and the content words.

    ``texts`` are the types of the instruments that were concluded at it, ``sentences`` fingerprints of the sentences that tell it,
    ``told`` the date of the report.
    """

    member: Member
    type: str
    status: str
    mode: str
    start: str | None
    end: str | None
    places: tuple[str, ...]
    sides: tuple[Party, ...]
    people: tuple[Party, ...]
    texts: tuple[str, ...]
    words: tuple[str, ...]
    sentences: tuple[str, ...]
    told: str | None


class InstrumentFeatures(msgspec.Struct, frozen=True, order=True, tag="instrument", tag_field="features"):
    """An instrument: type, status, parties, dates as told, sectors and the content words of its title and sentences.

    ``friendly`` says that it makes two places friends, as a memorandum does whose report speaks of friendly cities.
    """

    member: Member
    type: str
    status: str
    concluded: bool
    parties: tuple[Party, ...]
    signed_on: str | None
    start: str | None
    end: str | None
    sectors: tuple[str, ...]
    title: tuple[str, ...]
    words: tuple[str, ...]
    sentences: tuple[str, ...]
    told: str | None
    friendly: bool = False


class StatementFeatures(msgspec.Struct, frozen=True, order=True, tag="statement", tag_field="features"):
    """A statement: who, to whom, its force, and what its action says; ``told`` is the report's date.

    ``words`` are the content words of the action, ``plain`` all its words folded, ``verb`` the first of these, ``names`` the names
    of the action and ``around`` those of its sentence (actors and persons left out), ``day`` the day that it names.
    """

    member: Member
    by: tuple[Party, ...]
    to: tuple[Party, ...]
    debtor: tuple[Party, ...]
    speaker: Party | None
    force: int
    commitment: bool
    words: tuple[str, ...]
    plain: tuple[str, ...]
    verb: str
    names: tuple[str, ...]
    around: tuple[str, ...]
    sectors: tuple[str, ...]
    sentences: tuple[str, ...]
    due: str | None
    day: str | None
    told: str | None


class ThingFeatures(msgspec.Struct, frozen=True, order=True, tag="thing", tag_field="features"):
    """A mechanism or project: the content words and names of its name, who takes part, its status, the words of its sentences.

    ``homes`` are the places below states that the report's actors are or belong to.
    """

    member: Member
    layer: str
    words: tuple[str, ...]
    names: tuple[str, ...]
    members: tuple[Party, ...]
    status: str
    around: tuple[str, ...]
    homes: tuple[str, ...]
    told: str | None


Features: TypeAlias = ActorFeatures | PersonFeatures | EventFeatures | InstrumentFeatures | StatementFeatures | ThingFeatures


def profile(features: Features) -> str:
    """Return the node of a fact: facts with the same features share one, so that an actor named alike a thousand times is compared once."""
    digest = hashlib.blake2b(msgspec.json.encode(features), digest_size=12).hexdigest()
    return f"profile:{digest}"


def fingerprint(sentence: str) -> str:
    """Return a short digest of a sentence's folded words, by which word-for-word copies are known."""
    return hashlib.blake2b(" ".join(words(sentence)).encode(), digest_size=6).hexdigest()


def encode(features: Features) -> bytes:
    """Return the features as JSON."""
    return msgspec.json.encode(features)


def decode(data: bytes | str) -> Features:
    """Return the features that ``encode`` wrote."""
    found: Features = msgspec.json.decode(data, type=Features)
    return found
