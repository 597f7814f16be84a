"""Events: meetings, visits, signings and the like, told or planned, each once."""

from amity.reading.events.finding import find_events

__all__ = ["find_events"]
