"""The gazetteer: names to places, and places to their parents and children."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

from amity.errors import SetupError
from amity.gazetteer.container import Container
from amity.gazetteer.folding import fold, joined
from amity.gazetteer.index import NameIndex
from amity.gazetteer.layout import FILE_NAME
from amity.gazetteer.matcher import find, without_level
from amity.gazetteer.model import Match, Place
from amity.gazetteer.resolving import choose, fits_level
from amity.gazetteer.store import PlaceStore
from amity.model.actors import PlaceLevel


class Gazetteer:
    """The places of the earth by name; it only reads, so that threads may share one.

    Raises SetupError when its file is missing or damaged.
    """

    def __init__(self, path: Path) -> None:
        container = Container(path)
        self._store = PlaceStore(container)
        self._index = NameIndex(container)

    def __len__(self) -> int:
        """Return the number of places."""
        return len(self._store)

    def lookup(self, name: str) -> list[Place]:
        """Return all places that bear ``name`` as English or other name, most prominent first.

        Case, diacritics, hyphens, apostrophes and (for names otherwise unknown) spaces do not count: ``Hà Nội``, ``Ha Noi``
        and ``HANOI`` are one name. Nor does a word for the kind of place that is no part of the
        name ("Lao Cai province").
        """
        return self._bearers(*self._known(name))

    def _bearers(self, folded: str, level: PlaceLevel | None) -> list[Place]:
        places = [self._store.place(ordinal) for ordinal in self._index.probe(folded).ordinals]
        return [place for place in places if fits_level(place, level)]

    def _known(self, name: str) -> tuple[str, PlaceLevel | None]:
        """Return the folded name under which places are known, and the level that a word told which is no part of it."""
        folded = fold(name)
        bare, level = without_level(folded)
        spellings: list[tuple[str, PlaceLevel | None]] = [(folded, None), (joined(folded), None), (bare, level), (joined(bare), level)]
        return next((known for known in spellings if known[0] and self._index.probe(known[0]).ordinals), (folded, None))

    def find(self, tokens: Sequence[str]) -> list[Match]:
        """Return the longest place names in the words of a text, left to right, none overlapping another.

        A name begins with a capital; words like *of* and *autonomous* may stand inside it in lower case. Tokens are those of
        any tokenizer that splits off punctuation and the possessive *'s*.
        """
        return find(tokens, self._index, self._store)

    def resolve(
        self,
        name: str,
        *,
        level: PlaceLevel | None = None,
        country: str | None = None,
        near: Iterable[Place] = (),
        on: date | None = None,
    ) -> Place | None:
        """Return the place that a report most likely means by ``name``, or None when no place fits.

        ``level`` is what the word beside the name says (or in ``name``: "Davao City"); units of a kindred level fit less well,
        others not at all. ``country`` (ISO 3166-1 alpha-2) and ``on`` (the day it is about) exclude what lies or existed
        elsewhere. ``near`` are places already found in the report. The scores, with their reasons, are the constants of ``resolving``.
        """
        folded, told = self._known(name)
        places = self._bearers(folded, None)
        return choose(places, folded, level=level or told, country=country, near=near, on=on)

    def by_id(self, identifier: str | int) -> Place | None:
        """Return the place with this id (a GeoNames id, or one of the supplement's), or None."""
        ordinal = self._store.ordinal(str(identifier))
        return None if ordinal is None else self._store.place(ordinal)

    def country(self, code: str) -> Place:
        """Return a country by its ISO 3166-1 alpha-2 code; raise KeyError for a code that is none."""
        try:
            return self._store.place(self._store.countries.index(code.upper()))
        except ValueError:
            raise KeyError(code) from None

    def countries(self) -> list[Place]:
        """Return all countries, in the order of their codes."""
        return [self._store.place(ordinal) for ordinal in range(len(self._store.countries))]

    def capitals(self, code: str) -> list[Place]:
        """Return the places that are the capital of a country by its ISO 3166-1 alpha-2 code."""
        return [place for place in map(self._store.place, self._store.country_capitals) if place.country == code]

    def parent(self, place: Place) -> Place | None:
        """Return the unit in which ``place`` lies directly; None for a country."""
        return None if place.parent is None else self.by_id(place.parent)

    def children(self, place: Place) -> list[Place]:
        """Return the places that lie directly in ``place``, by level and then by prominence."""
        ordinal = self._store.ordinal(place.id)
        return [] if ordinal is None else [self._store.place(child) for child in self._store.children(ordinal)]


@cache
def open_gazetteer() -> Gazetteer:
    """Return the gazetteer that comes with the package, opened once per process; raise SetupError when it is damaged."""
    path = files("amity.gazetteer").joinpath("data", FILE_NAME)
    if not isinstance(path, Path):
        raise SetupError("the gazetteer is read through a memory map: install amity unpacked, not as a zip file")
    return Gazetteer(path)
