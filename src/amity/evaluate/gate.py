"""The quality gate: floors below which no figure may fall."""

import tomllib
from pathlib import Path

from amity.errors import UsageError
from amity.evaluate.score import Layer, Score

FIGURES = ("precision", "recall", "f1")


def load_floors(path: Path) -> dict[str, dict[str, float]]:
    """Return the floors of a TOML file: a table a layer, with precision, recall, f1 or the name of a slot."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: floors cannot be read ({error}); name a TOML file of layers and figures") from error


def figure(layer: Layer, name: str) -> float | None:
    """Return a layer's precision, recall, f1 or the accuracy of the slot of that name."""
    value: float | None = getattr(layer, name) if name in FIGURES else layer.accuracy(name)
    return value


def below(score: Score, floors: dict[str, dict[str, float]]) -> list[str]:
    """Return one line for every figure below its floor, every contract problem and every missing reading."""
    lines = [f"{name}: no reading" for name in score.missing]
    lines += [f"{report}: {problem}" for report, problem in score.problems]
    for name, wanted in floors.items():
        if name not in score.layers:
            raise UsageError(f"floors: no layer {name}; the layers are {', '.join(score.layers)}")
        for slot, floor in wanted.items():
            reached = figure(score.layers[name], slot)
            if reached is not None and reached < floor:
                lines.append(f"{name} {slot}: {reached:.3f} is below the floor of {floor:.3f}")
    return lines
