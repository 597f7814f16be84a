"""Where the actors of a network stand on a drawing: by springs and repulsion, the same each time.

The method is that of Fruchterman and Reingold (1991), "Graph drawing by force-directed placement", Software: Practice and Experience 21.
"""

import math
from collections.abc import Sequence

WIDTH, HEIGHT = 960, 640
"""Units of the drawing."""
MARGIN = 60
"""Units that are left free around it, for names."""
ROUNDS = 120
"""Rounds of moving; more change nothing that one sees."""
FURTHEST = 0.1
"""Share of the drawing that an actor moves at most in the first round."""
GRAVITY = 0.5
"""How strongly all are drawn to the middle, so that those without ties do not fly away."""
Point = tuple[float, float]
Pairs = Sequence[tuple[int, int]]


def placed(count: int, pairs: Pairs) -> list[Point]:
    """Return the places of so many actors (the first in the middle) tied in pairs, in units of the drawing."""
    spots = [complex(0.5, 0.5)] + [0.5 + 0.5j + 0.35 * _turned(turn, count - 1) for turn in range(count - 1)]
    for turn in range(ROUNDS):
        _move(spots, pairs, FURTHEST * (1 - turn / ROUNDS))
    return _fitted(spots[:count])


def _turned(turn: int, of: int) -> complex:
    angle = 2 * math.pi * turn / max(of, 1)
    return complex(math.cos(angle), math.sin(angle))


def _move(spots: list[complex], pairs: Pairs, furthest: float) -> None:
    """Move all but the first by what pushes and pulls them, no further than told."""
    ideal = 1 / math.sqrt(len(spots))
    pushed = [GRAVITY * (complex(0.5, 0.5) - one) for one in spots]
    for at, one in enumerate(spots):
        for before in range(at):
            apart = one - spots[before] or 1e-6 * _turned(at, len(spots))
            push = apart * ideal**2 / abs(apart) ** 2
            pushed[at] += push
            pushed[before] -= push
    for first, second in pairs:
        pull = (spots[first] - spots[second]) * abs(spots[first] - spots[second]) / ideal
        pushed[first] -= pull
        pushed[second] += pull
    for at in range(1, len(spots)):
        if length := abs(pushed[at]):
            spots[at] += pushed[at] / length * min(length, furthest)


def _fitted(spots: list[complex]) -> list[Point]:
    """Return the places spread over the drawing."""
    left, top = min(one.real for one in spots), min(one.imag for one in spots)
    wide, high = max(one.real for one in spots) - left, max(one.imag for one in spots) - top
    return [
        (
            round(MARGIN + (one.real - left) / wide * (WIDTH - 2 * MARGIN) if wide else WIDTH / 2, 1),
            round(MARGIN + (one.imag - top) / high * (HEIGHT - 2 * MARGIN) if high else HEIGHT / 2, 1),
        )
        for one in spots
    ]
