"""What doubts weigh: an additive model for each kind of fact, trained on gold and kept as data (``lang/<code>/confidence.toml``)."""

import math
from collections.abc import Iterable

import msgspec

from amity.model import Confidence
from amity.reading.report import FactKind
from amity.vocabulary import load, load_common, per_language


class Weights(msgspec.Struct, kw_only=True, frozen=True, forbid_unknown_fields=True):
    """How sure facts of one kind are.

    ``base`` is the log odds that a fact without doubts is right, in a report that no rule was made for; each doubt takes its weight
    (0 or more) from them. ``high`` and ``low`` are the least probabilities of a *high* and of a *medium* fact; a kind of which no
    part proved right often enough has no ``high``.
    """

    base: float
    low: float
    high: float | None = None
    doubts: dict[str, float]

    def probability(self, doubts: Iterable[str]) -> float:
        """Return the estimated probability, 0 to 1, that a fact with these doubts is right."""
        return 1 / (1 + math.exp(math.fsum(self.doubts[doubt] for doubt in doubts) - self.base))

    def level(self, doubts: Iterable[str]) -> Confidence:
        """Return how sure a fact with these doubts is; a further doubt never makes it surer."""
        probability = self.probability(doubts)
        if self.high is not None and probability >= self.high:
            return "high"
        return "medium" if probability >= self.low else "low"


@per_language
def weights() -> dict[FactKind, Weights]:
    """Return the weights of the language in force; those of a language without gold are English's, and nothing in it is *high*."""
    own = load("confidence")
    told = msgspec.convert(own or load_common("confidence"), dict[FactKind, Weights])
    return told if own else {kind: msgspec.structs.replace(one, high=None) for kind, one in told.items()}
