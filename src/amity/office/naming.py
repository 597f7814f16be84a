"""Names that people enter, settled to actors by the rules of reading (domain.md §7): the word beside the name, then the level of its
counterpart; where these leave two places, it is asked for rather than guessed."""

import re
from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple, get_args

import msgspec
from sqlalchemy import Connection, select

from amity.errors import UsageError
from amity.gazetteer import Place, fold, open_gazetteer
from amity.gazetteer.matcher import without_level
from amity.gazetteer.resolving import GREAT_CITY, PAST_PLACE, PRIMARY_NAME, TOWN
from amity.matching.homes import identity
from amity.model.actors import JURISDICTION_OF, JURISDICTIONS, Actor, ActorKind, PlaceLevel, PlaceReference
from amity.model.clock import today
from amity.register import ids
from amity.register.facts import folded
from amity.register.tables import actors, documents, forms, members
from amity.vocabulary import load

LEVELS: dict[ActorKind, PlaceLevel] = {kind: level for level, kind in JURISDICTION_OF.items()}
WORDS: dict[ActorKind, str] = {"state": "", "province": " province", "municipality": " city", "district": " district"}
"""What tells a namesake of each kind from the others, written behind its name."""
FAR = 15
"""Prominence by which a place must outweigh its namesakes elsewhere to be meant without further words: ten times the size."""
MOST_OFFERED = 5

_KIND = re.compile(rf"^({'|'.join(get_args(ActorKind))}):\s*(.+)$")
_GEONAMES = re.compile(r"^geonames:(\d+)$")
"""A place by its number in GeoNames, where nothing else tells it from a namesake."""


class Named(NamedTuple):
    """An actor that a name means; ``same`` is the public id by which it was named, if it was."""

    actor: Actor
    same: str | None = None


class _Ambiguous(UsageError):
    """A name that several places bear; the kind of its counterpart may still settle it."""

    def __init__(self, name: str, places: Sequence[Place], message: str) -> None:
        super().__init__(message)
        self.name, self.places = name, places


