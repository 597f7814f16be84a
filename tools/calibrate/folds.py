"""Held-out folds: what the weights are worth in reports that they were not learnt from."""

import hashlib
import math
from collections.abc import Sequence
from typing import NamedTuple

from amity.evaluate.calibration import Rated
from amity.reading.confidence import KINDS, Weights
from amity.reading.report import FactKind
from tools.calibrate.figures import Figure
from tools.calibrate.fit import fitted

FOLDS = 10
CANDIDATES = (0.96, 0.97, 0.98)
"""Least probabilities of a *high* fact that are tried, the lowest first: all above what *high* promises, since reports elsewhere differ."""
RIGHT = 0.95
"""Share of the *high* facts that must be right."""
ENOUGH = 8
"""Held-out *high* facts without which nothing is known of them; and facts, in reports that no rule was made for, without which nothing is
known of their kind: all of it is *medium*."""
LOW = 0.6
"""Probability below which a fact is *low*: as likely wrong as right."""
DIGITS = 3


class Held(NamedTuple):
    """A fact with the probability that weights learnt from other reports give it."""

    figure: Figure
    probability: float


def fold(report: str) -> int:
    """Return the fold of a report: always the same, and the same for all its facts."""
    return int.from_bytes(hashlib.sha256(report.encode()).digest()[:4]) % FOLDS


def held_out(kind: FactKind, figures: Sequence[Figure]) -> list[Held]:
    """Return the facts of a kind, each with the probability by the weights learnt from the other folds."""
    found = []
    for number in range(FOLDS):
        own = [one for one in figures if one.kind == kind and fold(one.report) == number]
        if own:
            weights = _plain(kind, [one for one in figures if fold(one.report) != number])
            found += [Held(one, weights.probability(one.doubts)) for one in own]
    return found


def learnt(kind: FactKind, figures: Sequence[Figure]) -> Weights:
    """Return the weights of a kind, with the least probability of *high* that holds in the held-out folds, if any does.

    A kind of which the reports kept aside have hardly a fact is neither *high* nor *low*.
    """
    plain = _plain(kind, figures)
    known = sum(one.kind == kind and not one.tuned for one in figures) >= ENOUGH
    return Weights(
        base=plain.base, low=LOW if known else 0.0, high=_threshold(held_out(kind, figures)) if known else None, doubts=plain.doubts
    )


def rated(figures: Sequence[Figure]) -> list[Rated]:
    """Return every fact with the confidence by weights *and* thresholds learnt from the other folds alone."""
    found = []
    for kind in KINDS:
        for number in range(FOLDS):
            own = [one for one in figures if one.kind == kind and fold(one.report) == number]
            if own:
                weights = learnt(kind, [one for one in figures if fold(one.report) != number])
                found += [Rated(kind, weights.level(one.doubts), one.right) for one in own]
    return found


def _plain(kind: FactKind, figures: Sequence[Figure]) -> Weights:
    base, doubts = fitted(kind, figures)
    return Weights(base=round(base, DIGITS), low=LOW, doubts={name: round(weight, DIGITS) for name, weight in doubts.items()})


def _threshold(facts: Sequence[Held]) -> float | None:
    for least in CANDIDATES:
        high = [one.figure for one in facts if one.probability >= least]
        if len(high) >= ENOUGH and _holds(high) and _bearable([one for one in high if not one.tuned]):
            return least
    return None


def _holds(high: Sequence[Figure]) -> bool:
    return sum(one.right for one in high) >= RIGHT * len(high)


def _bearable(high: Sequence[Figure]) -> bool:
    """Tell whether no more are wrong, in the reports that rules were not made for, than the promise allows, rounded up."""
    return sum(not one.right for one in high) <= math.ceil((1 - RIGHT) * len(high))
