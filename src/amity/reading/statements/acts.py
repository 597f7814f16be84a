"""Speech acts: each cue of a sentence with the actions that it takes."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from amity.reading.report import Report
from amity.reading.statements.actions import action_span, heads_of
from amity.reading.statements.agents import can_act, is_gathering, is_text, nobody, tells_state
from amity.reading.statements.clauses import Clauses, has_to, is_verb, modal, negated, passive, verb_form
from amity.reading.statements.complements import complement
from amity.reading.statements.cues import Cue, Modal, cue_at, modal_at
from amity.reading.statements.reporters import reporter
from amity.reading.statements.texts import text_of
from amity.vocabulary import load

AGREED = 5
COPULAS = frozenset({"be", "stand", "remain", "feel", "seem", "look", "become", "get", "keep", "appear", "stay", "sound"})


@dataclass
class Act:
    """A cue and the list of actions that it takes.

    ``carrier`` is the verb whose subject holds the act; ``object`` who would act where the cue's object says so.
    """

    rule: str
    word: Token
    carrier: Token
    head: Token
    force: int
    joint_force: int
    object: Token | None = None
    inner: bool = False
    """The action's own clause has a subject: "hoped that the city would open"."""
    basis: Token | None = None
    """The text whose content the action is."""
    alone: bool = False
    """The action is the cue's own verb, and no list hangs on it."""
    whole: bool = False
    """The action begins with the cue itself: "support for the plan"."""


def acts_in(report: Report, clauses: Clauses, sentence: Span) -> list[Act]:
    """Return the acts of a sentence in the order of their cues, without those inside another's action."""
    acts = [act for token in sentence for act in _acts_at(clauses, token) if _held(report, clauses, act)]
    acts.sort(key=lambda act: (sum(1 for _ in clauses.ancestors(act.word)), act.word.i))
    kept: list[Act] = []
    for act in acts:
        if not any(_inside(clauses, act, outer) for outer in kept):
            kept.append(act)
    return sorted(kept, key=lambda act: act.word.i)


def heads_in(clauses: Clauses, act: Act) -> list[Token]:
    """Return the heads of the actions that the act takes."""
    return [act.head] if act.alone else heads_of(clauses, act.head)


def _held(report: Report, clauses: Clauses, act: Act) -> bool:
    """Tell whether someone who can act holds the act; things and visits promise nothing."""
    subject = clauses.subject(act.carrier)
    if _lacks_object(clauses, act) or _thanked(clauses, act) or _past_practice(act) or nobody(subject):
        return False
    if act.rule == "modal":
        if subject is None or (act.force > 2 and tells_state(act.head) and not any(c.dep_ == "xcomp" for c in act.head.children)):
            return False
        if can_act(report, subject) or passive(act.head) or act.force <= 2 or _runs(clauses, act.head):
            return True
        return not is_text(subject) and text_of(clauses, act.head) is not None
    if _names_party(report, act):
        return False
    if subject is None or passive(act.carrier) or subject.lower_ == "it" or can_act(report, subject):
        return True
    return (act.rule == "speech-verb" and act.force >= 2 and is_gathering(subject)) or (act.rule == "speech-noun" and is_text(subject))


def _names_party(report: Report, act: Act) -> bool:
    """Tell whether what seems asked for is who asks: "at the invitation of the city council"."""
    return (
        act.rule == "speech-noun"
        and not act.whole
        and not is_verb(act.head)
        and act.head.head.lower_ == "of"
        and bool(report.table.refers(act.head))
    )


def _thanked(clauses: Clauses, act: Act) -> bool:
    """Tell whether the act is what someone gives thanks for: "thanked the city for inviting the choir"."""
    thanks = load("agents")["thanks"]
    return any(above.lower_ in ("for", "at") and above.head.lemma_.lower() in thanks for above in clauses.ancestors(act.word))


def _past_practice(act: Act) -> bool:
    """Tell whether the perfect tells what has been done all along: "has offered support over the past years"."""
    if not any(c.dep_ == "aux" and c.lemma_ == "have" and c.tag_ in ("VBZ", "VBP") for c in act.carrier.children):
        return False
    words = [token.lower_ for token in act.carrier.sent]
    spans = itertools.pairwise(words)
    return any(one in ("past", "recent", "last") and other in ("years", "decades", "months") for one, other in spans)


