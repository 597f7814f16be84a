"""Event cues: the verbs and nouns by which a report tells an event, with who takes part and how it is told."""

from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from spacy.tokens import Span, Token

from amity.model import DateRange
from amity.model.acts import EventStatus, EventType
from amity.reading.grammar import agents_of, is_passive, is_verb, phrase, subject_of, verb_above
from amity.reading.instruments import Draft
from amity.reading.lifecycle import Outlook, outlook_of
from amity.reading.parties import actors_in, linked_by
from amity.reading.phrases import Phrases
from amity.reading.report import Report
from amity.reading.told import clause, in_title
from amity.vocabulary import load

DEFINITE = {"the", "this", "that", "these", "those", "their", "its", "his", "her", "such"}
Group = Literal["meeting", "visit", "summit", "signing", "exchange", "ceremony"]


@dataclass
class Cue:
    """One telling of an event: ``word`` is the verb or noun, ``actors`` who it says took part."""

    type: EventType
    word: Token
    verb: Token
    hosts: list[str] = field(default_factory=list)
    guests: list[str] = field(default_factory=list)
    anaphoric: bool = False
    outlook: Outlook = "done"
    status: EventStatus = "held"
    title: bool = False
    date: DateRange | None = None
    draft: Draft | None = None

    @property
    def actors(self) -> list[str]:
        """All who take part by the words of this cue."""
        return list(dict.fromkeys([*self.hosts, *self.guests]))


@cache
def _nouns() -> Phrases:
    return Phrases({**load("events")["nouns"], "event": load("events")["anaphora"]["nouns"]})


@cache
def _qualifiers() -> Phrases:
    return Phrases(load("events")["qualifiers"])


@cache
def _verbs() -> dict[str, str]:
    return {lemma: kind for kind, lemmas in load("events")["verbs"].items() for lemma in lemmas}


@cache
def words(section: str, entry: str) -> frozenset[str]:
    """Return a list of the vocabulary as a set."""
    return frozenset(load("events")[section][entry])


def find_cues(report: Report, drafts: list[Draft]) -> list[Cue]:
    """Return the cues of the report in the order of its text, titles last."""
    found = [*_noun_cues(report), *_verb_cues(report), *_signing_cues(report, drafts)]
    return sorted(found, key=lambda c: (c.title, c.word.i))


def _noun_cues(report: Report) -> list[Cue]:
    cues = []
    for span, entry in _nouns().search(report.doc):
        cue = _noun_cue(report, span, entry)
        if cue:
            cues.append(cue)
    return cues


def _noun_cue(report: Report, span: Span, entry: str) -> Cue | None:
    head = span.root
    if head.pos_ not in {"NOUN", "PROPN"} or head.dep_ in {"compound", "amod", "nmod"} and head.head.i > head.i:
        return None
    lefts = {t.lower_ for t in head.lefts}
    if head.tag_ in {"NNS", "NNPS"} and head.lower_ not in {"talks", "discussions"}:
        return None
    verb = verb_above(head)
    verb = verb if verb is not None else head.sent.root
    cue = Cue(_type_of(head, entry), head, verb, title=in_title(report, head.sent))  # type: ignore[arg-type]
    cue.anaphoric = entry == "event" or bool(lefts & DEFINITE) or head.lower_ in {"talks", "discussions"} and head.dep_ == "pobj"
    _take_part(report, cue)
    cue.outlook = outlook_of(verb, head)
    if lefts & words("status", "planned"):
        cue.outlook = "planned"
    return cue


def _type_of(head: Token, entry: str) -> str:
    """Return the type of a noun cue; the words of its phrase may make it a committee session or a summit."""
    if entry not in {"meeting", "working_session", "summit", "event"}:
        return entry
    around = phrase(head)
    area = head.doc[max(around[0].i, head.i - 8) : min(around[-1].i + 1, head.i + 14)]
    for _, qualifier in _qualifiers().search(area):
        if entry == "summit" and qualifier == "summit":
            return "summit"
        return qualifier
    return entry


