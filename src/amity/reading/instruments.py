"""Instruments: texts that parties conclude or mean to conclude."""

from amity.model import Instrument
from amity.reading.report import Report


def find_instruments(report: Report) -> list[Instrument]:
    """Return the instruments that the report names."""
    return []
