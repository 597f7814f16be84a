"""Keys by which commitments find outcomes, and outcomes commitments: narrow enough for parties that are told of every day.

A commitment about something that bears a name is borne out only where the name is told, so that names are its only keys. One without
names needs three words in common with the outcome and what stands around it, or the day that it named: pairs of words by place, and days.

Of a commitment ``promise_keys`` are kept, and looked up with an outcome's ``outcome_probes``; of an outcome ``outcome_keys`` are kept,
and looked up with a commitment's ``promise_probes``. Both ways find all that ``followthrough.assess`` can accept.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import combinations

from amity.matching.days import precise, span
from amity.matching.features import StatementFeatures
from amity.matching.outcomes import Outcome
from amity.matching.words import common


def promise_keys(promise: StatementFeatures) -> frozenset[str]:
    """Return the keys under which a commitment is kept for later outcomes."""
    found = {f"outcome|{name}" for name in promise.names or promise.around}
    if not promise.names:
        due = promise.due or promise.day
        marks = [*_pairs(_telling(promise.words)), *([due[:10]] if due and precise(due) else [])]
        found |= {f"outcome|{home}|{mark}" for home in _homes(promise) for mark in marks}
    return frozenset(found)


def promise_probes(promise: StatementFeatures) -> frozenset[str]:
    """Return the keys by which a commitment looks for outcomes that are known already."""
    named = {f"outcome|{name}" for name in promise.names or promise.around}
    words = () if promise.names else _telling(promise.words)
    return frozenset(named | {f"outcome|{home}|{word}" for home in _homes(promise) for word in words})


def outcome_keys(outcome: Outcome) -> frozenset[str]:
    """Return the keys under which an outcome is kept for commitments that are added after it."""
    return _named(outcome) | {f"outcome|{home}|{word}" for home in outcome.homes for word in _telling(outcome.words)}


def outcome_probes(outcome: Outcome) -> frozenset[str]:
    """Return the keys by which an outcome looks for commitments."""
    own, near = _telling(outcome.words), _telling(outcome.near_words)
    marks = {*_pairs(own), *(_pair(one, other) for one in own for other in near), *_days(outcome)}
    return _named(outcome) | {f"outcome|{home}|{mark}" for home in outcome.homes for mark in marks}


def _telling(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in common()]


def _pairs(words: Iterable[str]) -> Iterator[str]:
    return (_pair(one, other) for one, other in combinations(words, 2))


def _pair(one: str, other: str) -> str:
    return f"{min(one, other)}+{max(one, other)}"


def _days(outcome: Outcome) -> list[str]:
    """Return the days that a commitment can have named for the outcome to be on time: the outcome's own, and the day before."""
    known = span(outcome.as_of or outcome.told)
    return [known[0].isoformat(), (known[0] - timedelta(days=1)).isoformat()] if known else []


def _homes(promise: StatementFeatures) -> list[str]:
    return sorted({party.home for party in (*promise.by, *promise.to) if party.home})


def _named(outcome: Outcome) -> frozenset[str]:
    return frozenset(f"outcome|{name}" for name in (*outcome.names, *outcome.near_names))
