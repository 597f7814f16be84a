"""Texts in sentences: the agreement, memorandum or letter that a clause tells of, and whether it tells of its signing."""

from spacy.tokens import Span, Token

from amity.model import Instrument
from amity.reading.report import Report
from amity.reading.statements.agents import is_person_word, is_text
from amity.reading.statements.clauses import Clauses, is_verb, modal, passive, verb_form
from amity.vocabulary import load

SIGNED, AGREED = 6, 5


def text_force(report: Report, clauses: Clauses, instruments: list[Instrument]) -> int:
    """Return the force of what a text contains: 6 where the report tells of a signing, else 5."""
    if any(instrument.status in ("signed", "renewed") for instrument in instruments):
        return SIGNED
    body = (sentence for sentence in report.sentences() if report.role_at(sentence.start_char) == "body")
    return SIGNED if any(tells_signing(clauses, sentence) for sentence in body) else AGREED


def tells_signing(clauses: Clauses, sentence: Span) -> bool:
    """Tell whether the sentence tells that a text is signed."""
    return any(_signed(clauses, token) for token in sentence if is_text(token))


def _signed(clauses: Clauses, noun: Token) -> bool:
    verb = next((above for above in clauses.ancestors(noun) if is_verb(above)), None)
    if verb is None or verb.lemma_ not in load("texts")["acts"]:
        return False
    return verb_form(verb) == "finite" and modal(verb) is None


def text_of(clauses: Clauses, verb: Token) -> Token | None:
    """Return the text under which the verb's clause says that its parties act: "under the agreement, they will"."""
    verbs = [verb, *(a for a in clauses.ancestors(verb) if is_verb(a) or a.pos_ == "AUX")][:3]
    below = [child for above in verbs for child in clauses.children(above)]
    subject = clauses.subject(verb)
    below += [child for child in clauses.children(subject) if child.lower_ in ("to", "of")] if subject is not None else []
    named = (_named_after(clauses, child) for child in below if child.dep_ in ("prep", "advcl", "advmod"))
    openers = (child for child in below if child.lower_ in load("texts")["openers"])
    return next((text for text in named if text is not None), None) or next(openers, None)


def _named_after(clauses: Clauses, preposition: Token) -> Token | None:
    """Return the text that a phrase like "under the agreement", "by signing the letter", "as part of the pact" names."""
    words = load("texts")
    of_party = preposition.lower_ in ("to", "of") and preposition.head.lemma_.lower() in words["parties"]
    if preposition.lower_ not in words["under"] and not of_party:
        return None
    waiting = clauses.children(preposition)
    for inner in waiting:
        if inner.tag_ == "WDT" and inner.dep_ == "pobj":  # "signed a memorandum, under which"
            earlier = [token for token in inner.doc[inner.sent.start : inner.i] if is_text(token)]
            return earlier[-1] if earlier else None
        if is_text(inner) and inner.dep_ in ("pobj", "dobj"):
            return inner
        if inner.dep_ in ("prep", "pobj", "pcomp") and inner.lower_ in words["links"]:
            waiting += clauses.children(inner)
    return None


def described_text(clauses: Clauses, verb: Token) -> Token | None:
    """Return the text that a relative clause around the verb describes: "a memorandum through which they commit to open"."""
    described = next((above for above in (verb, *clauses.ancestors(verb)) if clauses.dep(above) == "relcl"), None)
    text = clauses.parent(described) if described is not None else None
    return text if text is not None and is_text(text) else None


def told_text(clauses: Clauses, verb: Token, telling_text: bool, signed: bool) -> Token | None:
    """Return the text that is the verb's subject, also as "which", or as "it" right after a sentence about a text.

    Where the report tells of a signing, the bond that the text founds stands for it ("the partnership will focus on").
    """
    subject = clauses.subject(verb)
    if subject is None:
        return verb if passive(verb) and verb.lemma_ in load("texts")["always"] else None
    if subject.tag_ in ("WDT", "WP"):
        earlier = [token for token in subject.doc[subject.sent.start : subject.i] if is_text(token)]
        return earlier[-1] if earlier else _signed_thing(clauses, verb)
    if verb.lemma_ in load("texts")["always"] and not is_person_word(subject):
        return subject
    if subject.lemma_.lower() in load("texts")["parts"] and (inner := _text_within(clauses, subject)) is not None:
        return inner
    bond = signed and subject.lemma_.lower() in load("texts")["bonds"]
    return subject if is_text(subject) or bond or (telling_text and subject.lower_ in ("it", "this")) else None


def _text_within(clauses: Clauses, noun: Token) -> Token | None:
    """Return the text whose part the noun is: "the terms of the pact", "part of the rules in the charter"."""
    below = [token for token in noun.subtree if token.i > noun.i and token.dep_ == "pobj" and token.head.lower_ in ("of", "in", "under")]
    return next((token for token in below if is_text(token) and not any(clauses.dep(a) == "relcl" for a in (token, token.head.head))), None)


def _signed_thing(clauses: Clauses, verb: Token) -> Token | None:
    """Return what a relative clause describes when it is signed, whatever it is called: "sealed a programme that includes"."""
    thing = clauses.parent(verb)
    return thing if is_sealed(clauses, thing) else None


def is_sealed(clauses: Clauses, noun: Token) -> bool:
    """Tell whether the noun is what somebody signed, whatever it is called: "inked a programme"."""
    host = clauses.parent(noun)
    return noun.dep_ == "dobj" and host.lemma_ in ("sign", "ink", "seal") and host.tag_ in ("VBD", "VBN")
