"""Persons in each other's company: events tell that two names are one person's where the names alone would not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product

from amity.matching.comparing.parties import near_names
from amity.matching.comparing.persons import DOUBT, SAME, compare_persons
from amity.matching.features import EventFeatures, Features, Party, PersonFeatures
from amity.model.judgement import Member
from amity.model.register import Cluster, Comparison, Doubt, Reason, Verdict

SAME_PART = 4.0
"""Two reports of one event name one person each, with nearly one name, for the same side."""
SAME_OCCASION = 3.0
"""Two reports of one event name a person alike, or by a part of the name, though not as taking part in it."""


def in_company(
    events: Iterable[Cluster],
    features: Mapping[Member, EventFeatures],
    persons: Mapping[Member, Features],
    cluster_of: Mapping[Member, str],
) -> list[Doubt]:
    """Return the persons whom reports of one event (a cluster) show to be one, compared with that known, as far as they are not yet."""
    people: dict[str, list[Member]] = defaultdict(list)
    for member, person in persons.items():
        if isinstance(person, PersonFeatures):
            people[member.document].append(member)
    pairs: dict[tuple[Member, Member], float] = {}
    for event in events:
        for one, other in combinations(sorted(event.members), 2):
            for a, b in product(people[one.document], people[other.document]):
                pairs.setdefault((a, b), SAME_OCCASION)
            for a, b in _same_part(features[one], features[other]):
                pairs[a, b] = SAME_PART
    return list(_found({pair: points for pair, points in pairs.items() if pair[0].document != pair[1].document}, persons, cluster_of))


def _found(
    pairs: Mapping[tuple[Member, Member], float], persons: Mapping[Member, Features], cluster_of: Mapping[Member, str]
) -> Iterator[Doubt]:
    for (a, b), points in sorted(pairs.items()):
        if cluster_of.get(a) != cluster_of.get(b):
            comparison = _compared(persons[a], persons[b], points)
            if comparison.verdict == "same":
                yield Doubt(a, b, comparison)


def _same_part(one: EventFeatures, other: EventFeatures) -> list[tuple[Member, Member]]:
    """Return the persons of both events with nearly one name and the same side, where each has one match only."""
    pairs = [(a, b) for a in one.people for b in other.people if near_names(a, b) and _one_side(a, b)]
    ours, theirs = [a for a, _ in pairs], [b for _, b in pairs]
    return [(a.member, b.member) for a, b in pairs if ours.count(a) == 1 and theirs.count(b) == 1]


def _one_side(one: Party, other: Party) -> bool:
    return one.home is None or other.home is None or one.home == other.home


def _compared(one: Features, other: Features, points: float) -> Comparison:
    if not isinstance(one, PersonFeatures) or not isinstance(other, PersonFeatures):
        return Comparison(0.0, "different")
    known = compare_persons(one, other)
    if known.verdict == "different" and any(reason.name == "names differ" for reason in known.reasons):
        return known
    score = round(known.score + points, 3)
    verdict: Verdict = "same" if score >= SAME else "doubt" if score >= DOUBT else "different"
    return Comparison(score, verdict, (*known.reasons, Reason("reports of one event", points)), known.partial)
