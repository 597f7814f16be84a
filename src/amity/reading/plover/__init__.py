"""PLOVER: what a sentence's main clause does, in the classes of the Open Event Data Alliance."""

from amity.reading.plover.acts import PloverAct, find_acts

__all__ = ["PloverAct", "find_acts"]
