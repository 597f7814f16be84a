"""Precision from checked samples, and agreement of two coders.

- Interval of a share: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
  Statistical Association 22 (1927), 209-212; it holds near 0 and 1 and for few answers.
- Strata: the share is the mean of the strata's shares weighted by how many facts each has (W. G. Cochran, Sampling Techniques, 3rd ed.
  1977, ch. 5). Its interval is Wilson's with the effective number of answers that unequal weights leave (L. Kish, Survey Sampling, 1965,
  ch. 11.7; for Wilson intervals of weighted samples see C. Franco et al., Journal of Survey Statistics and Methodology 7 (2019), 334-364).
- Agreement beyond chance: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960),
  37-46.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import sqrt

import msgspec

Z = 1.959963984540054
"""The normal quantile of 95 %."""


class Estimate(msgspec.Struct, frozen=True):
    """A share with its interval of 95 %; all from 0 to 1. ``answers`` is how many it rests on, as if of one simple sample."""

    share: float
    low: float
    high: float
    answers: float


def wilson(share: float, answers: float) -> Estimate:
    """Return the interval of a share of so many answers."""
    middle = share + Z * Z / (2 * answers)
    spread = Z * sqrt(share * (1 - share) / answers + Z * Z / (4 * answers * answers))
    scale = 1 + Z * Z / answers
    return Estimate(share, max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale), answers)


def weighted(strata: Iterable[tuple[int, int, int]]) -> Estimate | None:
    """Return the share of all strata (size, right answers, right and wrong ones); None without answers.

    Strata of which nothing was answered do not count.
    """
    known = [one for one in strata if one[2]]
    total = sum(size for size, _, _ in known)
    if not known or not total:
        return None
    share = sum(size / total * right / answers for size, right, answers in known)
    effective = 1 / sum((size / total) ** 2 / answers for size, _, answers in known)
    return wilson(min(1.0, share), effective)


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Return Cohen's kappa of two coders' answers to the same questions; None where chance alone explains all (or there are none)."""
    if not pairs:
        return None
    many = len(pairs)
    observed = sum(one == other for one, other in pairs) / many
    ours, theirs = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    expected = sum(ours[answer] * theirs[answer] for answer in ours) / many**2
    return None if expected == 1 else (observed - expected) / (1 - expected)
