"""Evaluation: readings against gold, the quality gate, and the errors beside their sentences."""

from amity.evaluate.gold import evaluate, load_gold
from amity.evaluate.score import Error, Layer, Score

__all__ = ["Error", "Layer", "Score", "evaluate", "load_gold"]
