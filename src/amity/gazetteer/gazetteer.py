"""The gazetteer: names to places, and places to their parents and children."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

from amity.errors import SetupError
from amity.gazetteer.container import Container
from amity.gazetteer.folding import fold, joined
from amity.gazetteer.index import NameIndex, Probe
from amity.gazetteer.layout import FILE_NAME
from amity.gazetteer.matcher import find
from amity.gazetteer.model import Match, Place
from amity.gazetteer.resolving import choose
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
        and ``HANOI`` are one name.
        """
        return [self._store.place(ordinal) for ordinal in self._probe(fold(name)).ordinals]

    def _probe(self, folded: str) -> Probe:
        probe = self._index.probe(folded)
        return probe if probe.ordinals or " " not in folded else self._index.probe(joined(folded))

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

        ``level`` is what the word beside the name says; units of a kindred level fit less well, others not at all.
        ``country`` (ISO 3166-1 alpha-2) and ``on`` (the day it is about) exclude what lies or existed elsewhere. ``near``
        are places already found in the report. The scores, with their reasons, are the constants of ``resolving``.
        """
        return choose(self.lookup(name), fold(name), level=level, country=country, near=near, on=on)

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
