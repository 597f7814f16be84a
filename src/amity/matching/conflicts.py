"""Conflicts: what reports say of one thing that cannot all be true, with the words of each."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from amity.matching.comparing.instruments import ROUGH
from amity.matching.days import apart, gap, span
from amity.matching.features import EventFeatures, Features, InstrumentFeatures, PersonFeatures, ThingFeatures
from amity.matching.names import slip, spelled_alike
from amity.matching.ties import Sign, ends
from amity.model.judgement import Member
from amity.model.register import Claim, Cluster, Conflict

LOOSE_TYPES = frozenset({"other", "unnamed_texts", "cooperation_agreement"})
"""Types that any text may be called without a contradiction."""
SAME_DAYS = 7
"""Days between reports within which a project cannot be both finished and not: later it is progress."""
UNFINISHED = frozenset({"planned", "ongoing", "suspended"})

Quote = Callable[[Member], str]


def conflicts(cluster: Cluster, features: Mapping[Member, Features], quote: Quote) -> list[Conflict]:
    """Return the conflicts among the facts of one cluster."""
    known = [features[member] for member in cluster.members]
    events = [one for one in known if isinstance(one, EventFeatures)]
    texts = [one for one in known if isinstance(one, InstrumentFeatures)]
    things = [one for one in known if isinstance(one, ThingFeatures)]
    people = [(member, one) for member in cluster.members if isinstance(one := features[member], PersonFeatures)]
    return [
        *_conflict("event", "date", cluster, _dates([(one.member, one.start, one.end) for one in events]), quote),
        *_conflict("event", "place", cluster, _places(events), quote),
        *_conflict("instrument", "type", cluster, _types(texts), quote),
        *_conflict("instrument", "date", cluster, _dates([(one.member, one.signed_on or one.start, None) for one in texts]), quote),
        *_conflict("instrument", "parties", cluster, _parties(texts), quote),
        *_conflict("person", "name", cluster, _names(people), quote),
        *_conflict("project", "status", cluster, _statuses(things), quote),
    ]


Values = list[tuple[Member, str]]


def _conflict(kind: str, field: str, cluster: Cluster, values: Values, quote: Quote) -> list[Conflict]:
    if len({value for _, value in values}) < 2:
        return []
    return [Conflict(kind, field, cluster.key, tuple(sorted(Claim(value, member, quote(member)) for member, value in set(values))))]


def _clashing(values: Sequence[tuple[Member, str]], clash: Callable[[str, str], bool]) -> Values:
    """Return the values that clash with some other's."""
    pairs = [
        pair for pair in combinations(sorted(values), 2) if pair[0][0].document != pair[1][0].document and clash(pair[0][1], pair[1][1])
    ]
    return sorted({one for pair in pairs for one in pair})


def _dates(told: Iterable[tuple[Member, str | None, str | None]]) -> Values:
    known = [(member, f"{start}/{end}" if end and end != start else start) for member, start, end in told if start]

    def clash(one: str, other: str) -> bool:
        ours, theirs = (span(*value.split("/")) for value in (one, other))
        return ours is not None and theirs is not None and gap(ours, theirs) > 0

    return _clashing(known, clash)


def _places(events: Sequence[EventFeatures]) -> Values:
    towns = [(one.member, one.places[0]) for one in events if one.places and "/" in one.places[0]]
    return _clashing(towns, lambda one, other: one != other)


def _types(texts: Sequence[InstrumentFeatures]) -> Values:
    known = [(one.member, one.type) for one in texts if one.type not in LOOSE_TYPES]
    return _clashing(known, lambda one, other: one != other)


def _parties(texts: Sequence[InstrumentFeatures]) -> Values:
    """States and their ruling parties are not the same parties, though they stand for one country."""
    known = [(one.member, ", ".join(f"{party.name} ({party.kind})" for party in one.parties)) for one in texts if one.parties]
    kinds = {one.member: {party.kind for party in one.parties} for one in texts}
    clashing = {member for a, b in combinations(sorted(kinds), 2) for member in (a, b) if {"state", "party"} <= kinds[a] ^ kinds[b]}
    return [(member, value) for member, value in known if member in clashing]


def _names(people: Sequence[tuple[Member, PersonFeatures]]) -> Values:
    def clash(one: str, other: str) -> bool:
        ours, theirs = one.split(), other.split()
        if len(ours) != len(theirs) or len(ours) < 2:
            return False
        odd = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
        return len(odd) == 1 and slip(*odd[0]) and not spelled_alike(*odd[0])

    return _clashing([(member, one.name) for member, one in people], clash)


def _statuses(things: Sequence[ThingFeatures]) -> Values:
    told = {one.member: one.told for one in things}

    def near(one: Member, other: Member) -> bool:
        days = apart(told[one], told[other])
        return days is not None and abs(days) <= SAME_DAYS

    done = [one.member for one in things if one.status == "completed"]
    undone = [(one.member, one.status) for one in things if one.status in UNFINISHED and any(near(one.member, other) for other in done)]
    return [*undone, *((member, "completed") for member in done if undone)]


def tie_conflicts(signs: Iterable[Sign], cluster_of: Mapping[Member, str]) -> list[Conflict]:
    """Return where one report denies a tie that another tells or quotes as established."""
    grouped: dict[tuple[str, str], list[Sign]] = defaultdict(list)
    for sign in signs:
        if sign.stage == "established":
            one, other = ends(sign, cluster_of)
            grouped[min(one, other), max(one, other)].append(sign)
    found = []
    for pair, told in sorted(grouped.items()):
        claims = {Claim("denied" if sign.claim == "denied" else sign.stage, sign.member, sign.quote) for sign in told}
        if len({claim.value for claim in claims}) > 1:
            found.append(Conflict("tie", "stage", " ".join(pair), tuple(sorted(claims))))
        found += _beginnings(" ".join(pair), told)
    return found


def _beginnings(subject: str, told: Sequence[Sign]) -> list[Conflict]:
    """Return where reports give years for the beginning of a tie that are a few apart; many apart are renewals."""
    years = sorted({(sign.member, sign.date, sign.quote) for sign in told if sign.date and len(sign.date) == 4})
    claims = {
        Claim(date, member, quote)
        for member, date, quote in years
        for other, year, _ in years
        if other.document != member.document and 0 < abs(int(date) - int(year)) <= ROUGH
    }
    return [Conflict("tie", "date", subject, tuple(sorted(claims)))] if claims else []


def without_echoes(found: Iterable[Conflict]) -> list[Conflict]:
    """Return the conflicts without those of events and ties that only repeat an instrument's: one signing, one disagreement."""
    everything = sorted(found, key=lambda one: (one.kind, one.field, one.subject))
    texts = {(one.field, _documents(one)) for one in everything if one.kind == "instrument"}
    return [one for one in everything if one.kind not in ("event", "tie") or (one.field, _documents(one)) not in texts]


def _documents(one: Conflict) -> frozenset[str]:
    return frozenset(claim.member.document for claim in one.claims)
