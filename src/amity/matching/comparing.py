"""Comparison of two facts of one layer."""

from collections.abc import Mapping

from amity.matching.features import Features
from amity.model.judgement import Member
from amity.model.register import Comparison


def compare(one: Features, other: Features, cluster_of: Mapping[Member, str] | None = None) -> Comparison:
    """Return how alike two facts of one layer are; ``cluster_of`` tells which actors are one (all layers but actors need it)."""
    raise NotImplementedError
