"""The fit: logistic regression of each kind's facts on their doubts, with few facts and much caution.

A doubt lowers the odds or does nothing, never raises them. Before any fact is seen a doubt is worth ``WEIGHT``, and a grave one twice
that; facts move it from there, so that a doubt which gold hardly ever shows still counts in reports unlike gold's (a Gaussian prior:
ridge regression towards a point other than nought). Reports that rules were made for are read better than others: an intercept of
their own takes that up, and is left out of the weights.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from amity.reading.confidence import DOUBTS
from amity.reading.report import FactKind
from tools.calibrate.figures import Figure

WEIGHT = 0.8
"""Log odds that a doubt takes before facts are seen: it more than halves the odds."""
GRAVE = frozenset(
    {
        "nobody", "weak_post", "weak_actor", "not_held", "twin", "nowhere", "further_post", "lone", "no_act", "mixed", "one_word", "vague",
        "type_untold", "one_party",
    }
)  # fmt: skip
"""Doubts that leave open what the fact is about: worth twice as much."""
OPEN = frozenset({"no_date", "coarse_date"})
"""Doubts that leave open what most of its use hangs on: worth three times as much."""
HOLD = 4.0
"""How strongly a doubt is held to what it is worth before facts are seen: the inverse of the prior's variance."""
HOLD_BASE, HOLD_TUNED = 0.25, 0.5
"""The same for the odds without doubts, and for what reports gain by having been looked at: both held to 1."""
STEPS, HALVINGS, CLOSE = 100, 30, 1e-9

Matrix = NDArray[np.float64]


def fitted(kind: FactKind, figures: Sequence[Figure]) -> tuple[float, dict[str, float]]:
    """Return the log odds of a fact of that kind without doubts, in a report that no rule was made for, and the weight of each doubt."""
    names = [doubt.__name__ for doubt in DOUBTS[kind]]
    own = [one for one in figures if one.kind == kind]
    rows = np.array([[1.0, one.tuned, *(-float(name in one.doubts) for name in names)] for one in own]).reshape(len(own), len(names) + 2)
    worth = np.array([1.0, 1.0, *map(worth_before, names)])
    hold = np.array([HOLD_BASE, HOLD_TUNED, *(HOLD for _ in names)])
    found = _regression(rows, np.array([float(one.right) for one in own]), worth, hold)
    return float(found[0]), dict(zip(names, map(float, found[2:]), strict=True))


def worth_before(doubt: str) -> float:
    """Return the log odds that a doubt takes before facts are seen."""
    return WEIGHT * (3 if doubt in OPEN else 2 if doubt in GRAVE else 1)


def _regression(rows: Matrix, right: Matrix, worth: Matrix, hold: Matrix) -> Matrix:
    """Maximise the penalised likelihood with no weight but the first below nought: projected Newton steps (Bertsekas 1982)."""

    def gain(weights: Matrix) -> float:
        odds = rows @ weights
        return float(right @ odds - np.logaddexp(0, odds).sum() - hold @ (weights - worth) ** 2 / 2)

    found = worth.copy()
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (right - chance) - hold * (found - worth)
        free = (found > 0) | (slope > 0)
        free[0] = True
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(hold)
        step = np.zeros_like(found)
        step[free] = np.linalg.solve(curve[np.ix_(free, free)], slope[free])
        moved = _moved(found, step, gain)
        close = np.abs(moved - found).max() < CLOSE
        found = moved
        if close:
            break
    return found


def _moved(found: Matrix, step: Matrix, gain: Callable[[Matrix], float]) -> Matrix:
    """Go as far along the step as gains, halving it while it does not."""
    for halving in range(HALVINGS):
        moved: Matrix = found + step / 2**halving
        moved[1:] = np.maximum(moved[1:], 0.0)
        if gain(moved) >= gain(found):
            return moved
    return found
