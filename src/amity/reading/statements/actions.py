"""Actions: the shortest run of words that holds the verb or noun of an action with its objects, without cue and siblings."""

from spacy.tokens import Span, Token

from amity.reading.statements.agents import is_agent_word
from amity.reading.statements.clauses import CLAUSAL, Clauses, has_to, is_listed_verb, is_verb, modal, passive, verb_form
from amity.reading.statements.cues import cue_at
from amity.vocabulary import load

LONGEST = 60
"""Words: the contract's limit for an action."""


def heads_of(clauses: Clauses, head: Token) -> list[Token]:
    """Return the heads of the coordinated actions that a cue takes, in the order of the text: one statement each.

    A verb of manner ("continue to", "work together to") leads on to the verb that it brings, whose siblings are the list.
    """
    heads = [head, *_coordinated(clauses, head)]
    led = set()
    for first in list(heads):
        inner = _led_to(clauses, first)
        if inner is not None:
            led.add(inner.i)
            heads += _coordinated(clauses, inner)
    heads += [*_listed_doings(head), *_after_same_preposition(clauses, head)]
    ordered = sorted({token for token in heads if token.i not in led}, key=lambda token: token.i)
    return [head for place, head in enumerate(ordered) if place == 0 or not _shares_object(ordered[place - 1], head)]


def _shares_object(one: Token, other: Token) -> bool:
    """Tell whether two verbs have one object between them ("deepen and broaden their ties")."""
    if not is_verb(one) or passive(one) or one.lemma_ in load("manner")["without_object"]:
        return False
    return _side_by_side(one, other)


def _side_by_side(one: Token, other: Token) -> bool:
    between = one.doc[one.i + 1 : other.i]
    return len(between) > 0 and all(t.tag_ == "CC" or t.pos_ == "ADV" or t.text in (",", "/") for t in between)


def _coordinated(clauses: Clauses, head: Token) -> list[Token]:
    if not is_verb(head):
        return []
    besides = [c for c in clauses.siblings(head) if verb_form(c) == "gerund" and c.doc[max(0, c.i - 3) : c.i].text.lower() == "as well as"]
    meanwhile = [c for c in clauses.children(head) if clauses.dep(c) == "advcl" and verb_form(c) == "gerund" and _while(c)]
    listed = [token for token in clauses.siblings(head) if is_listed_verb(token) or (is_verb(token) and _alike(clauses, head, token))]
    while listed and _effect(listed[-1]):
        listed.pop()
    return listed + meanwhile + besides


def _while(verb: Token) -> bool:
    return any(child.lower_ == "while" and child.dep_ == "mark" for child in verb.children) and cue_at(verb, "verbs") is None


def _alike(clauses: Clauses, head: Token, token: Token) -> bool:
    """Tell whether a coordinated verb has the form of the first, or shares its auxiliary ("will open A and close B")."""
    one, other = verb_form(head), verb_form(token)
    if other == "gerund" and token.lemma_ in load("manner")["remarks"]:
        return False
    if clauses.own_subject(token) is not None:
        return clauses.own_subject(head) is not None and (modal(token) is not None) == (modal(head) is not None)
    if one == "bare" and token.lower_ == token.lemma_:  # "to meet yearly and set up an office": its past looks the same
        return True
    if one == "finite" and other == "bare":
        return modal(head) is not None or head.tag_ == "VBP"
    return one == other or (one == "finite" and other == "participle" and passive(head))


def _led_to(clauses: Clauses, head: Token) -> Token | None:
    """Return the verb that a verb of manner brings."""
    words = load("manner")
    nouns = [c for c in clauses.children(head) if c.dep_ == "dobj" and c.lemma_.lower() in words["with_noun"].get(head.lemma_, ())]
    if head.lemma_ not in words["verbs"] and not nouns:
        return None
    children = [child for token in (head, *nouns) for child in clauses.children(token) if child.i > head.i]
    infinitives = [c for c in children if is_verb(c) and has_to(c) and clauses.dep(c) in CLAUSAL]
    inner = next((c for c in infinitives if nouns or clauses.dep(c) != "conj"), None)
    if inner is None:
        inner = next((c for child in children if child.dep_ == "prep" for c in clauses.children(child) if _gerund_after(c)), None)
    if inner is None:
        inner = next((c for c in children if clauses.dep(c) == "xcomp" and verb_form(c) == "gerund"), None)
    return (_led_to(clauses, inner) or inner) if inner is not None else None


