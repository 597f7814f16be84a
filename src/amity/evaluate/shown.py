"""Scores and errors as a person reads them."""

import json
from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from amity.evaluate.score import Error, Score


def score_table(score: Score) -> RenderableType:
    """Return the table of layers with their slots, and what else there is to say."""
    table = Table("layer", "P", "R", "F1", "gold", "read", "slots", box=None, pad_edge=False)
    for name, layer in score.layers.items():
        slots = "  ".join(f"{slot} {right / judged:.2f}" for slot, (right, judged) in layer.slots.items())
        figures = (f"{value:.3f}" for value in (layer.precision, layer.recall, layer.f1))
        table.add_row(name, *figures, str(layer.gold), str(layer.read), slots)
    return Group(table, *(Text(line) for line in _remarks(score)))


def _remarks(score: Score) -> Iterator[str]:
    if score.empty_reports:
        yield f"reports about something else left empty: {score.left_empty} of {score.empty_reports}"
    for report, problem in score.problems:
        yield f"contract: {report}: {problem}"
    if score.missing:
        yield f"no reading for: {', '.join(score.missing)}"


def error_lines(errors: Iterable[Error]) -> Iterator[str]:
    """Yield the errors grouped by layer and kind, each with its sentence and both sides."""
    for kind, group in _grouped(errors).items():
        yield f"{kind} ({len(group)})"
        for error in group:
            yield f"  {error.report}: {' '.join(error.sentence.split()) or '(no sentence)'}"
            for side, item in (("gold", error.gold), ("read", error.read)):
                if item:
                    yield f"    {side}: {json.dumps(_short(item), ensure_ascii=False)}"


def _grouped(errors: Iterable[Error]) -> dict[str, list[Error]]:
    groups: dict[str, list[Error]] = {}
    for error in errors:
        groups.setdefault(f"{error.layer} {error.what}", []).append(error)
    return dict(sorted(groups.items()))


def _short(item: dict[str, object]) -> dict[str, object]:
    return {slot: value for slot, value in item.items() if slot not in ("evidence", "mentions") and value not in (None, [], "")}
