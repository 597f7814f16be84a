"""Events told by a noun: "talks", "a two-day visit", "the signing ceremony", "the 14th session of the joint committee"."""

import re
from dataclasses import replace

from spacy.tokens import Span, Token

from amity.reading.events.cue import Cue, words
from amity.reading.grammar import agents_of, is_verb, phrase, subject_of, verb_above
from amity.reading.instruments.lifecycle import Outlook, outlook_of
from amity.reading.parties import agents, linked, only_parties, owners, partners, principals
from amity.reading.phrases import Phrases
from amity.reading.report import Report
from amity.reading.told import in_title, published, time_among
from amity.vocabulary import load, per_language

DEFINITE = {"the", "this", "that", "these", "those", "their", "its", "his", "her", "such"}
EARLIER = {"previous", "last", "next"}
ANOTHER = {"another", "second", "separate", "other"}
AFTERWARDS = {"after", "following"}
FURTHER = {"also", "later", "separately", "earlier", "then"}
ATTENDANCE = {"attendance", "participation", "presence"}
ADJUNCT = {"at", "in", "during", "after", "following", "on", "before", "throughout", "upon", "through"}
BETWEEN = {"between", "among", "of", "by"}
NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)|(?:19|20)\d\d")
NAME_REACH = 6  # words after the noun that may still belong to its proper name ("Meeting of Governors and Mayors of Capitals")


@per_language
def event_phrases() -> Phrases:
    """Return the nouns of events, with the entry of each."""
    sets = load("events")
    return Phrases({**sets["nouns"], "event": sets["anaphora"]["nouns"], "session": sets["sessions"]["nouns"]})


@per_language
def _qualifiers() -> Phrases:
    return Phrases(load("events")["qualifiers"])


def noun_cues(report: Report) -> list[Cue]:
    """Return the events that nouns tell, in the order of the text."""
    found = [(span, entry) for span, entry in event_phrases().search(report.doc) if not _in_name(report, span.root)]
    cues = [cue for span, entry in found if (cue := _noun_cue(report, span, entry))]
    return [one for cue in cues for one in (each_in_turn(cue) if cue.word.tag_ in {"NNS", "NNPS"} else [cue])]


def each_in_turn(cue: Cue) -> list[Cue]:
    """Return a cue for each guest where the words say that they were met one by one ("called in turn on A and on B")."""
    told = {t.lower_ for t in cue.verb.doc[cue.verb.i : cue.verb.i + 4]} | {t.lower_ for t in (*cue.verb.children, *cue.word.children)}
    if len(cue.guests) < 2 or not told & (words("turn", "each") | words("turn", "separate")):
        return [cue]
    return [replace(cue, guests=[guest], another=n > 0) for n, guest in enumerate(cue.guests)]


def _in_name(report: Report, head: Token) -> bool:
    """Tell whether the noun is part of an actor's name ("the People's Congress")."""
    mention = report.table.at(head)
    if mention is None or mention.form not in {"name", "post"} or mention.start >= head.i:
        return False
    return mention.end == head.i + 1 or head.nbor().text == "("


def _noun_cue(report: Report, span: Span, entry: str) -> Cue | None:
    head = span.root
    if not _is_event_noun(report, head):
        return None
    verb = verb_above(head)
    verb = verb if verb is not None else head.sent.root
    lefts = {t.lower_ for t in head.lefts}
    cue = Cue("event-noun", _type_of(head, entry), head, verb, title=in_title(report, head.sent))
    possessed = any(t.dep_ == "poss" for t in head.lefts)
    cue.definite = cue.type == "event" or possessed or bool(lefts & DEFINITE) or _in_passing(head)
    cue.another = bool(lefts & ANOTHER) or (bool(lefts & {"a", "an"}) and any(c.lower_ in FURTHER for c in verb.children))
    _read_name(cue, head)
    _take_part(report, cue)
    cue.council = cue.type == "meeting" and _is_councils(head, verb)
    if entry == "session" and cue.type == "event" and cue.light and len(only_parties(report.table, cue.actors)) > 1:
        cue.type = "committee_session"
    cue.apart = _is_outcome(head) and len(cue.actors) > 1
    cue.effect = _has_effect(head)
    cue.outlook = "done" if cue.effect else _outlook(report, cue)
    if cue.type == "ceremony" and _is_for_signing(cue):
        cue.type = "signing"
    return cue


def _is_for_signing(cue: Cue) -> bool:
    """Tell whether a plain ceremony is one of signing: its sentence tells of signing ("at a ceremony in Orlow, A signed for B")."""
    if cue.speakers and cue.verb_lemma in load("instruments")["participles"]["signed"]:
        return True
    plain = cue.lemma == "ceremony" and not any(c.dep_ in {"compound", "amod"} for c in cue.word.lefts)
    return plain and any(t.lemma_.lower() in words("signs", "words") for t in cue.word.sent if t.i != cue.word.i)


