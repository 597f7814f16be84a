"""Comparison of two facts of one layer: points with reasons, and a verdict."""

from collections.abc import Mapping

from amity.matching.comparing import events, instruments, statements, things
from amity.matching.comparing.actors import compare_actors
from amity.matching.comparing.events import compare_events
from amity.matching.comparing.instruments import compare_instruments
from amity.matching.comparing.parties import Actors
from amity.matching.comparing.persons import compare_persons
from amity.matching.comparing.statements import compare_statements
from amity.matching.comparing.tally import Tally
from amity.matching.comparing.things import compare_things
from amity.matching.features import (
    ActorFeatures,
    EventFeatures,
    Features,
    InstrumentFeatures,
    PersonFeatures,
    StatementFeatures,
    ThingFeatures,
)
from amity.model.judgement import Member
from amity.model.register import Comparison

__all__ = ["Tally", "compare", "possible"]


def compare(one: Features, other: Features, cluster_of: Mapping[Member, str] | None = None) -> Comparison:
    """Return how alike two facts of one layer are.

    ``cluster_of`` tells which actors are one: member of layer ``actors`` → any name of its cluster. Actors are compared without it.
    Facts of different layers are different.
    """
    actors = Actors(cluster_of or {})
    match one, other:
        case PersonFeatures(), PersonFeatures():
            return compare_persons(one, other)
        case ActorFeatures(), ActorFeatures():
            return compare_actors(one, other)
        case EventFeatures(), EventFeatures():
            return compare_events(one, other, actors)
        case InstrumentFeatures(), InstrumentFeatures():
            return compare_instruments(one, other, actors)
        case StatementFeatures(), StatementFeatures():
            return compare_statements(one, other, actors)
        case ThingFeatures(), ThingFeatures():
            return compare_things(one, other, actors)
    return Tally().verdict(same=1, doubt=1)


def possible(one: Features, other: Features) -> bool:
    """Return False where two facts are different whatever actors are one: a part of ``compare`` that costs little."""
    match one, other:
        case EventFeatures(), EventFeatures():
            return events.possible(one, other)
        case InstrumentFeatures(), InstrumentFeatures():
            return instruments.possible(one, other)
        case StatementFeatures(), StatementFeatures():
            return statements.possible(one, other)
        case ThingFeatures(), ThingFeatures():
            return things.possible(one, other)
    return True
