"""Ordinals to places: the columns of the file, made into ``Place`` when asked for."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache

import msgspec

from amity.gazetteer.container import Container
from amity.gazetteer.layout import (
    ADMIN1_CAPITAL,
    CHUNK,
    COUNTRY_CAPITAL,
    DEGREE,
    LEVEL_BITS,
    LEVELS,
    NO_DEGREES,
    PRECISION_MASK,
    PRECISION_SHIFT,
    Extra,
)
from amity.gazetteer.model import Place, Seat
from amity.model.actors import PlaceLevel

CACHED_PLACES = 32_768
"""All places of a few thousand reports, about 20 MB when full."""


class PlaceStore:
    """The places of a gazetteer's file, by ordinal."""

    def __init__(self, container: Container) -> None:
        self._container = container
        self._known: dict[str, int] = {}
        self.place = lru_cache(maxsize=CACHED_PLACES)(self._place)
        self._chunk = lru_cache(maxsize=None)(self._read_chunk)

    @cached_property
    def ids(self) -> array[int]:
        """GeoNames ids; 0 where the supplement gives another id."""
        return self._container.column("id")

    @cached_property
    def parents(self) -> Sequence[int]:
        """Ordinal + 1 of each place's parent; 0 for none."""
        return self._container.column("parent")

    @cached_property
    def kinds(self) -> bytes:
        """Level, precision and capital bits."""
        return self._container.read("kind")

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """ISO 3166-1 alpha-2 codes, in the order of the first places: a country's ordinal is its position."""
        return tuple(self._container.read("countries").decode().split("\n"))

    @cached_property
    def _extras(self) -> dict[int, Extra]:
        return msgspec.json.decode(self._container.read("extras"), type=dict[int, Extra])

    @cached_property
    def _isos(self) -> list[str]:
        return self._container.read("iso").decode().split("\n")

    @cached_property
    def _lats(self) -> Sequence[int]:
        return self._container.column("lat")

    @cached_property
    def _lons(self) -> Sequence[int]:
        return self._container.column("lon")

    @cached_property
    def _populations(self) -> Sequence[int]:
        return self._container.column("population")

    @cached_property
    def _country_codes(self) -> Sequence[int]:
        return self._container.column("country")

    @cached_property
    def _prominences(self) -> bytes:
        return self._container.read("prominence")

    def __len__(self) -> int:
        return len(self.kinds)

    def ordinal(self, identifier: str) -> int | None:
        """Return the ordinal of an id: at once for units of places already read, else by a scan (some milliseconds)."""
        if identifier in self._known:
            return self._known[identifier]
        if not identifier.isdecimal():
            return next((ordinal for ordinal, extra in self._extras.items() if extra.id == identifier), None)
        try:
            return self.ids.index(int(identifier))
        except (ValueError, OverflowError):
            return None

    def children(self, ordinal: int) -> Iterator[int]:
        """Yield the ordinals of a place's direct children, in file order."""
        wanted = ordinal + 1
        return (child for child, parent in enumerate(self.parents) if parent == wanted)

    @cached_property
    def country_capitals(self) -> list[int]:
        """Ordinals of the capitals of countries."""
        return [ordinal for ordinal, kind in enumerate(self.kinds) if kind & COUNTRY_CAPITAL]

    def identifier(self, ordinal: int) -> str:
        """Return the id of the place at ``ordinal``."""
        identifier = str(self.ids[ordinal] or self._extras[ordinal].id)
        self._known[identifier] = ordinal
        return identifier

    def admin1(self, ordinal: int) -> int | None:
        """Return the ordinal of the first-level unit that a place is, or lies in."""
        current: int | None = ordinal
        while current is not None and self._level(current) != "admin1":
            current = self.parents[current] - 1 if self.parents[current] else None
        return current

    def _level(self, ordinal: int) -> PlaceLevel:
        return LEVELS[self.kinds[ordinal] & LEVEL_BITS]

    def _place(self, ordinal: int) -> Place:
        english, *others = self._names_at(ordinal)
        extra = self._extras.get(ordinal, _NO_EXTRA)
        parent, admin1 = self.parents[ordinal] - 1, self.admin1(ordinal)
        return Place(
            id=self.identifier(ordinal),
            name=english,
            names=tuple(others),
            level=self._level(ordinal),
            country=self.countries[self._country_codes[ordinal]],
            parent=self.identifier(parent) if parent >= 0 else None,
            admin1=self.identifier(admin1) if admin1 is not None else None,
            iso3166_2=(self._isos[ordinal] or None) if ordinal < len(self._isos) else None,
            geonames=self.ids[ordinal] or None,
            lat=_degrees(self._lats[ordinal]),
            lon=_degrees(self._lons[ordinal]),
            precision=_precision(self.kinds[ordinal]),
            population=self._populations[ordinal] or None,
            capital_of=_seat(self.kinds[ordinal]),
            valid_from=_day(extra.valid_from),
            valid_to=_day(extra.valid_to),
            succeeded_by=extra.succeeded_by,
            prominence=self._prominences[ordinal],
        )

    def _names_at(self, ordinal: int) -> list[str]:
        return self._chunk(ordinal // CHUNK)[ordinal % CHUNK].split("\t")

    def _read_chunk(self, number: int) -> list[str]:
        return self._container.read(f"names.{number}").decode().split("\n")


_NO_EXTRA = Extra()


def _degrees(value: int) -> float | None:
    return None if value == NO_DEGREES else value / DEGREE


def _precision(kind: int) -> PlaceLevel | None:
    level = kind >> PRECISION_SHIFT & PRECISION_MASK
    return LEVELS[level - 1] if level else None


def _seat(kind: int) -> Seat | None:
    if kind & COUNTRY_CAPITAL:
        return "country"
    return "admin1" if kind & ADMIN1_CAPITAL else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
