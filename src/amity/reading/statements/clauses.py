"""Clauses over the dependency parse, with the coordination that the parser misplaces put right."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from amity.reading.sequences import sentence_starts
from amity.reading.statements.cues import cue_at
from amity.vocabulary import load

VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
EDGE = frozenset({*SUBJECTS, "mark", "aux", "auxpass", "neg", "advmod"})
CLAUSAL = frozenset({"xcomp", "ccomp", "advcl", "acl", "relcl", "conj", "ROOT", "parataxis", "pcomp", "csubj", "dep"})


class Clauses:
    """The verbs of one document and what they hang on.

    The parser hangs later verbs of a list on the wrong one ("agreed to open A, promote B": *promote* on *agreed*);
    ``parent`` answers with the repaired tree.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._parents = [token.head.i for token in doc]
        self._deps = [token.dep_ for token in doc]
        for token in doc:
            self._repair(token)
        self._children: dict[int, list[int]] = {}
        for child, parent in enumerate(self._parents):
            if child != parent:
                self._children.setdefault(parent, []).append(child)

    def parent(self, token: Token) -> Token:
        """Return the token's head in the repaired tree; a root is its own."""
        return self.doc[self._parents[token.i]]

    def dep(self, token: Token) -> str:
        """Return the token's relation to its repaired head."""
        return self._deps[token.i]

    def children(self, token: Token) -> list[Token]:
        """Return the token's dependents in the repaired tree, in the order of the text."""
        return [self.doc[i] for i in self._children.get(token.i, [])]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Yield the heads above the token, nearest first."""
        seen = {token.i}
        while (above := self._parents[token.i]) not in seen:
            seen.add(above)
            token = self.doc[above]
            yield token

    def governs(self, head: Token, token: Token) -> bool:
        """Tell whether the token is the head or stands below it."""
        return head.i == token.i or any(above.i == head.i for above in self.ancestors(token))

    def siblings(self, head: Token) -> list[Token]:
        """Return the coordinated members of the list that the head begins, in the order of the text, without the head."""
        found: list[Token] = []
        waiting = [head]
        while waiting:
            first = waiting.pop()
            later = [child for child in self.children(first) if self.dep(child) == "conj" and child.i > first.i]
            found += later
            waiting += later
        return sorted(found, key=lambda token: token.i)

    def first(self, token: Token) -> Token:
        """Return the first member of the list that the token belongs to."""
        while self.dep(token) == "conj":
            token = self.parent(token)
        return token

    def subject(self, verb: Token) -> Token | None:
        """Return the head of the verb's subject: its own, or that of the verb that it shares it with."""
        for one in (verb, *self.ancestors(verb)):
            own = self.own_subject(one)
            if own is not None:
                return own
            if self.dep(one) not in ("conj", "xcomp", "advcl", "acomp", "attr", "dep"):
                return None
            if self.dep(one) == "advcl" and any(c.dep_ == "mark" for c in one.children):
                return None
        return None

    def own_subject(self, verb: Token) -> Token | None:
        """Return the subject that stands at the verb itself."""
        found = [child for child in self.children(verb) if child.dep_ in SUBJECTS and child.dep_ != "expl"]
        if found and _only_says_when(found[-1]):
            return _just_before(verb)
        return found[-1] if found else _before_modal(verb)

    def left(self, verb: Token, after: int = -1) -> int:
        """Return the index of the first token after ``after`` that belongs to the verb's clause: subject, conjunction, auxiliaries."""
        start = verb.i
        for child in self.children(verb):
            if after < child.i < verb.i and child.dep_ in EDGE:
                start = min(start, max(child.left_edge.i, after + 1))
        return start

    def _repair(self, token: Token) -> None:
        """Hang a listed verb on the nearest earlier verb of its own form where the parser chose another form."""
        if is_listed_verb(token):
            self._hang(token, "bare")
            return
        if token.dep_ not in ("conj", "ccomp", "dep", "advcl") or not is_verb(token):
            return
        form, above = verb_form(token), token.head
        if token.dep_ == "conj" and modal(token) is not None and has_to(above):
            self._free(token)
        elif _tells_again(token) or _tells_then(token):
            self._lift(token)
        elif form == "bare" and has_to(token) and _listed(token) and (above.dep_ == "advcl" or verb_form(above) != "bare"):
            self._rise(token)
        elif _listed(token) and _misplaced(token, form):
            self._hang(token, form)

    def _free(self, token: Token) -> None:
        """Hang a verb with its own modal on the clause, not on an infinitive in it ("expects it to buy rice and will sell tea")."""
        for above in token.ancestors:
            if is_verb(above) and not has_to(above) and verb_form(above) == "finite":
                self._move(token, above)
                return

    def _lift(self, token: Token) -> None:
        """Hang a participle that reports on ("…, adding that") on the verb that reports first, not on what is said."""
        for above in token.ancestors:
            cue = cue_at(above, "verbs")
            if cue is not None and "that" in cue.frames and above.i < token.i and verb_form(above) == "finite":
                self._move(token, above)
                if above.dep_ != "ccomp":
                    return

    def _rise(self, token: Token) -> None:
        """Hang a later infinitive of a list on the first, not on the purpose of the one before ("…, and to open")."""
        if token.head.dep_ == "advcl" and has_to(token.head) and not _after_comma_and(token):
            return
        earlier = [c for c in token.doc[token.sent.start : token.i] if is_verb(c) and has_to(c) and c.dep_ in ("xcomp", "ccomp")]
        level = [c for c in earlier if c.head == token.head] or [c for c in earlier if c.dep_ == "xcomp"] or earlier
        if level:
            self._move(token, level[-1], "conj")

    def _hang(self, token: Token, form: str) -> None:
        """Hang the token on the nearest earlier verb of the form."""
        for candidate in reversed(list(token.doc[token.sent.start : token.i])):
            if is_verb(candidate) and verb_form(candidate) == form and _same_level(candidate):
                self._move(token, candidate, "conj")
                return

    def _move(self, token: Token, above: Token, dep: str | None = None) -> None:
        """Hang the token on another word, unless that word stands below it: the repaired tree stays one."""
        if not self.governs(token, above):
            self._parents[token.i] = above.i
            self._deps[token.i] = dep or self._deps[token.i]


