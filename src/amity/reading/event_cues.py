"""Event cues: the verbs and nouns by which a report tells an event, with who takes part and how it is told."""

import re
from dataclasses import dataclass, field, replace
from functools import cache

from spacy.tokens import Span, Token

from amity.model.acts import EventType
from amity.reading.drafts import Draft
from amity.reading.grammar import agents_of, is_passive, is_verb, phrase, subject_of, verb_above
from amity.reading.lifecycle import Outlook, outlook_of
from amity.reading.parties import agents, linked, owners, partners, principals, unique, with_name
from amity.reading.phrases import Phrases
from amity.reading.report import Report
from amity.reading.told import clause, in_title, published, time_among
from amity.vocabulary import load

DEFINITE = {"the", "this", "that", "these", "those", "their", "its", "his", "her", "such"}
ANOTHER = {"another", "second", "separate", "other"}
ATTENDANCE = {"attendance", "participation", "presence"}
ADJUNCT = {"at", "in", "during", "after", "following", "on", "before", "throughout", "upon", "through"}
NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)|(?:19|20)\d\d")
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth annual yearly".split())


@dataclass
class Cue:
    """One telling of an event: ``word`` is the verb or noun; ``hosts`` and ``guests`` take part by its own words.

    ``speakers`` are those who act at the event ("at the meeting A said …"); ``name`` the words of its proper name.
    """

    type: str
    word: Token
    verb: Token
    hosts: list[str] = field(default_factory=list)
    guests: list[str] = field(default_factory=list)
    speakers: list[str] = field(default_factory=list)
    definite: bool = False
    another: bool = False
    light: bool = False
    outlook: Outlook = "done"
    title: bool = False
    draft: Draft | None = None
    name: frozenset[str] = frozenset()
    ordinal: str = ""
    own: bool = False
    council: bool = False

    @property
    def bare(self) -> bool:
        """Whether the noun only takes up an event told before: definite, without a name, a number or participants of its own."""
        unnamed = self.definite and not self.ordinal and not self.name and not self.own
        return unnamed and (not self.actors or self.verb.lemma_.lower() in words("light", "attendance") | words("light", "moving"))

    @property
    def actors(self) -> list[str]:
        """All who take part by the words of this cue."""
        return unique([*self.hosts, *self.guests])


@cache
def _nouns() -> Phrases:
    sets = load("events")
    return Phrases({**sets["nouns"], "event": sets["anaphora"]["nouns"], "session": sets["sessions"]["nouns"]})


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
    """Return the cues of the report in the order of its text, headings and captions last."""
    signings = _signing_cues(report, drafts)
    taken = {c.word.i for c in signings}
    found = [*_noun_cues(report), *_verb_cues(report), *_visiting_cues(report), *_deciding_cues(report), *opening_cues(report)]
    return sorted([*signings, *(c for c in found if c.word.i not in taken)], key=lambda c: (c.title, c.word.i))


def _noun_cues(report: Report) -> list[Cue]:
    found = [(span, entry) for span, entry in _nouns().search(report.doc) if not _in_name(report, span.root)]
    cues = [cue for span, entry in found if (cue := _noun_cue(report, span, entry))]
    return [one for cue in cues for one in (_each_in_turn(cue) if cue.word.tag_ in {"NNS", "NNPS"} else [cue])]


def _in_name(report: Report, head: Token) -> bool:
    """Tell whether the noun is part of an actor's name ("the People's Congress")."""
    mention = report.table.at(head)
    return mention is not None and mention.form in {"name", "post"} and mention.end == head.i + 1 and mention.start < head.i


