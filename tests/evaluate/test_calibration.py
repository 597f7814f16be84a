"""How often facts of each confidence are right: counts, intervals, the table."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.evaluate.calibration import Rated, Share, rated, shares, table
from amity.reading.confidence import KINDS

FACTS = [Rated("posts", "high", True)] * 19 + [Rated("posts", "high", False), Rated("posts", "low", False), Rated("events", "medium", True)]


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (10, 10, 0.7225, 1.0), (0, 0, 0.0, 1.0)],
)
def test_the_interval_is_wilsons(right: int, of: int, low: float, high: float) -> None:
    assert Share(right, of).interval() == pytest.approx((low, high), abs=1e-4)


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_holds_the_share(counts: tuple[int, int]) -> None:
    share = Share(*counts)
    low, high = share.interval()
    assert share.precision is not None
    assert 0 <= low <= share.precision + 1e-12 and share.precision - 1e-12 <= high <= 1


def test_shares_know_every_kind_and_level() -> None:
    counted = shares(FACTS)
    assert list(counted) == list(KINDS)
    assert counted["posts"] == {"high": Share(19, 20), "medium": Share(0, 0), "low": Share(0, 1)}
    assert counted["events"]["medium"].precision == 1 and counted["people"]["high"].precision is None


def test_the_table_tells_share_precision_interval_and_number() -> None:
    lines = table(shares(FACTS)).splitlines()
    assert lines[0] == "| kind | facts | high | medium | low |" and len(lines) == 2 + len(KINDS)
    posts = next(line for line in lines if line.startswith("| posts"))
    assert posts == "| posts | 21 | 95%: 0.95 (0.76 to 0.99) of 20 | none | 5%: 0.00 (0.00 to 0.79) of 1 |"


def test_facts_of_a_reading_come_with_their_confidence() -> None:
    gold: dict[str, Any] = {"people": [], "actors": [{"name": "Linz", "kind": "municipality"}]}
    actors = [{"id": "a1", "kind": "municipality", "name": "Linz", "confidence": "medium"}]
    assert list(rated(gold, {"actors": actors})) == [Rated("actors", "medium", True)]


def test_high_holds_in_the_samples_as_they_are_read_now(
    sample_readings: list[dict[str, Any]], sample_gold: dict[str, dict[str, Any]]
) -> None:
    """A change of the rules that makes *high* facts wrong shows here, before calibration is made anew."""
    by_stem = {Path(reading["document"]["path"]).stem: reading for reading in sample_readings}
    counted = shares(fact for name, gold in sample_gold.items() for fact in rated(gold, by_stem[name]))
    high = [of["high"] for of in counted.values()]
    assert sum(one.right for one in high) >= 0.95 * sum(one.of for one in high) > 200
    assert all(one.right >= 0.9 * one.of for one in high)
