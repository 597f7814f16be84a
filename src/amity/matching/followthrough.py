"""Follow-through: what later and other reports say about a commitment, proposed with evidence and grade.

Silence is never a failure: an assessment needs a sentence or an instrument. What only moved others to do something is not kept by the
thing's being done.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import TypeAlias

from amity.gazetteer import open_gazetteer
from amity.matching.blocking import pairs
from amity.matching.comparing.parties import Actors
from amity.matching.comparing.tally import Tally
from amity.matching.days import apart
from amity.matching.features import InstrumentFeatures, StatementFeatures
from amity.matching.followkeys import promise_probes
from amity.matching.homes import below
from amity.matching.outcomes import Outcome
from amity.matching.words import common, overlap, stem
from amity.model.register import Assessment, AssessmentStatus
from amity.vocabulary import load

PER_NAME = 2.0
"""A crossing, road or scheme named in both: few things share a name."""
PER_TOWN = 0.75
"""A country, province or big town: much of what reports tell is about it."""
BIG_TOWN = 100_000
"""Inhabitants."""
FIRST_WORDS = 3
"""Words of an action among which its verb is."""
MOST_NAMES = 4.0
PER_WORD = 1.0
PER_NEAR_NAME = 0.75
PER_NEAR_WORD = 0.5
MOST_NEAR = 2.0
SAME_DEBTOR = 1.0
ON_THE_DAY = 3.0
"""The undertaking names a day, and the outcome is of that day."""
ENOUGH = 4.0
"""A name, a word and the debtor; three words and the debtor; a word, the debtor and the day."""
NEARLY = 1.5
"""Points within which the least complete of a report's outcomes counts: a road is open, the gate that it serves still a pilot."""
EARLIER = 3
"""Days by which the report of the outcome may be older than that of the undertaking, when both tell one occasion."""
SIGNED = frozenset({"signed", "in_effect", "renewed"})
PREPARED = frozenset({"negotiating", "agreed_to_sign", "approved"})
COMPLETION: tuple[AssessmentStatus, ...] = ("abandoned", "stalled", "not_started", "partly", "in_progress", "fulfilled")


@cache
def _stems(table: str, entry: str = "words") -> frozenset[str]:
    return frozenset(stem(word) for word in load("followthrough")[table][entry])


def assess(promise: StatementFeatures, outcome: Outcome) -> Assessment | None:
    """Return what one sentence of another report says about a commitment; None if it speaks of something else."""
    days = apart(promise.told, outcome.told)
    if outcome.document == promise.member.document or days is None or days < -EARLIER:
        return None
    if outcome.status == "fulfilled" and _verb(promise, "mediate") | _verb(promise, "lasting"):
        return None
    tally = Tally()
    _subject(tally, promise, outcome)
    if tally.barred:
        return None
    _debtors(tally, promise, outcome)
    _day(tally, promise, outcome)
    if tally.barred or tally.score < ENOUGH:
        return None
    return Assessment(
        outcome.document, outcome.status, outcome.as_of or outcome.told, outcome.start, outcome.end, outcome.quote, outcome.self_reported,
        score=tally.score, reasons=tuple(tally.reasons),
    )  # fmt: skip


def _verb(promise: StatementFeatures, table: str) -> set[str]:
    """Return the verb of a promise if it is of a kind: of those at the beginning of its action."""
    return {*promise.plain[:FIRST_WORDS]} & set(load("followthrough")[table]["words"])


def _subject(tally: Tally, promise: StatementFeatures, outcome: Outcome) -> None:
    words = [word for word in overlap(promise.words, outcome.words) if word not in common()]
    meant = promise.names or promise.around
    names = overlap(meant, outcome.names)
    near_words = [word for word in overlap(promise.words, outcome.near_words) if word not in common()]
    near_names = overlap(meant, outcome.near_names)
    if not names and not words:
        tally.bar("nothing in common", -10.0)
    if promise.names and not names and not near_names:
        tally.bar("other names", -10.0, " ".join(promise.names))
    points = sum(PER_TOWN if known_place(name) else PER_NAME for name in names)
    tally.add("same names", min(MOST_NAMES, points), " ".join(names))
    tally.add("same words", PER_WORD * len(words), " ".join(words))
    near = PER_NEAR_NAME * len(near_names) + PER_NEAR_WORD * len(near_words)
    tally.add("same words around", min(MOST_NEAR, near), " ".join([*near_names, *near_words]))


@lru_cache(maxsize=4096)
def known_place(name: str) -> bool:
    """Return whether a name is that of a country, a first-level unit or a big town."""
    found = open_gazetteer().lookup(name)
    return any(place.level in ("country", "admin1") or (place.population or 0) >= BIG_TOWN for place in found)


def _debtors(tally: Tally, promise: StatementFeatures, outcome: Outcome) -> None:
    debtors = promise.debtor or promise.by
    known = [party for party in debtors if party.home and any(below(party.home, home) for home in outcome.homes)]
    if known:
        tally.add("debtor in the report", SAME_DEBTOR, ", ".join(sorted(party.name for party in known)))
    elif any(party.home for party in debtors):
        tally.bar("debtor not in the report", -10.0)


def _day(tally: Tally, promise: StatementFeatures, outcome: Outcome) -> None:
    due = promise.due or promise.day
    if due and len(due) >= 10:
        days = apart(due, outcome.as_of or outcome.told)
        if days is not None and 0 <= days <= 1:
            tally.add("on the day named", ON_THE_DAY, due)