def brought(clauses: Clauses, head: Token) -> Token:
    """Return the verb that tells what is done: the one that a verb of manner brings, or the head itself."""
    inner = _led_to(clauses, head) if is_verb(head) else None
    return inner if inner is not None else head


def _gerund_after(token: Token) -> bool:
    return token.dep_ == "pcomp" and verb_form(token) == "gerund"


def _listed_doings(head: Token) -> list[Token]:
    """Return the nouns of doings that stand as actions of their own after a noun or an -ing form."""
    if is_verb(head) and verb_form(head) != "gerund":
        return []
    alike = not is_verb(head) and head.lemma_.lower() in {*load("manner")["action_nouns"], *load("manner")["joint_nouns"]}
    return [token for token in head.doc[head.i + 1 : head.sent.end] if _splits(token, alike)]


def _splits(noun: Token, alike: bool) -> bool:
    """Tell whether a coordinated noun is an action of its own ("the upgrade of A as well as the opening of B"), not one of the fields.

    ``alike`` says that the list begins with such a noun too, so that a comma alone divides.
    """
    if noun.pos_ not in ("NOUN", "PROPN") or noun.lemma_.lower() not in load("manner")["action_nouns"]:
        return False
    if not any(child.lower_ == "of" for word in (noun, *noun.conjuncts) for child in word.children):
        return False
    article = next((child for child in noun.children if child.dep_ == "det" and child.lower_ == "the"), None)
    start = min((child.i for child in noun.children if child.dep_ in ("det", "amod", "compound")), default=noun.i)
    before = [token.lower_ for token in noun.doc[max(noun.sent.start, start - 3) : start]]
    if alike:
        # "the upgrade and opening of A" is one
        shares = before[-1:] == ["and"] and noun.doc[start - 2].lemma_.lower() in load("manner")["action_nouns"]
        return not shares and (before[-1:] in ([","], ["and"]) or before == ["as", "well", "as"])
    return article is not None and (before == ["as", "well", "as"] or before[-2:] == [",", "and"])


def _after_same_preposition(clauses: Clauses, head: Token) -> list[Token]:
    """Return the heads that later prepositions of one list bring ("called for a truce and for an exchange")."""
    first = clauses.parent(head)
    if head.dep_ not in ("pobj", "pcomp") or first.pos_ not in ("ADP", "SCONJ"):
        return []
    later = [token for token in (*clauses.siblings(first), *clauses.siblings(head)) if token.lower_ == first.lower_]
    return [inner for token in later for inner in clauses.children(token) if inner.dep_ in ("pobj", "pcomp")]


def says_nothing(span: Span, head: Token) -> bool:
    """Tell whether the words are no action: a courtesy, or attention paid without an object."""
    words = load("manner")
    objects = [c for c in head.children if c.dep_ == "dobj"]
    return span.text.casefold() in words["empty"] or any(o.lemma_.lower() in words["courtesies"] for o in objects)


def action_span(clauses: Clauses, head: Token, heads: list[Token], with_subject: bool = False, first: int | None = None) -> Span:
    """Return the action's words: from ``first``, the verb, or its subject where asked, to where the next clause begins."""
    start = _start(clauses, head, with_subject) if first is None else min(first, head.i)
    end = _end(clauses, head, heads)
    return trimmed(head.doc[start : max(end, head.i + 1)])


def trimmed(span: Span) -> Span:
    """Return the span without the commas and conjunctions at its ends, cut to the longest that the contract allows."""
    start, end = span.start, span.end
    doc = span.doc

    def ends(token: Token) -> bool:
        return token.is_space or (token.lower_ in load("manner")["trailing"] and token.pos_ != "PROPN") or token.tag_ in ("CC", "MD")

    while end - start > 1 and ends(doc[end - 1]):
        end -= 1
    while end - start > 1 and (doc[start].is_space or doc[start].is_punct or doc[start].tag_ in ("CC", "TO") or _joins_clause(doc[start])):
        start += 1
    words = [token.i for token in doc[start:end] if token.is_alpha or token.like_num]
    if len(words) > LONGEST - 10:
        end = words[LONGEST - 10]
    return doc[start:end]


def _joins_clause(token: Token) -> bool:
    return token.lower_ == "that" and token.tag_ == "IN"


def _start(clauses: Clauses, head: Token, with_subject: bool) -> int:
    if not is_verb(head):
        return head.left_edge.i if head.left_edge.i >= head.sent.start else head.i
    subject = clauses.own_subject(head)
    if subject is None and passive(head) and clauses.parent(head).lemma_ in ("need", "have", "ought", "deserve", "be"):
        subject = clauses.own_subject(clauses.parent(head))
    if subject is not None and subject.i < head.i and (with_subject or passive(head)):
        return subject.left_edge.i
    start = head.i
    while start > head.sent.start and _modifies(head.doc[start - 1], head):
        start -= 1
    return start


