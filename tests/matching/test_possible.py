"""What is ruled out without knowing which actors are one is ruled out by the comparison too, whichever they are."""

from collections.abc import Mapping
from itertools import combinations

import pytest

from amity.matching import Features, compare, extract
from amity.matching.answers import compare_answer
from amity.matching.answers import possible as may_answer
from amity.matching.comparing import possible
from amity.matching.comparing.parties import Actors
from amity.matching.features import StatementFeatures
from amity.model.judgement import Member
from tests.register.pool import make

LAYERS = ("events", "instruments", "statements", "mechanisms", "projects")

ALIKE = ("mechanisms", "projects")
"""Layers of which the reports of the pool name one thing only."""


def features() -> dict[Member, Features]:
    found: dict[Member, Features] = {}
    for number in range(25):
        found |= extract(make(number))
    return found


FOUND = features()
KNOWN: tuple[Mapping[Member, str], ...] = ({}, dict.fromkeys(FOUND, "one"))
"""Which actors are one: as their names tell, and all of them."""


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("clusters", KNOWN)
def test_what_is_ruled_out_is_different(layer: str, clusters: Mapping[Member, str]) -> None:
    pairs = list(combinations([one for member, one in FOUND.items() if member.layer == layer], 2))
    out = [pair for pair in pairs if not possible(*pair)]
    assert len(out) < len(pairs)
    assert out or layer in ALIKE
    assert all(compare(*pair, clusters).verdict == "different" for pair in out)


def test_actors_are_always_compared() -> None:
    actors = [one for member, one in FOUND.items() if member.layer == "actors"]
    assert all(possible(one, other) for one, other in combinations(actors, 2))


@pytest.mark.parametrize("clusters", KNOWN)
def test_what_cannot_answer_does_not(clusters: Mapping[Member, str]) -> None:
    said = [one for one in FOUND.values() if isinstance(one, StatementFeatures)]
    out = [(ask, reply) for ask in said for reply in said if not may_answer(ask, reply)]
    assert 0 < len(out) < len(said) ** 2
    assert all(compare_answer(ask, reply, Actors(clusters)).verdict == "different" for ask, reply in out)
