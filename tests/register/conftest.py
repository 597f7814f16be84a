"""Registers in files of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from amity.register import Register, open_register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """An empty register."""
    with open_register(tmp_path / "amity.db") as opened:
        yield opened