def _end(clauses: Clauses, head: Token, heads: list[Token]) -> int:
    doc, sentence = head.doc, head.sent
    others = {token.i for token in heads if token.i > head.i}
    others |= {token.i for token in clauses.siblings(head) if _finite(token) and not _side_by_side(head, token)}
    for token in doc[head.i + 1 : sentence.end]:
        if token.i in others:
            return _edge(clauses, token, head)
        if token.text in (";", "\n") or "\n" in token.text or (token.lower_ in ("while", "according") and token.nbor(-1).text == ","):
            return token.i
        if _next_cue(token):
            return token.left_edge.i
        if is_verb(token) and _side_by_side(head, token) and verb_form(token) == verb_form(head):
            continue  # "supporting and jointly promoting"
        if _leaves(clauses, head, token):
            return _edge(clauses, token, head)
    return sentence.end


def _modifies(token: Token, verb: Token) -> bool:
    """Tell whether the word before a verb belongs to its action: "jointly open", but not "also open"."""
    return token.head == verb and token.dep_ in ("advmod", "det", "preconj") and token.lower_ not in ("also", "always", "then", "not")


def _finite(token: Token) -> bool:
    return (is_verb(token) or token.pos_ == "AUX") and verb_form(token) == "finite"


def _next_cue(noun: Token) -> bool:
    """Tell whether a noun that names the next act begins here ("support for the truce and their readiness to talk")."""
    cue = cue_at(noun, "nouns") if noun.dep_ == "conj" else None
    return cue is not None and any(child.dep_ == "poss" for child in noun.children) and noun.left_edge.nbor(-1).tag_ in ("CC", ",")


def _edge(clauses: Clauses, token: Token, head: Token) -> int:
    """Return where the clause or noun phrase of the token begins, after the head."""
    left = clauses.left(token, head.i) if is_verb(token) or token.pos_ == "AUX" else token.left_edge.i
    return max(left, head.i + 1)


def _leaves(clauses: Clauses, head: Token, token: Token) -> bool:
    """Tell whether a clause begins at the token that is no part of the action."""
    if not (is_verb(token) or token.pos_ == "AUX") or token.dep_ in ("aux", "auxpass") or clauses.dep(token) not in CLAUSAL:
        return False
    if token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_:  # "re-establish"
        return False
    if not clauses.governs(head, token):
        if head.lemma_ in load("manner")["with_clause"] and verb_form(token) in ("bare", "finite") and token.i - head.i < 14:
            return False
        if _so_that(clauses, token) or (verb_form(token) == "gerund" and clauses.dep(token) == "conj" and not _reports_again(token)):
            return False
        return clauses.dep(token) not in ("relcl", "acl", "pcomp") or clauses.governs(token, head)
    return _effect(token) or _reports_again(token) or _binds_again(clauses, token)


def _so_that(clauses: Clauses, token: Token) -> bool:
    """Tell whether the clause is the aim of the action ("… so that the bridge can open")."""
    return clauses.dep(token) == "advcl" and any(c.lower_ == "so" and c.dep_ == "mark" for c in token.children)


def _effect(token: Token) -> bool:
    """Tell whether the clause tells an effect ("…, contributing to peace")."""
    before = _before(token)
    return verb_form(token) == "gerund" and before in (",", "-", "–", "—") and token.lemma_.lower() in load("manner")["effects"]


def _binds_again(clauses: Clauses, token: Token) -> bool:
    """Tell whether a relative clause tells what parties will do ("a forum in which both sides will share data")."""
    first, subject = modal(token), clauses.own_subject(token)
    if clauses.dep(token) != "relcl" or first is None or subject is None:
        return False
    return first.lower_ in ("will", "would", "shall") and is_agent_word(subject)


def _reports_again(token: Token) -> bool:
    """Tell whether a reporting participle begins the next statement ("…, adding that")."""
    cue = cue_at(token, "verbs")
    return cue is not None and verb_form(token) == "gerund" and _before(token) in (",", "and", "-", "–", "—") and "that" in cue.frames


def _before(token: Token) -> str:
    """Return the word or mark before the token and its adverbs."""
    before = [t for t in token.doc[max(token.sent.start, token.i - 3) : token.i] if t.pos_ != "ADV"]
    return before[-1].text if before else ""
