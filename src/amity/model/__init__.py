"""What everything speaks: the types of the reading contract."""

from amity.model.actors import Actor, ActorKind, Confidence, PlaceReference, Post
from amity.model.acts import (
    DateRange,
    Event,
    Indicator,
    Instrument,
    Mechanism,
    Participant,
    Project,
    Statement,
)
from amity.model.entry import About, Entry
from amity.model.reading import Reading
from amity.model.text import Document, Evidence, Removed
from amity.model.told import ToldTie

__all__ = [
    "About",
    "Actor",
    "ActorKind",
    "Confidence",
    "DateRange",
    "Document",
    "Entry",
    "Event",
    "Evidence",
    "Indicator",
    "Instrument",
    "Mechanism",
    "Participant",
    "PlaceReference",
    "Post",
    "Project",
    "Reading",
    "Removed",
    "Statement",
    "ToldTie",
]
