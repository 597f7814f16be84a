"""Drafts written as the sections of the gazetteer's file (``amity.gazetteer.layout``)."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from amity.gazetteer.container import Column
from amity.gazetteer.folding import fold, joined
from amity.gazetteer.layout import (
    ADMIN1_CAPITAL,
    BLOCK,
    CHUNK,
    COUNTRY_CAPITAL,
    DEGREE,
    LEVELS,
    NO_DEGREES,
    PRECISION_SHIFT,
    Extra,
)
from amity.gazetteer.resolving import PAST_PLACE, PRIMARY_NAME
from tools.gazetteer.draft import Draft
from tools.gazetteer.marks import marks
from tools.gazetteer.prominence import prominence
from tools.gazetteer.sources import Words

JOINED_IN = frozenset({"VN", "LA"})
"""Countries whose names English also writes in one word ("Ha Noi", "Hanoi")."""
JOINED_FROM = 30
"""Prominence from which the joined spelling is indexed: no one joins the name of a hamlet."""


def ordered(drafts: Iterable[Draft]) -> list[Draft]:
    """Return the drafts in file order: parents first, then by country and parent (which packs best), prominent ones first."""
    return sorted(
        drafts,
        key=lambda draft: (LEVELS.index(draft.level), draft.country, draft.parent or "", -prominence(draft), draft.name, draft.key),
    )


def sections(drafts: Sequence[Draft], words: Words) -> dict[str, Column]:
    """Return all sections of the file."""
    return place_sections(drafts) | name_sections(drafts, words)


def place_sections(drafts: Sequence[Draft]) -> dict[str, Column]:
    """Return the sections that describe places."""
    ordinals = {draft.key: ordinal for ordinal, draft in enumerate(drafts)}
    countries = [draft.country for draft in drafts if draft.level == "country"]
    columns: dict[str, Column] = {
        "countries": "\n".join(countries).encode(),
        "id": array("I", [0 if draft.key.startswith("amity:") else int(draft.key) for draft in drafts]),
        "lat": array("i", [_degrees(draft.lat) for draft in drafts]),
        "lon": array("i", [_degrees(draft.lon) for draft in drafts]),
        "population": array("I", [draft.population for draft in drafts]),
        "parent": array("I", [ordinals[draft.parent] + 1 if draft.parent else 0 for draft in drafts]),
        "country": array("H", [countries.index(draft.country) for draft in drafts]),
        "kind": bytes(_kind(draft) for draft in drafts),
        "prominence": bytes(prominence(draft) for draft in drafts),
        "iso": _isos(drafts),
        "extras": msgspec.json.encode({str(ordinal): extra for ordinal, draft in enumerate(drafts) if (extra := _extra(draft))}),
    }
    return columns | chunks("\t".join((draft.name, *draft.names, *draft.abbreviations)) for draft in drafts)


def _degrees(value: float | None) -> int:
    return NO_DEGREES if value is None else round(value * DEGREE)


def _kind(draft: Draft) -> int:
    precision = LEVELS.index(draft.precision) + 1 if draft.precision else 0
    seat = {"country": COUNTRY_CAPITAL, "admin1": ADMIN1_CAPITAL, None: 0}[draft.capital_of]
    return LEVELS.index(draft.level) | precision << PRECISION_SHIFT | seat


def _isos(drafts: Sequence[Draft]) -> bytes:
    coded = [ordinal for ordinal, draft in enumerate(drafts) if draft.iso3166_2]
    return "\n".join(draft.iso3166_2 or "" for draft in drafts[: coded[-1] + 1] if coded).encode()


def _extra(draft: Draft) -> Extra | None:
    own = draft.key if draft.key.startswith("amity:") else None
    extra = Extra(own, draft.valid_from, draft.valid_to, draft.succeeded_by)
    return extra if extra != Extra() else None


def chunks(lines: Iterable[str]) -> dict[str, Column]:
    """Return the places' names, ``CHUNK`` of them a section."""
    every = list(lines)
    starts = range(0, len(every), CHUNK)
    return {f"names.{number}": "\n".join(every[start : start + CHUNK]).encode() for number, start in enumerate(starts)}


def _lines(lines: Iterable[str]) -> tuple[bytes, array[int]]:
    body, offsets = bytearray(), array("I")
    for line in lines:
        offsets.append(len(body))
        body += line.encode() + b"\n"
    return bytes(body), offsets


def name_sections(drafts: Sequence[Draft], words: Words) -> dict[str, Column]:
    """Return the sections that lead from names to places."""
    bearers = name_index(drafts)
    abbreviations = {fold(name) for draft in drafts for name in draft.abbreviations}
    names = sorted(bearers, key=str.encode)
    lines, offsets = _lines(names)
    starts, postings = array("I", [0]), array("I")
    for name in names:
        postings.extend(bearers[name])
        starts.append(len(postings))
    return {
        "keys": lines,
        "key_blocks": offsets[::BLOCK],
        "key_marks": bytes(marks(name, [drafts[place] for place in bearers[name]], name in abbreviations, words) for name in names),
        "posting_starts": starts,
        "postings": postings,
    }


def name_index(drafts: Sequence[Draft]) -> Mapping[str, list[int]]:
    """Return the places of every folded name, most prominent first: those known by this very name before the others."""
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for ordinal, draft in enumerate(drafts):
        for key, rank in ranks(draft).items():
            found[key][ordinal] = rank
    return {key: sorted(places, key=lambda place: (-places[place], place)) for key, places in found.items()}


def ranks(draft: Draft) -> dict[str, int]:
    """Return a place's folded names, each with its rank among the places of that name."""
    rank = prominence(draft) - (PAST_PLACE if draft.valid_to else 0)
    found = {fold(name): rank - PRIMARY_NAME for name in (*draft.names, *draft.abbreviations)} | {fold(draft.name): rank}
    if draft.country in JOINED_IN and rank >= JOINED_FROM:
        found = {joined(key): value for key, value in found.items() if " " in key} | found
    return {key: value for key, value in found.items() if key}
