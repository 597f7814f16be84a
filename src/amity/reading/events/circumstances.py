"""The circumstances of an event: when, how, and whether it was held."""

import re
from datetime import date, timedelta

from spacy.tokens import Token

from amity.model import DateRange
from amity.model.acts import EventStatus, Mode
from amity.reading.events.cue import Cue, words
from amity.reading.grammar import phrase
from amity.reading.report import Report
from amity.reading.told import clause, time_above, time_after, time_among
from amity.vocabulary import alternatives, load, per_language

FRAGMENT = 12  # words: a longer sentence without verb is a heading or a list
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "7": 7}
SIMULTANEOUS = {"at", "during", "in", "on"}


def scopes_of(cue: Cue) -> list[list[Token]]:
    """Return the token lists in which to look for circumstances, the nearest first: noun phrase, clauses on it, clause around it."""
    scopes = [phrase(cue.word), _hanging(cue.word)]
    if cue.light or cue.draft or cue.word == cue.verb or cue.word.dep_ in {"nsubj", "nsubjpass"}:
        scopes += [clause(cue.verb), *_continued(cue.verb), _fragments(cue.word)]
    elif cue.word.head.lower_ in SIMULTANEOUS or not cue.bare:
        scopes.append(clause(cue.word))
    return scopes


def _hanging(word: Token) -> list[Token]:
    """The clauses that hang on a noun: "a session held in May"."""
    if word.pos_ == "VERB":
        return []
    return [t for child in word.children if child.dep_ in {"acl", "relcl"} for t in clause(child)]


def _continued(verb: Token) -> list[list[Token]]:
    """The clauses that go on with the same subject ("debated and welcomed the idea on 3 May")."""
    return [clause(c) for c in verb.children if c.dep_ == "conj" and not any(s.dep_ in {"nsubj", "nsubjpass"} for s in c.children)]


def _fragments(word: Token) -> list[Token]:
    """The verbless sentences right after the word's: scraped reports cut "Monday (9 May)" off."""
    found: list[Token] = []
    end = word.sent.end
    while end < len(word.doc):
        sentence = word.doc[end].sent
        if any(t.pos_ in {"VERB", "AUX"} for t in sentence) or len(sentence) > FRAGMENT or "\n" in word.doc[end - 1].text:
            break
        found += list(sentence)
        end = sentence.end
    return found


def date_of(report: Report, cue: Cue) -> DateRange | None:
    """Return the time told for the event, the nearest words first."""
    for tokens in scopes_of(cue):
        told = time_among(report, tokens, cue.word)
        if told:
            return over_days(cue, told)
    return (time_after(report, cue.verb) or time_above(report, cue.verb)) if cue.light else None


def over_days(cue: Cue, when: DateRange | None) -> DateRange | None:
    """Return the days of an event that lasts several and whose first or last day is told ("concluded a two-day meeting on Friday")."""
    noun = cue.word
    days = next((NUMBERS.get(n.lower_) for t in noun.lefts if t.lower_ in {"day", "days"} for n in t.children if n.dep_ == "nummod"), None)
    if when is None or days is None or when.precision != "day" or when.start != when.end:
        return when
    around = {cue.verb.lemma_.lower(), noun.head.lemma_.lower(), noun.head.head.lemma_.lower()}
    told, span = date.fromisoformat(when.start), timedelta(days=days - 1)
    if around & words("edges", "last"):
        return DateRange(start=(told - span).isoformat(), end=when.end, precision="day")
    if around & words("edges", "first"):
        return DateRange(start=when.start, end=(told + span).isoformat(), precision="day")
    return when


def any_time(report: Report, cue: Cue) -> bool:
    """Tell whether the words around the cue tell a time, settled or not ("at its meeting on Tuesday")."""
    inside = {t.i for tokens in scopes_of(cue) for t in tokens}
    return any(d.start in inside and d.relation == "on" for d in report.dates)


@per_language
def _mode_cues(mode: str) -> re.Pattern[str]:
    inner = alternatives(re.escape(cue).replace(r"\ ", r"[\s-]+") for cue in load("events")["mode"][mode])
    return re.compile(rf"(?<!\w)(?:{inner})(?!\w)", re.IGNORECASE)


def mode_of(cues: list[Cue]) -> Mode | None:
    """Return the mode that the clauses of the cues tell; None where they tell none."""
    told = [" ".join(t.text for t in tokens) for c in cues for tokens in (phrase(c.word), clause(c.word), clause(c.verb), _hanging(c.word))]
    for mode in ("hybrid", "online", "phone"):
        if any(_mode_cues(mode).search(clause_words) for clause_words in told):
            return mode
    return None


def status_of(cue: Cue) -> EventStatus:
    """Return whether the cue tells the event as held, planned, postponed or cancelled."""
    lemma = cue.verb.lemma_.lower()
    for status in ("cancelled", "postponed"):
        if lemma in words("status", status) and cue.word.dep_ in {"dobj", "nsubjpass", "nsubj"}:
            return status
    return "planned" if cue.outlook in {"planned", "agreed_to_sign"} else "held"
