"""Facts of one report in, and out again."""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

import msgspec
from sqlalchemy import bindparam, delete, insert, select, update

from amity.matching import Features, encode, extract, kept_apart, keys, node
from amity.matching.answers import answer_keys
from amity.matching.blocking import address, pairs
from amity.matching.claims import figures as told_figures
from amity.matching.claims import measures as told_measures
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
from amity.register.growing.state import State, hashed, picked
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
    state.insert(nodes, [{"name": name, "layer": new[name][0], "features": encode(new[name][1]).decode(), "members": 0} for name in new])
    rows = state.rows(picked(nodes.c.name, nodes.c.number), nodes.c.name, new)
    known |= {row.name: row.number for row in rows}
    state.insert(keys_table, [{"key": key, "node": known[name]} for name, (_, one) in new.items() for key in sorted(all_keys(one))])
    state.fresh |= {known[name] for name in new}
    more = Counter(known[name] for name, _ in wanted.values())
    count(state, more)
    return {member: known[name] for member, (name, _) in wanted.items()}


def count(state: State, more: Mapping[int, int]) -> None:
    """Add to the numbers of facts of nodes."""
    change = update(nodes).where(nodes.c.number == bindparam("node")).values(members=nodes.c.members + bindparam("more"))
    if more:
        state.connection.execute(change, [{"node": node, "more": change} for node, change in more.items()])


def tell_apart(state: State, features: Mapping[Member, Features], node_of: Mapping[Member, int], step: int) -> None:
    """Count one report more (or less) for each pair of nodes that it tells apart; those newly held apart are clustered again."""
    held = _apart(features, node_of)
    for a, b in sorted(held):
        here = (apart.c.a == a) & (apart.c.b == b)
        if not state.connection.execute(update(apart).where(here).values(reports=apart.c.reports + step)).rowcount:
            state.connection.execute(insert(apart).values(a=a, b=b, reports=step))
            touch(state, (a, b))
    if step < 0 and held:
        gone = state.connection.execute(select(apart.c.a, apart.c.b).where(apart.c.reports <= 0)).all()
        state.connection.execute(delete(apart).where(apart.c.reports <= 0))
        for pair in gone:
            touch(state, pair)


def _apart(features: Mapping[Member, Features], node_of: Mapping[Member, int]) -> set[tuple[int, int]]:
    found = {(node_of[a], node_of[b]) for a, b in kept_apart(features)}
    return {(min(pair), max(pair)) for pair in found if pair[0] != pair[1]}


def touch(state: State, numbers: Collection[int]) -> None:
    """Have nodes clustered again in all stages of their layer."""
    state.doubtful[-1] |= set(numbers)


def name_of(member: Member, features: Features, own: Collection[Member]) -> str:
    """Return the name of a fact's node: its own where people have decided about it."""
    return address(member) if member in own else node(features, member)


def take_in(state: State, number: int, reading: Reading, own: Collection[Member]) -> None:
    """Add the facts of a report, which has none yet; ``own`` are those that judgements are about."""
    found = extract(reading)
    node_of = settle_nodes(state, {member: (name_of(member, one, own), one) for member, one in found.items()})
    _members(state, number, reading, node_of)
    tell_apart(state, found, node_of, 1)
    _indicators(state, number)
    numbers = _numbers(state, number)
    _posts(state, number, reading, numbers)
    _outcomes(state, number, reading)
    _signs(state, number, reading, numbers)
    _figures(state, number, reading, numbers)
    if told := told_measures(reading):
        state.insert(measures, [{"document": number, "content": msgspec.json.encode(told).decode()}])


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


def _indicators(state: State, number: int) -> None:
    """Make each figure of a report a thing."""
    here = (members.c.document == number) & (members.c.layer == "indicators")
    found = state.connection.scalars(select(members.c.number).where(here).order_by(members.c.number)).all()
    for member, thing in zip(found, state.new_things(["indicators"] * len(found)), strict=True):
        state.connection.execute(update(members).where(members.c.number == member).values(thing=thing))
        state.things.add(thing)


def _numbers(state: State, number: int) -> dict[tuple[str, str], int]:
    """Return the numbers of a report's facts by layer and local id."""
    rows = state.connection.execute(select(members.c.layer, members.c.local, members.c.number).where(members.c.document == number))
    return {(row.layer, row.local): row.number for row in rows}


def _posts(state: State, number: int, reading: Reading, numbers: Mapping[tuple[str, str], int]) -> None:
    state.insert(posts, [
        {
            "person_member": numbers["actors", one.person], "of_member": numbers.get(("actors", one.of or "")), "person": 0, "of": None,
            "title": one.title, "document": number, "told": reported(reading), "start": one.evidence[0].start,
            "end": one.evidence[0].end, "quote": one.evidence[0].quote,
        }
        for one in reading.posts if one.evidence and ("actors", one.person) in numbers
    ])  # fmt: skip


