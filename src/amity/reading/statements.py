"""Statements: one speaker's act about one action, with its force."""

from amity.model import Instrument, Statement
from amity.reading.report import Report


def find_statements(report: Report, instruments: list[Instrument]) -> list[Statement]:
    """Return the statements of force 1 to 6."""
    return []