def _noun_cue(report: Report, span: Span, entry: str) -> Cue | None:
    head = span.root
    if head.pos_ not in {"NOUN", "PROPN"} or _is_modifier(head):
        return None
    if head.tag_ in {"NNS", "NNPS"} and head.lower_ not in {"talks", "discussions"} and not _apart(report, head):
        return None
    if head.lower_ == "signing" and any(c.lower_ == "of" for c in head.children):
        return None
    if head.lemma_.lower() in words("recurring", "nouns") and head.dep_ == "pobj" and head.head.lower_ not in ADJUNCT | {"for", "to"}:
        return None
    lefts = {t.lower_ for t in head.lefts}
    verb = verb_above(head)
    verb = verb if verb is not None else head.sent.root
    cue = Cue(_type_of(head, entry), head, verb, title=in_title(report, head.sent))
    cue.definite = cue.type == "event" or bool(lefts & DEFINITE) or any(t.dep_ == "poss" for t in head.lefts)
    cue.another = bool(lefts & ANOTHER)
    own = [t for t in phrase(head) if head.left_edge.i <= t.i <= head.i + 6]
    cue.name = frozenset(t.lower_ for t in own if t.text[:1].isupper() and t.is_alpha and t.pos_ == "PROPN" and not t.is_stop) if head.text[:1].isupper() else frozenset()
    cue.ordinal = next((t.lower_ for t in own if t.i < head.i and (NUMBERED.fullmatch(t.lower_) or t.lower_ in ORDINALS)), "")
    _take_part(report, cue)
    cue.outlook = _outlook(report, cue)
    if cue.type == "ceremony" and cue.speakers and verb.lemma_.lower() in load("instruments")["participles"]["signed"]:
        cue.type = "signing"
    return cue


def _outlook(report: Report, cue: Cue) -> Outlook:
    """Return how the event is told: what governs it decides, else its own words and day."""
    if {t.lower_ for t in cue.word.lefts} & words("status", "planned"):
        return "planned"
    when, today = time_among(report, phrase(cue.word), cue.word), published(report)
    if when and today:
        return "planned" if when.start > today.isoformat() else "done"
    subject = subject_of(cue.verb)
    if _governs(cue.verb, cue.word) or (subject is not None and cue.word in subject.subtree):
        return outlook_of(cue.verb, cue.word)
    return "done"


def _is_modifier(head: Token) -> bool:
    """Tell whether the noun only stands before another ("meeting room"); the parser's slips over commas do not count."""
    if head.dep_ not in {"compound", "amod", "nmod"} or head.head.i < head.i:
        return False
    return not any(t.lower_ in {",", "and"} for t in head.doc[head.i : head.head.i])


def _type_of(head: Token, entry: str) -> str:
    """Return the type of a noun cue; the words of its phrase may make it a committee session or a summit."""
    if entry not in {"meeting", "working_session", "summit", "session"}:
        return entry
    around = phrase(head)
    area = head.doc[max(around[0].i, head.i - 8) : min(around[-1].i + 1, head.i + 14)]
    found = [qualifier for _, qualifier in _qualifiers().search(area)]
    return found[0] if found else "event" if entry == "session" else entry


def _apart(report: Report, head: Token) -> bool:
    """Tell whether a plural is of single meetings with those it names ("in separate meetings with A and B")."""
    told = {t.lower_ for t in head.lefts} & words("turn", "separate")
    return bool(told) and bool(linked(report.table, head, {"with"}) or partners(report.table, head.head, {"with"}))


def _take_part(report: Report, cue: Cue) -> None:
    """Read who takes part: beside the noun ("between A and B", "A's visit to B") and around a light verb ("A held talks with B")."""
    table, head, verb = report.table, cue.word, cue.verb
    cue.hosts = [*(a for a in owners(table, head) if not (cue.name and table.actors[a].kind == "igo")), *linked(table, head, {"between", "among", "of", "by"})]
    if cue.type == "committee_session":
        cue.hosts += [a for t in phrase(head) if t.i > head.i and t.dep_ == "pobj" for a in owners(table, t)]
    cue.guests = linked(table, head, {"with", "to"} if cue.type in {"visit", "meeting"} else {"with"})
    cue.own = bool(linked(table, head, {"between", "among", "with"}))
    for clause in (c for t in phrase(head) for c in t.children if c.dep_ in {"acl", "relcl"} and (t == head or c.lemma_.lower() in words("light", "moving"))):
        cue.guests += [*agents(table, clause), *partners(table, clause, {"with", "between"})]
    governed = _governs(verb, head)
    cue.light = governed and verb.lemma_.lower() in words("light", "verbs") | words("light", "attendance")
    if not cue.hosts and not cue.guests:
        cue.hosts = _attending(report, head)
    if cue.light:
        does = [a for noun in agents_of(verb) if noun != head for a in principals(table, noun)]
        cue.hosts = [*does, *cue.hosts]
        cue.guests += partners(table, verb, {"with", "between"})
    elif head.dep_ == "pobj" and head.head.lower_ in ADJUNCT and head.head.head == verb:
        cue.speakers = agents(table, verb)
        if not cue.bare and not cue.hosts and head.lemma_.lower() not in words("recurring", "nouns"):
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


