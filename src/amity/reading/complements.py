"""Complements: in which of its frames a cue stands, and the head of the action that it takes there."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from amity.reading.clauses import Clauses, has_to, is_verb, modal, verb_form
from amity.reading.cues import Cue, Frame
from amity.vocabulary import load

FAR = 14
"""Tokens after a cue among which its infinitive is looked for when the parse does not join them."""
FRAME_ORDER = ("that", "object_that", "object_to", "to", "gerund")


class Complement(NamedTuple):
    """The head of an action (a verb or a noun), the frame in which the cue takes it, and the object that would act."""

    head: Token
    frame: str
    force: int | None
    object: Token | None = None


def complement(clauses: Clauses, cue: Cue, anchors: list[Token]) -> Complement | None:
    """Return the action that the cue takes; ``anchors`` are the cue's word and the verb that carries it."""
    found = {c.frame: c for c in reversed(list(_candidates(clauses, cue, anchors)))}
    ordered = [*(f for f in FRAME_ORDER if f in found), *sorted((f for f in found if f not in FRAME_ORDER and f != "noun"), key=lambda f: found[f].head.i), "noun"]
    return next((found[frame] for frame in ordered if frame in found), None)


def _candidates(clauses: Clauses, cue: Cue, anchors: list[Token]) -> Iterator[Complement]:
    word = anchors[0]
    last = word.i + len(cue.words) - 1
    children = [child for anchor in anchors for child in clauses.children(anchor) if child.i > last]
    objects = [c for c in children if c.dep_ in ("dobj", "dative", "nsubj") and c.i > last and c.i != word.i]
    for child in children:
        yield from _clausal(clauses, cue, child, objects, last)
        yield from _prepositional(clauses, cue, child, children)
        if child.dep_ in ("dobj", "attr", "oprd", "nsubjpass") and child.i != word.i and _admits(cue.frames.get("noun"), child):
            yield Complement(child, "noun", cue.frames["noun"].force)
    yield from _far_infinitive(clauses, cue, word, last)
    yield from _clause_around(clauses, cue, word)


def _clausal(clauses: Clauses, cue: Cue, child: Token, objects: list[Token], last: int) -> Iterator[Complement]:
    """Yield the action in a clause, an infinitive or an -ing form that hangs on the cue."""
    if not is_verb(child) and child.pos_ != "AUX":
        return
    dep, form = clauses.dep(child), verb_form(child)
    own = clauses.own_subject(child)
    if dep not in ("xcomp", "ccomp", "advcl", "acl", "parataxis", "relcl", "dep") or (dep == "relcl" and form != "bare"):
        return
    if has_to(child) and child.i > last:
        between = own or next((o for o in reversed(objects) if o.i < child.i), None)
        yield from _in(cue, "object_to" if between is not None else "to", child, between)
    elif form == "gerund" and dep in ("xcomp", "ccomp", "acl") and child.i > last:
        yield from _in(cue, "gerund", child, own)
    elif dep in ("ccomp", "parataxis", "acl", "relcl") and (own is not None or form == "finite"):
        yield from _in(cue, "that", child, own)
        if modal(child) is None and form == "bare":
            yield from _in(cue, "object_to", child, own)
    elif dep in ("xcomp", "ccomp") and form == "bare" and objects:
        yield from _in(cue, "that" if "that" in cue.frames else "object_to", child, objects[-1])


def _prepositional(clauses: Clauses, cue: Cue, child: Token, children: list[Token]) -> Iterator[Complement]:
    """Yield the action after a preposition that hangs on the cue."""
    if child.dep_ not in ("prep", "dative", "agent", "prt") or child.pos_ not in ("ADP", "SCONJ", "PART", "VERB"):
        return
    word = child.lower_
    for inner in clauses.children(child):
        if inner.dep_ in ("pcomp",) and verb_form(inner) == "gerund":
            yield from _in(cue, word, inner, clauses.own_subject(inner))
            if word == "to":
                yield from _in(cue, "to_noun" if "to_noun" in cue.frames else "to", inner, None)
        elif inner.dep_ == "pobj":
            infinitive = next((c for c in [*clauses.children(inner), *children] if c.i > inner.i and is_verb(c) and has_to(c)), None)
            if infinitive is not None and f"{word}_object_to" in cue.frames:
                yield from _in(cue, f"{word}_object_to", infinitive, inner)
            elif _admits(cue.frames.get(frame := f"{word}_noun" if word == "to" else word), inner) and (not cue.doings or names_doing(inner)):
                yield from _in(cue, frame, inner, None)
        elif inner.dep_ == "pcomp" and word == "to" and verb_form(inner) == "bare":
            yield from _in(cue, "to", inner, None)
        elif inner.dep_ == "pcomp" and has_to(inner) and f"{word}_object_to" in cue.frames:
            yield from _in(cue, f"{word}_object_to", inner, clauses.own_subject(inner))


def _far_infinitive(clauses: Clauses, cue: Cue, word: Token, last: int) -> Iterator[Complement]:
    """Yield the infinitive that follows the cue in the same clause though the parse hangs it elsewhere."""
    if "to" not in cue.frames:
        return
    for token in word.doc[last + 1 : min(last + 1 + FAR, word.sent.end)]:
        if token.text in (";", ".", ":") or token.tag_ in ("VBD", "VBZ", "MD"):
            return
        if is_verb(token) and verb_form(token) == "bare" and has_to(token):
            if token.i - last <= 3:
                yield from _in(cue, "to", token, None)
            return


def _clause_around(clauses: Clauses, cue: Cue, word: Token) -> Iterator[Complement]:
    """Yield the clause that the cue is set into or follows ("the bridge, he hoped, would open")."""
    if "that" not in cue.frames or any(c.i > word.i and clauses.dep(c) in ("ccomp", "xcomp") for c in clauses.children(word)):
        return
    above = clauses.parent(word)
    if clauses.dep(word) == "parataxis" and is_verb(above):
        yield from _in(cue, "that", above, clauses.own_subject(above))
    for child in clauses.children(word):
        if clauses.dep(child) == "ccomp" and child.i < word.i and (is_verb(child) or child.pos_ == "AUX"):
            yield from _in(cue, "that", child, clauses.own_subject(child))


def _in(cue: Cue, frame: str, head: Token, who: Token | None) -> Iterator[Complement]:
    if frame in cue.frames:
        yield Complement(head, frame, cue.frames[frame].force, who)


def _admits(frame: Frame | None, noun: Token) -> bool:
    """Tell whether the frame takes this noun phrase."""
    return frame is not None and (not frame.nouns or any(token.lemma_.lower() in frame.nouns for token in noun.subtree))


def names_doing(noun: Token) -> bool:
    """Tell whether the noun, or one listed with it, names a doing."""
    words = load("manner")["action_nouns"] + load("specificity")["vague_nouns"]
    return any(token.lemma_.lower() in words for token in (noun, *noun.conjuncts))
