"""Registers in files of their own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from amity.register import Register, open_register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """An empty register."""
    with open_register(tmp_path / "amity.db") as opened:
        yield opened


@pytest.fixture(scope="session")
def sample_register(tmp_path_factory: pytest.TempPathFactory, sample_readings: list[dict[str, Any]]) -> Iterator[Register]:
    """A register of the bundled samples, which tests leave as they found it."""
    with open_register(tmp_path_factory.mktemp("register") / "samples.db") as opened:
        opened.add(sample_readings)
        yield opened
