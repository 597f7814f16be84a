"""What is done about a project: the act that governs its noun, and how far the act has come."""

from dataclasses import dataclass
from typing import Literal, cast

from spacy.tokens import Span, Token

from amity.model.acts import ProjectStatus
from amity.reading.grammar import auxiliaries, first_of_list, is_negated, is_verb
from amity.reading.things.wordlists import WordLists
from amity.vocabulary import per_language

Stage = Literal["working", "ending", "stopping"]
Outlook = Literal["ahead", "going", "done"]

WORDS = WordLists("projects")
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

    @property
    def is_strong(self) -> bool:
        """Whether the act makes a project of whatever it is done to."""
        return self.word.lemma_.lower() in WORDS.words("strong.nouns" if self.word.pos_ == "NOUN" else "strong.verbs")

    @property
    def is_of_known(self) -> bool:
        """Whether the act is one that only a work that stands or was begun can undergo ("reopen")."""
        return WORDS.has("strong.known", self.word)


def act_on(core: Span) -> Act | None:
    """Return the act told of the project that these words name; None where the sentence tells none."""
    head = core[-1]
    return _above(head) or act_after(head) or _beside(head) or _before(core)


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
            return _act(above, stage)
        if above.pos_ == "ADP":
            if above.lower_ not in WORDS.words("reach.noun"):
                return None
            token = above
            continue
        if not _leads_on(above, relation):
            return None
        token = first_of_list(above)
    return None


def _leads_on(noun: Token, relation: str) -> bool:
    """Tell whether an act on the noun is an act on what hangs on it ("two pairs of gates", "a section of the road")."""
    if relation in {"prep", "compound", "nmod", "poss"}:
        return WORDS.has("reach.parts", noun)
    return relation not in {"nsubj", "relcl"}


def _verbal(verb: Token, relation: str, token: Token) -> Act | None:
    """Read the act of a verb on its object, its subject or, for "invest in" and the like, its preposition."""
    stage = _stage("verbs", verb)
    if relation in {"dobj", "nsubjpass", "oprd"} and stage:
        return _act(verb, stage)
    if relation in {"attr", "dobj"} and WORDS.has("itself.coming", verb) and set(auxiliaries(verb)) & WORDS.words("ahead.modals"):
        return Act(verb, "working", "ahead")
    if relation == "nsubj" and (own := _stage("itself", verb)):
        return _act(verb, own)
    if relation in {"nsubj", "nsubjpass"}:
        return _standing(verb)
    if relation == "prep" and WORDS.has("reach.invest", verb) and token.lower_ in {"in", "on"}:
        return Act(verb, "working", outlook(verb))
    return None


def _standing(verb: Token) -> Act | None:
    """An act told by how its project stands ("is due to open", "was expected to be completed", "is under construction")."""
    for child in verb.subtree:
        stage = _stage("itself", child) or _stage("verbs", child)
        if child.dep_ == "xcomp" and is_verb(child) and stage:
            return Act(child, stage, "ahead")
        if child.head == verb and child.dep_ in {"acomp", "prep", "advmod"} and WORDS.has("standing.going", child):
            return Act(child, "working", "going")
        if child.head == verb and child.dep_ == "acomp" and WORDS.has("standing.ending", child):
            return Act(child, "ending", outlook(verb))
    return None


def act_after(head: Token) -> Act | None:
    """Return the act right after its project ("railway construction")."""
    above = head.head
    stage = _stage("nouns", above)
    return _act(above, stage) if stage and head.dep_ in {"compound", "nmod"} and above.i > head.i else None


def _beside(head: Token) -> Act | None:
    """An act in a clause that hangs on the noun ("a road being built by", "which opened in May"), or a participle before it."""
    for child in head.children:
        if child.dep_ == "amod" and WORDS.has("standing.meant", child):
            return Act(child, "working", "ahead")
        if child.dep_ in {"relcl", "acl", "amod"} and _is_done_to(child) and (stage := _stage("verbs", child)):
            return _act(child, stage)
        if child.dep_ == "prep" and child.lower_ == "under" and any(c.lower_ == "construction" for c in child.children):
            return Act(child, "working", "going")
    return None


def _is_done_to(verb: Token) -> bool:
    """Tell whether the verb of a clause on the noun is done to it: "a road to be built", not "a contract to build"."""
    return verb.tag_ in {"VBN", "VBG", "VBD", "VBZ"} or any(c.dep_ == "auxpass" for c in verb.children)


def _before(core: Span) -> Act | None:
    """An act right before the name, where the parser hangs the name elsewhere ("the opening of the A – B crossing")."""
    doc, at = core.doc, core.start - 1
    while at > core.sent.start and doc[at].pos_ in {"DET", "ADJ", "NUM"}:
        at -= 1
    if at <= core.sent.start:
        return None
    if is_verb(doc[at]) and (stage := _stage("verbs", doc[at])):
        return _act(doc[at], stage)
    if doc[at].lower_ == "of" and (stage := _stage("nouns", doc[at - 1])):
        return _act(doc[at - 1], stage)
    return None


def _act(word: Token, stage: Stage) -> Act:
    return Act(word, stage, outlook(word))


def outlook(word: Token) -> Outlook:
    """Tell whether an act is still to come, under way or done, by its form and by the words that govern it."""
    above = word
    for _ in range(STEPS):
        if _is_ahead(above, word):
            return "ahead"
        if _is_under_way(above):
            return "going"
        if above.head is above:
            break
        above = above.head
    return "ahead" if is_verb(word) and (word.tag_ == "VB" or "to" in auxiliaries(word)) else "done"


def _is_ahead(above: Token, word: Token) -> bool:
    if is_verb(above) and (set(auxiliaries(above)) & WORDS.words("ahead.modals") or is_negated(above)):
        return True
    return above.lemma_.lower() in WORDS.words("ahead.own" if above is word else "ahead.words")


def _is_under_way(token: Token) -> bool:
    if WORDS.has("ahead.going", token) or WORDS.any("ahead.going", list(token.children)):
        return True
    return token.tag_ == "VBG" and bool({"is", "are", "'s", "being", "been"} & set(auxiliaries(token)))


def _stage(section: str, word: Token) -> Stage | None:
    return _lexicon(section).get(word.lemma_.lower())


@per_language
def _lexicon(section: str) -> dict[str, Stage]:
    return cast(dict[str, Stage], WORDS.lookup(section, STAGES))
