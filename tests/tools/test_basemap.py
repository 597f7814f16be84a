"""The base of maps: how it is made, and that what is committed is what that makes."""

import json
from pathlib import Path

import pytest

from amity.web.maps import DATA, read_topology
from tools.basemap.__main__ import BASES, HERE, SOURCE, STATES, UNITS, Base, command, disputed

LARGEST = 4_000_000
"""Bytes that the bases may have together."""


@pytest.mark.parametrize("base", BASES, ids=lambda base: base.name)
def test_a_base_is_made_of_natural_earth_by_mapshaper(base: Base) -> None:
    made = command(base, Path("node_modules"))
    assert made[:2] == ["node_modules/.bin/mapshaper", f"node_modules/{SOURCE}"]
    assert base.kept in made
    assert f"quantization={base.grid}" in made
    assert ("name=units" in made) is base.units


def test_every_disputed_unit_is_named_in_the_lines() -> None:
    told = disputed("A")
    assert all(f'"{code}"' in told for code in (*STATES, *UNITS))
    assert "B." not in told


@pytest.mark.parametrize("base", BASES, ids=lambda base: base.name)
def test_what_is_committed_has_what_a_base_is_made_of(base: Base) -> None:
    content = (DATA / f"{base.name}.json").read_bytes()
    told = json.loads(content)
    assert round(360 / told["transform"]["scale"][0]) in (base.grid - 1, base.grid)
    found = read_topology(content)
    assert set(found.layers) == {"land", "countries", "disputed", *(["units"] if base.units else [])}
    assert all(any(found.lines(layer)) for layer in found.layers)


def test_the_bases_are_small() -> None:
    assert sum((DATA / f"{base.name}.json").stat().st_size for base in BASES) < LARGEST


def test_the_sources_are_pinned() -> None:
    told = json.loads((HERE / "package.json").read_text(encoding="utf-8"))
    assert all(version.replace(".", "").isdigit() for version in told["dependencies"].values())
