"""What matching makes of the samples, in the shape of a register's dump, scored against what is true across reports."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from amity.evaluate.matches import dump
from amity.model import Reading

Figures = dict[str, dict[str, float]]


@pytest.fixture(scope="module")
def readings(sample_readings: list[dict[str, Any]]) -> list[Reading]:
    return [msgspec.convert(reading, Reading) for reading in sample_readings]


@pytest.fixture(scope="module")
def dumped(readings: list[Reading]) -> dict[str, Any]:
    return dump(readings)


def test_every_fact_is_in_one_cluster(readings: list[Reading], dumped: dict[str, Any]) -> None:
    for layer in ("actors", "events", "instruments", "mechanisms", "projects"):
        held = [tuple(member) for one in dumped[layer] for member in one["members"]]
        assert sorted(held) == sorted((reading.document.id, fact.id) for reading in readings for fact in getattr(reading, layer))


def test_commitments_and_requests(readings: list[Reading], dumped: dict[str, Any]) -> None:
    told = {(reading.document.id, one.id): one for reading in readings for one in reading.statements}
    commitments = {tuple(member) for one in dumped["commitments"] for member in one["members"]}
    assert {key for key, one in told.items() if one.commitment} <= commitments
    assert all(any(told[tuple(member)].force in (1, 2) for member in one["members"]) for one in dumped["requests"])


def test_it_is_plain_and_does_not_depend_on_the_order(readings: list[Reading], dumped: dict[str, Any]) -> None:
    again = dump(reversed(readings))
    again["documents"].reverse()
    assert json.loads(json.dumps(dumped)) == again


@pytest.fixture(scope="module", params=["mk", "wd"])
def figures(
    request: pytest.FixtureRequest, shared: Path, sample_readings: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Figures]:
    """The outside scorer's figures for one annotator's reports, matched by themselves."""
    folder = tmp_path_factory.mktemp(request.param)
    own = [reading for reading in sample_readings if Path(reading["document"]["path"]).name.startswith(request.param)]
    (folder / "readings.jsonl").write_text("".join(f"{json.dumps(reading)}\n" for reading in own), encoding="utf-8")
    (folder / "dump.json").write_text(json.dumps(dump(msgspec.convert(own, list[Reading]))), encoding="utf-8")
    gold = [shared / "gold" / f"register-{request.param}.json", shared / "gold" / "samples"]
    command = [sys.executable, shared / "score_register.py", *gold, folder / "readings.jsonl", folder / "dump.json"]
    told = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True).stdout
    yield {line[:16].strip(): _numbers(line[16:]) for line in told.splitlines()}


def _numbers(told: str) -> dict[str, float]:
    parts = [part.rsplit(" ", 1) for part in told.strip().split("  ")]
    return {name: float(value) for name, value in parts}


@pytest.mark.parametrize(
    ("row", "figure", "floor"),
    [
        ("same event", "f1", 0.93),
        ("same instrument", "f1", 0.88),
        ("same actor", "f1", 0.93),
        ("follow-through", "r", 0.6),
        ("follow-through", "p", 0.8),
    ],
)
def test_figure(figures: Figures, row: str, figure: str, floor: float) -> None:
    assert figures[row][figure] >= floor


def test_no_distinct_pair_is_merged(figures: Figures) -> None:
    assert figures["distinct merged"]["wrong"] == 0


def test_copies_are_found_and_none_is_wrong(figures: Figures) -> None:
    assert figures["copies"]["found"] == figures["copies"]["of"]
    assert figures["copies"]["wrong"] == 0


def test_ties(figures: Figures) -> None:
    assert figures["ties"]["found"] >= 0.8 * figures["ties"]["of"]
    assert figures["ties"]["wrong stages"] <= 0.15 * figures["ties"]["of"]


def test_conflicts(figures: Figures) -> None:
    assert figures["conflicts"]["found"] >= 0.5 * figures["conflicts"]["of"]
    assert figures["conflicts"]["found"] >= 0.5 * figures["conflicts"]["listed"]
