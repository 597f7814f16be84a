"""The actors of the register's bench: places of the gazetteer, their organs, firms, and officials with made-up names, all from a seed.

Actors are drawn by Zipf's law: the first of the ranking is told of a thousand times as often as the thousandth.
"""

import random
import re
import tomllib
from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from amity.gazetteer import Place, open_gazetteer
from amity.model import Actor, ActorKind, PlaceReference

Item = TypeVar("Item")

WORDS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "register_words.toml").read_text(encoding="utf-8"))
SHARES = {"state": 0.01, "province": 0.2, "municipality": 0.09, "organ": 0.18, "firm": 0.08}
"""Parts of all actors; the others are persons."""
FAVOUR = {"state": 0.01, "province": 0.6, "municipality": 1.0}
"""By how much a kind's draw for its rank is shortened: states are told of most."""
FEWEST_STATES = 4
"""Sides of two countries are wanted, also in a small world."""
NAMESAKES = 0.05
"""Part of the persons who bear the name of another one, of another place."""
FAMILIES = 300
TERM = 4
"""Years after which an official moves to another post of the same place."""
PLAIN = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?")


class Person(NamedTuple):
    """An official: the name in the order of the reports and the posts held one after the other."""

    given: str
    family: str
    titles: tuple[str, str]

    @property
    def name(self) -> str:
        """The whole name."""
        return f"{self.given} {self.family}"

    def title(self, year: int) -> str:
        """Return the post held in a year."""
        return self.titles[year // TERM % 2]


class Side(NamedTuple):
    """A jurisdiction with its officials and the organisations that belong to it."""

    kind: ActorKind
    place: Place
    officials: list[Person]
    organs: list[Actor]

    def actor(self) -> Actor:
        """Return it as an actor without id and mentions."""
        return Actor(id="", kind=self.kind, name=self.place.name, country=self.place.country, place=reference(self.place))


class Zipf(Generic[Item]):
    """Draws of a ranking by Zipf's law."""

    def __init__(self, items: Sequence[Item], chance: random.Random) -> None:
        self.items = items
        self.chance = chance
        self.weights = list(accumulate(1 / rank for rank in range(1, len(items) + 1)))

    def draw(self) -> Item:
        """Return one item."""
        return self.items[bisect(self.weights, self.chance.random() * self.weights[-1])]


class World:
    """All actors, drawn from a seed: ``sides`` by Zipf's law, their officials and organs with them."""

    def __init__(self, seed: int, actors: int) -> None:
        self.chance = random.Random(f"{seed}/world")
        counts = {name: round(share * actors) for name, share in SHARES.items()}
        counts["state"] = max(counts["state"], FEWEST_STATES)
        self.ranking = sorted(self._jurisdictions(counts), key=lambda side: self.chance.random() * FAVOUR[side.kind])
        self.sides = Zipf(self.ranking, self.chance)
        self._organs(counts["organ"], counts["firm"])
        self._officials(actors - len(self))

    def __len__(self) -> int:
        return sum(1 + len(side.officials) + len(side.organs) for side in self.ranking)

    def _jurisdictions(self, counts: dict[str, int]) -> Iterator[Side]:
        gazetteer = open_gazetteer()
        countries = [one for one in gazetteer.countries() if one.population and PLAIN.fullmatch(one.name)]
        states = sorted(countries, key=lambda one: (-(one.population or 0), one.id))[: counts["state"]]
        units = [unit for state in states for unit in gazetteer.children(state) if unit.level == "admin1" and _ordinary(unit)]
        provinces = self.chance.sample(units, counts["province"])
        named = (gazetteer.resolve(unit.name, level="municipality", country=unit.country) for unit in units)
        towns = [town for town in named if town and town.level == "municipality" and _ordinary(town)]
        for kind, places in (
            ("state", states),
            ("province", provinces),
            ("municipality", self.chance.sample(towns, min(counts["municipality"], len(towns)))),
        ):
            yield from (Side(kind, place, [], []) for place in places)  # type: ignore[arg-type]

    def _organs(self, organs: int, firms: int) -> None:
        left = {(side.place.id, name) for side in self.ranking for name in WORDS["actors"]["organs"]}
        while organs:
            side, name = self.sides.draw(), self.chance.choice(WORDS["actors"]["organs"])
            if (side.place.id, name) in left:
                left.remove((side.place.id, name))
                side.organs.append(Actor(id="", kind="body", name=f"{side.place.name} {name}", country=side.place.country))
                organs -= 1
        for _ in range(firms):
            side, kind = self.sides.draw(), self.chance.choice(("company", "ngo"))
            last = self.chance.choice(WORDS["actors"]["firms" if kind == "company" else "societies"])
            name = f"{made_name(self.chance, 3)} {last}"
            side.organs.append(Actor(id="", kind=kind, name=name, country=side.place.country))  # type: ignore[arg-type]

    def _officials(self, count: int) -> None:
        families = Zipf([made_name(self.chance, 2) for _ in range(FAMILIES)], self.chance)
        holders = [*self.ranking, *(self.sides.draw() for _ in range(count))][:count]
        known: list[tuple[str, str]] = []
        for side in holders:
            name = (made_name(self.chance, 2), families.draw())
            if known and self.chance.random() < NAMESAKES:
                name = self.chance.choice(known)
            known.append(name)
            titles = self.chance.sample(WORDS["titles"][side.kind], 2)
            side.officials.append(Person(*name, (titles[0], titles[1])))

    def pair(self, chance: random.Random) -> tuple[Side, Side]:
        """Return two sides that have to do with each other: neither lies in the other."""
        one, other = self.sides.draw(), self.sides.draw()
        while other.place.country == one.place.country or not other.officials or not one.officials:
            one, other = self.sides.draw(), self.sides.draw()
        return one, other


def _ordinary(place: Place) -> bool:
    return bool(PLAIN.fullmatch(place.name)) and place.valid_to is None


def made_name(chance: random.Random, syllables: int) -> str:
    """Return a name of so many syllables."""
    return "".join(chance.choice(WORDS["names"]["syllables"]) for _ in range(syllables)).capitalize()


def reference(place: Place) -> PlaceReference:
    """Return a place as facts refer to it."""
    return PlaceReference(
        name=place.name, iso3166_2=place.iso3166_2, geonames=place.geonames, lat=place.lat, lon=place.lon, precision=place.precision
    )