def best(found: Iterable[Assessment]) -> list[Assessment]:
    """Return one assessment for each document: of those nearly as strong as the strongest the least complete."""
    by_document: dict[str, list[Assessment]] = defaultdict(list)
    for one in found:
        by_document[one.document].append(one)
    return sorted(_least_complete(ones) for ones in by_document.values())


def _least_complete(ones: Sequence[Assessment]) -> Assessment:
    top = max(one.score for one in ones)
    return min((one for one in ones if one.score >= top - NEARLY), key=lambda one: (COMPLETION.index(one.status), -one.score, one.start))


def concluding(promise: StatementFeatures) -> bool:
    """Return whether a commitment is to conclude a text, or to become friendly places."""
    own = {stem(word) for word in promise.plain}
    return bool(own & _stems("conclude")) or bool(own & _stems("conclude", "friendly") and own & _stems("conclude", "establish"))


def assess_by_instrument(
    promise: StatementFeatures, instrument: InstrumentFeatures, actors: Actors, quote: tuple[int, int, str]
) -> Assessment | None:
    """Return what an instrument of another report says about a commitment to conclude one; ``quote`` is its evidence."""
    days = apart(promise.told, instrument.signed_on or instrument.told)
    if instrument.member.document == promise.member.document or days is None or days <= EARLIER or not concluding(promise):
        return None
    parties = [*promise.by, *promise.to]
    if len(instrument.parties) < 2 or len(actors.pairs(parties, instrument.parties)) < max(len(instrument.parties), 2):
        return None
    if not _of_the_kind(promise, instrument):
        return None
    exploring = _verb(promise, "mediate") & {"explore", "look", "consider", "study"}
    status: AssessmentStatus = "fulfilled" if instrument.status in SIGNED and not exploring else "in_progress"
    if instrument.status not in SIGNED | PREPARED:
        return None
    return Assessment(instrument.member.document, status, instrument.signed_on or instrument.told, *quote, score=ENOUGH + 1.0)


def _of_the_kind(promise: StatementFeatures, instrument: InstrumentFeatures) -> bool:
    own = {stem(word) for word in promise.plain}
    if own & _stems("conclude", "friendly"):
        intent = instrument.type == "letter_of_intent" and bool(_verb(promise, "mediate"))
        return instrument.type == "friendly_city_agreement" or instrument.friendly or intent
    named = set(promise.words) & {*instrument.title, *instrument.words}
    return bool(named - common()) or instrument.type in own


Texts: TypeAlias = Mapping[str, Sequence[tuple[InstrumentFeatures, tuple[int, int, str]]]]
"""Instruments by each pair of their parties (``blocking.pairs``), with their evidence."""


def follow_through(
    promises: Mapping[str, Sequence[StatementFeatures]], outcomes: Mapping[str, Sequence[Outcome]], texts: Texts, actors: Actors
) -> dict[str, list[Assessment]]:
    """Return the assessments of commitments (cluster key → its statements) from outcomes and instruments by key.

    One sentence bears out one of a report's commitments, the one that it fits best, unless it names different things for several.
    """
    found = {key: _proposed(ones, outcomes, texts, actors) for key, ones in promises.items()}
    return chosen(found, {key: {promise.member.document for promise in ones} for key, ones in promises.items()})


def chosen(found: Mapping[str, Sequence[Assessment]], told_in: Mapping[str, Iterable[str]]) -> dict[str, list[Assessment]]:
    """Return of the assessments proposed for each commitment those that hold; ``told_in`` are the documents of its promises.

    Whether one holds depends only on what is proposed for commitments of the same documents.
    """
    rivals: dict[tuple[str, str, int], list[tuple[str, Assessment]]] = defaultdict(list)
    for key, ones in found.items():
        for document in told_in[key]:
            for one in ones:
                rivals[document, one.document, one.start].append((key, one))
    beaten = {
        (key, one) for ones in rivals.values() for key, one in ones if any(_beats(other, one) for rival, other in ones if rival != key)
    }
    return {key: kept for key, ones in found.items() if (kept := best(one for one in ones if (key, one) not in beaten))}


def _beats(other: Assessment, one: Assessment) -> bool:
    """Return whether another commitment fits the same sentence better, and not by another name in it."""
    ours, theirs = _matched_names(one), _matched_names(other)
    return other.score > one.score and not (ours and theirs and ours.isdisjoint(theirs))


def _matched_names(one: Assessment) -> set[str]:
    return {name for reason in one.reasons if reason.name == "same names" for name in reason.detail.split()}


def _proposed(
    promises: Sequence[StatementFeatures], outcomes: Mapping[str, Sequence[Outcome]], texts: Texts, actors: Actors
) -> list[Assessment]:
    told_in = {promise.member.document for promise in promises}
    found: list[Assessment] = []
    for promise in promises:
        near = {(one.document, one.start): one for key in promise_probes(promise) for one in outcomes.get(key, ())}
        found += [one for spot in sorted(near) if (one := assess(promise, near[spot]))]
        concluded = {} if not concluding(promise) else {text.member: (text, quote) for text, quote in _between(promise, texts)}
        found += [one for _, of in sorted(concluded.items()) if (one := assess_by_instrument(promise, of[0], actors, of[1]))]
    return [one for one in found if one.document not in told_in]


def _between(promise: StatementFeatures, texts: Texts) -> Iterator[tuple[InstrumentFeatures, tuple[int, int, str]]]:
    """Yield the instruments of two parties of a promise."""
    return (one for pair in pairs((*promise.by, *promise.to)) for one in texts.get(pair, ()))
