"""The hand-kept supplement (``supplement.toml``, ``demonyms.toml``): places and names that the sources lack."""

from collections.abc import Iterable, Mapping
from typing import Any

from amity.gazetteer.demonyms import country_words
from amity.gazetteer.folding import fold
from tools.gazetteer.draft import Draft
from tools.gazetteer.joins import ancestors
from tools.gazetteer.names import data

_FIELDS = ("valid_from", "valid_to", "succeeded_by", "capital_of", "lift", "name", "iso3166_2", "population")


class SupplementError(Exception):
    """An entry of the supplement does not fit the sources."""


def new_places(drafts: Mapping[str, Draft]) -> list[Draft]:
    """Return the supplement's own places; their ``parent`` is the ISO code or id of a unit or country."""
    codes = {draft.iso3166_2: draft.key for draft in drafts.values() if draft.iso3166_2 and not draft.valid_to}
    codes |= {draft.country: draft.key for draft in drafts.values() if draft.level == "country"}
    codes |= {key: key for key in drafts}
    return [new_place(slug, row, codes) for slug, row in data("supplement")["places"].items()]


def new_place(slug: str, row: dict[str, Any], codes: Mapping[str, str]) -> Draft:
    """Return one place of the supplement."""
    geonames = row.get("geonames")
    if row["parent"] not in codes:
        raise SupplementError(f"{slug}: no unit {row['parent']}")
    draft = Draft(
        key=str(geonames) if geonames else f"amity:{slug}",
        geonames=geonames,
        name=row["name"],
        level=row["level"],
        country=row["country"],
        parent=codes[row["parent"]],
        population=row.get("population", 0),
        valid_from=row.get("valid_from"),
        valid_to=row.get("valid_to"),
        succeeded_by=row.get("succeeded_by"),
        lift=row.get("lift", 0),
    )
    draft.add_names(row.get("names", []))
    if "lat" in row:
        draft.put(row["lat"], row["lon"], row["level"])
    return draft


def change_places(drafts: Mapping[str, Draft]) -> None:
    """Apply the supplement's changes of places that the sources have, and add the names of countries."""
    for row in data("supplement")["changes"]:
        change_place(find_draft(row, drafts), row)
    by_code = {draft.country: draft for draft in drafts.values() if draft.level == "country"}
    for code, words in country_words().items():
        by_code[code].add_names([*words.names])
        by_code[code].abbreviate(words.abbreviations)


def find_draft(row: Mapping[str, Any], drafts: Mapping[str, Draft]) -> Draft:
    """Return the place that a change is about: by ``id``, by ``iso``, or by ``was`` (a name), ``level`` and ``country``."""
    if "id" in row:
        return drafts[str(row["id"])]
    found = [draft for draft in drafts.values() if _is_meant(draft, row)]
    if "parent" in row:
        found = [draft for draft in found if any(unit.iso3166_2 == row["parent"] for unit in ancestors(draft, drafts))]
    if not found:
        raise SupplementError(f"no place for {dict(row)}")
    return max(found, key=lambda draft: (not draft.valid_to, draft.population))


def _is_meant(draft: Draft, row: Mapping[str, Any]) -> bool:
    if "iso" in row:
        return bool(draft.iso3166_2 == row["iso"])
    return bool(draft.level == row["level"]) and draft.country == row["country"] and fold(row["was"]) in draft.folded()


def change_place(draft: Draft, row: Mapping[str, Any]) -> None:
    """Apply one change: new fields, names added (``names``) and taken away (``without``)."""
    old = draft.name
    for field in _FIELDS:
        if field in row:
            setattr(draft, field, row[field])
    dropped = {fold(name) for name in row.get("without", ())}
    if "lat" in row:
        draft.put(row["lat"], row["lon"], draft.level)
    draft.abbreviate(row.get("abbreviations", ()))
    draft.names = [name for name in draft.names if fold(name) not in dropped and name != draft.name]
    draft.add_names([*([old] if old != draft.name and fold(old) not in dropped else []), *row.get("names", ())])


def mark_seats(towns: Iterable[Draft], drafts: Mapping[str, Draft]) -> None:
    """Mark the capitals of first-level units that ``capitals.toml`` names."""
    seats = {(iso, fold(name)) for iso, name in data("capitals")["admin1"].items()}
    best: dict[tuple[str, str], Draft] = {}
    for town in towns:
        for unit in ancestors(town, drafts):
            for key in town.folded():
                seat = (unit.iso3166_2 or "", key)
                if seat in seats and (seat not in best or best[seat].population < town.population):
                    best[seat] = town
    if missing := seats - set(best):
        raise SupplementError(f"no town for {sorted(missing)}")
    for town in best.values():
        town.capital_of = town.capital_of or "admin1"
