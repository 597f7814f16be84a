"""The kinds of facts that are rated apart, and the doubts of each fact of a reading."""

from collections.abc import Iterator, Sequence
from typing import Any, get_args

from amity.model import Actor, Statement
from amity.reading.confidence.doubts.actors import ACTORS, PEOPLE, POSTS
from amity.reading.confidence.doubts.events import EVENTS
from amity.reading.confidence.doubts.instruments import INSTRUMENTS
from amity.reading.confidence.doubts.others import INDICATORS, MECHANISMS, PROJECTS
from amity.reading.confidence.doubts.statements import COMMITMENTS, STATEMENTS
from amity.reading.confidence.scene import Doubt, Scene
from amity.reading.report import Doubted, FactKind

KINDS: tuple[FactKind, ...] = get_args(FactKind)
LAYERS = ("actors", "posts", "events", "instruments", "statements", "mechanisms", "projects", "indicators")
"""The lists of facts of a reading."""

DOUBTS: dict[FactKind, Sequence[Doubt[Any]]] = {
    "people": PEOPLE,
    "actors": ACTORS,
    "posts": POSTS,
    "events": EVENTS,
    "instruments": INSTRUMENTS,
    "statements": STATEMENTS,
    "commitments": COMMITMENTS,
    "mechanisms": MECHANISMS,
    "projects": PROJECTS,
    "indicators": INDICATORS,
}


def doubted(scene: Scene) -> Iterator[Doubted]:
    """Yield every fact of the reading with the doubts about it, layer by layer in the reading's order."""
    for layer in LAYERS:
        for index, fact in enumerate(getattr(scene.reading, layer)):
            kind = kind_of(layer, fact)
            yield Doubted(layer, index, kind, tuple(doubt.__name__ for doubt in DOUBTS[kind] if doubt(scene, fact)))


def kind_of(layer: str, fact: Any) -> FactKind:
    """Return the kind as which a fact is rated: a person is no other actor, and a commitment more than a statement."""
    if isinstance(fact, Actor) and fact.kind == "person":
        return "people"
    if isinstance(fact, Statement) and fact.commitment:
        return "commitments"
    return next(kind for kind in KINDS if kind == layer)
