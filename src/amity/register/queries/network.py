"""Who is tied to whom, as far as one has asked: the ties of some actors, and the actors that they lead to."""

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import Connection, or_, select

from amity.register.tables import actors, ties

MOST_TIES = 60
"""Ties of the actors opened that are followed, those that reports told of last."""


class Node(NamedTuple):
    """An actor: its id, its name and its kind."""

    id: str
    label: str
    kind: str


class Edge(NamedTuple):
    """A tie between two actors (their ids), with how many reports tell of it."""

    id: str
    one: str
    other: str
    kind: str
    stage: str
    documents: int


class Network(NamedTuple):
    """The actors and the ties between them; ``more`` says that some were left out."""

    nodes: list[Node]
    edges: list[Edge]
    more: bool


def network(connection: Connection, opened: Collection[int]) -> Network:
    """Return the ties of the actors that are opened (their numbers), and everyone whom those lead to; rejected ties are left out."""
    numbers = sorted(opened)
    one, other = actors.alias("one"), actors.alias("other")
    sides = [side.c[name] for side in (one, other) for name in ("id", "label", "kind")]
    query = (
        select(ties.c.id, ties.c.kind, ties.c.stage, ties.c.documents, *sides)
        .join(one, one.c.number == ties.c.one)
        .join(other, other.c.number == ties.c.other)
        .where(or_(ties.c.one.in_(numbers), ties.c.other.in_(numbers)), ties.c.state != "rejected")
        .order_by(ties.c.last.desc(), ties.c.number)
        .limit(MOST_TIES + 1)
    )
    rows = connection.execute(query).all()
    shown = rows[:MOST_TIES]
    own = connection.execute(select(actors.c.id, actors.c.label, actors.c.kind).where(actors.c.number.in_(numbers)))
    nodes = {row[0]: Node(*row) for row in own}
    for row in shown:
        nodes.setdefault(row[4], Node(*row[4:7]))
        nodes.setdefault(row[7], Node(*row[7:10]))
    edges = [Edge(row[0], row[4], row[7], row[1], row[2], row[3]) for row in shown]
    return Network(list(nodes.values()), edges, len(rows) > MOST_TIES)