def _outcomes(state: State, number: int, reading: Reading) -> None:
    for one in told_outcomes(reading):
        content = msgspec.json.encode(one).decode()
        key = state.connection.execute(insert(outcomes).values(document=number, content=content)).inserted_primary_key
        assert key is not None
        rows = [{"key": hashed(block), "outcome": key[0]} for block in sorted(keys_of_outcome(one))]
        state.insert(outcome_keys, rows)


def _signs(state: State, number: int, reading: Reading, numbers: Mapping[tuple[str, str], int]) -> None:
    state.insert(signs, [
        {
            "document": number, "one_member": numbers["actors", one.one.member.local], "one": 0, "other": 0,
            "other_member": numbers["actors", one.other.member.local], "content": msgspec.json.encode(one).decode(),
        }
        for one in tie_signs(reading)
    ])  # fmt: skip


def _figures(state: State, number: int, reading: Reading, numbers: Mapping[tuple[str, str], int]) -> None:
    rows: list[dict[str, Any]] = []
    for subject, (member, indicator, told) in told_figures(reading):
        if ("actors", subject.local) in numbers:
            rows.append({
                "member": numbers["indicators", member.local], "subject_member": numbers["actors", subject.local], "subject": 0,
                "unit": indicator.unit or "", "told": told or "", "document": number, "content": msgspec.json.encode(indicator).decode(),
            })  # fmt: skip
    state.insert(figures, rows)


def take_out(state: State, number: int, reading: Reading) -> None:
    """Take away the facts of a report and all that was derived for it alone."""
    rows = state.connection.execute(select(members).where(members.c.document == number)).all()
    state.things |= {row.thing for row in rows}
    state.remade |= {row.thing for row in rows}
    node_of = {Member(reading.document.id, row.layer, row.local): row.node for row in rows if row.node is not None}
    tell_apart(state, extract(reading), node_of, -1)
    numbers = [row.number for row in rows]
    _forget_signs(state, number)
    _forget_company(state, node_of.values())
    told = state.column(outcomes.c.number, outcomes.c.document, [number])
    state.delete(outcome_keys, outcome_keys.c.outcome, told)
    state.delete(outcomes, outcomes.c.document, [number])
    changed = {row.promise for row in state.rows(picked(proposals.c.promise), proposals.c.outcome, told)}
    state.spoken |= changed
    state.delete(proposals, proposals.c.outcome, told)
    state.delete(figures, figures.c.member, numbers)
    state.delete(measures, measures.c.document, [number])
    state.delete(posts, posts.c.document, [number])
    state.delete(assessed, assessed.c.member, numbers)
    state.delete(members, members.c.document, [number])
    count(state, {node: -held for node, held in Counter(node_of.values()).items()})
    sweep(state, node_of.values())


def _forget_company(state: State, events: Collection[int]) -> None:
    """Take away what events showed of persons; these are clustered again."""
    gone = [*state.rows(picked(company), company.c.event, events), *state.rows(picked(company), company.c.other_event, events)]
    touch(state, state.column(members.c.node, members.c.number, {end for row in gone for end in (row.a, row.b)}))
    state.delete(company, company.c.number, [row.number for row in gone])


def _forget_signs(state: State, number: int) -> None:
    state.pairs |= {(row.one, row.other) for row in state.rows(picked(signs.c.one, signs.c.other), signs.c.document, [number])}
    state.delete(signs, signs.c.document, [number])


def sweep(state: State, numbers: Collection[int]) -> None:
    """Take away those of some nodes that no fact has any more; what was compared with them is clustered again."""
    held = state.column(nodes.c.number, nodes.c.number, numbers) if numbers else set()
    empty = {row.number for row in state.rows(picked(nodes.c.number).where(nodes.c.members <= 0), nodes.c.number, held)}
    for kin, other in ((edges.c.a, edges.c.b), (edges.c.b, edges.c.a)):
        touch(state, state.column(other, kin, empty))
    changed = state.rows(picked(proposals.c.promise), proposals.c.instrument, empty)
    state.spoken |= {row.promise for row in changed}
    for table, column in (
        (edges, edges.c.a), (edges, edges.c.b), (keys_table, keys_table.c.node), (placed, placed.c.node), (apart, apart.c.a),
        (apart, apart.c.b), (proposals, proposals.c.promise), (proposals, proposals.c.instrument), (nodes, nodes.c.number),
    ):  # fmt: skip
        state.delete(table, column, empty)
    for touched in (state.doubtful[-1], state.fresh, state.spoken):
        touched -= empty
    state.forget(empty)
