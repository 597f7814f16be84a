"""Persons in each other's company: events tell that two names are one person's where the names alone would not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product

from amity.matching.comparing.parties import near_names
from amity.matching.comparing.persons import DOUBT, SAME, compare_persons
from amity.matching.features import EventFeatures, Features, Party, PersonFeatures
from amity.matching.offices import sole
from amity.model.judgement import Member
from amity.model.register import Cluster, Comparison, Doubt, Reason, Verdict

SAME_PART = 4.0
"""Two reports of one event name one person each, with nearly one name, for the same side."""
SAME_OCCASION = 3.0
"""Two reports of one event name a person alike, or by a part of the name, though not as taking part in it."""

ONE_HEAD = 2.0
"""Both reports give the post, and it is one that a place fills once."""


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
    reasons = [*known.reasons, Reason("reports of one event", points)]
    if posts := _one_head(one, other):
        reasons.append(Reason("a post that is filled once", ONE_HEAD, posts))
    score = round(sum(reason.points for reason in reasons), 3)
    verdict: Verdict = "same" if score >= SAME else "doubt" if score >= DOUBT else "different"
    return Comparison(score, verdict, tuple(reasons), known.partial)


def _one_head(one: PersonFeatures, other: PersonFeatures) -> str:
    """Return the posts that both hold, as far as they are of one place, or one report does not say of which, and filled once."""
    pairs = [(a, b) for a in one.offices for b in other.offices if a.title == b.title and sole(a.title)]
    return ", ".join(sorted({a.title for a, b in pairs if a.home == b.home or None in (a.home, b.home)}))
