"""The project's scores and the outside scorer's agree on the same readings."""

import collections
import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from amity.evaluate import evaluate


@pytest.fixture(scope="module")
def outside(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("outside_score", shared / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_scores_agree(outside: ModuleType, sample_gold: dict[str, Any], sample_readings: list[dict[str, Any]]) -> None:
    tally: Any = collections.defaultdict(lambda: {"tp": 0, "gold": 0, "pred": 0, "slots": {}})
    by_stem = {Path(reading["document"]["path"]).stem: reading for reading in sample_readings}
    for name, gold in sample_gold.items():
        outside.score_document(gold, outside.Reading(by_stem[name]), tally, [])
    ours = evaluate(sample_gold, sample_readings).layers
    assert {name: (t["gold"], t["pred"], t["tp"]) for name, t in tally.items()} == {
        name: (layer.gold, layer.read, layer.paired) for name, layer in ours.items()
    }
    assert {name: t["slots"] for name, t in tally.items()} == {name: layer.slots for name, layer in ours.items()}


def test_contract_problems_agree(outside: ModuleType, sample_readings: list[dict[str, Any]]) -> None:
    assert [outside.check_invariants(reading) for reading in sample_readings] == [[] for _ in sample_readings]
