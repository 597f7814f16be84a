"""Conflicts, for the things and ties that were touched; of those that only repeat each other one is shown."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Select, bindparam, func, insert, select

from amity.matching import Features
from amity.matching.blocking import address
from amity.matching.claims import SAME_TIME, Measure, figure_conflicts, measure_conflicts, title_conflicts
from amity.matching.conflicts import conflicts as clashing
from amity.matching.days import span
from amity.matching.features import PersonFeatures
from amity.matching.inmemory import CONFLICTING
from amity.model.acts import Indicator
from amity.model.judgement import Member
from amity.model.reading import Reading
from amity.model.register import Cluster, Conflict
from amity.register.growing.order import ACTORS
from amity.register.growing.standing import rejected_among, stands
from amity.register.growing.state import State, hashed, placed_in
from amity.register.lookup import picked
from amity.register.tables import claims, conflicts, documents, members
from amity.register.working import disagreements, figures, measures, placed

ECHOES = ("event", "tie")
"""Kinds of conflicts that an instrument's stands for: one signing, one disagreement."""

LATEST = "~"
"""Sorts after every day."""

_SEVERAL = (
    select(members.c.thing, members.c.layer)
    .where(members.c.layer.in_(CONFLICTING))
    .group_by(members.c.thing, members.c.layer)
    .having(func.count() > 1)
)
_FACTS = (
    select(members.c.thing, members.c.document, members.c.layer, members.c.local, members.c.node, members.c.quote, documents.c.id)
    .join(documents, documents.c.number == members.c.document)
    .where(stands())
)
_FIGURES = (
    select(figures, members.c.local, documents.c.id)
    .join(members, members.c.number == figures.c.member)
    .join(documents, documents.c.number == figures.c.document)
)
_NEAR = _FIGURES.where(
    (figures.c.subject == bindparam("of"))
    & (figures.c.unit == bindparam("in"))
    & figures.c.told.between(bindparam("first"), bindparam("last"))
)
_TOLD = (
    select(members.c.thing, members.c.local, documents.c.id)
    .join(documents, documents.c.number == members.c.document)
    .where(members.c.layer == "actors")
)
_TITLES = (
    select(disagreements.c.number, disagreements.c.subject, disagreements.c.spot, members.c.thing)
    .join(members, members.c.number == disagreements.c.one_member)
    .where(disagreements.c.origin == "title")
)


@cache
def _of_origin(origin: str) -> Select[Any]:
    return select(disagreements).where(disagreements.c.origin == origin)


def run(state: State, readings: Mapping[int, Reading], ties: Mapping[tuple[int, int], Sequence[Conflict]]) -> None:
    """Find anew what is in conflict about remade things, touched ties, figures that came or moved, and in titles."""
    told = _figures(state, readings)
    disputed = state.remade | _disputed(state, readings)
    spots = _drop(state, disputed, ties, told)
    rows = _of_things(state, _several(state, disputed))
    rows += [_row("tie", pair[0], one, other=pair[1]) for pair, found in ties.items() for one in found]
    rows += _of_figures(state, told)
    rows += [row for number, reading in readings.items() for row in _of_title(state, number, reading)]
    state.insert(disagreements, rows)
    _show(state, spots | {row["spot"] for row in rows} | _moved_titles(state) | _rejudged(state))


def drop_document(state: State, number: int) -> None:
    """Take away what one report's title, figures and facts disagree with; its things are looked at again."""
    here = select(members.c.number).where(members.c.document == number)
    own = [row.number for row in state.connection.execute(here)]
    ends = [state.rows(picked(disagreements), column, own) for column in (disagreements.c.one_member, disagreements.c.other_member)]
    _forget(state, [row for rows in ends for row in rows])


def _forget(state: State, rows: Iterable[Any]) -> None:
    found = {row.number: row.spot for row in rows}
    state.delete(disagreements.c.number, found)
    state.spots |= set(found.values())


def _disputed(state: State, added: Collection[int]) -> set[int]:
    """Return the actors about whose names reports differ where a new report, of those that use a name, may be the first by id now."""
    told = defaultdict(set)
    for row in state.rows(_TOLD, members.c.document, added):
        told[row.thing].add((row.id, row.local))
    found = set()
    for row in state.rows(_of_origin("thing"), disagreements.c.subject, told):
        claims_ = msgspec.json.decode(row.content, type=Conflict).claims
        if min(told[row.subject]) < max((claim.member.document, claim.member.local) for claim in claims_):
            found.add(row.subject)
    return found


