"""Events told by a verb: "met", "received", "toured", "unveiled", "the council voted on Tuesday", and the acts of signing."""

from collections.abc import Callable

from spacy.tokens import Token

from amity.reading.events.cue import Cue, words
from amity.reading.events.nouns import FURTHER, each_in_turn, event_phrases
from amity.reading.grammar import is_passive, phrase, subject_of
from amity.reading.instruments.drafts import Draft
from amity.reading.instruments.lifecycle import outlook_of
from amity.reading.parties import agents, partners, principals, with_name
from amity.reading.report import Report
from amity.reading.told import clause, in_title, time_among
from amity.vocabulary import load, per_language

Rule = Callable[[Report, Cue, list[Token]], bool]


@per_language
def _kinds() -> dict[str, str]:
    return {lemma: kind for kind, lemmas in load("events")["verbs"].items() for lemma in lemmas}


def verb_cues(report: Report) -> list[Cue]:
    """Return the meetings, visits and calls that verbs tell, in the order of the text."""
    found = []
    for token in report.doc:
        kind = _kinds().get(token.lemma_.lower())
        if kind and token.pos_ == "VERB":
            cue = _verb_cue(report, token, kind)
            found += each_in_turn(cue) if cue else []
    return found


def _verb_cue(report: Report, verb: Token, kind: str) -> Cue | None:
    table = report.table
    objects = [c for c in verb.children if c.dep_ in {"dobj", "dative"} or (kind == "visit" and _misread_object(c))]
    if any(noun.lemma_.lower() in words("objects", "events") for noun in objects):
        return None
    does, subject = agents(table, verb), subject_of(verb)
    done_to = [a for noun in objects for a in with_name(table, noun, verb)]
    if kind in {"meeting", "call"}:
        done_to += partners(table, verb, {"with", "on", "at"} if verb.lemma_ == "call" else {"with"})
    if kind == "visit" and verb.lemma_.lower() in words("light", "moving"):
        done_to += partners(table, verb, {"to", "in"})
    if is_passive(verb) and subject is not None:
        done_to = principals(table, subject)
    guests = [a for a in done_to if a not in does]
    cue = Cue("event-verb", kind, verb, verb, does, guests, outlook=outlook_of(verb), title=in_title(report, verb.sent), light=True)
    cue.further = any(c.lower_ in FURTHER for c in verb.children)
    return cue if RULES.get(cue.lemma, TYPE_RULES[kind])(report, cue, objects) else None


def _misread_object(noun: Token) -> bool:
    """Tell whether the parse takes the place that was visited for a clause ("visited Dorno aimag")."""
    return noun.dep_ in {"ccomp", "oprd"} and noun.pos_ in {"NOUN", "PROPN"} and noun.i > noun.head.i


def _people(report: Report, cue: Cue) -> int:
    return sum(report.table.is_person(a) for a in cue.actors)


def _is_group(noun: Token | None) -> bool:
    return noun is not None and any(t.lemma_.lower() in words("groups", "delegation") for t in phrase(noun))


def _gathers(report: Report, cue: Cue, objects: list[Token]) -> bool:
    """Read "the leaders of A, B and C gather": three sides make it a summit."""
    cue.type = "summit" if len(cue.hosts) > 2 else "meeting"
    return len(cue.hosts) > 1


def _calls_on(report: Report, cue: Cue, objects: list[Token]) -> bool:
    """Read "called on A", "called at the town hall"; calling on someone to do something is an ask."""
    asks = any(c.dep_ in {"xcomp", "advcl", "ccomp"} or c.lower_ in {"for", "upon"} for c in cue.verb.children)
    comes = _people(report, cue) > 0 or _is_group(subject_of(cue.verb))
    return not asks and not objects and bool(cue.guests) and comes


def _speaks(report: Report, cue: Cue, objects: list[Token]) -> bool:
    """Read "spoke by phone with A": only the means makes a call of it."""
    return len(cue.actors) > 1 and _means(cue.verb) is not None


def _means(verb: Token) -> str | None:
    told = " ".join(t.lower_ for t in clause(verb))
    return next((mode for mode in ("phone", "online") for cue in load("events")["mode"][mode] if f" {cue} " in f" {told} "), None)


def _welcomes(report: Report, cue: Cue, objects: list[Token]) -> bool:
    """Read "welcomed the delegation from A"; welcoming progress, or someone to do something, is no meeting."""
    invites = any(c.dep_ == "xcomp" for c in cue.verb.children)
    return not invites and bool(cue.hosts) and (_people(report, cue) > 1 or any(map(_is_group, objects)))


def _meets(report: Report, cue: Cue, objects: list[Token]) -> bool:
    """Read "A met B", "A and B met", "the joint working group met"; targets and demands are met too."""
    subject = subject_of(cue.verb)
    if not objects and subject is not None and subject.lemma_.lower() in words("groups", "bodies"):
        cue.type = "committee_session"
        return True
    people = _people(report, cue)
    return len(cue.actors) > 1 and bool(people or not (objects or is_passive(cue.verb)))


def _receives(report: Report, cue: Cue, objects: list[Token]) -> bool:
    """Read "received A", "hosted a delegation from B"; letters and support are received too."""
    return bool(cue.hosts) and (any(map(_is_group, objects)) or any(report.table.is_person(a) for a in cue.guests))


