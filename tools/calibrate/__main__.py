"""The command: ``python -m tools.calibrate``; see the package."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from amity.evaluate.calibration import Rated, shares, table
from amity.reading.confidence import KINDS, Weights, weights
from tools.calibrate.figures import Figure, load_figures, measured, of_gold, save_figures
from tools.calibrate.folds import learnt, rated

ROOT = Path(__file__).parents[2]
WEIGHTS = ROOT / "src" / "amity" / "vocabulary" / "lang" / "en" / "confidence.toml"
PAGE = ROOT / "docs" / "confidence.md"
MARKED = re.compile(r"<!-- calibration -->\n.*?<!-- /calibration -->", re.DOTALL)
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


def checked(figures: Sequence[Figure]) -> str:
    """Return the table of figures of other reports, rated by the weights as they are."""
    known = weights()
    return table(shares(Rated(one.kind, known[one.kind].level(one.doubts), one.right) for one in figures))


def main(arguments: Sequence[str] | None = None) -> None:
    """Calibrate anew, or check the weights on other reports."""
    parser = argparse.ArgumentParser(prog="python -m tools.calibrate", description=__doc__)
    parser.add_argument("--check", nargs=2, type=Path, metavar=("GOLD", "REPORTS"), help="folders of other gold and its reports")
    parser.add_argument("--metadata", type=Path, help="what is known of the other reports")
    parser.add_argument("--again", action="store_true", help="fit the figures as they are, without reading the reports anew")
    chosen = parser.parse_args(arguments)
    if chosen.check:
        gold, reports = chosen.check
        print(checked(list(measured(gold, reports, chosen.metadata, tuned=False))))
        return
    if not chosen.again:
        save_figures(of_gold())
    figures = load_figures()
    WEIGHTS.write_text(written(figures), encoding="utf-8")
    shown = table(shares(rated(figures)))
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(MARKED.sub(lambda _: f"<!-- calibration -->\n{shown}\n<!-- /calibration -->", page), encoding="utf-8")
    print(shown)


if __name__ == "__main__":
    main()