def is_verb(token: Token) -> bool:
    """Tell whether the token heads a clause: a verb, but not one that stands before a noun as its attribute or is an auxiliary."""
    return token.tag_ in VERB_TAGS and token.dep_ not in ("amod", "aux", "auxpass", "compound", "prep", "nmod", "quantmod", "case")


def is_listed_verb(token: Token) -> bool:
    """Tell whether the word, which the tagger takes for a noun, is a later verb of a list ("promote trade, share experience")."""
    if token.tag_ == "VB" or token.i + 1 >= len(token.doc) or not _after_separator(token):
        return False
    if not any(token.doc[i].tag_ == "VB" for i in range(sentence_starts(token.doc)[token.i], token.i)):
        return False
    followers = load("manner")["listed"].get(token.lower_)
    if followers is not None:
        return token.nbor().lower_ in followers
    return token.lower_ in load("manner")["only_verbs"] and token.nbor().pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM")


def verb_form(verb: Token) -> str:
    """Return how the verb stands: ``bare`` (infinitive or after a modal), ``gerund``, ``participle`` or ``finite``."""
    if verb.tag_ == "VBG":
        return "finite" if any(c.dep_ == "aux" and c.tag_ in ("VBZ", "VBP", "VBD", "MD") for c in verb.children) else "gerund"
    if verb.tag_ == "VBN":
        return "finite" if any(c.dep_ in ("aux", "auxpass", "nsubj") for c in verb.children) else "participle"
    if verb.tag_ == "VB":
        return "finite" if verb.dep_ == "ROOT" and not has_to(verb) and modal(verb) is None and _has_subject(verb) else "bare"
    if verb.tag_ == "VBP" and not _has_subject(verb):
        return "bare"
    return "finite"


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


def has_to(verb: Token) -> bool:
    """Tell whether the verb is an infinitive with "to"."""
    if any(child.tag_ == "TO" and child.i < verb.i for child in verb.children):
        return True
    before, start = verb.i - 1, sentence_starts(verb.doc)[verb.i]
    while before > start and (verb.doc[before].pos_ == "ADV" or verb.doc[before].tag_ == "CC"):
        before -= 1
    return verb.tag_ == "VB" and before >= start and verb.doc[before].lower_ == "to"