def _governs(verb: Token, head: Token) -> bool:
    """Tell whether the noun is subject or object of the verb, or the object of its preposition ("take part in the meeting")."""
    if head.head == verb:
        return head.dep_ in {"dobj", "nsubjpass", "nsubj", "attr", "ROOT", "conj"} or head == verb
    above = head.head
    if head.dep_ == "conj":
        return _governs(verb, above)
    return head.dep_ == "pobj" and above.head == verb and verb.lemma_.lower() in words("light", "moving") and above.lower_ in {"in", "on", "over", "for", "to", "at"}


def _verb_cues(report: Report) -> list[Cue]:
    found = []
    for token in report.doc:
        kind = _verbs().get(token.lemma_.lower())
        if kind and token.pos_ == "VERB":
            cue = _verb_cue(report, token, kind)
            found += _each_in_turn(cue) if cue else []
    return found


def _visiting_cues(report: Report) -> list[Cue]:
    """Return the visits that a participle tells: "a visiting delegation from Orlow"."""
    found = []
    for token in report.doc:
        if token.lower_ == "visiting" and token.dep_ == "amod" and not in_title(report, token.sent):
            who = principals(report.table, token.head)
            if who and (_is_group(token.head) or any(report.table.is_person(a) for a in who)):
                found.append(Cue("visit", token, token.head, hosts=who, own=True))
    return found


def _deciding_cues(report: Report) -> list[Cue]:
    """Return the sittings that a council's decision on a day tells: "the city council on Tuesday approved the agreement"."""
    found = []
    for verb in report.doc:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in words("decisions", "verbs") or outlook_of(verb) != "done" or in_title(report, verb.sent):
            continue
        subject = subject_of(verb)
        council = subject is not None and any(t.lemma_.lower() in words("groups", "councils") for t in phrase(subject))
        when = time_among(report, clause(verb), verb)
        if council and when and when.precision == "day" and subject is not None:
            found.append(Cue("meeting", verb, verb, hosts=principals(report.table, subject), light=True, council=True))
    return found


def opening_cues(report: Report) -> list[Cue]:
    """Return the ceremonies that a verb tells: persons or places unveil, inaugurate or open something that can be opened."""
    found = []
    for verb in report.doc:
        lemma = verb.lemma_.lower()
        if verb.pos_ != "VERB" or lemma not in words("ceremonies", "verbs") or in_title(report, verb.sent):
            continue
        subject = subject_of(verb)
        objects = [subject] if is_passive(verb) and subject is not None else [c for c in verb.children if c.dep_ == "dobj"]
        things = {noun.lemma_.lower() for noun in objects}
        if lemma in words("ceremonies", "always") or things & words("ceremonies", "objects"):
            does = agents(report.table, verb)
            if lemma in words("ceremonies", "always") or any(report.table.is_person(a) for a in does):
                found.append(Cue("ceremony", verb, verb, hosts=does, light=True, outlook=outlook_of(verb)))
    return found


def _each_in_turn(cue: Cue) -> list[Cue]:
    """Return a cue for each guest where the words say that they were met one by one ("called in turn on A and on B")."""
    told = {t.lower_ for t in cue.verb.doc[cue.verb.i : cue.verb.i + 4]} | {t.lower_ for t in (*cue.verb.children, *cue.word.children)}
    if len(cue.guests) < 2 or not told & (words("turn", "each") | words("turn", "separate")):
        return [cue]
    return [replace(cue, guests=[guest], another=n > 0) for n, guest in enumerate(cue.guests)]