def _lacks_object(clauses: Clauses, act: Act) -> bool:
    """Tell whether what the act is about stands before a relative clause: "the areas that both cities promised to explore"."""
    objects = [c for c in act.head.children if c.i > act.head.i and c.dep_ in ("dobj", "attr", "xcomp", "ccomp", "acomp")]
    if clauses.dep(act.carrier) != "relcl" or objects:
        return False
    subject = clauses.own_subject(act.carrier)
    if subject is None or subject.left_edge.i == 0 or act.head.lemma_ in load("manner")["without_object"] + load("manner")["with_clause"]:
        return False
    return subject.left_edge.nbor(-1).lower_ in ("that", "which")


def _runs(clauses: Clauses, verb: Token) -> bool:
    """Tell whether someone says of a service that it will run: "trains will run daily, the company said"."""
    return verb.lemma_ in load("agents")["services"] and reporter(clauses, verb) is not None


def _inside(clauses: Clauses, act: Act, outer: Act) -> bool:
    heads = heads_in(clauses, outer)
    if any(act.head.i == head.i for head in heads):
        return True
    return any(span.start <= act.word.i < span.end for span in (action_span(clauses, head, heads) for head in heads))


def _acts_at(clauses: Clauses, token: Token) -> Iterator[Act]:
    for read in (_verb_act, _adjective_act, _impersonal_act, _noun_act, _modal_act, _exhortation):
        found = read(clauses, token)
        if found is not None:
            yield found


def _exhortation(clauses: Clauses, token: Token) -> Act | None:
    """Read "let us open"."""
    if token.lower_ != "let" or token.i + 1 >= len(token.doc) or token.nbor().lower_ not in ("us", "'s", "’s"):
        return None
    head = next((c for c in clauses.children(token) if clauses.dep(c) in ("ccomp", "xcomp") and is_verb(c)), None)
    return Act("exhortation", token, token, head, 2, 2, inner=True) if head is not None else None


def _verb_act(clauses: Clauses, token: Token) -> Act | None:
    """Read a speech verb: "pledged to open", "requested that the city open"."""
    if not is_verb(token):
        return None
    cue = cue_at(token, "verbs")
    if cue is None or cue.reports or not _speaks(clauses, token, cue) or (passive(token) and cue_at(token, "adjectives") is not None):
        return None
    if cue.present:
        return _standing_act(clauses, token)
    if clauses.dep(token) in ("relcl", "conj") and _told_of_holder(clauses, token):
        return None
    return _act(clauses, "speech-verb", cue, [token], token) or _agreed_need(clauses, token, cue)


def _agreed_need(clauses: Clauses, token: Token, cue: Cue) -> Act | None:
    """Read "agreed that it was time to open": to agree on what is needed is to agree on doing it."""
    agreed = cue.frames.get("that")
    if agreed is None or agreed.force is None or agreed.force < AGREED:
        return None
    for clause in (child for child in clauses.children(token) if clauses.dep(child) == "ccomp"):
        need = next((c for c in clauses.children(clause) if cue_at(c, "impersonal") is not None), None)
        inner = _impersonal_act(clauses, need) if need is not None and not negated(clause) else None
        if inner is not None:
            return Act("speech-verb", token, token, inner.head, agreed.force, agreed.force)
    return None


def _told_of_holder(clauses: Clauses, verb: Token) -> bool:
    """Tell whether a relative clause says of somebody what once was: "the mayor, who proposed the bridge", "who had been invited"."""
    first = clauses.first(verb)
    if clauses.dep(first) != "relcl":
        return False
    subject = clauses.subject(verb)
    if subject is not None and subject.lower_ == "who" and any(c.lower_ == "had" for c in verb.children if c.dep_ == "aux"):
        return True
    return first.i == verb.i and verb.tag_ == "VBD" and clauses.own_subject(verb) is not None and _who(clauses, verb)


def _who(clauses: Clauses, verb: Token) -> bool:
    """Tell whether the clause's subject is "who" and a thing is its object."""
    subject = clauses.own_subject(verb)
    objects = any(c.dep_ == "dobj" for c in clauses.children(verb))
    return subject is not None and subject.lower_ == "who" and objects and not any(has_to(c) for c in clauses.children(verb))