def _take_part(report: Report, cue: Cue) -> None:
    """Read who takes part: beside the noun ("between A and B", "A's visit to B") and around a light verb ("A held talks with B")."""
    table, head, verb = report.table, cue.word, cue.verb
    cue.hosts = actors_in(table, linked_by(head, {"between", "among", "of", "by"}))
    cue.hosts += actors_in(table, [t for child in head.lefts if child.dep_ in {"poss", "compound", "nmod", "amod"} for t in phrase(child)])
    cue.guests = actors_in(table, linked_by(head, {"with", "to", "for"} if cue.type == "visit" else {"with"}))
    light = is_verb(verb) and verb.lemma_.lower() in words("light", "verbs")
    if light:
        cue.hosts = actors_in(table, [t for noun in agents_of(verb) for t in phrase(noun) if noun != head]) + cue.hosts
        partner = [t for child in verb.children if child.dep_ == "prep" and child.lower_ in {"with", "between", "for"} for noun in child.children for t in phrase(noun)]
        cue.guests += actors_in(table, partner)
    for child in head.children:
        if child.dep_ in {"acl", "relcl"}:
            cue.guests += actors_in(table, [t for noun in agents_of(child) for t in phrase(noun) if noun != head])


def _verb_cues(report: Report) -> list[Cue]:
    found = []
    for token in report.doc:
        kind = _verbs().get(token.lemma_.lower())
        if kind and token.pos_ == "VERB":
            cue = _verb_cue(report, token, kind)
            if cue:
                found.append(cue)
    return found


def _verb_cue(report: Report, verb: Token, kind: str) -> Cue | None:
    table = report.table
    subject = subject_of(verb)
    does = actors_in(table, phrase(subject)) if subject is not None else []
    objects = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    done_to = actors_in(table, [t for noun in objects for t in phrase(noun)])
    if any(noun.lemma_.lower() in {"visit", "call", "meeting", "talk", "reception", "forum", "summit", "conference"} for noun in objects):
        return None
    partner = [t for c in verb.children if c.dep_ == "prep" and c.lower_ in {"with", "on"} for noun in c.children for t in phrase(noun)]
    done_to += actors_in(table, partner) if kind == "meeting" else []
    if is_passive(verb):
        does, done_to = actors_in(table, [t for noun in agents_of(verb) for t in phrase(noun)]), does
    cue = Cue(kind, verb, verb, does, done_to, outlook=outlook_of(verb), title=in_title(report, verb.sent))  # type: ignore[arg-type]
    return cue if _is_event(report, cue, objects) else None


def _is_event(report: Report, cue: Cue, objects: list[Token]) -> bool:
    """Tell an event from other uses of its verb ("met the target", "welcomed the progress")."""
    table = report.table
    people = [a for a in cue.actors if table.is_person(a)]
    delegation = any(n.lemma_.lower() in words("groups", "delegation") for noun in objects for n in phrase(noun))
    subject = subject_of(cue.verb)
    if cue.word.lemma_ in {"welcome", "greet"}:
        return bool(people) and (len(people) > 1 or delegation) and not any(c.dep_ == "xcomp" for c in cue.verb.children)
    if cue.word.lemma_ == "meet":
        return len(cue.actors) > 1 and bool(people or not objects)
    if cue.type == "meeting":
        return bool(cue.hosts) and (delegation or any(table.is_person(a) for a in cue.guests))
    if cue.type == "visit":
        comes = subject is not None and (any(table.is_person(a) for a in cue.hosts) or subject.lemma_.lower() in words("groups", "delegation"))
        return comes and bool(cue.guests or objects)
    return len(cue.actors) > 1


def _signing_cues(report: Report, drafts: list[Draft]) -> list[Cue]:
    found = []
    for draft in drafts:
        for status, act in draft.acts:
            if act.status != "signed" or act.outlook in {"denied", "proposed", "negotiating"}:
                continue
            cue = Cue("signing", act.word, act.verb, outlook=act.outlook, draft=draft, title=in_title(report, act.word.sent))
            cue.hosts = actors_in(report.table, [t for noun in agents_of(act.verb) for t in phrase(noun)])
            cue.guests = actors_in(report.table, [t for t in clause(act.verb) if report.table.at(t) and t.i > act.word.i])
            found.append(cue)
    return found
