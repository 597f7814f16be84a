"""How a report tells an act: as its news or as background, on which day, in title or body."""

from datetime import date, timedelta

from spacy.tokens import Span, Token

from amity.model import DateRange
from amity.reading.grammar import CLAUSE, phrase
from amity.reading.namings import Naming
from amity.reading.report import Report

NEWS_DAYS = 21
"""How many days before its publication a report still tells an act as news: monthly notices look back three weeks."""


def in_title(report: Report, sentence: Span) -> bool:
    """Tell whether the sentence is the report's title."""
    return sentence.start_char < (report.text.find("\n") if "\n" in report.text else 0) and sentence.text.strip()[-1:] not in ".!?”\""


def clause_head(token: Token) -> Token:
    """Return the head of the clause that the token stands in."""
    while token.head != token and token.dep_ not in CLAUSE:
        token = token.head
    return token


def clause(token: Token) -> list[Token]:
    """Return the tokens of the clause that the token stands in, without the clauses below it."""
    head = clause_head(token)
    found, waiting = [], [head]
    while waiting:
        current = waiting.pop()
        found.append(current)
        waiting.extend(c for c in current.children if c.dep_ not in {"relcl", "ccomp", "parataxis"} and not (c.dep_ in {"conj", "advcl"} and c.pos_ in {"VERB", "AUX"}))
    return sorted(found, key=lambda t: t.i)


def date_of_act(report: Report, word: Token, verb: Token) -> DateRange | None:
    """Return the time that the clause of an act tells for it; None where it tells none."""
    for tokens in (phrase(word), clause(verb)):
        told = _told(report, tokens)
        if told:
            return told[0]
    return None


def _told(report: Report, tokens: list[Token]) -> list[DateRange]:
    inside = {t.i for t in tokens}
    return [d.date for d in report.dates if d.date and d.start in inside and d.relation == "on"]


def as_news(report: Report, background: bool, when: DateRange | None) -> bool:
    """Tell whether an act is what the report is about, and not a past told in passing."""
    published = report.document.published or report.document.dateline_date
    if when and published:
        last = date.fromisoformat(published)
        first = last - timedelta(days=NEWS_DAYS)
        return when.end >= first.isoformat()[: len(when.end)]
    return not background


def period_of(report: Report, naming: Naming) -> DateRange | None:
    """Return the years that an instrument covers ("for the 2022-2025 period"), told beside its name."""
    sentence = naming.head.sent
    for told in report.dates_within(naming.span.start, sentence.end):
        if told.date and told.relation == "period":
            return told.date
    return None
