"""The quality gate: the bundled samples, both halves, never fall below the pinned floors."""

from pathlib import Path
from typing import Any

import pytest

from amity.evaluate import evaluate
from amity.evaluate.gate import below, load_floors

ROOT = Path(__file__).parents[1]
LAST_TUNED = 11  # samples numbered up to this were looked at while rules were written; the others only scored


@pytest.mark.parametrize("half", ["tuned", "aside"])
def test_the_floors_hold(half: str, sample_gold: dict[str, Any], sample_readings: list[dict[str, Any]]) -> None:
    gold = {name: item for name, item in sample_gold.items() if (int(name[-2:]) <= LAST_TUNED) == (half == "tuned")}
    floors = load_floors(ROOT / "tests" / "gold" / f"floors-{half}.toml")
    assert below(evaluate(gold, sample_readings), floors) == []


def test_the_real_seeds_hold_their_floors(shared: Path) -> None:
    from amity.evaluate import load_gold
    from amity.exchange.jsonl import to_object
    from amity.reading.load import Loaded, load
    from amity.reading.pipeline import read_loaded

    sources = [str(path) for path in sorted((shared / "seeds").glob("0*.txt"))]
    readings = [to_object(read_loaded(item)[1]) for item in load(sources, {}, None) if isinstance(item, Loaded)]
    score = evaluate(load_gold(shared / "gold" / "seeds"), readings)
    assert below(score, load_floors(ROOT / "tests" / "gold" / "floors-seeds.toml")) == []
