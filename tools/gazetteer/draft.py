"""A place while it is being put together."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from amity.gazetteer.folding import fold
from amity.gazetteer.model import Seat
from amity.model.actors import PlaceLevel


@dataclass(slots=True, kw_only=True, eq=False)
class Draft:
    """A place of the gazetteer before it is written; ``key`` becomes its id, ``parent`` is a key."""

    key: str
    name: str
    level: PlaceLevel
    country: str
    parent: str | None = None
    geonames: int | None = None
    iso3166_2: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlaceLevel | None = None
    population: int = 0
    members: int = 0
    """Persons in the municipalities inside: only for the order of places that share a name."""
    names: list[str] = field(default_factory=list)
    abbreviations: list[str] = field(default_factory=list)
    capital_of: Seat | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    succeeded_by: str | None = None
    lift: int = 0
    """Added to the prominence by the supplement."""

    def add_names(self, names: list[str]) -> None:
        """Add names that are neither the English name nor there yet (by their exact spelling)."""
        known = {self.name, *self.names}
        self.names += [name for name in dict.fromkeys(names) if name and name not in known]

    def abbreviate(self, names: Iterable[str]) -> None:
        """Add abbreviations; what was there as a name is then only an abbreviation."""
        self.abbreviations += [name for name in names if name not in self.abbreviations]
        self.names = [name for name in self.names if name not in self.abbreviations]

    def folded(self) -> set[str]:
        """Return the folded names."""
        return {key for key in map(fold, (self.name, *self.names)) if key}

    def put(self, lat: float, lon: float, precision: PlaceLevel) -> None:
        """Set the coordinates."""
        self.lat, self.lon, self.precision = lat, lon, precision
