"""The circumstances of an event: when, where, how, and whether it was held."""

import re
from functools import cache

from spacy.tokens import Token

from amity.model import DateRange, PlaceReference
from amity.model.acts import EventStatus, Mode
from amity.reading.event_cues import Cue, words
from amity.reading.grammar import phrase
from amity.reading.report import DateMention, Report
from amity.reading.told import clause
from amity.vocabulary import load

PLACE_PREPOSITIONS = {"in", "at"}


def date_of(report: Report, cue: Cue) -> DateRange | None:
    """Return the time told for the event: in its noun phrase, else in its clause, else in the sentence when it tells one event."""
    for tokens in (phrase(cue.word), _hanging(cue.word), clause(cue.word)):
        inside = {t.i for t in tokens}
        told = [d for d in report.dates if d.date and d.start in inside and d.relation == "on"]
        if told:
            return min(told, key=lambda d: (d.date is not None and d.date.precision != "day", abs(d.start - cue.word.i))).date
    return None


def _hanging(word: Token) -> list[Token]:
    """The clauses that hang on a noun: "a session held in May"."""
    return [t for child in word.children if child.dep_ in {"acl", "relcl"} for t in child.subtree]


def place_of(report: Report, cue: Cue) -> PlaceReference | None:
    """Return the narrowest place that the clause tells for the event ("in Kunming", "at the town hall in Orlow")."""
    for tokens in (_hanging(cue.word), phrase(cue.word), clause(cue.word)):
        for token in tokens:
            if token.lower_ in PLACE_PREPOSITIONS and token.dep_ == "prep":
                found = _located(report, token)
                if found:
                    return found
    return None


def _located(report: Report, preposition: Token) -> PlaceReference | None:
    for noun in preposition.children:
        for token in sorted(phrase(noun), key=lambda t: t.i):
            for actor in report.table.refers(token):
                entry = report.table.actors[actor]
                if entry.kind in {"municipality", "province", "district"} and report.table.at(token):
                    return entry.place or PlaceReference(name=entry.name)
    return None


@cache
def _mode_cues(mode: str) -> re.Pattern[str]:
    inner = "|".join(re.escape(cue).replace(r"\ ", r"[\s-]+") for cue in load("events")["mode"][mode])
    return re.compile(rf"(?<!\w)(?:{inner})(?!\w)", re.IGNORECASE)


def mode_of(cues: list[Cue]) -> Mode | None:
    """Return the mode that the sentences of the cues tell; None where they tell none."""
    for mode in ("hybrid", "online", "phone"):
        if any(_mode_cues(mode).search(" ".join(t.text for t in clause(c.word))) for c in cues):
            return mode  # type: ignore[return-value]
    return None


def status_of(cue: Cue) -> EventStatus:
    """Return whether the cue tells the event as held, planned, postponed or cancelled."""
    lemma = cue.verb.lemma_.lower()
    if lemma in words("status", "cancelled"):
        return "cancelled"
    if lemma in words("status", "postponed"):
        return "postponed"
    return "planned" if cue.outlook in {"planned", "agreed_to_sign"} else "held"


def nearest(dates: list[DateMention], token: Token) -> DateMention | None:
    """Return the time told nearest to the token."""
    return min(dates, key=lambda d: abs(d.start - token.i), default=None)
