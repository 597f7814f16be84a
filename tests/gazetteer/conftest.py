"""A gazetteer of a few made-up places, and the way to the compiler."""

import sys
from pathlib import Path

import pytest

from amity.gazetteer import Gazetteer, open_gazetteer

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The gazetteer that comes with the package."""
    return open_gazetteer()
