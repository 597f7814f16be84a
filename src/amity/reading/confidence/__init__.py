"""How sure each fact is: the last stage of a reading.

The stages know why a fact may be wrong: who acts stands in another sentence, the date was told elsewhere, a name was seen once.
Each such reason is a doubt (``doubts/``), and every doubt weighs what gold made it weigh (``weights.py``).
"""

from amity.reading.confidence.kinds import DOUBTS, KINDS
from amity.reading.confidence.rating import rate
from amity.reading.confidence.weights import Weights, weights

__all__ = ["DOUBTS", "KINDS", "Weights", "rate", "weights"]
