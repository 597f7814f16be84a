"""Which of several places with one name a report means."""

from collections.abc import Iterable, Sequence
from datetime import date

from amity.gazetteer.folding import fold
from amity.gazetteer.model import Place
from amity.model.actors import PlaceLevel

SAME_LEVEL = 100
"""The word beside the name says so ("Lao Cai city"): stronger than any difference in size."""
KINDRED_LEVEL = 60
"""Cities are often filed as districts or first-level units and the other way round ("Hai Phong city", "Nanning city")."""
NEAR_COUNTRY = 40
"""Names of one report lie in the countries that it names; weaker than a country told for this very name."""
NEAR_ADMIN1 = 25
"""A town of a first-level unit that the report names outweighs a town ten times its size elsewhere."""
PRIMARY_NAME = 30
"""A place known by this very name outweighs one that also bears it, unless that one is a thousand times bigger: "Trung Khanh" is a
district, and Vietnamese for Chongqing."""
PAST_PLACE = 15
"""Without a date the place that exists now is meant."""

GREAT_CITY = 600_000
"""Residents from which a name shared with its province means the city: a city of that size outweighs its surroundings."""
TOWN = 45
"""Prominence from which a town that shares a larger place's name may be meant: provincial seats have it, villages have not."""
_KINDRED: dict[PlaceLevel, frozenset[PlaceLevel]] = {
    "municipality": frozenset({"admin2", "admin1"}),
    "admin2": frozenset({"municipality", "admin1"}),
    "admin1": frozenset({"admin2"}),
    "site": frozenset({"crossing"}),
    "crossing": frozenset({"site"}),
}


def choose(
    places: Sequence[Place],
    folded: str,
    *,
    level: PlaceLevel | None = None,
    country: str | None = None,
    near: Iterable[Place] = (),
    on: date | None = None,
) -> Place | None:
    """Return the best of ``places``, which all bear the name ``folded``; see ``Gazetteer.resolve``."""
    neighbours = tuple(near)
    fitting = [place for place in places if _fits(place, level, country, on)]
    scores = [_score(place, folded, level, neighbours, on) for place in fitting]
    return fitting[scores.index(max(scores))] if fitting else None


def fits_level(place: Place, level: PlaceLevel | None) -> bool:
    """Return whether a place may be called by a word of ``level``: it is of that level or a kindred one."""
    return level is None or place.level == level or place.level in _KINDRED.get(level, ())


def _fits(place: Place, level: PlaceLevel | None, country: str | None, on: date | None) -> bool:
    return fits_level(place, level) and (country is None or place.country == country) and (on is None or place.existed(on))


def _score(place: Place, folded: str, level: PlaceLevel | None, near: Sequence[Place], on: date | None) -> int:
    return (
        place.prominence
        + (PRIMARY_NAME if fold(place.name) == folded else 0)
        + (0 if level is None else SAME_LEVEL if place.level == level else KINDRED_LEVEL)
        + (NEAR_COUNTRY if any(other.country == place.country for other in near) else 0)
        + (NEAR_ADMIN1 if place.admin1 and any(place.admin1 in (other.admin1, other.succeeded_by) for other in near) else 0)
        - (PAST_PLACE if on is None and place.valid_to else 0)
    )
