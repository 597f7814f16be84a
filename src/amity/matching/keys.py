"""Blocking keys: two facts are compared only if they share one."""

from amity.matching.features import Features, profile
from amity.model.judgement import Member


def node(features: Features, member: Member) -> str:
    """Return the node under which a fact is compared: its profile for actors and persons, its address for all else."""
    if hasattr(features, "member"):
        return address(member)
    return profile(features)


def address(member: Member) -> str:
    """Return a member as one string."""
    return f"{member.document}/{member.layer}/{member.local}"


def keys(features: Features) -> frozenset[str]:
    """Return the blocking keys of a fact."""
    raise NotImplementedError
