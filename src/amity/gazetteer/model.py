"""What the gazetteer answers with: places, and their names found in running text."""

from datetime import date
from typing import Literal

import msgspec

from amity.model.actors import PlaceLevel, PlaceReference

Seat = Literal["country", "admin1"]
"""Of what a municipality is the capital."""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Somewhere on earth.

    ``id`` is the GeoNames id as text, or ``amity:`` and a slug for places of the hand-kept supplement.
    ``name`` is the usual English name, ``names`` the other ones. ``country`` is ISO 3166-1 alpha-2; ``admin1`` and
    ``parent`` are ids. ``lat`` and ``lon`` are WGS 84 degrees, the centre of what ``precision`` says (an admin2 unit whose own
    centre no source tells carries its parent's). ``population`` is in persons, None when no source tells it.
    ``valid_to`` is the last day on which the place existed under this name and level, ``succeeded_by`` the id of what took
    it over. ``prominence`` (0-255) orders places that share a name, see ``resolve``.
    """

    id: str
    name: str
    level: PlaceLevel
    country: str
    parent: str | None = None
    admin1: str | None = None
    iso3166_2: str | None = None
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlaceLevel | None = None
    population: int | None = None
    names: tuple[str, ...] = ()
    capital_of: Seat | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    succeeded_by: str | None = None
    prominence: int = 0

    @property
    def is_capital(self) -> bool:
        """Whether the place is the capital of its country."""
        return self.capital_of == "country"

    def reference(self, name: str | None = None) -> PlaceReference:
        """Return the place as a fact refers to it: under a name that a report gives it, or its own."""
        return PlaceReference(
            name=name or self.name, iso3166_2=self.iso3166_2, geonames=self.geonames, lat=self.lat, lon=self.lon, precision=self.precision
        )

    def existed(self, day: date) -> bool:
        """Return whether the place existed on ``day`` under this name and level."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """A place name in a list of tokens: ``tokens[start:end]``.

    ``places`` are all that bear the name, most prominent first. ``level`` is what the word beside the name says ("Lao Cai
    *city*", "the *province* of Siem Reap"); that word is not in the span. The three marks ask the reader for context:
    ``common_word`` (an English word, month, weekday or title: March, Minister, Nice), ``person_name`` (a frequent surname or
    given name: Wang, Kate), ``weak`` (such a name, and nothing bigger than a village bears it).
    """

    start: int
    end: int
    places: tuple[Place, ...]
    level: PlaceLevel | None = None
    common_word: bool = False
    person_name: bool = False
    weak: bool = False