def _drop(state: State, disputed: Collection[int], ties: Collection[tuple[int, int]], told: Collection[int]) -> set[int]:
    """Take away what is found anew; return where it was shown."""
    rows = state.rows(_of_origin("thing"), disagreements.c.subject, disputed)
    of_ties = state.rows(_of_origin("tie"), disagreements.c.subject, {pair[0] for pair in ties})
    rows += [row for row in of_ties if (row.subject, row.other) in ties]
    for column in (disagreements.c.one_member, disagreements.c.other_member):
        rows += state.rows(_of_origin("figure"), column, told)
    _forget(state, rows)
    spots, state.spots = state.spots, set()
    return spots


def _row(origin: str, subject: int, one: Conflict, **of: int | None) -> dict[str, Any]:
    told = "|".join(sorted({claim.member.document for claim in one.claims}))
    content = msgspec.json.encode(one).decode()
    blank = {"other": None, "one_member": None, "other_member": None}
    return {"origin": origin, "subject": subject, **blank, **of, "spot": hashed(f"{one.field}|{told}"), "content": content}


def _several(state: State, disputed: Collection[int]) -> list[tuple[int, str]]:
    """Return those of some things that several facts tell of, which alone can differ, with their layers."""
    rows = state.rows(_SEVERAL, members.c.thing, disputed)
    return sorted((row.thing, row.layer) for row in rows)


def _of_things(state: State, several: Iterable[tuple[int, str]]) -> list[dict[str, Any]]:
    """Return the conflicts among the facts of things."""
    layer = {number: layer for number, layer in several if layer != "actors" or _names_clash(state, number)}
    told: dict[int, list[Any]] = defaultdict(list)
    for row in sorted(state.rows(_FACTS, members.c.thing, layer), key=lambda row: (row.id, row.local)):
        told[row.thing].append(row)
    state.look_up({row.node for rows in told.values() for row in rows})
    return [_row("thing", one, found) for one, of in layer.items() if len(told[one]) > 1 for found in _of_thing(state, of, told[one])]


def _of_thing(state: State, layer: str, rows: Sequence[Any]) -> list[Conflict]:
    known = state.look_up({row.node for row in rows})
    quotes = {Member(row.id, row.layer, row.local): row.quote for row in rows}
    features = {Member(row.id, row.layer, row.local): known[row.node] for row in rows}
    telling = {row.node: Member(row.id, row.layer, row.local) for row in reversed(rows)}
    group = Cluster(address(min(quotes)), tuple(sorted(telling.values())))
    found = clashing(group, features, lambda member: quotes[member])
    if layer == "events":
        whole = Cluster(group.key, tuple(sorted(quotes)))
        found += measure_conflicts(whole, _measures(state, {row.document: row.id for row in rows}))
    return found


def _names_clash(state: State, number: int) -> bool:
    """Return whether the names of a person differ by what may be a slip; asked first, since some persons are in very many reports."""
    numbers = {row.node for row in state.rows(placed_in(ACTORS), placed.c.cluster, [number])}
    people: dict[str, Features] = {}
    for one in state.look_up(numbers).values():
        if isinstance(one, PersonFeatures):
            people.setdefault(one.name, one)
    told = {Member(name, "actors", ""): one for name, one in people.items()}
    return len(told) > 1 and bool(clashing(Cluster("", tuple(sorted(told))), told, lambda member: ""))


def _measures(state: State, named: Mapping[int, str]) -> dict[str, list[Measure]]:
    rows = state.rows(picked(measures), measures.c.document, named)
    return {named[row.document]: msgspec.json.decode(row.content, type=list[Measure]) for row in rows}


def _figures(state: State, added: Collection[int]) -> set[int]:
    """Return the figures that came with reports or whose subject is another now."""
    moved = state.column(members.c.number, members.c.node, state.moved[ACTORS])
    new: set[int] = state.column(figures.c.member, figures.c.document, added)
    return new | state.column(figures.c.member, figures.c.subject_member, moved)


def _of_figures(state: State, told: Collection[int]) -> list[dict[str, Any]]:
    """Return where figures clash with others of their actor, unit and time."""
    found: dict[tuple[int, int], dict[str, Any]] = {}
    for own in state.rows(_FIGURES, figures.c.member, told):
        for other in _near(state, own):
            pair = (min(own.member, other.member), max(own.member, other.member))
            if own.document != other.document and pair not in found:
                for one in figure_conflicts("", [_figure(own), _figure(other)]):
                    found[pair] = _row("figure", own.subject, one, one_member=pair[0], other_member=pair[1])
    return list(found.values())