def _standing_act(clauses: Clauses, token: Token) -> Act | None:
    """Read a verb that is the act itself when told as a standing practice: "firmly supports the project"."""
    verbs = (token, *(verb for verb in clauses.siblings(token) if verb.i - token.i <= 3))
    objects = [c for verb in verbs for c in clauses.children(verb) if c.dep_ == "dobj" or (c.dep_ == "prep" and c.lower_ == "with")]
    return Act("standing-act", token, token, token, 4, 5, alone=True) if objects else None


def _speaks(clauses: Clauses, verb: Token, cue: Cue) -> bool:
    """Tell whether the verb tells an act of speech here, and is not itself a part of what someone does."""
    auxiliary = modal(verb)
    if negated(verb):
        return False
    if auxiliary is not None:
        return auxiliary.lower_ in ("would", "'d") and not passive(verb) and cue.would is (verb.lemma_ in ("like", "love"))
    if cue.would or has_to(verb):
        return False
    form = verb_form(verb)
    if cue.present:
        first = clauses.first(verb)
        return first.tag_ in ("VBZ", "VBP") and verb.tag_ in ("VBZ", "VBP", "VB") and modal(first) is None and not passive(verb)
    if form == "gerund":
        return clauses.dep(verb) in ("advcl", "conj", "ROOT", "dep", "parataxis", "acl") or verb.dep_ in ("pcomp",)
    return form == "finite" or (form == "bare" and verb.tag_ == "VBP")


def _adjective_act(clauses: Clauses, token: Token) -> Act | None:
    """Read a predicate: "is willing to open", "stands ready to", "remains committed to"."""
    cue = cue_at(token, "adjectives")
    if cue is None or token.dep_ in ("amod", "nmod"):
        return None
    carrier = token if token.tag_ == "VBN" and passive(token) else token.head
    links = passive(token) if carrier.i == token.i else carrier.lemma_ in COPULAS
    if not links or negated(carrier) or (cue.present and not _at_present(carrier)):
        return None
    return _act(clauses, "predicate", cue, [token, carrier] if carrier.i != token.i else [token], carrier)


def _at_present(carrier: Token) -> bool:
    """Tell whether the predicate is told as of now: "is due to", not "was due to"."""
    auxiliaries = [carrier, *(c for c in carrier.children if c.dep_ in ("aux", "auxpass"))]
    return not any(token.tag_ == "VBD" or token.lower_ == "been" for token in auxiliaries if token.pos_ == "AUX")


def _impersonal_act(clauses: Clauses, token: Token) -> Act | None:
    """Read "it is important to open"."""
    cue = cue_at(token, "impersonal")
    carrier = token.head
    if cue is None or carrier.lemma_ not in ("be", "become", "consider", "deem", "remain", "find", "feel", "think"):
        return None
    below = [child.lower_ for word in (token, carrier) for child in word.children]
    if token.dep_ not in ("acomp", "oprd", "attr", "ccomp") or "it" not in below:
        return None
    act = _act(clauses, "impersonal", cue, [token, carrier], carrier)
    # "it is important that the city supports the plan" tells how things are
    return None if act is None or (act.inner and act.head.tag_ in ("VBZ", "VBD")) else act


def _noun_act(clauses: Clauses, token: Token) -> Act | None:
    """Read a noun that names the act: "expressed the hope that", "reached consensus on", "the need for"."""
    cue = cue_at(token, "nouns") if token.pos_ in ("NOUN", "PROPN") else None
    if cue is None or token.dep_ in ("compound", "amod", "nmod") or nobody(token):
        return None
    host = clauses.parent(clauses.first(token))
    hoped = min(frame.force or 0 for frame in cue.frames.values()) == 1
    set_in = hoped and host.lower_ in ("in", "with") and host.i < token.i and token.i - host.i <= 3
    if host.lower_ == "in" and token.dep_ == "pobj" and not set_in:  # "came in his determination to see the bridge"
        return None
    while not cue.direct and host.pos_ in ("ADP", "NOUN") and host.dep_ != "ROOT" and host.lemma_ not in cue.hosts:
        host = clauses.parent(host)
    if (host.lemma_ not in cue.hosts and not set_in) or negated(host):
        return None
    anchors = [token, host] if (host.i < token.i and not set_in) or token.dep_ == "nsubjpass" else [token]
    act = _act(clauses, "speech-noun", cue, anchors, host)
    if act is None or (token.dep_ == "nsubjpass" and _clause_between(host, act.head)):
        return None
    act.whole = cue.whole
    return act


