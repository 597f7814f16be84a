"""What all steps of one growth share: the connection, features looked up once, and what was touched."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, func, insert, select

from amity.matching import Features, decode
from amity.model.judgement import Member
from amity.register import lookup
from amity.register.lookup import picked
from amity.register.tables import documents, members, things
from amity.register.working import nodes, placed

MOST_KEPT = 20_000
"""Features held from one growth to the next."""


def hashed(key: str) -> int:
    """Return a key as a signed number of 64 bits: two keys in ten thousand million are taken for one, and compared in vain."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)


_ACTING = (
    select(documents.c.id, members.c.local, members.c.node)
    .join(documents, documents.c.number == members.c.document)
    .where(members.c.layer == "actors")
)


@cache
def placed_in(stage: int) -> Select[Any]:
    """Return the query for the clusters of nodes in a stage."""
    return select(placed.c.node, placed.c.cluster).where(placed.c.stage == stage)


class State:
    """The connection of one transaction, what it has looked up, and what it has touched."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.features: dict[int, Features] = {}
        self.names: dict[int, str] = {}
        self.fresh: set[int] = set()
        """Nodes of facts that were added."""
        self.doubtful: dict[int, set[int]] = defaultdict(set)
        """Stage → nodes to be clustered again."""
        self.moved: dict[int, set[int]] = defaultdict(set)
        """Stage → nodes whose cluster is another now."""
        self.things: set[int] = set()
        """Things whose facts, or what follows from them, changed."""
        self.joined: set[int] = set()
        """Things, many of them hubs, that new facts joined by what they have in common with older ones."""
        self.grown: set[int] = set()
        """Things that new facts joined although they have nothing in common with older ones, and that lost none."""
        self.remade: set[int] = set()
        """Those of them that hold other facts than before."""
        self.marked: set[int] = set()
        """Things of reports at which judgements point that came into force or ceased to be."""
        self.rejudged: set[int] = set()
        """Facts (numbers of members) that people rejected, or do not reject any more."""
        self.spots: set[int] = set()
        """Where conflicts are shown of which some are gone."""
        self.spoken: set[int] = set()
        """Nodes of facts, other than actors, which name actors that moved."""
        self.actors: dict[int, dict[Member, str]] = defaultdict(dict)
        self.asked: dict[int, set[str]] = defaultdict(set)
        self.filled: dict[str, bool] = {}
        self.renoded = False
        """Whether facts that were there got other nodes."""
        self.last_thing = 0
        self.edged: dict[int, set[int]] = defaultdict(set)
        """Kind of edges → nodes for which some were found."""
        self.numbers: dict[int, int] = {}
        """Stage → the last number given to a cluster that is no thing."""
        self.pairs: set[tuple[int, int]] = set()
        """Pairs of actors about whose ties something changed."""
        self.rewitnessed: set[int] = set()
        """Documents that became copies of another, or ceased to be."""

    def has(self, table: Table) -> bool:
        """Return whether a table has any row, asked once in a growth; ``insert`` keeps it true."""
        if table.name not in self.filled:
            self.filled[table.name] = self.connection.execute(select(table).limit(1)).first() is not None
        return self.filled[table.name]

    def new_things(self, layers: Sequence[str]) -> list[int]:
        """Make things of some layers and return their numbers."""
        if not self.last_thing:
            self.last_thing = self.connection.scalar(select(func.max(things.c.number))) or 0
        numbers = list(range(self.last_thing + 1, self.last_thing + 1 + len(layers)))
        self.insert(things, [{"number": number, "layer": layer} for number, layer in zip(numbers, layers, strict=True)])
        self.last_thing += len(layers)
        return numbers

    def rows(self, query: Select[Any], column: ColumnElement[Any], values: Iterable[Any], **bound: Any) -> list[Row[Any]]:
        """Return the rows of a query whose column is one of many values; ``bound`` are its other parameters."""
        return lookup.rows(self.connection, query, column, values, **bound)

    def column(self, wanted: ColumnElement[Any], column: ColumnElement[Any], values: Iterable[Any]) -> set[Any]:
        """Return the values of one column where another is one of many values."""
        return lookup.column(self.connection, wanted, column, values)

    def insert(self, table: Table, rows: Iterable[dict[str, Any]]) -> None:
        """Insert rows, if any."""
        if found := list(rows):
            self.filled[table.name] = True
            self.connection.execute(insert(table), found)

    def delete(self, column: ColumnElement[Any], values: Iterable[Any]) -> None:
        """Delete the rows whose column is one of many values."""
        lookup.remove(self.connection, column, values)

    def look_up(self, numbers: Collection[int]) -> dict[int, Features]:
        """Return the features of nodes."""
        missing = {number for number in numbers if number not in self.features}
        for row in self.rows(picked(nodes.c.number, nodes.c.name, nodes.c.features), nodes.c.number, missing):
            self.features[row.number], self.names[row.number] = decode(row.features), row.name
        return {number: self.features[number] for number in numbers if number in self.features}

    def forget(self, numbers: Iterable[int]) -> None:
        """Drop what was looked up of nodes that are gone."""
        for number in numbers:
            self.features.pop(number, None)
            self.names.pop(number, None)

    def known_actors(self, stage: int, named: Collection[str]) -> dict[Member, str]:
        """Return the cluster of each actor of documents (their ids) in a stage, once that stage is up to date."""
        known = self.actors[stage]
        missing = set(named) - self.asked[stage]
        acting = self.rows(_ACTING, documents.c.id, missing)
        cluster = {row.node: str(row.cluster) for row in self.rows(placed_in(stage), placed.c.node, {row.node for row in acting})}
        known |= {Member(row.id, "actors", row.local): cluster[row.node] for row in acting if row.node in cluster}
        self.asked[stage] |= missing
        return known

    def document_numbers(self, named: Collection[str]) -> dict[str, int]:
        """Return the numbers of documents by their ids."""
        return {row.id: row.number for row in self.rows(picked(documents.c.id, documents.c.number), documents.c.id, named)}

    def begin(self) -> None:
        """Forget what holds for one growth only."""
        self.fresh.clear()
        self.spoken.clear()
        self.rewitnessed.clear()
        self.remade.clear()
        self.grown.clear()
        self.spots.clear()
        self.rejudged.clear()
        self.marked.clear()
        self.pairs.clear()
        self.filled.clear()
        self.renoded = False
        for of_stage in (self.doubtful, self.moved, self.actors, self.asked, self.edged):
            of_stage.clear()
        if len(self.features) > MOST_KEPT:
            self.features.clear()
            self.names.clear()