def _near(state: State, own: Any) -> Sequence[Any]:
    days = span(own.told)
    ends = [day.fromordinal(day.toordinal() + shift) for day, shift in zip(days, (-SAME_TIME, SAME_TIME), strict=True)] if days else []
    first, last = (ends[0].isoformat()[:4], ends[1].isoformat()) if ends else ("", LATEST)
    around = {"of": own.subject, "in": own.unit, "first": first, "last": last}
    return state.connection.execute(_NEAR, around).all()


def _figure(row: Any) -> tuple[Member, Indicator, str | None]:
    return Member(row.id, "indicators", row.local), msgspec.json.decode(row.content, type=Indicator), row.told or None


def _of_title(state: State, number: int, reading: Reading) -> list[dict[str, Any]]:
    rows = []
    for one in title_conflicts(reading):
        here = (members.c.document == number) & (members.c.layer == "instruments") & (members.c.local == one.claims[0].member.local)
        row = state.connection.execute(picked(members.c.number, members.c.thing).where(here)).one()
        rows.append(_row("title", row.thing, one, one_member=row.number))
    return rows


def _moved_titles(state: State) -> set[int]:
    """Bring the instruments up to date that titles disagree about; return where that is shown."""
    spots = set()
    for row in state.rows(_TITLES, disagreements.c.subject, state.remade):
        if row.subject != row.thing:
            here = disagreements.c.number == row.number
            state.connection.execute(disagreements.update().where(here).values(subject=row.thing))
            spots.add(row.spot)
    return spots


def _rejudged(state: State) -> set[int]:
    """Return where is shown what facts disagree about that were rejected, or are not any more."""
    columns = (disagreements.c.one_member, disagreements.c.other_member)
    return {spot for column in columns for spot in state.column(disagreements.c.spot, column, state.rejudged)}


def _show(state: State, spots: Collection[int]) -> None:
    """Write the conflicts of some spots anew: of those that repeat each other one."""
    old = state.column(conflicts.c.number, conflicts.c.spot, spots)
    state.delete(claims.c.conflict, old)
    state.delete(conflicts.c.number, old)
    found: dict[int, list[tuple[Any, Conflict]]] = defaultdict(list)
    rows = state.rows(picked(disagreements), disagreements.c.spot, spots)
    refused = rejected_among(state, {end for row in rows for end in (row.one_member, row.other_member) if end is not None})
    for row in rows:
        if not refused & {row.one_member, row.other_member}:
            found[row.spot].append((row, msgspec.json.decode(row.content, type=Conflict)))
    for ones in found.values():
        for row, one in _without_echoes(ones):
            _write(state, row, one)


def _without_echoes(ones: list[tuple[Any, Conflict]]) -> list[tuple[Any, Conflict]]:
    texts = any(one.kind == "instrument" for _, one in ones)
    kept: dict[Any, tuple[Any, Conflict]] = {}
    for row, one in sorted(ones, key=lambda pair: (pair[1].subject, pair[0].number)):
        if texts and one.kind in ECHOES:
            continue
        values = tuple(sorted((claim.value, claim.member.document) for claim in one.claims))
        kept.setdefault((one.kind, one.field, values) if one.kind == "figure" else row.number, (row, one))
    return list(kept.values())


def _write(state: State, row: Any, one: Conflict) -> None:
    query = picked(documents.c.id, documents.c.number, documents.c.told)
    told = {doc.id: doc for doc in state.rows(query, documents.c.id, {claim.member.document for claim in one.claims})}
    spots = "|".join(f"{address(claim.member)}={claim.value}" for claim in one.claims)
    digest = hashlib.blake2b(f"{one.kind}|{one.field}|{spots}".encode(), digest_size=4).hexdigest()
    values = {
        "id": f"con-{digest}", "kind": one.kind, "field": one.field, "subject": row.subject, "other": row.other,
        "last": max(doc.told for doc in told.values()), "spot": row.spot,
    }  # fmt: skip
    key = state.connection.execute(insert(conflicts).values(**values)).inserted_primary_key
    assert key is not None
    state.insert(claims, [
        {"conflict": key[0], "place": at, "value": claim.value, "layer": claim.member.layer, "quote": claim.quote,
         "document": told[claim.member.document].number, "local": claim.member.local}
        for at, claim in enumerate(one.claims)
    ])  # fmt: skip
