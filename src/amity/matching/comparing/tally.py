"""Points with their reasons, added up to a verdict."""

from typing import Literal

from amity.model.register import Comparison, Reason


class Tally:
    """Collects the reasons of one comparison."""

    def __init__(self) -> None:
        self.reasons: list[Reason] = []
        self.barred = False

    def add(self, name: str, points: float, detail: str = "") -> None:
        """Give or take points."""
        if points:
            self.reasons.append(Reason(name, points, detail))

    def bar(self, name: str, points: float, detail: str = "") -> None:
        """Take points for something that makes the two different whatever else they share."""
        self.add(name, points, detail)
        self.barred = True

    @property
    def score(self) -> float:
        """The sum so far."""
        return round(sum(reason.points for reason in self.reasons), 3)

    def verdict(self, *, same: float, doubt: float, partial: Literal[0, 1, 2] = 0) -> Comparison:
        """Return the comparison: *same* and *doubt* are the least scores of those verdicts, ``partial`` the side known in part only."""
        if self.barred or self.score < doubt:
            return Comparison(self.score, "different", tuple(self.reasons))
        if self.score < same:
            return Comparison(self.score, "doubt", tuple(self.reasons))
        return Comparison(self.score, "same", tuple(self.reasons), partial)
