"""Vietnam's units before and after 1 July 2025: 63 provinces became 34, and districts ended (``vietnam.toml``)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from amity.gazetteer.folding import fold
from tools.gazetteer.draft import Draft
from tools.gazetteer.names import data
from tools.gazetteer.sources import Subdivision, Unit


@dataclass(frozen=True, slots=True)
class Province:
    """A province of before July 2025; ``merged_into`` is the ISO 3166-2 code of its successor, None when it went on."""

    iso: str
    name: str
    merged_into: str | None
    districts: tuple[tuple[int, int], ...]

    def has(self, number: int) -> bool:
        """Return whether the statistical number of a district is one of this province's."""
        return any(first <= number <= last for first, last in self.districts)


def provinces() -> list[Province]:
    """Return the 63 provinces of before July 2025."""
    rows = data("vietnam")["provinces"]
    return [
        Province(iso, row["name"], row.get("merged_into"), tuple((first, last) for first, last in row["districts"]))
        for iso, row in rows.items()
    ]


def apply_reform(units: dict[int, Draft], rows: Iterable[Subdivision], earth: Iterable[Unit]) -> list[Draft]:
    """Date the units of Vietnam and return drafts of the provinces that ended on 30 June 2025."""
    reform, old = data("vietnam")["reform"], provinces()
    by_iso = {draft.iso3166_2: draft for draft in units.values() if draft.country == "VN" and draft.level == "admin1"}
    outlines = {unit.iso: unit for unit in earth if unit.country == "VN"}
    ended = {row.iso: _ended(row, by_iso, outlines.get(row.iso), reform["last_day"]) for row in old if row.merged_into}
    for draft in {row.merged_into: by_iso[row.merged_into] for row in old if row.merged_into}.values():
        draft.valid_from = reform["first_day"]
    for province in old:
        if province.merged_into in (None, province.iso):
            _name(by_iso[province.iso], province.name)
    districts = {row.row: province for row in rows for province in old if (number := _number(row)) and province.has(number)}
    for row, province in districts.items():
        owner = ended.get(province.iso) or by_iso[province.iso]
        units[row].parent, units[row].valid_to = owner.key, reform["last_day"]
    return list(ended.values())


def _name(draft: Draft, name: str) -> None:
    """Give a province the name of the table: Natural Earth's are sometimes those of a region ("Dong Nam Bo" for Dong Nai)."""
    if fold(draft.name) != fold(name):
        draft.names = [each for each in draft.names if fold(each) != fold(name)]
    draft.name = name


def _number(row: Subdivision) -> int | None:
    """Return the statistical number of a district ("VN.15.080" → 80)."""
    country, _, number = row.code.partition(".")[0], *row.code.rpartition(".")[1:]
    return int(number) if country == "VN" and row.level == 2 and number.isdecimal() and len(number) == 3 else None


def _ended(row: Province, by_iso: Mapping[str | None, Draft], outline: Unit | None, last_day: str) -> Draft:
    successor = by_iso[row.merged_into]
    key = str(outline.geonames) if outline and outline.geonames else f"amity:vn-{row.iso[3:].lower()}-2025"
    draft = Draft(
        key=key, geonames=int(key) if key.isdecimal() else None, name=row.name, level="admin1", country="VN", parent=successor.parent,
        iso3166_2=row.iso, valid_to=last_day, succeeded_by=successor.key,
    )  # fmt: skip
    if outline:
        draft.put(outline.lat, outline.lon, "admin1")
    return draft


def move_towns(towns: Iterable[Draft], drafts: Mapping[str, Draft]) -> None:
    """Put towns of ended districts under the province that exists now."""
    for town in towns:
        unit = drafts[town.parent] if town.parent else None
        while unit is not None and unit.valid_to and unit.parent:
            unit = drafts[unit.succeeded_by or unit.parent]
        if unit is not None:
            town.parent = unit.key
