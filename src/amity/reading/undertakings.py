"""What is done about a project: the act that governs its noun, and how far the act has come."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Span, Token

from amity.model.acts import ProjectStatus
from amity.reading.grammar import auxiliaries, first_of_list, is_negated, is_verb
from amity.vocabulary import load

Stage = Literal["working", "ending", "stopping"]
Outlook = Literal["ahead", "going", "done"]
STAGES = ("working", "ending", "stopping")
STEPS = 6
"""How many words above its noun an act may stand."""

STATUS: dict[tuple[Outlook, Stage], ProjectStatus] = {
    ("ahead", "working"): "planned",
    ("ahead", "ending"): "planned",
    ("ahead", "stopping"): "unknown",
    ("going", "working"): "ongoing",
    ("going", "ending"): "ongoing",
    ("going", "stopping"): "suspended",
    ("done", "working"): "ongoing",
    ("done", "ending"): "completed",
    ("done", "stopping"): "suspended",
}


@dataclass(frozen=True)
class Act:
    """A word that tells what is done about a project, and how it stands."""

    word: Token
    stage: Stage
    outlook: Outlook

    @property
    def status(self) -> ProjectStatus:
        """The status that the act gives to its project."""
        return STATUS[self.outlook, self.stage]


def act_on(core: Span) -> Act | None:
    """Return the act told of the project that these words name; None where the sentence tells none."""
    head = core[-1]
    return _above(head) or _compound(head) or _beside(head) or _before(core)


def _above(head: Token) -> Act | None:
    """Follow the noun upwards to the verb or noun of an act that governs it."""
    token = first_of_list(head)
    for _ in range(STEPS):
        above, relation = token.head, token.dep_
        if above is token:
            return None
        if is_verb(above):
            return _verbal(above, relation, token)
        stage = _stage("nouns", above)
        if stage and relation in {"prep", "compound", "nmod", "poss"}:
            return Act(above, stage, outlook(above, above))
        if above.pos_ == "ADP" and above.lower_ not in _words("reach", "noun"):
            return None
        if relation in {"nsubj", "relcl"} or (above.pos_ in {"NOUN", "PROPN"} and not _leads_on(above, relation)):
            return None
        token = first_of_list(above) if above.pos_ != "ADP" else above
    return None


def _standing(verb: Token) -> Act | None:
    """An act told by how its project stands ("is due to open", "was expected to be completed", "is under construction")."""
    for child in verb.subtree:
        stage = _stage("itself", child) or _stage("verbs", child)
        if child.dep_ == "xcomp" and is_verb(child) and stage:
            return Act(child, stage, "ahead")
        if child.head == verb and child.dep_ in {"acomp", "prep", "advmod"} and child.lower_ in _words("standing", "going"):
            return Act(child, "working", "going")
        if child.head == verb and child.dep_ == "acomp" and child.lower_ in _words("standing", "ending"):
            return Act(child, "ending", outlook(verb, verb))
    return None


def is_strong(act: Act) -> bool:
    """Tell whether the act makes a project of whatever it is done to."""
    return act.word.lemma_.lower() in _words("strong", "nouns" if act.word.pos_ == "NOUN" else "verbs")


def _leads_on(noun: Token, relation: str) -> bool:
    """Tell whether an act on the noun is an act on what hangs on it ("two pairs of gates", "a section of the road")."""
    return relation not in {"prep", "compound", "nmod", "poss"} or noun.lemma_.lower() in _words("reach", "parts")


def _verbal(verb: Token, relation: str, token: Token) -> Act | None:
    stage = _stage("verbs", verb)
    if relation in {"dobj", "nsubjpass", "oprd"} and stage:
        return Act(verb, stage, outlook(verb, verb))
    if relation == "nsubj" and (stage := _stage("itself", verb)):
        return Act(verb, stage, outlook(verb, verb))
    if relation in {"nsubj", "nsubjpass"} and (standing := _standing(verb)):
        return standing
    if relation in {"attr", "dobj"} and verb.lemma_.lower() in _words("itself", "coming") and set(auxiliaries(verb)) & _words("ahead", "modals"):
        return Act(verb, "working", "ahead")
    if relation == "prep" and verb.lemma_.lower() in _words("reach", "invest") and token.lower_ in {"in", "on"}:
        return Act(verb, "working", outlook(verb, verb))
    return None


def act_after(head: Token) -> Act | None:
    """Return the act right after its project ("railway construction")."""
    return _compound(head)


def _compound(head: Token) -> Act | None:
    """An act right after its project ("railway construction")."""
    above = head.head
    if head.dep_ in {"compound", "nmod"} and above.i > head.i and (stage := _stage("nouns", above)):
        return Act(above, stage, outlook(above, above))
    return None


def _before(core: Span) -> Act | None:
    """An act right before the name, where the parser hangs the name elsewhere ("the opening of the A – B crossing")."""
    doc, at = core.doc, core.start - 1
    while at > core.sent.start and doc[at].pos_ in {"DET", "ADJ", "NUM"}:
        at -= 1
    if at <= core.sent.start:
        return None
    if is_verb(doc[at]) and (stage := _stage("verbs", doc[at])):
        return Act(doc[at], stage, outlook(doc[at], doc[at]))
    if doc[at].lower_ == "of" and (stage := _stage("nouns", doc[at - 1])):
        return Act(doc[at - 1], stage, outlook(doc[at - 1], doc[at - 1]))
    return None


def _beside(head: Token) -> Act | None:
    """An act in a clause that hangs on the noun ("a road being built by", "which opened in May"), or a participle before it."""
    for child in head.children:
        if child.dep_ in {"relcl", "acl", "amod"} and child.tag_.startswith("VB") and (stage := _stage("verbs", child)):
            return Act(child, stage, "ahead" if child.lower_ in {"planned", "proposed"} else outlook(child, child))
        if child.dep_ == "amod" and child.lower_ in {"planned", "proposed"}:
            return Act(child, "working", "ahead")
        if child.dep_ == "prep" and child.lower_ == "under" and any(c.lower_ == "construction" for c in child.children):
            return Act(child, "working", "going")
    return None


def outlook(word: Token, above: Token) -> Outlook:
    """Tell whether an act is still to come, under way or done, by its form and by the words that govern it."""
    for _ in range(STEPS):
        helpers = set(auxiliaries(above)) if is_verb(above) else set()
        if helpers & _words("ahead", "modals") or (is_verb(above) and is_negated(above)) or (above is not word and above.lemma_.lower() in _words("ahead", "words")):
            return "ahead"
        if above is word and (above.lemma_.lower() in {"plan", "propose", "study", "explore", "consider", "proposal"}):
            return "ahead"
        if _under_way(above):
            return "going"
        if above.head is above:
            break
        above = above.head
    if is_verb(word) and (word.tag_ == "VB" or "to" in auxiliaries(word)):
        return "ahead"
    return "done"


def _under_way(token: Token) -> bool:
    if token.lemma_.lower() in _words("ahead", "going") or any(c.lower_ in _words("ahead", "going") for c in token.children):
        return True
    return token.tag_ == "VBG" and bool({"is", "are", "'s", "being", "been"} & set(auxiliaries(token)))


def _stage(section: str, word: Token) -> Stage | None:
    return _lexicon(section).get(word.lemma_.lower())


@cache
def _lexicon(section: str) -> dict[str, Stage]:
    return {lemma: stage for stage, lemmas in load("projects")[section].items() if stage in STAGES for lemma in lemmas}


@cache
def _words(section: str, entry: str) -> frozenset[str]:
    return frozenset(load("projects")[section][entry])
