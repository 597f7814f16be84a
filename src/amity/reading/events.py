"""Events: meetings, visits, signings, told or planned."""

from amity.model import Event, Instrument
from amity.reading.report import Report


def find_events(report: Report, instruments: list[Instrument]) -> list[Event]:
    """Return the events that the report tells."""
    return []
