"""The quality gate: the bundled samples, both halves, never fall below the pinned floors.

The tuned half was looked at while rules were written, the half kept aside was only scored.
"""

from pathlib import Path
from typing import Any

import pytest

from amity.evaluate import evaluate, load_gold
from amity.evaluate.gate import below, load_floors
from amity.exchange.jsonl import to_object
from amity.reading.load import Loaded, load
from amity.reading.pipeline import read_loaded

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("half", ["tuned", "aside"])
def test_the_floors_hold(half: str, sample_readings: list[dict[str, Any]]) -> None:
    floors = load_floors(ROOT / "tests" / "gold" / f"floors-{half}.toml")
    assert below(evaluate(load_gold(ROOT / "tests" / "gold" / half), sample_readings), floors) == []


def test_the_real_seeds_hold_their_floors(shared: Path) -> None:
    sources = [str(path) for path in sorted((shared / "seeds").glob("0*.txt"))]
    readings = [to_object(read_loaded(item)[1]) for item in load(sources, {}, None) if isinstance(item, Loaded)]
    score = evaluate(load_gold(shared / "gold" / "seeds"), readings)
    assert below(score, load_floors(ROOT / "tests" / "gold" / "floors-seeds.toml")) == []