class Namer:
    """Settles the names of one record after the other, on the day that each is about; ``connection`` is a register's."""

    def __init__(self, connection: Connection | None) -> None:
        self.connection = connection
        self.gazetteer = open_gazetteer()
        self._trying = False  # whether a way to name a place is tried, so that no question is worded for it

    def all(self, told: Sequence[str], on: date | None = None) -> dict[str, Named]:
        """Return what the names of one record mean, each by its name; raise UsageError for one that means nothing, or several."""
        found: dict[str, Named] = {}
        open_: list[_Ambiguous] = []
        for name in dict.fromkeys(told):
            try:
                found[name] = self.one(name, on)
            except _Ambiguous as error:
                open_.append(error)
        kinds = {one.actor.kind for one in found.values() if one.actor.kind in JURISDICTIONS}
        for several in open_:
            fitting = [place for place in several.places if JURISDICTION_OF[place.level] in _counterparts(kinds)]
            if len(fitting) != 1:
                raise several
            found[several.name] = Named(_unit(several.name, fitting[0], JURISDICTION_OF[fitting[0].level]))
        return found

    def one(self, told: str, on: date | None = None) -> Named:
        """Return what one name means by itself."""
        if ids.is_public(told):
            return self._by_id(told, person=False)
        kind, name = _told_kind(told)
        if kind == "person":
            return Named(Actor(id="", kind="person", name=name))
        if kind in (None, *JURISDICTIONS):
            if place := self._place(told, name, kind, on):
                return Named(_unit(name, place, kind or self._kind(name, place)))
            if kind is not None:
                return Named(self._unknown_unit(name, kind))
        return self._organisation(told, name, kind)

    def person(self, told: str) -> Named:
        """Return a person by name or public id."""
        if ids.is_public(told):
            return self._by_id(told, person=True)
        kind, name = _told_kind(told)
        if kind not in (None, "person"):
            raise UsageError(f"{told}: a person is asked for here, not a {kind}")
        return Named(Actor(id="", kind="person", name=name))

    def where(self, told: str, on: date | None = None, countries: Collection[str] = ()) -> PlaceReference:
        """Return the place of an event; of namesakes the first in the ``countries`` (ISO 3166-1) of its parties.

        One that is not on the map keeps its name alone.
        """
        kind, name = _told_kind(told)
        try:
            place = self._place(told, name, kind, on)
        except _Ambiguous as several:
            near = [one for one in several.places if one.country in countries]
            if not near:
                raise
            place = near[0]
        return place.reference() if place else PlaceReference(name=name)

    def _by_id(self, public: str, *, person: bool) -> Named:
        if self.connection is None:
            raise UsageError(f"{public}: a public id means something in a register only; give a name")
        found = ids.find(self.connection, public)
        if found.layer != "actors":
            raise UsageError(f"{public}: this is one of the {found.layer}, no party; give the id or name of an actor")
        one = self._copied(found.number)
        if (one.kind == "person") != person:
            wanted = "a person" if person else "a place or organisation"
            raise UsageError(f"{public}: {wanted} is asked for here, and this is a {one.kind} ({one.name})")
        return Named(one, public)

    def _copied(self, thing: int) -> Actor:
        """Return an actor of the register as its row and its fullest fact tell it."""
        assert self.connection is not None
        row = self.connection.execute(select(actors).where(actors.c.number == thing)).one()
        facts = self.connection.scalars(
            select(members.c.fact).join(documents, documents.c.number == members.c.document)
            .where(members.c.thing == thing).order_by(members.c.told, documents.c.id, members.c.local)
        ).all()  # fmt: skip
        place = next((fact["place"] for fact in facts if fact.get("place") and fact["kind"] == row.kind), None)
        named = sorted({fact["name"] for fact in facts} - {row.label})[:MOST_OFFERED]
        reference = msgspec.convert(place, PlaceReference) if place else None
        return Actor(id="", kind=row.kind, name=row.label, aliases=named, country=row.country, place=reference)

    def _place(self, told: str, name: str, kind: ActorKind | None, on: date | None) -> Place | None:
        """Return the place of a name, None where there is none; raise for one that several bear."""
        if number := _GEONAMES.match(name):
            if place := self.gazetteer.by_id(number[1]):
                return place
            raise UsageError(f"{told}: the map has no place of this number; write its name, or its name and country")
        for bare, inside in self._readings(name):
            places = [place for place in self.gazetteer.lookup(bare) if inside is None or self._lies_in(place, inside)]
            if places:
                return self._chosen(told, bare, places, LEVELS[kind] if kind else None, on)
        return None

    def _readings(self, name: str) -> list[tuple[str, Place | None]]:
        """Return the ways to read a name: whole, then "PLACE, COUNTRY OR UNIT", then a place's government."""
        found: list[tuple[str, Place | None]] = [(name, None)]
        bare, comma, rest = name.rpartition(",")
        if comma and (inside := self.gazetteer.resolve(rest.strip())):
            found.append((bare.strip(), inside))
        for authority in load("organisations")["governments"]["authorities"]:
            if name.endswith(f" {authority}"):
                found.append((name.removesuffix(authority).strip(), None))
        return found

    def _lies_in(self, place: Place, unit: Place) -> bool:
        if unit.level == "country":
            return place.country == unit.country
        return place.id != unit.id and (place.admin1 == unit.id or place.parent == unit.id)

    def _chosen(self, told: str, name: str, places: list[Place], level: PlaceLevel | None, on: date | None) -> Place:
        level = level or without_level(fold(name))[1]
        if level is not None:
            places = [place for place in places if place.level == level] or places
        bare = without_level(fold(name))[0] or fold(name)
        ranked = sorted(places, key=lambda place: -_weight(place, bare, on or today()))
        apart = {identity(place, unit=place.level == "admin1"): place for place in reversed(ranked)}
        best = ranked[0]
        rivals = [place for key, place in apart.items() if place is not best and self._rivals(best, place, bare, level)]
        if not rivals:
            return best
        if city := self._great_city([best, *rivals]) if level is None else None:
            return city
        raise _Ambiguous(told, [best, *rivals], self._asked(told, [best, *rivals][:MOST_OFFERED]))

    def _rivals(self, best: Place, other: Place, bare: str, level: PlaceLevel | None) -> bool:
        """Tell whether a namesake could as well be meant."""
        if (other.name, other.level, other.country, other.lat, other.lon) == (best.name, best.level, best.country, best.lat, best.lon):
            return False  # the map has one place twice
        namesake = fold(other.name) == bare and other.country == best.country and other.prominence >= TOWN
        if level is None and best.level != "country" and namesake and {best.level, other.level} == {"admin1", "municipality"}:
            return True
        return best.level != "country" and _weight(best, bare) - _weight(other, bare) <= FAR

    def _great_city(self, places: Sequence[Place]) -> Place | None:
        """Return the city among namesakes of one country that is so great that its name means it."""
        cities = [one for one in places if one.level == "municipality" and (one.is_capital or (one.population or 0) >= GREAT_CITY)]
        return cities[0] if len(cities) == 1 and len({one.country for one in places}) == 1 else None

    def _kind(self, name: str, place: Place) -> ActorKind:
        if place.level in ("crossing", "site"):
            raise UsageError(f"{name}: this is a {place.level}, no party; name the city or district that it lies in")
        towns = [one for one in self.gazetteer.lookup(name) if one.level == "municipality" and one.country == place.country]
        if place.level == "admin2" and without_level(fold(name))[1] is None and towns and towns[0].prominence >= TOWN:
            return "municipality"
        return JURISDICTION_OF[place.level]

    def _asked(self, told: str, places: Sequence[Place]) -> str:
        """Return the question which of several places is meant, with how to name each."""
        if self._trying:
            return told
        ways = self._ways(places)
        known = self._known(places)
        return f"{told}: this may be {', '.join(ways[:-1])} or {ways[-1]}; write one of these{f', or its id: {known}' if known else ''}"

    def _ways(self, places: Sequence[Place]) -> list[str]:
        """Return how to name each of several places, so that just this one is meant: by its unit, its kind, its number in GeoNames."""
        units = len({place.level for place in places}) == len(places) and len({place.country for place in places}) == 1
        return [self._sure_way(place, self._way(place, units)) for place in places]

    def _sure_way(self, place: Place, way: str) -> str:
        self._trying = True
        try:
            for one in (way, f"{JURISDICTION_OF.get(place.level, '')}:{way}"):
                if self._means(one, place):
                    return f"“{one}”"
        finally:
            self._trying = False
        return f"“geonames:{place.geonames}” ({way})"

    def _means(self, way: str, place: Place) -> bool:
        """Tell whether a way to name a place means this one."""
        kind, name = _told_kind(way)
        try:
            found = self._place(way, name, kind, None)
        except UsageError:
            return False
        return found is not None and found.id == place.id

    def _way(self, place: Place, units: bool) -> str:
        if units and place.level in JURISDICTION_OF:
            return f"{place.name}{WORDS[JURISDICTION_OF[place.level]]}"
        unit = self.gazetteer.by_id(place.admin1) if place.admin1 and place.level != "admin1" else None
        country = self.gazetteer.country(place.country)
        return f"{place.name}, {unit.name if unit else country.name}"

    def _known(self, places: Sequence[Place]) -> str:
        """Return the actors of the register that are these places: "Lao Cai (act-3)"."""
        if self.connection is None:
            return ""
        own = [identity(place, unit=place.level == "admin1") for place in places]
        rows = self.connection.execute(
            select(actors.c.id, actors.c.label, actors.c.kind).where(actors.c.place.in_(own)).limit(MOST_OFFERED)
        )
        return ", ".join(f"{row.id} ({row.label}, {row.kind})" for row in rows if row.kind in JURISDICTIONS)

    def _unknown_unit(self, name: str, kind: ActorKind) -> Actor:
        """Return a jurisdiction that the map does not have: its name, and its country where it is told behind a comma."""
        bare, comma, rest = name.rpartition(",")
        country = self.gazetteer.resolve(rest.strip(), level="country") if comma else None
        return Actor(id="", kind=kind, name=bare.strip() if country else name, country=country.country if country else None)

    def _organisation(self, told: str, name: str, kind: ActorKind | None) -> Named:
        known = self._in_register(name, kind)
        if len(known) > 1:
            raise UsageError(f"{told}: the register has several of this name ({', '.join(known)}); give the id of the one that is meant")
        if known:
            return self._by_id(known[0], person=False)
        kind = kind or _kind_of(name)
        if kind is None:
            raise UsageError(
                f"{told}: no place of this name is on the map and the register has no such party; say what it is, such as "
                f"“body:{name}”, “company:{name}”, “ngo:{name}” or “municipality:{name}, COUNTRY”, or give a public id"
            )
        bare, comma, rest = name.rpartition(",")
        country = self.gazetteer.resolve(rest.strip(), level="country") if comma else None
        return Named(Actor(id="", kind=kind, name=bare.strip() if country else name, country=country.country if country else None))

    def _in_register(self, name: str, kind: ActorKind | None) -> list[str]:
        """Return the ids of the actors, persons left out, that the register knows by a name."""
        if self.connection is None:
            return []
        query = (
            select(actors.c.id).join(forms, forms.c.thing == actors.c.number)
            .where(forms.c.folded == folded(name), actors.c.kind == kind if kind else actors.c.kind != "person")
            .distinct().order_by(actors.c.number).limit(MOST_OFFERED)
        )  # fmt: skip
        return list(self.connection.scalars(query))