def _verb_cue(report: Report, verb: Token, kind: str) -> Cue | None:
    table = report.table
    objects = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
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
    done_to = [a for a in done_to if a not in does]
    cue = Cue(kind, verb, verb, does, done_to, outlook=outlook_of(verb), title=in_title(report, verb.sent), light=True)
    return cue if _is_event(report, cue, objects, subject) else None


def _is_event(report: Report, cue: Cue, objects: list[Token], subject: Token | None) -> bool:
    """Tell an event from other uses of its verb ("met the target", "welcomed the progress")."""
    table = report.table
    people = [a for a in cue.actors if table.is_person(a)]
    delegation = any(_is_group(noun) for noun in objects)
    lemma = cue.word.lemma_.lower()
    if lemma == "gather":
        cue.type = "summit" if len(cue.hosts) > 2 else "meeting"
        return len(cue.hosts) > 1
    if lemma == "call":
        asks = any(c.dep_ in {"xcomp", "advcl", "ccomp"} or c.lower_ in {"for", "upon"} for c in cue.verb.children)
        return not asks and bool(cue.guests) and (len(people) > 0 or (subject is not None and _is_group(subject))) and not objects
    if lemma in words("light", "moving") and _goes_to_summit(cue.verb):
        return False
    if lemma in {"speak", "talk"}:
        return len(cue.actors) > 1 and mode_told(cue.verb) is not None
    if lemma in {"welcome", "greet", "entertain"}:
        return bool(cue.hosts) and (len(people) > 1 or delegation) and not any(c.dep_ == "xcomp" for c in cue.verb.children)
    if lemma == "meet" and not objects and _is_body(cue):
        cue.type = "committee_session"
        return True
    if lemma == "meet":
        return len(cue.actors) > 1 and bool(people or not objects)
    if cue.type == "meeting":
        return bool(cue.hosts) and (delegation or any(table.is_person(a) for a in cue.guests))
    if cue.type == "visit":
        comes = subject is not None and (any(table.is_person(a) for a in cue.hosts) or _is_group(subject))
        return comes and bool(cue.guests or objects)
    return len(cue.actors) > 1


def mode_told(verb: Token) -> str | None:
    """Return the means by which a clause says that its subject speaks: by phone, by video."""
    told = " ".join(t.lower_ for t in clause(verb))
    return next((mode for mode in ("phone", "online") for cue in load("events")["mode"][mode] if f" {cue} " in f" {told} "), None)


def _goes_to_summit(verb: Token) -> bool:
    goals = [n for c in verb.children if c.dep_ == "prep" and c.lower_ == "for" for n in c.children]
    return any(entry in {"summit", "committee_session"} for goal in goals for _, entry in _nouns().search(goal.doc[goal.left_edge.i : goal.right_edge.i + 1]))


def _is_group(noun: Token) -> bool:
    return any(t.lemma_.lower() in words("groups", "delegation") for t in phrase(noun))


def _is_body(cue: Cue) -> bool:
    """Tell whether a standing body meets ("the joint working group met for the third time")."""
    subject = subject_of(cue.verb)
    return subject is not None and subject.lemma_.lower() in words("groups", "bodies")


def _signing_cues(report: Report, drafts: list[Draft]) -> list[Cue]:
    found = []
    for draft in drafts:
        for status, act in draft.acts:
            if act.status != "signed" or status not in {"signed", "agreed_to_sign"} or (draft.type == "unnamed_texts" and draft.past):
                continue
            if draft.namings[0].known and not draft.signed:
                continue
            cue = Cue("signing", act.word, act.verb, outlook=act.outlook, draft=draft, title=in_title(report, act.word.sent), light=True)
            cue.hosts = agents(report.table, act.verb)
            cue.guests = partners(report.table, act.verb, {"with", "between"})
            found.append(cue)
    return found


EVENT_TYPES: tuple[EventType, ...] = ("meeting", "working_session", "visit", "summit", "committee_session", "signing", "call", "exchange", "ceremony")
