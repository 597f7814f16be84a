"""Instruments: texts that parties conclude or mean to conclude."""

from amity.model import Evidence, Instrument
from amity.reading.drafts import Draft, gather
from amity.reading.report import Report
from amity.reading.sectors import sectors
from amity.reading.told import period_of

CIRCUMSTANCE = {"in", "at", "by", "during", "before", "after"}
RELATION_TYPES = {"friendly_city_agreement", "letter_of_intent"}


def find_instruments(report: Report) -> list[Instrument]:
    """Return the instruments that the report names, each once, with every sentence that names it as evidence."""
    return [_finish(report, draft, f"i{n}") for n, draft in enumerate(gather(report), 1)]


def _finish(report: Report, draft: Draft, name: str) -> Instrument:
    """Return the instrument of the contract."""
    first = draft.namings[0]
    period = next((p for n in draft.namings if (p := period_of(report, n))), None)
    evidence = sorted({report.cite(n.span) for n in draft.namings})
    report.note("instrument", first.span, f"{draft.type} {draft.status}")
    return Instrument(
        id=name,
        type=draft.type,
        title=title_of(draft),
        parties=draft.parties_told(report),
        status=draft.status,
        concluded=draft.concluded,
        signed_on=draft.signed.start if draft.signed else None,
        period_from=period.start[:4] if period else None,
        period_to=period.end[:4] if period else None,
        sectors=_sectors(draft, evidence),
        evidence=evidence,
        confidence="high" if draft.acts and draft.told_parties else "medium",
    )


def title_of(draft: Draft) -> str:
    """Return the fullest of the first words that name the instrument, without article."""
    words = draft.namings[0].words
    ends = next((t.i for t in words if t.i >= draft.namings[0].span.end and t.dep_ == "prep" and t.lower_ in CIRCUMSTANCE), words[-1].i + 1)
    span = words[0].doc[words[0].i : ends]
    while len(span) > 1 and (span[0].pos_ in {"DET", "PUNCT", "SPACE", "PRON"}):
        span = span[1:]
    return span.text.strip()[:200]


def _sectors(draft: Draft, evidence: list[Evidence]) -> list[str]:
    if draft.type in RELATION_TYPES:
        return ["diplomacy"]
    words = draft.namings[0].words
    return sectors(words[0].doc[words[0].i : words[-1].i + 1])
