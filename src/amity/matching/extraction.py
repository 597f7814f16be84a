"""From a reading to the features of its facts."""

from amity.matching.features import Features
from amity.model.judgement import Member
from amity.model.reading import Reading


def extract(reading: Reading) -> dict[Member, Features]:
    """Return the features of every actor, event, instrument, statement, mechanism and project of a reading."""
    raise NotImplementedError