def modal(verb: Token) -> Token | None:
    """Return the modal verb before the verb."""
    return next((child for child in verb.children if child.tag_ == "MD" and child.i < verb.i), None)


def negated(verb: Token) -> bool:
    """Tell whether the verb is negated."""
    return any(child.dep_ == "neg" for child in verb.children)


def passive(verb: Token) -> bool:
    """Tell whether the verb is a passive."""
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


def _listed(token: Token) -> bool:
    """Tell whether the verb stands as a later member of a list does: after a comma or "and", perhaps with an adverb between."""
    return not any(c.dep_ in SUBJECTS or c.tag_ == "MD" for c in token.children) and _after_separator(token)


def _before_modal(verb: Token) -> Token | None:
    """Return the noun just before the verb's modal, which the parser has hung on an earlier word."""
    first = modal(verb)
    if first is None or first.i == verb.sent.start:
        return None
    before = first.nbor(-1)
    if before.pos_ == "ADV" and before.i > verb.sent.start:
        before = before.nbor(-1)
    if before.pos_ not in ("NOUN", "PROPN", "PRON") or before.dep_ in ("pobj", "dobj", "nsubj"):
        return None
    return before


def _only_says_when(noun: Token) -> bool:
    """Tell whether the parse takes for a subject what a preposition brings ("in May, at talks in Turin, the mayor had promised")."""
    before = noun.left_edge.i - 1
    return before >= noun.sent.start and noun.doc[before].lower_ == "at" and noun.doc[before].pos_ == "ADP"


def _just_before(verb: Token) -> Token | None:
    """Return the name or noun right before the verb and its auxiliaries."""
    at = min([verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "advmod") and c.i < verb.i)]) - 1
    noun = verb.doc[at] if at >= verb.sent.start else None
    return noun if noun is not None and noun.pos_ in ("PROPN", "NOUN", "PRON") else None


def _misplaced(token: Token, form: str) -> bool:
    """Tell whether the parser hung a listed verb on a verb of another form, or as no member of the list."""
    if form == "bare":
        return verb_form(token.head) != form or token.dep_ != "conj"
    return form == "gerund" and _in_list(token)


def _in_list(token: Token) -> bool:
    """Tell whether an -ing form goes on with a list of them, and is no effect of what stands before it."""
    if token.dep_ == "conj":
        return verb_form(token.head) != "gerund"
    return token.dep_ == "advcl" and token.lemma_ not in load("manner")["effects"]


def _tells_again(token: Token) -> bool:
    """Tell whether a participle after a comma reports further."""
    cue = cue_at(token, "verbs") if token.tag_ == "VBG" and token.dep_ in ("advcl", "conj") else None
    if cue is None or not {"that", "to"} & set(cue.frames) or token.i == token.sent.start or token.nbor(-1).text != ",":
        return False
    return not cue.reports or token.nbor().lower_ == "that" or any(child.dep_ == "ccomp" for child in token.children)


def _tells_then(token: Token) -> bool:
    """Tell whether a verb of speech in the past goes on from "said", though the parse hangs it on what is said in the present."""
    if token.tag_ != "VBD" or token.dep_ != "conj" or token.head.tag_ == "VBD" or token.head.dep_ not in ("ccomp", "conj"):
        return False
    return cue_at(token, "verbs") is not None and not any(child.dep_ in SUBJECTS for child in token.children)


def _after_comma_and(token: Token) -> bool:
    """Tell whether ", and" or a comma stands before the infinitive."""
    before = [t.text for t in token.doc[max(token.sent.start, token.i - 4) : token.i] if t.pos_ != "ADV" and t.tag_ != "TO"]
    return before[-1:] == [","] or before[-2:] == [",", "and"]


def _after_separator(token: Token) -> bool:
    before = token.i - 1
    doc = token.doc
    while (doc[before].pos_ == "ADV" or doc[before].tag_ == "TO") and before > token.sent.start:
        before -= 1
    return doc[before].text in (",", ";") or doc[before].dep_ == "cc" or doc[before].tag_ == "CC"


def _same_level(candidate: Token) -> bool:
    """Tell whether the candidate may head the list: not inside a relative clause or an attribute of a noun."""
    return candidate.dep_ not in ("relcl", "acl", "amod") or candidate.head.pos_ != "NOUN" or has_to(candidate)
