"""Complements: in which of its frames a cue stands, and the head of the action that it takes there."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from amity.reading.statements.agents import is_agent_word
from amity.reading.statements.clauses import Clauses, has_to, is_verb, modal, passive, verb_form
from amity.reading.statements.cues import Cue, Frame, cue_at
from amity.vocabulary import load

FAR = 14
"""Tokens after a cue among which its infinitive is looked for when the parse does not join them."""


class Complement(NamedTuple):
    """The head of an action (a verb or a noun), the frame in which the cue takes it, and the object that would act."""

    head: Token
    frame: str
    force: int | None
    object: Token | None = None


def complement(clauses: Clauses, cue: Cue, anchors: list[Token]) -> Complement | None:
    """Return the action that the cue takes; ``anchors`` are the cue's word and the verb that carries it."""
    found = list(_candidates(clauses, cue, anchors))
    clausal = [c for c in found if c.frame in ("that", "object_that")]
    others = sorted((c for c in found if c.frame not in ("that", "object_that", "noun")), key=lambda c: (_start_of(c), c.frame))
    taken = next(iter([*clausal, *others, *found]), None)
    return _through_noun(clauses, taken) if taken is not None else None


def _through_noun(clauses: Clauses, taken: Complement) -> Complement:
    """Return the action behind a noun that names another act: "agreed on the need to open", "pledged their readiness to help"."""
    inner = cue_at(taken.head, "nouns") if not is_verb(taken.head) and taken.frame not in ("that", "object_that") else None
    behind = complement(clauses, inner, [taken.head]) if inner is not None else None
    return taken._replace(head=behind.head) if behind is not None and is_verb(behind.head) else taken


def _start_of(taken: Complement) -> int:
    """Return where the action or its object begins: of two complements the cue takes the nearer one."""
    return min(taken.head.i, taken.object.left_edge.i) if taken.object is not None else taken.head.left_edge.i


def _candidates(clauses: Clauses, cue: Cue, anchors: list[Token]) -> Iterator[Complement]:
    word = anchors[0]
    last = word.i + len(cue.words) - 1
    children = [child for anchor in anchors for child in clauses.children(anchor) if child.i > last]
    objects = [c for c in children if c.dep_ in ("dobj", "dative", "nsubj") and c.i > last and c.i != word.i]
    for asked in objects:
        yield from _hung_on_object(clauses, cue, asked)
    for child in children:
        yield from _clausal(clauses, cue, child, objects, last)
        yield from _prepositional(clauses, cue, child, children)
        if child.dep_ in ("dobj", "attr", "oprd", "nsubjpass") and child.i != word.i and _takes(cue, "noun", child):
            yield Complement(child, "noun", cue.frames["noun"].force)
    yield from _far_infinitive(cue, word, last)
    yield from _clause_around(clauses, cue, word)


def _hung_on_object(clauses: Clauses, cue: Cue, asked: Token) -> Iterator[Complement]:
    """Yield the infinitive that the parse hangs on the object ("invited the choir to sing"), unless the object names an act itself."""
    for link in clauses.children(asked):
        if link.lower_ == "of" and "of" in cue.frames and "object_that" in cue.frames and is_agent_word(asked):
            yield from (made for noun in clauses.children(link) if noun.dep_ == "pobj" for made in _in(cue, "of", noun, None))
    thing = "noun" in cue.frames and names_doing(asked, text=True) and not is_agent_word(asked)
    if cue_at(asked, "nouns") is None and not thing:
        for child in clauses.children(asked):
            if clauses.dep(child) in ("acl", "relcl") and is_verb(child) and has_to(child):
                yield from _in(cue, "object_to", child, asked)


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
        asked = between is not None or _is_asked(cue.words, child, clauses)
        frame = "object_to" if asked and "object_to" in cue.frames else "for_object_to" if own is not None else "to"
        if frame == "object_to" and between is not None and "noun" in cue.frames and _abstract(between):
            return
        if frame == "to" and between is not None and between.dep_ == "dobj" and "noun" in cue.frames:
            return
        yield from _in(cue, frame if frame in cue.frames else "to", child, between)
    elif form == "gerund" and dep in ("xcomp", "ccomp", "acl") and child.i > last:
        yield from _in(cue, "gerund", child, own)
    elif dep in ("ccomp", "parataxis", "acl", "relcl") and (own is not None or form == "finite"):
        yield from _in(cue, "that", child, own)
        if modal(child) is None and form == "bare":
            yield from _in(cue, "object_to", child, own)
    elif dep in ("xcomp", "ccomp") and form == "bare" and objects:
        yield from _in(cue, "that" if "that" in cue.frames else "object_to", child, objects[-1])


def _abstract(noun: Token) -> bool:
    """Tell whether the noun names what is done and not who does it ("recommended the abolition of fees to help farmers")."""
    return noun.lemma_.lower().endswith(("tion", "sion", "ment", "ance")) and not is_agent_word(noun)


def _is_asked(words: tuple[str, ...], child: Token, clauses: Clauses) -> bool:
    """Tell whether the cue is a passive whose subject is asked to act: "firms were invited to invest"."""
    above = clauses.parent(child)
    return above.tag_ == "VBN" and passive(above) and not any(c.lower_ == "it" for c in above.children) and above.lemma_ == words[0]


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
            if infinitive is not None and f"{word}_object_to" in cue.frames and is_agent_word(inner):
                yield from _in(cue, f"{word}_object_to", infinitive, inner)
            elif infinitive is not None and word == "of" and cue.kind == "nouns" and "to" in cue.frames and is_agent_word(inner):
                yield from _in(cue, "to", infinitive, inner)  # "the willingness of the government to open"
            elif _takes(cue, frame := f"{word}_noun" if word == "to" else word, inner):
                yield from _in(cue, frame, inner, None)
        elif inner.dep_ == "pcomp" and word == "to" and verb_form(inner) == "bare":
            yield from _in(cue, "to", inner, None)
        elif inner.dep_ == "pcomp" and has_to(inner) and f"{word}_object_to" in cue.frames:
            yield from _in(cue, f"{word}_object_to", inner, clauses.own_subject(inner))


def _far_infinitive(cue: Cue, word: Token, last: int) -> Iterator[Complement]:
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


def _takes(cue: Cue, name: str, noun: Token) -> bool:
    """Tell whether the cue takes this noun phrase in the frame."""
    if not _admits(cue.frames.get(name), noun) or (cue.growing and not _grows(noun)):
        return False
    return not cue.doings or names_doing(noun, cue.kind == "verbs")


def _grows(noun: Token) -> bool:
    """Tell whether the noun phrase tells that something is to grow ("closer cooperation") or is a verb's noun ("the opening of")."""
    words = load("manner")
    return noun.lemma_.lower() in words["action_nouns"] or any(child.lower_ in words["growing"] for child in noun.children)


def _admits(frame: Frame | None, noun: Token) -> bool:
    if frame is None or noun.lemma_.lower() in load("manner")["times"]:
        return False
    return not frame.nouns or any(token.lemma_.lower() in frame.nouns for token in noun.subtree)


def names_doing(noun: Token, text: bool) -> bool:
    """Tell whether the noun, or one listed with it, names a doing; in a text more nouns do ("provides for a joint committee")."""
    words = {*load("manner")["action_nouns"], *load("specificity")["general"], *load("texts")["founding"]}
    if text:
        words |= set(load("specificity")["doings"])
    return any(token.lemma_.lower() in words for token in (noun, *noun.conjuncts))