def _counterparts(kinds: set[ActorKind]) -> frozenset[ActorKind]:
    """Return the kinds that go with those of the other parties: states deal with provinces, else like with like."""
    low: frozenset[ActorKind] = frozenset({"municipality", "district"})
    if kinds & low:
        return frozenset({"municipality"}) if not kinds - low else frozenset()
    return frozenset({"province"}) if kinds else frozenset()


def _told_kind(told: str) -> tuple[ActorKind | None, str]:
    """Split "body:Department of Trade" into kind and name."""
    found = _KIND.match(told)
    return (found[1], found[2].strip()) if found else (None, told.strip())  # type: ignore[return-value]


def _weight(place: Place, folded_name: str, on: date | None = None) -> int:
    past = PAST_PLACE if on is not None and not place.existed(on) else 0
    return place.prominence + (PRIMARY_NAME if fold(place.name) == folded_name else 0) - past


def _unit(told: str, place: Place, kind: ActorKind) -> Actor:
    """Return the actor that a place is, under the map's name; what was typed is kept beside it."""
    _, typed = _told_kind(told)
    also = [typed] if (fold(typed) != fold(place.name) or not typed.isascii()) and not _GEONAMES.match(typed) else []
    return Actor(id="", kind=kind, name=place.name, aliases=also, country=place.country, place=place.reference())


def _kind_of(name: str) -> ActorKind | None:
    """Return the kind of organisation that the head noun of a name tells: "Department of Trade" is a body."""
    data = load("organisations")
    known = next((one["kind"] for one in data["known"] if name in (one["name"], one.get("short"), *one.get("also", []))), None)
    if known:
        return known  # type: ignore[no-any-return]
    heads = [(head, kind) for kind, found in data["heads"].items() for head in found if re.search(rf"\b{re.escape(head)}(?!\w)", name)]
    return max(heads, key=lambda one: len(one[0]))[1] if heads else None
