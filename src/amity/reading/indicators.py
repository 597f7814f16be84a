"""Indicators: figures that the report claims about the cooperation."""

from amity.model import Indicator
from amity.reading.report import Report


def find_indicators(report: Report) -> list[Indicator]:
    """Return the indicators that the report names."""
    return []
