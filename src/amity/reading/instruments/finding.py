"""Instruments: texts that parties conclude or mean to conclude."""

from amity.model import Instrument
from amity.model.acts import InstrumentType
from amity.reading.instruments.drafts import Draft, gather
from amity.reading.instruments.periods import period_of
from amity.reading.report import Report
from amity.reading.sectors import sectors
from amity.vocabulary import load

CIRCUMSTANCE = {"in", "at", "by", "during", "before", "after"}
RELATION_TYPES = {"friendly_city_agreement", "letter_of_intent"}


def find_instruments(report: Report) -> list[Instrument]:
    """Return the instruments that the report names, each once, with every sentence that names it as evidence."""
    return [_finish(report, draft, f"i{n}") for n, draft in enumerate(gather(report), 1)]


def _finish(report: Report, draft: Draft, name: str) -> Instrument:
    """Return the instrument of the contract."""
    first = draft.namings[0]
    first_year, last_year = period_of(report, draft.namings, draft.signed)
    evidence = sorted({report.cite(n.span) for n in draft.namings})
    for naming in draft.namings:
        report.note("names-instrument", naming.span, f"{name} {draft.type}")
    for status, act in draft.acts:
        report.note(act.rule, first.span.doc[act.word.i : act.word.i + 1], f"{name} {status}")
    return Instrument(
        id=name,
        type=_type_between(report, draft),
        title=title_of(draft),
        parties=draft.parties_told(report),
        status=draft.status,
        concluded=draft.concluded,
        signed_on=draft.signed.start if draft.signed else None,
        period_from=first_year,
        period_to=last_year,
        sectors=_sectors(draft),
        evidence=evidence,
        confidence="high" if draft.acts and draft.told_parties else "medium",
    )


def _type_between(report: Report, draft: Draft) -> InstrumentType:
    """Return the type; what states conclude on free trade is a treaty."""
    parties = draft.parties_told(report)
    states = len(parties) > 1 and all(report.table.actors[p].kind == "state" for p in parties)
    named = " ".join(n.span.text.casefold() for n in draft.namings)
    trade = any(f" {words} " in f" {named} " for words in load("instruments")["between_states"]["treaty"])
    return "treaty" if states and trade and draft.type == "cooperation_agreement" else draft.type


def title_of(draft: Draft) -> str:
    """Return the fullest of the first words that name the instrument, without article."""
    words = draft.namings[0].words
    ends = next((t.i for t in words if t.i >= draft.namings[0].span.end and t.dep_ == "prep" and t.lower_ in CIRCUMSTANCE), words[-1].i + 1)
    span = words[0].doc[words[0].i : ends]
    while len(span) > 1 and (span[0].pos_ in {"DET", "PUNCT", "SPACE", "PRON"}):
        span = span[1:]
    return span.text.strip()[:200]


def _sectors(draft: Draft) -> list[str]:
    if draft.type in RELATION_TYPES:
        return ["diplomacy"]
    words = draft.namings[0].words
    return sectors(words[0].doc[words[0].i : words[-1].i + 1])
