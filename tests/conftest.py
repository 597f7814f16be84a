"""What all tests share: the bundled samples, their gold, and one reading of each."""

import json
from pathlib import Path
from typing import Any

import pytest

from amity.exchange.jsonl import to_object
from amity.reading.load import Loaded, load
from amity.reading.metadata import load_metadata
from amity.reading.pipeline import read_loaded
from amity.register import open_register
from amity.samples import SAMPLES

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of measurements beside the checkout; what needs it is skipped only where it is absent."""
    if not SHARED.exists():
        pytest.skip("no ../shared beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def sample_readings() -> list[dict[str, Any]]:
    """The readings of the bundled samples, as the JSON objects that `amity read --format json` prints."""
    metadata = load_metadata(SAMPLES / "sources.jsonl")
    loaded = [item for item in load([str(SAMPLES / "reports")], metadata, None) if isinstance(item, Loaded)]
    return [to_object(read_loaded(item)[1]) for item in loaded]


@pytest.fixture(scope="session")
def sample_gold() -> dict[str, dict[str, Any]]:
    """The gold of the bundled samples, by stem."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.rglob("*.json"))}


@pytest.fixture(scope="session")
def samples_file(tmp_path_factory: pytest.TempPathFactory, sample_readings: list[dict[str, Any]]) -> Path:
    """The file of a register of the bundled samples, only to be read."""
    path = tmp_path_factory.mktemp("samples") / "samples.db"
    with open_register(path) as register:
        register.add(sample_readings, by="Ann")
    return path
