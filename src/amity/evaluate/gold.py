"""Gold folders: one JSON file a report, paired with the readings of the same stem."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from amity.errors import UsageError
from amity.evaluate.invariants import problems
from amity.evaluate.score import Score
from amity.model.text import stem


def load_gold(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the gold files of a folder and its folders by stem; raise UsageError where there is none or one is broken."""
    found = {}
    for path in sorted(folder.rglob("*.json")):
        try:
            found[path.stem] = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise UsageError(f"{path}: not valid JSON ({error}); mend the gold file") from error
    if not found:
        raise UsageError(f"{folder}: no gold files (*.json) here; name the folder that holds them")
    return found


def evaluate(gold: Mapping[str, dict[str, Any]], readings: Iterable[dict[str, Any]]) -> Score:
    """Score the readings (JSON objects of the contract) against gold by stem; readings without gold are passed over."""
    by_stem = {stem(reading["document"]["path"]): reading for reading in readings}
    score = Score()
    for name, wanted in gold.items():
        reading = by_stem.get(name)
        if reading is None:
            score.missing.append(name)
        else:
            score.problems += [(name, problem) for problem in problems(reading)]
        score.add(name, wanted, reading or {"actors": []})
    return score
