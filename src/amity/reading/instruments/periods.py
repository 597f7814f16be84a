"""Periods: the years that an instrument covers, told as years ("for 2022-2025"), as an end ("until 2030") or as a length."""

import re

from spacy.tokens import Span

from amity.model import DateRange
from amity.reading.instruments.namings import Naming
from amity.reading.report import Report
from amity.vocabulary import alternatives, load, per_language

Years = tuple[str | None, str | None]


def period_of(report: Report, namings: list[Naming], signed: DateRange | None) -> Years:
    """Return the first and the last year that the sentences naming an instrument tell for it; None where they do not."""
    for naming in namings:
        told = _years_beside(report, naming)
        if told:
            return told.start[:4], told.end[:4]
    for naming in namings:
        for sentence in _sentences(naming):
            if not _of_validity().search(sentence.text):
                continue
            last = _last_year(report, sentence, signed)
            if last:
                return (signed.start[:4] if signed else None), last
    return None, None


def _years_beside(report: Report, naming: Naming) -> DateRange | None:
    """The period in the naming's noun phrase or after it in its sentence."""
    first = min(t.i for t in naming.words)
    told = report.dates_within(first, naming.head.sent.end)
    return next((d.date for d in told if d.date and d.relation == "period"), None)


def _sentences(naming: Naming) -> list[Span]:
    """The naming's sentence, and the next one when it goes on with "it"."""
    sentence = naming.head.sent
    doc = naming.head.doc
    after = doc[sentence.end].sent if sentence.end < len(doc) else None
    return [sentence, after] if after is not None and after[0].lower_ in {"it", "this"} else [sentence]


@per_language
def _of_validity() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(load('instruments')['validity']['words'])}\b", re.IGNORECASE)


@per_language
def _length() -> re.Pattern[str]:
    numbers = load("instruments")["validity"]["numbers"]
    return re.compile(rf"\b(\d{{1,3}}|{alternatives(numbers)})[\s-]+years?\b", re.IGNORECASE)


def _last_year(report: Report, sentence: Span, signed: DateRange | None) -> str | None:
    """The year in which a sentence of validity lets the instrument end: told as such, or counted from the signature."""
    until = next((d.date for d in report.dates_within(sentence.start, sentence.end) if d.date and d.relation == "until"), None)
    if until:
        return until.end[:4]
    length = _length().search(sentence.text)
    if not length or not signed:
        return None
    word = length[1].lower()
    years = int(word) if word.isdigit() else int(load("instruments")["validity"]["numbers"][word])
    return str(int(signed.start[:4]) + years)
