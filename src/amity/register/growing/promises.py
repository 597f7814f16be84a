"""Follow-through: what outcomes and instruments say about promises, for those of either that were touched."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

import msgspec
from sqlalchemy import bindparam, select

from amity.matching.blocking import pairs
from amity.matching.comparing.parties import Actors
from amity.matching.days import first_day
from amity.matching.features import InstrumentFeatures, StatementFeatures
from amity.matching.followkeys import outcome_keys, outcome_probes, promise_probes
from amity.matching.followthrough import EARLIER, assess, assess_by_instrument, chosen, concluding
from amity.matching.inmemory import PLEDGE
from amity.matching.outcomes import Outcome
from amity.model.register import Assessment, Reason
from amity.register.growing.asks import statements
from amity.register.growing.order import ACTORS
from amity.register.growing.standing import stands
from amity.register.growing.state import State, hashed
from amity.register.lookup import picked
from amity.register.tables import assessments, documents, log, members
from amity.register.working import assessed, keys, outcomes, proposals
from amity.register.working import outcome_keys as keys_of_outcomes

Quote = tuple[int, int, str]

_OUTCOMES = (
    select(outcomes.c.number, outcomes.c.content)
    .join(documents, documents.c.number == outcomes.c.document)
    .where(documents.c.witness == documents.c.number)
)
_SINCE = select(keys_of_outcomes.c.outcome).where(keys_of_outcomes.c.told >= bindparam("since")).distinct()
"""What is told of before the undertaking is no outcome of it: in the order of time, next to none is left of very many."""
_TEXTS = select(members.c.node).where(members.c.layer == "instruments")
_WITNESSED = (
    select(members.c.node, members.c.start, members.c.end, members.c.quote)
    .join(documents, documents.c.number == members.c.document)
    .where((members.c.layer == "instruments") & (documents.c.witness == documents.c.number) & stands())
)
_SAID = select(members.c.thing).where(members.c.layer == "statements").distinct()
_SAYING = select(members.c.thing, members.c.node).where(members.c.layer == "statements")
_ASSESSED = select(members.c.thing, log).join(assessed, assessed.c.member == members.c.number).join(log, log.c.number == assessed.c.log)


def run(state: State, added: Collection[int], touched: Collection[int]) -> None:
    """Propose anew for what was touched, then choose for each commitment that this may concern."""
    concerned = state.fresh | state.spoken
    changed = _by_promises(state, concerned)
    changed |= _by_outcomes(state, set(added) | state.rewitnessed, skip=concerned)
    texts = _instruments(state, state.rewitnessed) | state.column(members.c.node, members.c.number, state.rejudged) - {None}
    changed |= _by_instruments(state, concerned | texts, skip=concerned)
    things = state.column(members.c.thing, members.c.node, changed) | set(touched)
    _choose(state, things)


def _promises(state: State, numbers: Collection[int]) -> dict[int, StatementFeatures]:
    return {node: one for node, (_, one) in statements(state, numbers).items() if one.force >= PLEDGE}


def _row(promise: int, one: Assessment, **of: int) -> dict[str, Any]:
    return {"promise": promise, "outcome": None, "instrument": None, **of, "content": msgspec.json.encode(one).decode()}


def _by_promises(state: State, numbers: Collection[int]) -> set[int]:
    """Propose for promises whatever any report says."""
    known = _promises(state, numbers)
    state.delete(proposals.c.promise, known)
    rows: list[dict[str, Any]] = []
    told = {hashed(key) for one in known.values() for key in promise_probes(one)}
    since = min((day for one in known.values() if (day := first_day(one.told, -EARLIER))), default="")
    near = _outcomes(state, {row.outcome for row in state.rows(_SINCE, keys_of_outcomes.c.key, told, since=since)})
    by_key: dict[int, list[int]] = defaultdict(list)
    for number, one in near.items():
        for key in outcome_keys(one):
            by_key[hashed(key)].append(number)
    for node, promise in known.items():
        for number in {number for key in promise_probes(promise) for number in by_key[hashed(key)]}:
            if made := assess(promise, near[number]):
                rows.append(_row(node, made, outcome=number))
    concluded = {node: one for node, one in known.items() if concluding(one)}
    sought = {hashed(f"text|{pair}") for one in concluded.values() for pair in pairs((*one.by, *one.to))}
    rows += _assessed(state, concluded, _witnessed(state, state.column(keys.c.node, keys.c.key, sought)))
    state.insert(proposals, rows)
    return set(known)


def _outcomes(state: State, numbers: Collection[int]) -> dict[int, Outcome]:
    """Return outcomes that are told by witnesses."""
    rows = state.rows(_OUTCOMES, outcomes.c.number, numbers)
    return {row.number: msgspec.json.decode(row.content, type=Outcome) for row in rows}


def _by_outcomes(state: State, told_in: Collection[int], skip: Collection[int]) -> set[int]:
    """Propose for all promises what some reports say."""
    numbers = state.column(outcomes.c.number, outcomes.c.document, told_in)
    changed = state.column(proposals.c.promise, proposals.c.outcome, numbers) - set(skip)
    gone = state.rows(picked(proposals.c.number, proposals.c.promise), proposals.c.outcome, numbers)
    state.delete(proposals.c.number, [row.number for row in gone if row.promise not in skip])
    found = _outcomes(state, numbers)
    by_key: dict[int, set[int]] = defaultdict(set)
    for number, one in found.items():
        for key in outcome_probes(one):
            by_key[hashed(key)].add(number)
    near: dict[int, set[int]] = defaultdict(set)
    for row in state.rows(picked(keys.c.key, keys.c.node), keys.c.key, by_key):
        near[row.node] |= by_key[row.key]
    rows = []
    for node, promise in _promises(state, near.keys() - set(skip)).items():
        rows += [_row(node, made, outcome=number) for number in near[node] if (made := assess(promise, found[number]))]
    state.insert(proposals, rows)
    return changed | {row["promise"] for row in rows}


def _instruments(state: State, told_in: Collection[int]) -> set[int]:
    return {row.node for row in state.rows(_TEXTS, members.c.document, told_in)}


def _witnessed(state: State, numbers: Collection[int]) -> dict[int, tuple[InstrumentFeatures, Quote]]:
    """Return those of some nodes that are instruments told by witnesses, each with its evidence."""
    rows = state.rows(_WITNESSED, members.c.node, numbers)
    features = state.look_up({row.node for row in rows})
    found = ((row.node, features[row.node], (row.start, row.end, row.quote)) for row in rows)
    return {node: (one, quote) for node, one, quote in found if isinstance(one, InstrumentFeatures)}


def _by_instruments(state: State, numbers: Collection[int], skip: Collection[int]) -> set[int]:
    gone = state.rows(picked(proposals.c.number, proposals.c.promise), proposals.c.instrument, numbers)
    state.delete(proposals.c.number, [row.number for row in gone if row.promise not in skip])
    found = _witnessed(state, numbers)
    sought = {hashed(f"concluding|{pair}") for one, _ in found.values() for pair in pairs(one.parties)}
    promises = _promises(state, state.column(keys.c.node, keys.c.key, sought) - set(skip))
    rows = _assessed(state, promises, found)
    state.insert(proposals, rows)
    return {row.promise for row in gone} | {row["promise"] for row in rows}


def _assessed(
    state: State, promises: dict[int, StatementFeatures], texts: dict[int, tuple[InstrumentFeatures, Quote]]
) -> list[dict[str, Any]]:
    named = {one.member.document for one in promises.values()} | {one.member.document for one, _ in texts.values()}
    actors = Actors(state.known_actors(ACTORS, named))
    rows = []
    for node, promise in promises.items():
        for text, (one, quote) in texts.items():
            if made := assess_by_instrument(promise, one, actors, quote):
                rows.append(_row(node, made, instrument=text))
    return rows


def _choose(state: State, touched: Collection[int]) -> None:
    """Write the assessments of commitments that were touched, and of all others of their reports."""
    told_in = state.column(members.c.document, members.c.thing, touched)
    concerned = {row.thing for row in state.rows(_SAID, members.c.document, told_in)}
    promises = _of_things(state, concerned | _rivals(state, concerned))
    found, named = _proposed(state, promises)
    numbers = {document: number for number, document in named.items()}
    kept = chosen({str(thing): ones for thing, ones in found.items()}, {str(thing): set(of.values()) for thing, of in promises.items()})
    state.delete(assessments.c.thing, concerned | set(touched))
    rows = []
    for thing in sorted(concerned):
        rows += [_shown(thing, numbers[one.document], one) for one in kept.get(str(thing), ())]
    state.insert(assessments, rows)
    _by_people(state, concerned)
    state.things |= concerned


def _rivals(state: State, concerned: Collection[int]) -> set[int]:
    """Return the statements of all reports of some."""
    told_in = state.column(members.c.document, members.c.thing, concerned)
    return {row.thing for row in state.rows(_SAID, members.c.document, told_in)}


def _of_things(state: State, numbers: Collection[int]) -> dict[int, dict[int, str]]:
    """Return the promises of each thing: node → id of its document."""
    rows = state.rows(_SAYING, members.c.thing, numbers)
    promises = _promises(state, {row.node for row in rows})
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for row in rows:
        if row.node in promises:
            found[row.thing][row.node] = promises[row.node].member.document
    return found


def _proposed(state: State, promises: dict[int, dict[int, str]]) -> tuple[dict[int, list[Assessment]], dict[int, str]]:
    """Return what is proposed for each thing by reports other than its own, and the ids of these by number."""
    thing_of = {node: thing for thing, of in promises.items() for node in of}
    found: dict[int, list[Assessment]] = {thing: [] for thing in promises}
    for row in state.rows(picked(proposals.c.promise, proposals.c.content), proposals.c.promise, thing_of):
        one = msgspec.json.decode(row.content, type=Assessment)
        if one.document not in promises[thing_of[row.promise]].values():
            found[thing_of[row.promise]].append(one)
    ids = {one.document for ones in found.values() for one in ones}
    rows = state.rows(picked(documents.c.number, documents.c.id), documents.c.id, ids)
    return found, {row.number: row.id for row in rows}


def _shown(thing: int, document: int | None, one: Assessment) -> dict[str, Any]:
    row: dict[str, Any] = msgspec.to_builtins(one)
    return {**row, "thing": thing, "document": document}


def _by_people(state: State, numbers: Collection[int]) -> None:
    """Write what people assessed."""
    rows = {(row.thing, row.number): row for row in state.rows(_ASSESSED, members.c.thing, numbers)}
    known = _documents(state, {one["document"] for row in rows.values() for one in row.payload.get("others", ())})
    made = []
    for (thing, number), row in sorted(rows.items()):
        told = [known[one["document"]] | {"one": one} for one in row.payload.get("others", ()) if one["document"] in known]
        for spot in [_spot(one["one"], one) for one in told] or [(None, 0, 0, row.payload["note"])]:
            document, start, end, quote = spot
            one = Assessment("", row.payload["value"], row.at[:10], start, end, quote, by=row.by, reasons=_noted(row, document))
            made.append({**_shown(thing, document, one), "log": number})
    state.insert(assessments, made)


def _documents(state: State, named: Collection[str]) -> dict[str, dict[str, Any]]:
    """Return number and text of documents that are still read, by their ids."""
    query = picked(documents.c.id, documents.c.number, documents.c.text).where(documents.c.reading.is_not(None))
    return {row.id: {"number": row.number, "text": row.text} for row in state.rows(query, documents.c.id, named)} if named else {}


def _spot(pointer: dict[str, Any], told: dict[str, Any]) -> tuple[int | None, int, int, str]:
    """Return where words stand now: a newer reader may have cleaned the text otherwise. Where they are gone the document is left."""
    start, quote, text = pointer["start"], pointer["quote"], told["text"]
    if text[start : pointer["end"]] != quote:
        start = text.find(quote)
    return (told["number"], start, start + len(quote), quote) if start >= 0 else (told["number"], 0, 0, "")


def _noted(row: Any, document: int | None) -> tuple[Reason, ...]:
    """Return a person's note as a ground, where the evidence is a document's own words."""
    return (Reason("note", 0.0, row.payload["note"]),) if document is not None and row.payload["note"] else ()
