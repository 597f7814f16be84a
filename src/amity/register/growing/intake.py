"""Facts of one report in, and out again."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

import msgspec
from sqlalchemy import bindparam, delete, select, update

from amity.matching import Features, encode, extract, kept_apart, keys, node
from amity.matching.answers import answer_keys
from amity.matching.blocking import address, pairs
from amity.matching.claims import figures as told_figures
from amity.matching.claims import measures as told_measures
from amity.matching.days import first_day
from amity.matching.features import InstrumentFeatures, StatementFeatures
from amity.matching.followkeys import outcome_keys as keys_of_outcome
from amity.matching.followkeys import promise_keys
from amity.matching.followthrough import concluding
from amity.matching.inmemory import PLEDGE
from amity.matching.outcomes import outcomes as told_outcomes
from amity.matching.tiesentences import tie_signs
from amity.model.judgement import Member
from amity.model.reading import Reading
from amity.register.facts import facts, reported
from amity.register.growing.state import State, hashed
from amity.register.lookup import numbered, picked
from amity.register.tables import members, posts
from amity.register.working import (
    apart,
    assessed,
    company,
    edges,
    figures,
    measures,
    nodes,
    outcome_keys,
    outcomes,
    placed,
    proposals,
    signs,
)
from amity.register.working import keys as keys_table

_INDICATORS = select(members.c.number).where(members.c.layer == "indicators")
_EMPTY = select(nodes.c.number).where(nodes.c.members <= 0)


def all_keys(features: Features) -> set[int]:
    """Return the keys of a node: those of blocking, and those under which asks, answers and outcomes find it."""
    found = set(keys(features))
    if isinstance(features, StatementFeatures):
        found |= answer_keys(features)
        if features.force >= PLEDGE:
            found |= promise_keys(features)
            found |= {f"concluding|{pair}" for pair in pairs((*features.by, *features.to)) if concluding(features)}
    if isinstance(features, InstrumentFeatures):
        found |= {f"text|{pair}" for pair in pairs(features.parties)}
    return {hashed(key) for key in found}


def settle_nodes(state: State, wanted: Mapping[Member, tuple[str, Features]]) -> dict[Member, int]:
    """Return the number of each fact's node (name and features), made where there is none; count one fact more for each."""
    names = {name for name, _ in wanted.values()}
    known = {row.name: row.number for row in state.rows(picked(nodes.c.name, nodes.c.number), nodes.c.name, names)}
    new = {name: (member.layer, features) for member, (name, features) in wanted.items() if name not in known}
    state.insert(nodes, [_node(name, *new[name]) for name in new])
    rows = state.rows(picked(nodes.c.name, nodes.c.number), nodes.c.name, new)
    known |= {row.name: row.number for row in rows}
    state.insert(keys_table, [{"key": key, "node": known[name]} for name, (_, one) in new.items() for key in sorted(all_keys(one))])
    state.fresh |= {known[name] for name in new}
    more = Counter(known[name] for name, _ in wanted.values())
    count(state, more)
    return {member: known[name] for member, (name, _) in wanted.items()}


def _node(name: str, layer: str, features: Features) -> dict[str, Any]:
    told = first_day(getattr(features, "told", None))
    return {"name": name, "layer": layer, "features": encode(features).decode(), "told": told, "members": 0}


def count(state: State, more: Mapping[int, int]) -> None:
    """Add to the numbers of facts of nodes."""
    change = update(nodes).where(nodes.c.number == bindparam("node")).values(members=nodes.c.members + bindparam("more"))
    if more:
        state.connection.execute(change, [{"node": node, "more": change} for node, change in more.items()])


def tell_apart(state: State, found: Iterable[Mapping[Member, Features]], node_of: Mapping[Member, int], step: int) -> None:
    """Count one report more (or less) for each pair of nodes that reports tell apart; those newly held apart are clustered again."""
    change = Counter(pair for features in found for pair in _apart(features, node_of))
    known = {(row.a, row.b): row.reports for row in state.rows(picked(apart), apart.c.a, {a for a, _ in change})}
    after = {pair: known.get(pair, 0) + step * many for pair, many in change.items()}
    old = [{"one": a, "two": b, "now": after[a, b]} for a, b in sorted(after.keys() & known.keys())]
    here = (apart.c.a == bindparam("one")) & (apart.c.b == bindparam("two"))
    if old:
        state.connection.execute(update(apart).where(here).values(reports=bindparam("now")), old)
    state.insert(apart, [{"a": a, "b": b, "reports": after[a, b]} for a, b in sorted(after.keys() - known.keys())])
    gone = [{"one": a, "two": b} for (a, b), reports in sorted(after.items()) if reports <= 0]
    if gone:
        state.connection.execute(delete(apart).where(here), gone)
    touch(state, {end for pair in after if pair not in known or after[pair] <= 0 for end in pair})


