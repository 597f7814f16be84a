"""How a report tells an act: as its news or as background, in which clause, on which day."""

from datetime import date, timedelta

from spacy.tokens import Span, Token

from amity.model import DateRange
from amity.reading.grammar import CLAUSE, phrase
from amity.reading.report import DateMention, Report
from amity.vocabulary import load

NEWS_DAYS = 21
"""How many days before its publication a report still tells an act as news: monthly notices look back three weeks."""
REACH = 8
"""How many words after a verb its time may still stand without a verb between: longer stretches name something else."""
NEAR_DAYS = 3
"""How many days back that may be where the form of the clause sets the act before what the report tells."""


def in_title(report: Report, sentence: Span) -> bool:
    """Tell whether the sentence is a heading or a caption, which name things and settle nothing."""
    return report.role_at(sentence.start_char) != "body"


def clause_head(token: Token) -> Token:
    """Return the head of the clause that the token stands in."""
    while token.head != token and not (token.dep_ in CLAUSE and (token.dep_ != "conj" or token.pos_ in {"VERB", "AUX"})):
        token = token.head
    return token


def clause(token: Token) -> list[Token]:
    """Return the tokens of the clause that the token stands in, without the clauses below it."""
    head = clause_head(token)
    found, waiting = [], [head]
    while waiting:
        current = waiting.pop()
        found.append(current)
        waiting.extend(c for c in current.children if not _is_clause(c))
    return sorted(found, key=lambda t: t.i)


def _is_clause(token: Token) -> bool:
    if token.dep_ in {"relcl", "ccomp", "parataxis"} or token.lower_ == "according":
        return True
    return token.dep_ in {"conj", "advcl", "acl"} and token.pos_ in {"VERB", "AUX"}


def time_among(report: Report, tokens: list[Token], word: Token) -> DateRange | None:
    """Return the time told by the tokens, the nearest to the word."""
    inside = {t.i for t in tokens}
    told = [d for d in report.dates if d.date and d.start in inside and d.relation == "on" and not _belongs_elsewhere(report, d, word)]
    return min(told, key=lambda d: abs(d.start - word.i)).date if told else None


def _belongs_elsewhere(report: Report, told: DateMention, word: Token) -> bool:
    """Tell whether the time is a source's ("according to a note of Monday") or in another noun's name ("the 2023 Spring Meeting")."""
    before = report.doc[max(told.start - REACH, told.start - (told.start - report.doc[told.start].sent.start)) : told.start]
    if any(t.lower_ == "according" and t.i > word.i for t in before):
        return True
    root = report.doc[told.start : told.end].root
    before_noun = root.dep_ in {"nummod", "compound", "nmod", "amod"} and root.head.i > root.i
    return before_noun and told.date is not None and told.date.precision == "year" and root.head != word


def time_after(report: Report, verb: Token) -> DateRange | None:
    """Return the time that follows the verb within a few words, wherever the parse hangs it; none beyond another verb."""
    end = min(verb.i + REACH, verb.sent.end)
    for token in verb.doc[verb.i + 1 : end]:
        told = next((d for d in report.dates if d.start == token.i and d.date and d.relation == "on"), None)
        if told:
            return told.date
        if token.pos_ == "VERB":
            return None
    return None


def time_above(report: Report, verb: Token) -> DateRange | None:
    """Return the time of the clauses that the verb's clause goes on with ("toured A in May, and texts were signed").

    Several days give their month.
    """
    if verb.tag_ == "VB" and verb.dep_ == "advcl" and verb.head.tag_ == "VBD":
        return None
    if verb.dep_ == "relcl" and any(c.lower_ == "when" for c in verb.children):
        return next((d.date for d in report.dates if d.start <= verb.head.i < d.end and d.date), None)
    for _ in range(3):
        if verb.dep_ not in {"conj", "advcl"} or verb.head.pos_ not in {"VERB", "AUX"}:
            return None
        verb = verb.head
        told = time_among(report, clause(verb), verb)
        if told:
            return within(told)
    return None


def within(when: DateRange) -> DateRange:
    """Return the time that is sure for what happened within these days: the day, or their month."""
    if when.start != when.end and when.start[:7] == when.end[:7]:
        return DateRange(start=when.start[:7], end=when.end[:7], precision="month")
    return when


def date_of_act(report: Report, word: Token, verb: Token) -> DateRange | None:
    """Return the time that the clause of an act tells for it, or the clause that it continues; None where neither does."""
    own = time_among(report, phrase(word), word)
    if own or (word != verb and verb.lemma_.lower() not in load("instruments")["nominal"]["verbs"]):
        return own
    return time_among(report, clause(verb), word) or time_after(report, verb) or time_above(report, verb)


def published(report: Report) -> date | None:
    """Return the day on which the report came out, as far as it is known."""
    day = report.document.published or report.document.dateline_date
    return date.fromisoformat(day) if day else None


def as_news(report: Report, background: bool, when: DateRange | None) -> bool:
    """Tell whether an act is what the report is about, and not a past told in passing."""
    last = published(report)
    if background and when and when.precision == "year":
        return False
    if when and last:
        first = (last - timedelta(days=NEAR_DAYS if background else NEWS_DAYS)).isoformat()
        return when.end >= first[: len(when.end)]
    return not background
