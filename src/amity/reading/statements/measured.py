"""Measures: a number, a time or a frequency that makes a doing measurable (vocabulary: specificity.toml)."""

import re

from spacy.tokens import Span, Token

from amity.reading.report import Report
from amity.reading.statements.clauses import is_verb
from amity.vocabulary import load, per_language

LEAST_AMOUNT = 4
"""Smaller numbers may tell how many sides there are; they are counts of what is done only where they stand before it."""


def measured(report: Report, action: Span, verb: Token, doing: bool) -> bool:
    """Tell whether the action has a number, a frequency or, being a doing, a count or a time of its own."""
    if any(_frequency(token) or _amount(token) for token in action):
        return True
    return doing and (any(_count(token) for token in action) or _timed(report, action, verb))


def _frequency(token: Token) -> bool:
    """Tell whether the token says how often: "annually", "biennial exchanges", "every six months", "twice a year"."""
    if token.lower_ in _words("frequencies"):
        return token.pos_ == "ADV" or (token.dep_ == "amod" and token.head.pos_ == "NOUN" and not _definite(token.head))
    if token.lower_ in ("each", "a", "per") and token.i + 1 < len(token.doc) and token.nbor().lemma_ in _words("periods"):
        before = token.nbor(-1) if token.i > 0 else token
        return token.lower_ != "a" or before.lower_ in _words("times") or before.pos_ == "NOUN"
    return token.lower_ == "every" and any(t.lemma_ in _words("periods") for t in token.doc[token.i + 1 : token.i + 4])


def _definite(noun: Token) -> bool:
    """Tell whether the noun is known already ("the annual forum"), so that its frequency is no news."""
    return any(child.lower_ in ("the", "this", "its", "their") for child in noun.children)


def _amount(token: Token) -> bool:
    """Tell whether the token is an amount of money, a share, or a large number, and no year, ordinal, or part of a name."""
    if token.text in ("%", "percent") or token.ent_type_ == "MONEY" or token.tag_ == "$" or token.lower_ in _words("scales"):
        return True
    digits = re.sub(r"[,.]", "", token.text)
    if not token.like_num or token.tag_ != "CD" or token.head.pos_ == "PROPN" or not digits.isdigit():
        return False
    return not re.fullmatch(r"(19|20)\d\d", token.text) and token.dep_ == "nummod" and int(digits) >= LEAST_AMOUNT


def _count(token: Token) -> bool:
    """Tell whether the token counts what is done ("two scholarships"), and not who does it ("the two sides")."""
    counted = token.head
    if token.tag_ != "CD" or token.dep_ != "nummod" or counted.pos_ != "NOUN":
        return False
    if token.lower_ in ("one", "1") or re.fullmatch(r"(19|20)\d\d", token.text):
        return False
    return counted.lemma_.lower() not in _words("sides") and not any(child.tag_ in ("DT", "PRP$", "POS") for child in counted.children)


def _timed(report: Report, action: Span, verb: Token) -> bool:
    """Tell whether a time belongs to the doing: inside the action, or hung on its verb before or after it."""
    inside = report.dates_within(action.start, action.end)
    if any(_when(report.doc[d.start], verb) for d in inside):
        return True
    around = [d for d in report.dates_within(action.sent.start, action.sent.end) if d not in inside and d.relation != "period"]
    verbs = [verb, *(above for above in verb.ancestors if above.lemma_ in ("gather", "meet", "convene"))]
    if any(_hung(report.doc[d.start : d.end], one) for d in around for one in verbs):
        return True
    limits = [d for d in around if d.relation in ("by", "before", "until")]
    return any(_hung(report.doc[d.start : d.end], one) for d in limits for one in verb.conjuncts if one.i > verb.i)


def _when(date: Token, verb: Token) -> bool:
    """Tell whether a time belongs to the doing itself, and not to something that the action mentions."""
    above = date
    if date.dep_ == "poss" or any(between.dep_ == "relcl" and between.i > verb.i for between in date.ancestors):
        return False
    while above.head.i != above.i and above.i != verb.i:
        if above.pos_ in ("ADP", "SCONJ") and above.lower_ in _words("deadlines") and above.i > verb.i:
            return True
        above = above.head
        if above.pos_ in ("NOUN", "PROPN") and above.i != verb.i and above.dep_ not in ("pobj", "npadvmod", "compound"):
            return False
        if is_verb(above):
            return above.i == verb.i
    return above.i == verb.i


def _hung(date: Span, verb: Token) -> bool:
    """Tell whether a time outside the action's words is a time of its verb ("next year, a council will be formed")."""
    root = date.root
    above = root.head if root.dep_ in ("npadvmod", "nsubj", "dobj") else root.head.head if root.dep_ == "pobj" else root
    return above.i == verb.i and above.i != root.i


@per_language
def _words(name: str) -> frozenset[str]:
    return frozenset(load("specificity")[name])
