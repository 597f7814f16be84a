"""Mechanisms: standing ways of working together."""

from amity.model import Mechanism
from amity.reading.report import Report


def find_mechanisms(report: Report) -> list[Mechanism]:
    """Return the mechanisms that the report names."""
    return []