def _travels(report: Report, cue: Cue, objects: list[Token]) -> bool:
    """Read "the delegation visited A"; visiting a person is a meeting, and who goes to a summit is told by the summit."""
    if cue.lemma in words("light", "moving") and _goes_to_summit(cue.verb):
        return False
    if cue.lemma in words("light", "coming") and any(entry == "visit" for _, entry in event_phrases().search(cue.verb.sent)):
        return False  # "arrived in Orlow for a visit to Sylvania": the noun tells it
    comes = any(report.table.is_person(a) for a in cue.hosts) or _is_group(subject_of(cue.verb))
    if any(report.table.is_person(a) for a in cue.guests):
        cue.type = "meeting"
    return comes and bool(cue.guests or objects)


def _goes_to_summit(verb: Token) -> bool:
    goals = [n for c in verb.children if c.dep_ == "prep" and c.lower_ == "for" for n in c.children]
    spans = [goal.doc[goal.left_edge.i : goal.right_edge.i + 1] for goal in goals]
    return any(entry in {"summit", "committee_session"} for span in spans for _, entry in event_phrases().search(span))


def _together(report: Report, cue: Cue, objects: list[Token]) -> bool:
    return len(cue.actors) > 1


RULES: dict[str, Rule] = {
    "gather": _gathers, "call": _calls_on, "speak": _speaks, "talk": _speaks, "welcome": _welcomes,
    "entertain": _welcomes, "meet": _meets, "convene": _meets,
}  # fmt: skip
"""What tells an event from other uses of a verb; verbs without a rule of their own follow that of their type."""
TYPE_RULES: dict[str, Rule] = {"meeting": _receives, "visit": _travels, "call": _together}


def visiting_cues(report: Report) -> list[Cue]:
    """Return the visits that a participle tells: "a visiting delegation from Orlow"."""
    found = []
    for token in report.doc:
        if token.lower_ == "visiting" and token.dep_ == "amod" and not in_title(report, token.sent):
            who = principals(report.table, token.head)
            if who and (_is_group(token.head) or any(report.table.is_person(a) for a in who)):
                found.append(Cue("visiting-guests", "visit", token, token.head, hosts=who, own=True))
    return found


def staying_cues(report: Report) -> list[Cue]:
    """Return the visits that a stay of some days tells: "the Orlow delegation was in Mirbad from May 6 to 9"."""
    found = []
    for verb in report.doc:
        subject = subject_of(verb) if verb.lemma_ == "be" and verb.pos_ in {"VERB", "AUX"} else None
        if subject is None or in_title(report, verb.sent):
            continue
        does, when = agents(report.table, verb), time_among(report, clause(verb), verb)
        comes = _is_group(subject) or any(report.table.is_person(a) for a in does)
        goals = partners(report.table, verb, {"in"})
        if not (comes and goals and when and when.start != when.end):
            continue
        if not any(entry == "visit" for _, entry in event_phrases().search(verb.sent)):
            found.append(Cue("stay-of-days", "visit", verb, verb, does, goals, light=True, outlook=outlook_of(verb)))
    return found


def deciding_cues(report: Report) -> list[Cue]:
    """Return the sittings that a council's decision on a day tells: "the city council on Tuesday approved the agreement"."""
    found = []
    for verb in report.doc:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in words("decisions", "verbs") or in_title(report, verb.sent):
            continue
        subject = subject_of(verb)
        council = subject is not None and any(t.lemma_.lower() in words("groups", "councils") for t in phrase(subject))
        when = time_among(report, clause(verb), verb)
        if subject is not None and council and when and when.precision == "day" and outlook_of(verb) == "done":
            found.append(Cue("council-decides", "meeting", verb, verb, hosts=principals(report.table, subject), light=True, council=True))
    return found


def opening_cues(report: Report) -> list[Cue]:
    """Return the ceremonies that a verb tells: something is unveiled or inaugurated, or persons open what can be opened."""
    found = []
    for verb in report.doc:
        lemma = verb.lemma_.lower()
        if verb.pos_ != "VERB" or lemma not in words("ceremonies", "verbs") or in_title(report, verb.sent):
            continue
        subject = subject_of(verb)
        objects = [subject] if is_passive(verb) and subject is not None else [c for c in verb.children if c.dep_ == "dobj"]
        does = agents(report.table, verb)
        opened = {noun.lemma_.lower() for noun in objects} & words("ceremonies", "objects")
        if lemma in words("ceremonies", "always") or (opened and any(report.table.is_person(a) for a in does)):
            found.append(Cue("opening", "ceremony", verb, verb, hosts=does, light=True, outlook=outlook_of(verb)))
    return found


def signing_cues(report: Report, drafts: list[Draft]) -> list[Cue]:
    """Return the acts of signing that the instruments of the report tell."""
    found = []
    for draft in drafts:
        vague = (draft.type == "unnamed_texts" and draft.past) or (draft.namings[0].known and not draft.signed)
        for status, act in draft.acts:
            if act.status != "signed" or status not in {"signed", "agreed_to_sign"} or vague:
                continue
            cue = Cue(
                "act-of-signing",
                "signing",
                act.word,
                act.verb,
                outlook=act.outlook,
                draft=draft,
                title=in_title(report, act.word.sent),
                light=True,
            )
            cue.hosts = agents(report.table, act.verb)
            cue.guests = partners(report.table, act.verb, {"with", "between"})
            found.append(cue)
    return found
