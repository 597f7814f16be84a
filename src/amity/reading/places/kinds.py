"""Which place a name means and of which kind its actor is: the words beside it, its container, its neighbours, its namesakes."""

from collections.abc import Iterable, Sequence
from datetime import date

from spacy.tokens import Doc

from amity.gazetteer import Place, fold, open_gazetteer
from amity.gazetteer.resolving import GREAT_CITY, TOWN
from amity.model import ActorKind
from amity.model.actors import JURISDICTION_OF, PlaceLevel
from amity.reading.places.chains import holds
from amity.reading.places.name import PlaceName
from amity.reading.sequences import text_of
from amity.vocabulary import load

GENERAL_FIRST: tuple[ActorKind, ...] = ("state", "province", "municipality", "district")
CITIES_FIRST: tuple[ActorKind, ...] = ("state", "municipality", "province", "district")

LEVELS: dict[ActorKind, tuple[PlaceLevel, ...]] = {
    "state": ("country",),
    "province": ("admin1",),
    "municipality": ("municipality", "admin2", "admin1"),
    "district": ("admin2", "municipality"),
}


def settle_kinds(doc: Doc, names: Sequence[PlaceName], countries: Iterable[str], on: date | None) -> None:
    """Fill ``place`` and ``kind`` of every name; ``countries`` are those that adjectives of nationality tell."""
    gazetteer = open_gazetteer()
    near = {place.id: place for code in countries for place in (gazetteer.country(code),)}
    near |= {n.places[0].id: n.places[0] for n in names if n.is_country}
    for name in sorted(names, key=_settling_order):
        name.place = _resolve(name, near.values(), on)
        if name.place is not None and name.place.level != "country":
            near[name.place.id] = name.place
    cities = _is_about_cities(doc)
    _share_kinds(names, cities)
    for name in names:
        if name.kind is None:
            name.kind = _usual_kind(name, cities)
        if name.place is not None and name.kind is not None and name.place.level != LEVELS[name.kind][0]:
            name.place = _resolve(name, near.values(), on) or name.place


def _settling_order(name: PlaceName) -> tuple[int, int]:
    """Countries first, then containers, then what is told a container or country, then the rest."""
    told = name.container is not None or name.country is not None
    return (0 if name.is_country else 1 if name.contained else 2 if told else 3, name.core_start)


def _resolve(name: PlaceName, near: Iterable[Place], on: date | None) -> Place | None:
    if not name.places:
        return None
    country = name.country or (name.container.place.country if name.container and name.container.place else None)
    inside = [p for p in name.places if name.container and name.container.place and holds(name.container.place, p)]
    if inside and not any(p.country != inside[0].country for p in inside):
        near = [*near, *([name.container.place] if name.container and name.container.place else [])]
    for level in [*(level for kind in _told(name) for level in LEVELS.get(kind, ())), None]:
        for day in (on, None):
            place = open_gazetteer().resolve(name.text, level=level, country=country, near=near, on=day)
            if place is not None:
                return place
    return open_gazetteer().resolve(name.text, near=near)


def _told(name: PlaceName) -> tuple[ActorKind, ...]:
    """Return the kinds told beside the name, the settled one once it is known."""
    if name.kind is not None:
        return (name.kind,)
    return name.kinds or ((name.hint,) if name.hint else ())


def _is_about_cities(doc: Doc) -> bool:
    """Tell whether the report speaks more of cities than of provinces: what a name that both bear means here."""
    text = text_of(doc).lower()
    counts = {side: sum(text.count(word) for word in load("places")["about"][side]) for side in ("cities", "provinces")}
    return counts["cities"] > counts["provinces"]


def _share_kinds(names: Sequence[PlaceName], cities: bool) -> None:
    """Give every name the kind told beside it; untold ones take what is told elsewhere for the same name, if that is one."""
    for name in names:
        name.kind = _kind_of_told(name)
    told: dict[str, set[ActorKind]] = {}
    for name in names:
        if name.kind is not None:
            told.setdefault(fold(name.text), set()).add(name.kind)
    for name in names:
        if name.kind is None and fold(name.text) in told:
            name.kind = _shared_kind(name, told[fold(name.text)], cities)


def _shared_kind(name: PlaceName, told: set[ActorKind], cities: bool) -> ActorKind:
    """Return the kind of an untold name whose like is told elsewhere: of several the more general, the city where cities are the matter."""
    if told == {"province"} and _is_great_city(name):
        return "municipality"
    if told == {"municipality"} and not cities and not _is_great_city(name) and _may_be(name, "province") and not name.located:
        return "province"
    return next(kind for kind in (CITIES_FIRST if cities else GENERAL_FIRST) if kind in told)


def _kind_of_told(name: PlaceName) -> ActorKind | None:
    """Return the kind that the words beside the name tell; of several, the one that the resolved place's level has."""
    if name.is_country and not name.kinds:
        return "state"
    if name.kinds:
        fitting = [k for k in name.kinds if name.place and JURISDICTION_OF.get(name.place.level) == k]
        return fitting[0] if fitting else name.kinds[0]
    if name.hint and name.places and (not _may_be(name, name.hint) or (name.hint == "province" and _is_great_city(name))):
        return None
    return name.hint


def _is_great_city(name: PlaceName) -> bool:
    """Tell whether the name is a great city's: such a city may have a governor."""
    cities = [p for p in name.places if p.level == "municipality"]
    return bool(cities) and (cities[0].is_capital or (cities[0].population or 0) >= GREAT_CITY)


def _may_be(name: PlaceName, kind: ActorKind) -> bool:
    return any(p.level in LEVELS[kind] for p in name.places)


def _usual_kind(name: PlaceName, about_cities: bool) -> ActorKind | None:
    """Return the kind of an untold name: a city's if it is a city's name too and that is great, else by the gazetteer's level."""
    if name.place is None:
        return None
    if name.place.level in ("crossing", "site"):
        return None
    cities = [p for p in name.places if p.level == "municipality" and p.country == name.place.country and p.prominence >= TOWN]
    if name.place.level == "admin1" and cities and (about_cities or cities[0].is_capital or (cities[0].population or 0) >= GREAT_CITY):
        return "municipality"
    if name.place.level == "admin2" and (cities or about_cities):
        return "municipality"
    return JURISDICTION_OF[name.place.level]
