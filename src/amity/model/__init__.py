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
from amity.model.reading import Reading
from amity.model.text import Document, Evidence, Removed

__all__ = [
    "Actor",
    "ActorKind",
    "Confidence",
    "DateRange",
    "Document",
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
]