def _apart(features: Mapping[Member, Features], node_of: Mapping[Member, int]) -> set[tuple[int, int]]:
    found = {(node_of[a], node_of[b]) for a, b in kept_apart(features)}
    return {(min(pair), max(pair)) for pair in found if pair[0] != pair[1]}


def touch(state: State, numbers: Collection[int]) -> None:
    """Have nodes clustered again in all stages of their layer."""
    state.doubtful[-1] |= set(numbers)


def name_of(member: Member, features: Features, own: Collection[Member]) -> str:
    """Return the name of a fact's node: its own where people have decided about it."""
    return address(member) if member in own else node(features, member)


def take_in(state: State, readings: Mapping[int, Reading], own: Callable[[str], Collection[Member]]) -> None:
    """Add the facts of reports (by number), which have none yet; ``own`` tells those of a document that judgements are about."""
    found = {number: extract(reading) for number, reading in readings.items()}
    wanted: dict[Member, tuple[str, Features]] = {}
    for number, features in found.items():
        judged = own(readings[number].document.id)
        wanted |= {member: (name_of(member, one, judged), one) for member, one in features.items()}
    node_of = settle_nodes(state, wanted)
    for number, reading in readings.items():
        _members(state, number, reading, node_of)
    tell_apart(state, found.values(), node_of, 1)
    _indicators(state, readings)
    numbers = _numbers(state, readings)
    state.insert(posts, (row for number, one in readings.items() for row in _posts(number, one, numbers[number])))
    state.insert(signs, (row for number, one in readings.items() for row in _signs(number, one, numbers[number])))
    state.insert(figures, (row for number, one in readings.items() for row in _figures(number, one, numbers[number])))
    told = ((number, told_measures(one)) for number, one in readings.items())
    state.insert(measures, ({"document": number, "content": msgspec.json.encode(one).decode()} for number, one in told if one))
    _outcomes(state, readings)


def _members(state: State, number: int, reading: Reading, node_of: Mapping[Member, int]) -> None:
    day = reported(reading)
    state.insert(members, [
        {
            "thing": 0, "node": node_of.get(Member(reading.document.id, fact.layer, fact.local)), "document": number, "layer": fact.layer,
            "local": fact.local, "told": day, "start": fact.start, "end": fact.end, "quote": fact.quote, "confidence": fact.confidence,
            "fact": fact.told, "state": "entered" if reading.document.entry else None,
        }
        for fact in facts(reading)
    ])  # fmt: skip


def _indicators(state: State, added: Collection[int]) -> None:
    """Make each figure of some reports a thing."""
    rows = state.rows(_INDICATORS, members.c.document, added)
    numbers = state.new_things(["indicators"] * len(rows))
    change = update(members).where(members.c.number == bindparam("here")).values(thing=bindparam("to"))
    if rows:
        at = zip(sorted(row.number for row in rows), numbers, strict=True)
        state.connection.execute(change, [{"here": member, "to": thing} for member, thing in at])
    state.things |= set(numbers)


def _numbers(state: State, added: Collection[int]) -> dict[int, dict[tuple[str, str], int]]:
    """Return the numbers of the facts of some reports by layer and local id."""
    found: dict[int, dict[tuple[str, str], int]] = {number: {} for number in added}
    columns = picked(members.c.document, members.c.layer, members.c.local, members.c.number)
    for row in state.rows(columns, members.c.document, added):
        found[row.document][row.layer, row.local] = row.number
    return found


def _posts(number: int, reading: Reading, numbers: Mapping[tuple[str, str], int]) -> Iterator[dict[str, Any]]:
    for one in reading.posts:
        if one.evidence and ("actors", one.person) in numbers:
            yield {
                "person_member": numbers["actors", one.person], "of_member": numbers.get(("actors", one.of or "")), "person": 0, "of": None,
                "title": one.title, "document": number, "told": reported(reading), "start": one.evidence[0].start,
                "end": one.evidence[0].end, "quote": one.evidence[0].quote,
            }  # fmt: skip


