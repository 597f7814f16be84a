"""Ties: what instruments and sentences say about the relation of two actors, folded into kind, stage and history."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Literal, TypeAlias

import msgspec

from amity.matching.days import span
from amity.matching.features import Party
from amity.matching.homes import country_of, display_name
from amity.matching.sentences import sentences
from amity.matching.tiewords import instrument_stage, kinds_in, of_kind, speaks_of_contact, stage_of
from amity.model.acts import Instrument
from amity.model.judgement import Member
from amity.model.reading import Reading
from amity.model.register import Tie, TieChange, TieKind, TieStage

ORDER: tuple[TieStage, ...] = ("contact", "intent", "approved", "established", "suspended", "ended")
"""The order of stages told for one day."""
FIRST, LAST = "0000", "9999"
"""Where what no report dates stands: the end of a tie after all else."""
FRIENDLY = ("friendly_city", "friendly_exchange")
TEXTS = {
    "letter_of_intent": "intent",
    "mou": "established",
    "cooperation_agreement": "established",
    "joint_statement": "established",
    "other": "established",
}
"""The stage that a signed text of this type makes when its sentence speaks of a friendly city or the like."""


ClaimKind = Literal["told", "quoted", "denied"]
Meaning: TypeAlias = tuple[TieKind, TieStage, str | None]


class Sign(msgspec.Struct, frozen=True):
    """What one fact or sentence says about a tie. ``names`` are the parties' names as the report writes them.

    ``claim`` is ``told`` by the report, ``quoted`` from others or ``denied``; only what is told makes a tie, the rest may be in conflict
    with one.
    """

    one: Party
    other: Party
    names: tuple[str, str]
    kind: TieKind
    stage: TieStage
    date: str | None
    told: str | None
    member: Member
    quote: str
    claim: ClaimKind = "told"

    def facts(self) -> set[Member]:
        """Return the facts that it rests on: what tells it, and the mentions of both parties."""
        return {self.member, self.one.member, self.other.member}


def international(one: Party, other: Party) -> bool:
    """Return whether two parties are of different countries, as the two ends of a tie are."""
    ours, theirs = country_of(one.home), country_of(other.home)
    return bool(ours and theirs and ours != theirs)


def kindred_units(one: Party, other: Party) -> bool:
    """Return whether two parties are units of one level: cities and districts, or first-level units."""
    low = {"municipality", "district"}
    return (one.kind in low and other.kind in low) or (one.kind == other.kind and one.kind in ("province", "state"))


def instrument_signs(reading: Reading, party: Callable[[str], Party]) -> list[Sign]:
    """Return what the instruments of a reading say about ties: those of two parties of different countries."""
    names = {actor.id: display_name(actor) for actor in reading.actors}
    told = reading.document.published or reading.document.dateline_date
    found: list[Sign] = []
    for instrument in reading.instruments:
        known = [local for local in dict.fromkeys(instrument.parties) if local in names]
        if len(known) != 2 or not international(party(known[0]), party(known[1])):
            continue
        one, other = party(known[0]), party(known[1])
        for kind, stage, date in _meanings(instrument, _around(reading, instrument), (one, other), told):
            member = Member(reading.document.id, "instruments", instrument.id)
            quote = instrument.evidence[0].quote if instrument.evidence else ""
            found.append(Sign(one, other, (names[known[0]], names[known[1]]), kind, stage, date, told, member, quote))
    return found


def _around(reading: Reading, instrument: Instrument) -> tuple[str, str]:
    """Return the clause that names an instrument, and the other sentences of its paragraph, in lower case; of an entry the title alone."""
    if not instrument.evidence or reading.document.entry:
        return (instrument.title or "").lower(), ""
    span = instrument.evidence[0]
    found = [one for one in sentences(reading.text) if one.start < span.end and span.start < one.end]
    paragraphs = {one.paragraph for one in found}
    following = min((one.start for one in sentences(reading.text) if one.start >= span.end), default=-1)
    near = [one.plain for one in sentences(reading.text) if (one.paragraph in paragraphs or one.start == following) and one not in found]
    title = (instrument.title or "").lower()
    clauses = [clause for clause in re.split(r"; |, and |, but ", span.quote.lower()) if title and title in clause]
    return f"{title} {clauses[0] if len(clauses) == 1 else span.quote.lower()}", " ".join(near)


def _meanings(instrument: Instrument, around: tuple[str, str], parties: tuple[Party, Party], told: str | None) -> list[Meaning]:
    """Return kind, stage and date of the ties that an instrument of two parties means."""
    date = instrument.signed_on or instrument.period_from
    if parties[0].kind == parties[1].kind == "state":
        bordering = instrument.type in ("treaty", "protocol") and of_kind("border_neighbour", around[0])
        return [("border_neighbour", "established", date or told)] if bordering and instrument.status in ("signed", "in_effect") else []
    if not kindred_units(*parties):
        return []
    if instrument.type == "friendly_city_agreement":
        kind: TieKind = "friendly_exchange" if of_kind("friendly_exchange", (instrument.title or "").lower()) else "friendly_city"
        return [(kind, stage, when) for stage, when in instrument_stage(instrument.status, date, told)]
    return _looser(instrument, around, date or told)


def _looser(instrument: Instrument, around: tuple[str, str], date: str | None) -> list[Meaning]:
    """Return what a letter of intent, a memorandum or the like means when what stands around it speaks of friendly places."""
    kinds = [kind for words in around for kind in kinds_in(words) if kind in FRIENDLY]
    if not kinds and instrument.type == "letter_of_intent" and "diplomacy" in instrument.sectors:
        kinds = ["friendly_city"]
    if instrument.type not in TEXTS or instrument.status not in ("signed", "in_effect", "approved") or not kinds:
        return []
    prepares = stage_of(around[0]) in ("intent", "contact")
    return [(kinds[0], "intent" if TEXTS[instrument.type] == "intent" or prepares else "established", date)]


def makes_friends(reading: Reading, instrument: Instrument, party: Callable[[str], Party]) -> bool:
    """Return whether an instrument of two places makes them friendly cities or the like, whatever it is called."""
    ends = [party(local) for local in dict.fromkeys(instrument.parties)] if instrument.type in TEXTS else []
    if len(ends) != 2 or not international(*ends):
        return False
    told = reading.document.published or reading.document.dateline_date
    found = _meanings(instrument, _around(reading, instrument), (ends[0], ends[1]), told)
    return any(kind in FRIENDLY and stage == "established" for kind, stage, _ in found)


def entered_signs(reading: Reading, party: Callable[[str], Party]) -> list[Sign]:
    """Return the ties that an entry tells."""
    names = {actor.id: display_name(actor) for actor in reading.actors}
    told = reading.document.published
    return [
        Sign(
            party(tie.between[0]), party(tie.between[1]), (names[tie.between[0]], names[tie.between[1]]), tie.kind, tie.stage, tie.since,
            told, Member(reading.document.id, "actors", tie.between[0]), tie.evidence[0].quote,
        )
        for tie in reading.ties or ()
    ]  # fmt: skip


def statement_signs(reading: Reading, party: Callable[[str], Party]) -> list[Sign]:
    """Return the contacts that statements tell: one place says to another that it thinks of a partnership."""
    actors = {actor.id: actor for actor in reading.actors}
    told = reading.document.published or reading.document.dateline_date
    found: list[Sign] = []
    for statement in reading.statements:
        ends = [local for local in dict.fromkeys([*statement.by, *statement.to]) if local in actors]
        if len(ends) != 2 or not speaks_of_contact(statement.action.lower()):
            continue
        one, other = party(ends[0]), party(ends[1])
        if international(one, other) and kindred_units(one, other) and one.kind != "state":
            names = (display_name(actors[ends[0]]), display_name(actors[ends[1]]))
            member = Member(reading.document.id, "statements", statement.id)
            quote = statement.evidence[0].quote if statement.evidence else statement.action
            found.append(Sign(one, other, names, "friendly_city", "contact", told, told, member, quote))
    return found


def ties(signs: Iterable[Sign], cluster_of: Mapping[Member, str]) -> list[Tie]:
    """Return the ties that signs add up to; parties are one where their clusters are, else where their places are."""
    grouped: dict[tuple[str, str, TieKind], list[tuple[Sign, bool]]] = defaultdict(list)
    for sign in signs:
        if sign.claim == "told":
            one, other = ends(sign, cluster_of)
            grouped[min(one, other), max(one, other), sign.kind].append((sign, one > other))
    return [_tie((one, other), kind, found) for (one, other, kind), found in sorted(grouped.items()) if one != other]


def ends(sign: Sign, cluster_of: Mapping[Member, str]) -> tuple[str, str]:
    """Return what stands for the two ends of a tie: the clusters of its parties, else their places, else their names."""
    one, other = (cluster_of.get(end.member) or end.home or end.name for end in (sign.one, sign.other))
    return one, other


def _tie(between: tuple[str, str], kind: TieKind, found: list[tuple[Sign, bool]]) -> Tie:
    changes = [TieChange(sign.date, sign.stage, sign.member, sign.quote, sign.told) for sign, _ in found]
    history = sorted(_once(changes), key=_order)
    names = [(sign.names[1], sign.names[0]) if turned else sign.names for sign, turned in found]
    run = _present(history)
    stage, since = run[0].stage, min((change.date for change in run if change.date), default=None)
    return Tie(between, (_best(one for one, _ in names), _best(other for _, other in names)), kind, stage, since, tuple(history))


def _best(names: Iterable[str]) -> str:
    counted = Counter(names)
    return max(sorted(counted), key=lambda name: (counted[name], len(name)))


def _once(changes: list[TieChange]) -> list[TieChange]:
    """Return the changes, of those of one stage and date only the first by document; undated ones only where none is dated."""
    found: dict[tuple[TieStage, str | None], TieChange] = {}
    for change in sorted(changes, key=lambda one: (one.told or "", one.member, one.quote)):
        found.setdefault((change.stage, change.date), change)
    dated = {stage for stage, date in found if date}
    return [change for (stage, date), change in found.items() if date or stage not in dated]


def _order(change: TieChange) -> tuple[str, int, Member]:
    known = span(change.date or change.told)
    unknown = LAST if change.stage in ("suspended", "ended") else FIRST
    return (known[0].isoformat() if known else unknown, ORDER.index(change.stage), change.member)


def _present(history: list[TieChange]) -> list[TieChange]:
    """Return the changes that tell the present stage: partners who speak of partnership again are still partners."""
    run: list[TieChange] = []
    for change in history:
        before = run[0].stage if run else None
        if change.stage == before:
            run.append(change)
        elif before is None or ORDER.index(change.stage) > ORDER.index(before) or change.stage in _taken_up(before):
            run = [change]
    return run


def _taken_up(before: TieStage) -> tuple[TieStage, ...]:
    """Return the earlier stages that a tie can go back to: what was suspended is established again, what has ended begins anew."""
    again: dict[TieStage, tuple[TieStage, ...]] = {"suspended": ("established",), "ended": ORDER[:4]}
    return again.get(before, ())