def _is_outcome(head: Token) -> bool:
    """Tell whether only the outcome of the event is told ("the results of the talks between A and B")."""
    return head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lemma_.lower() in words("outcome", "nouns")


def _has_effect(head: Token) -> bool:
    """Tell whether the event is told to bring something about ("the visit will deepen ties"), which makes no plan of it."""
    verb = head.head
    return head.dep_ == "nsubj" and verb.pos_ == "VERB" and verb.lemma_.lower() not in words("outcome", "happening")


def _is_event_noun(report: Report, head: Token) -> bool:
    """Tell whether the noun can tell an event: no modifier ("meeting room"), no plural, no text's signing, no mere anniversary."""
    if head.pos_ not in {"NOUN", "PROPN"} or _is_modifier(head):
        return False
    if head.tag_ in {"NNS", "NNPS"} and head.lower_ not in words("numbers", "plurals") and not _apart(report, head):
        return False
    if head.lower_ == "signing" and any(c.lower_ == "of" for c in head.children):
        return False
    recurring = head.lemma_.lower() in words("recurring", "nouns")
    return not (recurring and head.dep_ == "pobj" and head.head.lower_ not in ADJUNCT | {"for", "to"})


def _is_councils(head: Token, verb: Token) -> bool:
    """Tell whether a council sits ("a full council meeting", "at its meeting the city council approved …")."""
    subject = subject_of(verb)
    around = [*phrase(head), *(phrase(subject) if subject is not None else [])]
    return any(t.lemma_.lower() in words("groups", "councils") for t in around)


def _is_modifier(head: Token) -> bool:
    """Tell whether the noun only stands before another ("meeting room"); the parser's slips over commas do not count."""
    if head.dep_ not in {"compound", "amod", "nmod"} or head.head.i < head.i:
        return False
    return not any(t.lower_ in {",", "and"} for t in head.doc[head.i : head.head.i])


def _apart(report: Report, head: Token) -> bool:
    """Tell whether a plural is of single meetings with those it names ("in separate meetings with A and B")."""
    told = {t.lower_ for t in head.lefts} & words("turn", "separate")
    return bool(told) and bool(linked(report.table, head, {"with"}) or partners(report.table, head.head, {"with"}))


def _in_passing(head: Token) -> bool:
    """Tell whether a plural without article takes up what was told before ("during talks", "after discussions")."""
    plain = head.lower_ in words("numbers", "plurals") and not any(c.dep_ in {"prep", "relcl", "acl"} for c in head.children)
    return plain and head.dep_ == "pobj" and head.head.lower_ in ADJUNCT and head.head.head.pos_ == "VERB"


def _type_of(head: Token, entry: str) -> str:
    """Return the type of a noun cue; the words of its phrase may make it a committee session or a summit."""
    if entry not in {"meeting", "working_session", "summit", "session"} or head.lemma_.lower() in words("objects", "meals"):
        return entry
    around = phrase(head)
    area = head.doc[max(around[0].i, head.i - 8) : min(around[-1].i + 1, head.i + 14)]
    found = [qualifier for _, qualifier in _qualifiers().search(area)]
    if found or entry != "session":
        return found[0] if found else entry
    return "summit" if any(NUMBERED.fullmatch(t.lower_) for t in head.lefts) else "event"


def _read_name(cue: Cue, head: Token) -> None:
    """Read the event's proper name and its number; an anniversary's number counts years, not events."""
    own = [t for t in phrase(head) if head.left_edge.i <= t.i <= head.i + NAME_REACH]
    if head.text[:1].isupper():
        cue.name = frozenset(t.lower_ for t in own if t.text[:1].isupper() and t.is_alpha and t.pos_ == "PROPN" and not t.is_stop)
    if head.lemma_.lower() in words("recurring", "nouns"):
        return
    counted = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head
    if counted.lemma_.lower() in words("numbers", "counted"):
        cue.another = cue.another or any(t.lower_ in ANOTHER | EARLIER for t in counted.lefts)
        own = [*counted.lefts, *own]
    numbers = (t.lower_ for t in own if t.i < head.i)
    cue.ordinal = next((n for n in numbers if NUMBERED.fullmatch(n) or n in words("numbers", "ordinals")), "")


