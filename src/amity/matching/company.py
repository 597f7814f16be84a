"""Persons in each other's company: events tell that two names are one person's where the names alone would not."""

from collections.abc import Iterable, Mapping
from itertools import combinations

from amity.matching.compare.parties import near_names
from amity.matching.compare.persons import DOUBT, SAME, compare_persons
from amity.matching.features import EventFeatures, Features, Party, PersonFeatures
from amity.model.judgement import Member
from amity.model.register import Cluster, Comparison, Doubt, Reason, Verdict

SAME_PART = 4.0
"""Two reports of one event name one person each, with nearly one name, for the same side."""


def in_company(
    events: Iterable[Cluster],
    features: Mapping[Member, EventFeatures],
    persons: Mapping[Member, Features],
    cluster_of: Mapping[Member, str],
) -> list[Doubt]:
    """Return the persons that take the same part in one event (a cluster) under nearly one name, compared with that known."""
    found = []
    for event in events:
        for one, other in combinations(sorted(event.members), 2):
            found += [
                Doubt(a.member, b.member, comparison)
                for a, b in _same_part(features[one], features[other])
                if cluster_of.get(a.member) != cluster_of.get(b.member)
                and (comparison := _compared(persons[a.member], persons[b.member])).verdict == "same"
            ]
    return found


def _same_part(one: EventFeatures, other: EventFeatures) -> list[tuple[Party, Party]]:
    """Return the persons of both events with nearly one name and the same side, where each has one match only."""
    pairs = [
        (a, b) for a in one.people for b in other.people if near_names(a, b) and (a.home is None or b.home is None or a.home == b.home)
    ]
    ours, theirs = [a for a, _ in pairs], [b for _, b in pairs]
    return [(a, b) for a, b in pairs if ours.count(a) == 1 and theirs.count(b) == 1]


def _compared(one: Features, other: Features) -> Comparison:
    if not isinstance(one, PersonFeatures) or not isinstance(other, PersonFeatures):
        return Comparison(0.0, "different")
    known = compare_persons(one, other)
    score = round(known.score + SAME_PART, 3)
    verdict: Verdict = "same" if score >= SAME else "doubt" if score >= DOUBT else "different"
    return Comparison(score, verdict, (*known.reasons, Reason("same part in one event", SAME_PART)), known.partial)
