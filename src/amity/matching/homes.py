"""Identities of places: one string for a place however a report writes and locates it.

``VN`` for a country, ``VN-09`` for a first-level unit, ``CN/1809867/baise`` for anything below (country, first-level unit, folded
name): the gazetteer has one city as a municipality and as a unit of the second level, which reports do not tell apart.
"""

from collections.abc import Iterable
from functools import lru_cache

from amity.gazetteer import Place, demonym, fold, open_gazetteer
from amity.matching.names import core, words
from amity.matching.nationwords import without_nation
from amity.model.actors import JURISDICTIONS, Actor, PlaceReference

ORGANS = ("body", "party", "ngo")
"""Kinds of actors whose names may or may not tell their country; companies' and blocs' are names of their own."""
CACHED_HOMES = 16_384


def place_of(reference: PlaceReference | None) -> Place | None:
    """Return the gazetteer's place of a reference, or None."""
    if reference is None or reference.geonames is None:
        return None
    return open_gazetteer().by_id(reference.geonames)


def identity(place: Place, *, unit: bool = False) -> str:
    """Return the identity of a place; ``unit`` asks for that of the first-level unit itself (a province, not its namesake city)."""
    if place.level == "country":
        return place.country
    if place.level == "admin1" and unit:
        return place.iso3166_2 or f"{place.country}-{place.id}"
    return f"{place.country}/{place.admin1 or ''}/{core(place.name)}"


def actor_home(actor: Actor) -> str | None:
    """Return the identity of the place that a jurisdiction is, or that an organisation names in its own name."""
    if actor.kind == "state":
        return actor.country or _named(actor.name, None)
    if actor.kind not in JURISDICTIONS:
        return None if actor.kind in ("person", "igo") else _named(actor.name, actor.country)
    place = place_of(actor.place)
    if place is not None:
        return identity(place, unit=actor.kind == "province")
    return f"{actor.country or '?'}//{core(actor.name)}"


@lru_cache(maxsize=CACHED_HOMES)
def _named(name: str, country: str | None) -> str | None:
    """Return the identity of the narrowest place in an organisation's name ("Foreign Affairs Office of Yunnan Province")."""
    tokens = [token for word in name.replace("’", "'").split() for token in ([word[:-2], "'s"] if word.endswith("'s") else [word])]
    gazetteer = open_gazetteer()
    found = []
    for match in gazetteer.find(tokens):
        if match.common_word or match.weak or _other_country(match.places, country):
            continue
        fitting = [place for place in match.places if country is None or place.country == country]
        if fitting:
            name_at = " ".join(tokens[match.start : match.end])
            place = gazetteer.resolve(name_at, level=match.level, country=country) or fitting[0]
            found.append(place)
    if found:
        narrowest = max(found, key=lambda place: _DEPTH.get(place.level, 0))
        return identity(narrowest, unit=narrowest.level == "admin1")
    return next((code for token in tokens if (code := demonym(token)) and country in (None, code)), None)


def _other_country(places: Iterable[Place], own: str | None) -> bool:
    """Return whether a name is that of a country other than the organisation's ("the Lao embassy in Thailand")."""
    return own is not None and any(place.level == "country" and place.country != own for place in places)


_DEPTH = {"country": 0, "admin1": 1, "admin2": 2, "municipality": 3, "crossing": 0, "site": 0}


def country_of(home: str | None) -> str | None:
    """Return the country of an identity: "VN-09" → "VN"."""
    if not home or home.startswith("?"):
        return None
    return home.split("/")[0].split("-")[0]


def below(home: str, other: str) -> bool:
    """Return whether one identity lies in the other's country or first-level unit, or the other way round."""
    return home == other or home in _above(other) or other in _above(home)


def _above(home: str) -> tuple[str, ...]:
    country = country_of(home) or ""
    if "/" not in home:
        return (country,) if home != country else ()
    unit = open_gazetteer().by_id(home.split("/")[1]) if home.split("/")[1] else None
    return (country, identity(unit, unit=True)) if unit is not None else (country,)


def place_chain(reference: PlaceReference | None) -> tuple[str, ...]:
    """Return the identities of a place and of what it lies in, narrowest first; its folded name where it is not known."""
    place = place_of(reference)
    if reference is None:
        return ()
    if place is None:
        return (f"?//{core(reference.name)}",)
    own = identity(place, unit=True)
    return (own, *[above for above in reversed(_above(own)) if above]) if place.level != "country" else (own,)


def succession(actor: Actor) -> tuple[str | None, str | None]:
    """Return the last day of a unit that has ended (ISO 8601) and the identity of the one that took it over, as far as known.

    A unit that goes on under its own identity (a province that others joined) has not ended.
    """
    place = place_of(actor.place)
    if actor.kind not in JURISDICTIONS or place is None or place.valid_to is None:
        return None, None
    later = open_gazetteer().by_id(place.succeeded_by) if place.succeeded_by else None
    successor = identity(later, unit=later.level == "admin1") if later else None
    return (None, None) if successor == actor_home(actor) else (place.valid_to.isoformat(), successor)


def successor_name(actor: Actor) -> str | None:
    """Return the name of the unit that took over one that has ended, as the gazetteer has it."""
    place = place_of(actor.place)
    later = open_gazetteer().by_id(place.succeeded_by) if place is not None and place.succeeded_by else None
    return later.name if later is not None else None


def canonical_name(actor: Actor) -> str:
    """Return the folded name of a jurisdiction as the gazetteer has it, of any other actor the telling words of its name."""
    place = place_of(actor.place)
    if actor.kind in JURISDICTIONS and place is not None:
        return core(place.name)
    return core_name(actor, actor.name)


def core_name(actor: Actor, form: str) -> str:
    """Return the telling words of a form of an actor's name, those of an organ without the words for its own country."""
    if actor.kind not in ORGANS:
        return core(form)
    return core(without_nation(form, actor.country or country_of(actor_home(actor))))


def display_name(actor: Actor) -> str:
    """Return the name to show for an actor: for a place under the name of its council, or a former name, the gazetteer's name."""
    place = place_of(actor.place)
    known = actor.kind not in JURISDICTIONS or place is None or core(actor.name) == core(place.name)
    return actor.name if known or place is None else place.name


def anchored(home: str | None, text_words: frozenset[str]) -> bool:
    """Return whether the report names the first-level unit in which a place lies, so that its namesakes elsewhere are ruled out."""
    if not home or "/" not in home or not home.split("/")[1]:
        return False
    unit = open_gazetteer().by_id(home.split("/")[1])
    if unit is None:
        return False
    named = words(unit.name)
    return all(word in text_words for word in named) and fold(unit.name) != home.split("/")[2]
