"""The command: ``python -m tools.calibrate``; see the package."""

import argparse
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from amity.evaluate.calibration import Rated, shares, table
from amity.reading.confidence import DOUBTS, KINDS, Weights, weights
from amity.reading.report import FactKind
from tools.calibrate.figures import Figure, load_figures, measured, of_gold, save_figures
from tools.calibrate.folds import learnt, rated

ROOT = Path(__file__).parents[2]
WEIGHTS = ROOT / "src" / "amity" / "vocabulary" / "lang" / "en" / "confidence.toml"
PAGE = ROOT / "docs" / "confidence.md"
HEAD = """\
# What doubts weigh, learnt from gold by `make calibrate`: see docs/confidence.md. Not to be edited by hand.
# base: log odds that a fact without doubts is right; each doubt takes its weight from them.
# high, low: least probabilities of a high and of a medium fact; a kind without high has none that is sure enough.
"""


def written(figures: Sequence[Figure]) -> str:
    """Return the file of weights that the figures make."""
    return HEAD + "".join(_section(kind, learnt(kind, figures)) for kind in KINDS)


def _section(kind: str, one: Weights) -> str:
    high = [] if one.high is None else [f"high = {one.high}"]
    lines = [f"[{kind}]", f"base = {one.base}", f"low = {one.low}", *high, f"[{kind}.doubts]"]
    return "\n" + "\n".join([*lines, *(f"{name} = {weight}" for name, weight in one.doubts.items())]) + "\n"


def loaded(text: str) -> dict[FactKind, Weights]:
    """Return the weights of a file."""
    return msgspec.toml.decode(text, type=dict[FactKind, Weights])


def doubts_table(known: Mapping[FactKind, Weights]) -> str:
    """Return the doubts as a table of the docs: their kind of fact, what they say, and what they weigh."""
    rows = (
        f"| {kind} | {doubt.__name__.replace('_', ' ')} | {doubt.__doc__} | {known[kind].doubts[doubt.__name__]:.2f} |"
        for kind in KINDS
        for doubt in DOUBTS[kind]
    )
    return "\n".join(["| kind | doubt | what it says | weight |", "|---|---|---|---|", *rows])


def shown(page: str, **tables: str) -> str:
    """Return the page with each table between the marks of its name."""
    for name, content in tables.items():
        block = re.compile(rf"<!-- {name} -->\n.*?<!-- /{name} -->", re.DOTALL)
        page = block.sub(f"<!-- {name} -->\n{content}\n<!-- /{name} -->".replace("\\", r"\\"), page)
    return page


def checked(figures: Sequence[Figure]) -> str:
    """Return the table of figures of other reports, rated by the weights as they are."""
    known = weights()
    return table(shares(Rated(one.kind, known[one.kind].level(one.doubts), one.right) for one in figures))


def main(arguments: Sequence[str] | None = None) -> None:
    """Calibrate anew, or check the weights on other reports."""
    parser = argparse.ArgumentParser(prog="python -m tools.calibrate", description=__doc__)
    parser.add_argument("--check", nargs=2, type=Path, metavar=("GOLD", "REPORTS"), help="folders of other gold and its reports")
    parser.add_argument("--metadata", type=Path, help="what is known of the other reports")
    parser.add_argument("--write", action="store_true", help="write the table of other reports into the docs too")
    parser.add_argument("--again", action="store_true", help="fit the figures as they are, without reading the reports anew")
    chosen = parser.parse_args(arguments)
    if chosen.check:
        gold, reports = chosen.check
        counted = checked(list(measured(gold, reports, chosen.metadata, tuned=False)))
        print(counted)
        if chosen.write:
            PAGE.write_text(shown(PAGE.read_text(encoding="utf-8"), outside=counted), encoding="utf-8")
        return
    if not chosen.again:
        save_figures(of_gold())
    figures = load_figures()
    WEIGHTS.write_text(written(figures), encoding="utf-8")
    counted = table(shares(rated(figures)))
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(shown(page, calibration=counted, doubts=doubts_table(loaded(WEIGHTS.read_text(encoding="utf-8")))), encoding="utf-8")
    print(counted)


if __name__ == "__main__":
    main()