def _outcomes(state: State, readings: Mapping[int, Reading]) -> None:
    found = [(number, one) for number, reading in readings.items() for one in told_outcomes(reading)]
    rows = ({"document": number, "content": msgspec.json.encode(one).decode()} for number, one in found)
    numbers = numbered(state.connection, outcomes, rows) if found else []
    state.insert(outcome_keys, [
        {"key": hashed(block), "outcome": number, "told": first_day(one.told)} for number, (_, one) in zip(numbers, found, strict=True)
        for block in sorted(keys_of_outcome(one))
    ])  # fmt: skip


def _signs(number: int, reading: Reading, numbers: Mapping[tuple[str, str], int]) -> Iterator[dict[str, Any]]:
    for at, one in enumerate(tie_signs(reading)):
        yield {
            "document": number, "one_member": numbers["actors", one.one.member.local], "one": 0, "other": 0, "local": str(at),
            "other_member": numbers["actors", one.other.member.local], "content": msgspec.json.encode(one).decode(),
        }  # fmt: skip


def _figures(number: int, reading: Reading, numbers: Mapping[tuple[str, str], int]) -> Iterator[dict[str, Any]]:
    for subject, (member, indicator, told) in told_figures(reading):
        if ("actors", subject.local) in numbers:
            yield {
                "member": numbers["indicators", member.local], "subject_member": numbers["actors", subject.local], "subject": 0,
                "unit": indicator.unit or "", "told": told or "", "document": number, "content": msgspec.json.encode(indicator).decode(),
            }  # fmt: skip


def take_out(state: State, number: int, reading: Reading) -> None:
    """Take away the facts of a report and all that was derived for it alone."""
    rows = state.connection.execute(select(members).where(members.c.document == number)).all()
    state.things |= {row.thing for row in rows}
    state.remade |= {row.thing for row in rows}
    node_of = {Member(reading.document.id, row.layer, row.local): row.node for row in rows if row.node is not None}
    tell_apart(state, [extract(reading)], node_of, -1)
    numbers = [row.number for row in rows]
    _forget_signs(state, number)
    _forget_company(state, node_of.values())
    told = state.column(outcomes.c.number, outcomes.c.document, [number])
    state.delete(outcome_keys.c.outcome, told)
    state.delete(outcomes.c.document, [number])
    changed = {row.promise for row in state.rows(picked(proposals.c.promise), proposals.c.outcome, told)}
    state.spoken |= changed
    state.delete(proposals.c.outcome, told)
    state.delete(figures.c.member, numbers)
    state.delete(measures.c.document, [number])
    state.delete(posts.c.document, [number])
    state.delete(assessed.c.member, numbers)
    state.delete(members.c.document, [number])
    count(state, {node: -held for node, held in Counter(node_of.values()).items()})
    sweep(state, node_of.values())


def _forget_company(state: State, events: Collection[int]) -> None:
    """Take away what events showed of persons; these are clustered again."""
    gone = [*state.rows(picked(company), company.c.event, events), *state.rows(picked(company), company.c.other_event, events)]
    touch(state, state.column(members.c.node, members.c.number, {end for row in gone for end in (row.a, row.b)}))
    state.delete(company.c.number, [row.number for row in gone])


def _forget_signs(state: State, number: int) -> None:
    state.pairs |= {(row.one, row.other) for row in state.rows(picked(signs.c.one, signs.c.other), signs.c.document, [number])}
    state.delete(signs.c.document, [number])


def sweep(state: State, numbers: Collection[int]) -> None:
    """Take away those of some nodes that no fact has any more; what was compared with them is clustered again."""
    empty = {row.number for row in state.rows(_EMPTY, nodes.c.number, numbers)}
    for kin, other in ((edges.c.a, edges.c.b), (edges.c.b, edges.c.a)):
        touch(state, state.column(other, kin, empty))
    changed = state.rows(picked(proposals.c.promise), proposals.c.instrument, empty)
    state.spoken |= {row.promise for row in changed}
    for column in (
        edges.c.a, edges.c.b, keys_table.c.node, placed.c.node, apart.c.a, apart.c.b, proposals.c.promise, proposals.c.instrument,
        nodes.c.number,
    ):  # fmt: skip
        state.delete(column, empty)
    for touched in (state.doubtful[-1], state.fresh, state.spoken):
        touched -= empty
    state.forget(empty)