def _take_part(report: Report, cue: Cue) -> None:
    """Read who takes part: beside the noun ("between A and B", "A's visit to B") and around a light verb ("A held talks with B")."""
    table, head, verb = report.table, cue.word, cue.verb
    possessed = any(t.dep_ == "poss" for t in head.lefts)
    named = owners(table, head)
    if cue.name and cue.type == "summit" and not possessed and len(named) < 2:
        named = []
    cue.hosts = [*named, *linked(table, head, {"between", "among", "of"} if cue.definite and cue.type == "meeting" else BETWEEN)]
    if cue.type == "committee_session":
        cue.hosts += [a for t in phrase(head) if t.i > head.i and t.dep_ == "pobj" for a in owners(table, t)]
    cue.guests = linked(table, head, {"with", "to", "from"} if cue.type in {"visit", "meeting"} else {"with"})
    if head.lemma_.lower() in words("objects", "meals"):
        cue.guests += linked(table, head, {"for"})
    cue.own = bool(linked(table, head, {"between", "among", "with"})) or _owned(report, head)
    cue.guests += _in_clauses(report, head)
    if cue.type == "visit" and any(table.is_person(a) for a in cue.guests):
        cue.type = "meeting"
    governed = governs(verb, head)
    cue.light = governed and cue.verb_lemma in words("light", "verbs") | words("light", "attendance")
    if not cue.hosts:
        cue.hosts = _attending(report, head)
    if cue.light:
        does = [a for noun in agents_of(verb) if noun != head for a in principals(table, noun)]
        cue.hosts = [*does, *cue.hosts]
        cue.guests += partners(table, verb, {"with", "between", "from"} if cue.verb_lemma == "receive" else {"with", "between"})
    elif _adjunct_of(head) == verb:
        _act_at(report, cue)


def _adjunct_of(head: Token) -> Token | None:
    """Return the verb beside which the noun tells when or where ("at the meeting", "on the sidelines of the forum")."""
    if head.dep_ != "pobj":
        return None
    above = head.head
    if above.lower_ == "of" and above.head.lemma_.lower() in words("beside", "nouns"):
        return _adjunct_of(above.head)
    return above.head if above.lower_ in ADJUNCT else None


def _owned(report: Report, head: Token) -> bool:
    """Tell whether a name possesses the event ("President A's visit"), and no pronoun ("their meeting")."""
    mentions = [report.table.at(t) for c in head.lefts if c.dep_ == "poss" for t in phrase(c)]
    return any(m is not None and m.form != "pronoun" for m in mentions)


def _in_clauses(report: Report, head: Token) -> list[str]:
    """Return who takes part by the clauses on the noun ("a session held by A", "the committee, where A sits with B")."""
    table, sitting = report.table, words("light", "moving")
    clauses = [c for t in phrase(head) for c in t.children if c.dep_ in {"acl", "relcl"} and (t == head or c.lemma_.lower() in sitting)]
    return [a for clause in clauses for a in (*agents(table, clause), *partners(table, clause, {"with", "between"}))]


def _act_at(report: Report, cue: Cue) -> None:
    """Read who acts at the event; an event not told before is theirs ("at a ceremony A and B signed …").

    Talks after which a text is signed are the signers', and no part of the signing.
    """
    table = report.table
    cue.speakers = agents(table, cue.verb)
    if cue.word.head.lower_ in AFTERWARDS and cue.type == "meeting" and cue.verb_lemma in load("instruments")["verbs"]["signed"]:
        cue.own, cue.hosts = True, [a for a in cue.speakers if table.is_person(a)]
    if not cue.bare and not cue.hosts and cue.lemma not in words("recurring", "nouns"):
        cue.hosts = [a for a in cue.speakers if table.is_person(a) or cue.type not in {"visit", "summit"}]


def _attending(report: Report, head: Token) -> list[str]:
    """Return whose attendance the words before the noun tell ("A's attendance at the summit", "B's participation in the forum")."""
    if head.dep_ == "conj" and head.head.pos_ in {"NOUN", "PROPN"}:
        return _attending(report, head.head)
    left = head.i
    while left > head.sent.start and head.doc[left - 1].pos_ in {"DET", "ADJ", "NUM", "PROPN", "NOUN", "PUNCT"} and head.i - left < 12:
        left -= 1
        if head.doc[left].lemma_.lower() in ATTENDANCE:
            break
    for noun in head.doc[max(head.sent.start, left - 2) : left]:
        if noun.lemma_.lower() in ATTENDANCE:
            return owners(report.table, noun)
    return []


def governs(verb: Token, head: Token) -> bool:
    """Tell whether the noun is subject or object of the verb, or the object of its preposition ("take part in the meeting")."""
    if head == verb or (head.head == verb and head.dep_ in {"dobj", "nsubjpass", "nsubj", "attr", "ROOT", "conj"}):
        return True
    if head.dep_ == "conj":
        return governs(verb, head.head)
    above = head.head
    moving = verb.lemma_.lower() in words("light", "moving")
    return head.dep_ == "pobj" and above.head == verb and moving and above.lower_ in {"in", "on", "over", "for", "to", "at", "from"}


def _outlook(report: Report, cue: Cue) -> Outlook:
    """Return how the event is told: its own words and day decide, else what governs it."""
    if {t.lower_ for t in cue.word.lefts} & words("status", "planned"):
        return "planned"
    when, today = time_among(report, phrase(cue.word), cue.word), published(report)
    if when and today:
        return "planned" if when.start > today.isoformat() else "done"
    subject = subject_of(cue.verb)
    told = governs(cue.verb, cue.word) or (subject is not None and cue.word in subject.subtree)
    return outlook_of(cue.verb, cue.word) if told and (is_verb(cue.verb) or cue.verb == cue.word) else "done"
