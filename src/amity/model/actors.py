"""Who can act, where on earth that is, and who holds which post."""

from typing import Literal

import msgspec

from amity.model.text import Evidence

ActorKind = Literal["state", "province", "municipality", "district", "body", "party", "igo", "company", "ngo", "person"]
Confidence = Literal["high", "medium", "low"]
PlaceLevel = Literal["country", "admin1", "admin2", "municipality", "crossing", "site"]
JURISDICTIONS: tuple[ActorKind, ...] = ("state", "province", "municipality", "district")
"""Kinds of actors that are places with an authority of their own."""
JURISDICTION_OF: dict[PlaceLevel, ActorKind] = {
    "country": "state",
    "admin1": "province",
    "admin2": "district",
    "municipality": "municipality",
}
"""Which kind of jurisdiction a place of each level is."""


class PlaceReference(msgspec.Struct, kw_only=True):
    """A place as a fact names it: its raw words, and its identifiers where they are known.

    ``precision`` says what the coordinates (WGS 84 degrees) are the centre of.
    """

    name: str
    iso3166_2: str | None = None
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlaceLevel | None = None


class Actor(msgspec.Struct, kw_only=True):
    """Someone or something that can act; ``mentions`` are spans of the cleaned text."""

    id: str
    kind: ActorKind
    name: str
    aliases: list[str] = []
    country: str | None = None
    place: PlaceReference | None = None
    mentions: list[tuple[int, int]] = []
    confidence: Confidence = "high"


class Post(msgspec.Struct, kw_only=True):
    """A position that a person holds at an actor (Popolo Membership); ids are those of the reading."""

    person: str
    title: str | None
    of: str | None
    evidence: list[Evidence]
    confidence: Confidence = "high"