def _clause_between(verb: Token, head: Token) -> bool:
    """Tell whether another clause stands before the action: "a decision was made after the envoy called on her to mark"."""
    return any(token.tag_ in ("VBD", "VBZ", "VBP") and token.pos_ == "VERB" for token in verb.doc[verb.i + 1 : head.i])


def _modal_act(clauses: Clauses, token: Token) -> Act | None:
    """Read a modal verb: "will open", "should open", "needs to open"."""
    entry = modal_at(token)
    if entry is None or (token.tag_ not in ("MD", "VBZ", "VBP") and not _is_going(token)):
        return None
    head = token.head if token.tag_ == "MD" else next((c for c in clauses.children(token) if c.dep_ == "xcomp" and has_to(c)), None)
    if head is None or head.i <= token.i or negated(head) or negated(token) or _open_question(token, head):
        return None
    if entry.own == 0 or (token.lower_ in ("would", "'d") and _verb_act(clauses, head) is not None):
        return None
    if entry.own == 2 and (_remarks(head) or _explains(clauses, head)):
        return None
    carrier = head if token.tag_ == "MD" else token
    if token.lower_ in ("is", "are"):
        return _planned(clauses, token, head, entry)
    tentative = entry.own == 4 and head.lemma_ in load("agents")["tentative"] and token.tag_ == "MD"
    return Act("modal", token, carrier, head, 3 if tentative else entry.own, 3 if tentative else entry.joint, inner=True)


def _open_question(token: Token, head: Token) -> bool:
    """Tell whether the clause only asks how or whether ("rules on how data are to be sent"), or what is "yet to" come."""
    if token.i + 1 < len(token.doc) and token.nbor().lower_ == "yet":
        return True
    first = [word for verb in (token, head) for word in (verb.left_edge, *verb.lefts)]
    return any(word.lower_ in ("how", "why", "whether") for word in first)


def _is_going(token: Token) -> bool:
    """Tell whether the word is that of "are going to open"."""
    return token.lower_ == "going" and token.tag_ == "VBG" and any(c.dep_ == "aux" and c.tag_ in ("VBZ", "VBP") for c in token.children)


def _planned(clauses: Clauses, token: Token, head: Token, entry: Modal) -> Act | None:
    """Read "is to open", with "is to be signed" (planned) and "the important thing is to open" (asked for)."""
    subject = clauses.subject(token)
    if subject is None or any(c.dep_ in ("attr", "acomp") for c in token.children):
        return None
    if subject.lemma_.lower() in load("agents")["tasks"]:
        asked = any(cue_at(c, "impersonal") is not None for c in subject.children)
        return Act("modal", token, token, head, 2, 2, inner=True) if asked else None
    if passive(head):
        return Act("modal", token, head, head, 3, 3, inner=True)
    return Act("modal", token, token, head, entry.own, entry.joint, inner=True)


def _remarks(verb: Token) -> bool:
    """Tell whether the verb only reports: "it must be noted"."""
    cue = cue_at(verb, "verbs")
    about = any(c.dep_ in ("nsubjpass", "expl") and c.lower_ == "it" for c in verb.children)
    return about and passive(verb) and cue is not None and "that" in cue.frames and cue.frames["that"].force is None


def _explains(clauses: Clauses, verb: Token) -> bool:
    """Tell whether the clause gives a reason: "because the plan needs to be approved"."""
    around = [verb, *clauses.ancestors(verb)]
    return any(c.dep_ == "mark" and c.lower_ in ("because", "since", "although", "though") for above in around for c in above.children)


def _act(clauses: Clauses, rule: str, cue: Cue, anchors: list[Token], carrier: Token) -> Act | None:
    taken = complement(clauses, cue, anchors)
    if taken is None or taken.force is None:
        return None
    inner = taken.frame in ("that", "object_that")
    if inner and taken.force >= 4 and _tells_fact(taken.head):
        return None
    return Act(rule, anchors[0], carrier, taken.head, taken.force, taken.force, taken.object, inner)


def _tells_fact(verb: Token) -> bool:
    """Tell whether the clause tells how things are: "agreed that relations are good" promises nothing."""
    if verb.tag_ == "VBP" and verb.pos_ == "VERB" and not tells_state(verb):
        return False  # "agreed they hold it twice a year"
    return verb_form(verb) == "finite" and modal(verb) is None and verb.tag_ != "VB" and not any(c.lower_ == "be" for c in verb.children)
