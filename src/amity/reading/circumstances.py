"""The circumstances of an event: when, where, how, and whether it was held."""

import re
from functools import cache

from spacy.tokens import Token

from amity.model import DateRange, PlaceReference
from amity.model.acts import EventStatus, Mode
from amity.reading.event_cues import Cue, words
from amity.reading.grammar import phrase
from amity.reading.report import Report
from amity.reading.told import clause, time_above, time_among
from amity.vocabulary import load

PLACE_PREPOSITIONS = {"in", "at"}
NARROW = {"municipality": 0, "district": 1, "province": 2, "state": 3}


def date_of(report: Report, cue: Cue) -> DateRange | None:
    """Return the time told for the event: in its noun phrase, in a clause that hangs on it, else in the clause around it."""
    for tokens in _scopes(cue):
        told = time_among(report, tokens, cue.word)
        if told:
            return told
    return time_above(report, cue.verb) if cue.light else None


def _scopes(cue: Cue) -> list[list[Token]]:
    """The token lists in which to look for circumstances, the nearest first."""
    scopes = [phrase(cue.word), _hanging(cue.word)]
    if cue.light or cue.draft or cue.word == cue.verb or cue.word.dep_ in {"nsubj", "nsubjpass"}:
        scopes.append(clause(cue.verb))
    elif not cue.bare:
        scopes.append(clause(cue.word))
    return scopes


def _hanging(word: Token) -> list[Token]:
    """The clauses that hang on a noun: "a session held in May"."""
    if word.pos_ == "VERB":
        return []
    return [t for child in word.children if child.dep_ in {"acl", "relcl"} for t in clause(child)]


def place_of(report: Report, cue: Cue) -> PlaceReference | None:
    """Return the narrowest place that the words around the event tell for it ("in Kunming", "at the town hall in Orlow")."""
    if cue.type == "visit":
        reached = [p for t in phrase(cue.word) if t.lower_ == "to" and t.dep_ == "prep" for p in _located(report, t)]
        reached += [p for t in cue.word.children if cue.word.pos_ == "VERB" and t.dep_ == "dobj" for p in _places_in(report, t)]
        return min(reached, key=lambda f: f[0])[1] if reached else None
    for tokens in _scopes(cue):
        found = [p for t in tokens if t.lower_ in PLACE_PREPOSITIONS and t.dep_ == "prep" for p in _located(report, t)]
        if found:
            return min(found, key=lambda f: f[0])[1]
    return None


def _located(report: Report, preposition: Token) -> list[tuple[int, PlaceReference]]:
    return [place for noun in preposition.children for place in _places_in(report, noun)]


def _places_in(report: Report, noun: Token) -> list[tuple[int, PlaceReference]]:
    """The cities, districts and provinces that a noun phrase names, with the rank of their level."""
    found = []
    for token in phrase(noun):
        mention = report.table.at(token)
        for actor in mention.refers if mention and mention.form in {"name", "description"} else ():
            entry = report.table.actors[actor]
            if entry.kind in NARROW and entry.kind != "state":
                found.append((NARROW[entry.kind], entry.place or PlaceReference(name=entry.name)))
    return found


@cache
def _mode_cues(mode: str) -> re.Pattern[str]:
    inner = "|".join(re.escape(cue).replace(r"\ ", r"[\s-]+") for cue in load("events")["mode"][mode])
    return re.compile(rf"(?<!\w)(?:{inner})(?!\w)", re.IGNORECASE)


def mode_of(cues: list[Cue]) -> Mode | None:
    """Return the mode that the clauses of the cues tell; None where they tell none."""
    told = [" ".join(t.text for tokens in ([*phrase(c.word)], clause(c.word), clause(c.verb)) for t in tokens) for c in cues]
    for mode in ("hybrid", "online", "phone"):
        if any(_mode_cues(mode).search(words_of) for words_of in told):
            return mode  # type: ignore[return-value]
    return None


def status_of(cue: Cue) -> EventStatus:
    """Return whether the cue tells the event as held, planned, postponed or cancelled."""
    lemma = cue.verb.lemma_.lower()
    if cue.light and lemma in words("status", "cancelled"):
        return "cancelled"
    if cue.light and lemma in words("status", "postponed"):
        return "postponed"
    return "planned" if cue.outlook in {"planned", "agreed_to_sign"} else "held"
