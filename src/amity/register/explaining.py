"""Why two things are one, in doubt or apart: their likest facts compared anew, each ground with its points (``amity why``)."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, func, select

from amity.errors import UsageError
from amity.matching import compare, decode
from amity.model.judgement import Member
from amity.model.register import Comparison
from amity.register import ids, log
from amity.register.tables import anchors, documents, members
from amity.register.working import nodes

MOST_COMPARED = 12
"""Facts of each side that are compared: the likest pair of so many tells as much as that of all."""


class _Clusters(Mapping[Member, str]):
    """The thing of each actor, looked up when asked for."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def __getitem__(self, member: Member) -> str:
        here = (documents.c.id == member.document) & (members.c.layer == member.layer) & (members.c.local == member.local)
        query = select(members.c.thing).join(documents, documents.c.number == members.c.document).where(here)
        found = self.connection.scalar(query)
        if found is None:
            raise KeyError(member)
        return str(found)

    def __iter__(self) -> Iterator[Member]:
        query = select(documents.c.id, members.c.layer, members.c.local).join(documents, documents.c.number == members.c.document)
        return (Member(*row) for row in self.connection.execute(query.where(members.c.layer == "actors")))

    def __len__(self) -> int:
        return self.connection.scalar(select(func.count()).select_from(members).where(members.c.layer == "actors")) or 0


def explained(connection: Connection, one: str, other: str) -> dict[str, Any]:
    """Return the verdict on two ids, score and reasons of their likest facts with both sentences, and the judgements about them.

    Raise UsageError for ids of two kinds, or for the same id twice.
    """
    first, second = ids.find(connection, one), ids.find(connection, other)
    if one == other:
        raise UsageError(f"{one}: compared with itself; give another id")
    if first.layer != second.layer:
        raise UsageError(f"{one}, {other}: one of the {first.layer} and one of the {second.layer} are never one thing; give two of a kind")
    if first.layer == "indicators":
        raise UsageError(f"{one}, {other}: figures are not matched, each report's stands for itself")
    merged = first.number == second.number
    likest = _likest(connection, _facts(connection, one, first, merged), _facts(connection, other, second, merged))
    told: dict[str, Any] = {"ids": [one, other], "layer": first.layer, "verdict": "one" if merged else "apart"}
    if likest is not None:
        comparison, a, b = likest
        if not merged and comparison.verdict != "different":
            told["verdict"] = "in doubt"
        told |= {"score": comparison.score, "sentences": [a.quote, b.quote]}
        told["reasons"] = [msgspec.to_builtins(reason) for reason in comparison.reasons]
    told["judgements"] = [
        {"number": j.number, "kind": j.kind, "by": j.by, "at": j.at, "note": j.note} for j in _judged(connection, (one, other))
    ]
    return {name: value for name, value in told.items() if value not in ([], None)}


def _facts(connection: Connection, public: str, found: ids.Found, merged: bool) -> list[Row[Any]]:
    """Return the first facts of a thing with their nodes; of two ids of one thing, the fact that anchors the id."""
    query = (
        select(members.c.number, members.c.quote, nodes.c.features)
        .join(nodes, nodes.c.number == members.c.node)
        .where(members.c.thing == found.number)
        .order_by(members.c.number)
    )
    if merged:
        query = query.where(members.c.number == select(anchors.c.member).where(anchors.c.id == public).scalar_subquery())
    return list(connection.execute(query.limit(MOST_COMPARED)))


def _likest(connection: Connection, ours: list[Row[Any]], theirs: list[Row[Any]]) -> tuple[Comparison, Row[Any], Row[Any]] | None:
    clusters = _Clusters(connection)
    found = [(compare(decode(a.features), decode(b.features), clusters), a, b) for a, b in product(ours, theirs)]
    return max(found, key=lambda one: (one[0].score, -one[1].number, -one[2].number), default=None)


def _judged(connection: Connection, publics: tuple[str, str]) -> list[Any]:
    """Return the judgements in force that bring the two things together or hold them apart."""
    quotes = set()
    for public in publics:
        found = ids.find(connection, public)
        quotes |= set(connection.scalars(select(members.c.quote).where(members.c.thing == found.number)))
    return [j for j in log.holding(connection) if j.kind in ("merge", "split") and any(p.quote in quotes for p in (*j.subjects, *j.others))]
