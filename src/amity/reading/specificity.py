"""Specificity: how nameable a doing is, from "all possible support" to a number and a date (vocabulary: specificity.toml)."""

import re
from functools import cache

from spacy.tokens import Span, Token

from amity.model.acts import Specificity
from amity.reading.actions import brought
from amity.reading.clauses import Clauses, is_listed_verb, is_verb, passive
from amity.reading.report import Report
from amity.reading.sectors import UNSPECIFIED, entry_pattern, sectors
from amity.vocabulary import load

LEAST_COUNT = 4
"""Smaller numbers tell how many sides there are ("the two cities"), not how much is done."""


def specificity(report: Report, clauses: Clauses, action: Span, head: Token) -> Specificity:
    """Return how specific the action is: ``none``, ``sector``, ``action`` or ``measurable``."""
    verb = brought(clauses, head)
    doing = not _vague(action) and (_doing(clauses, verb, action) or _by_means(action))
    if _measured(report, action, (head, verb), doing):
        return "measurable"
    if doing:
        return "action"
    return "sector" if _fields(action.text) else "none"


def _doing(clauses: Clauses, head: Token, action: Span) -> bool:
    """Tell whether the action is a nameable doing with an object."""
    if not is_verb(head) and not is_listed_verb(head):
        return _noun_of_doing(head)
    objects = _objects(clauses, head, action)
    if head.lemma_.lower() in _words("growth"):
        return any(_is_doing(noun) for noun in objects)
    if not objects:
        return True
    return any(_specific(noun, head) for noun in objects)


def _vague(action: Span) -> bool:
    """Tell whether the words are those of a formula that names nothing to do ("build a community with a shared future")."""
    return bool(_formulas().search(action.text))


def _noun_of_doing(head: Token) -> bool:
    """Tell whether a noun names a doing: "the exchange of teachers", "the development of a port", but not "cooperation in energy"."""
    objects = [noun for child in head.children if child.lower_ == "of" for noun in child.children if noun.dep_ in ("pobj", "pcomp")]
    listed = [noun for one in objects for noun in (one, *one.conjuncts)]
    if head.lemma_.lower() in _words("transfers") and listed:
        return True
    if head.lemma_.lower() in _words("general"):
        return any(_is_doing(noun) for noun in listed)
    return head.lemma_.lower() not in _words("people")


def _objects(clauses: Clauses, verb: Token, action: Span) -> list[Token]:
    """Return the verb's objects inside the action: direct, passive subject, or after its preposition."""
    below = clauses.children(verb)
    found = [c for c in below if c.dep_ in ("dobj", "attr", "oprd", "acomp") or (c.dep_ == "nsubjpass" and passive(verb))]
    if not found:
        found = [noun for c in below if c.dep_ == "prep" and c.i - verb.i <= 3 for noun in c.children if noun.dep_ in ("pobj", "pcomp")]
    listed = [noun for one in found for noun in (one, *one.conjuncts)]
    return [noun for noun in listed if action.start <= noun.i < action.end]


def _is_doing(noun: Token) -> bool:
    return noun.lemma_.lower() in _words("doings") or any(c.dep_ == "compound" and c.lemma_.lower() == "pilot" for c in noun.children)


def _specific(noun: Token, verb: Token) -> bool:
    """Tell whether the object gives a doing content: not "cooperation", but "vaccine cooperation" with a verb of doing."""
    if noun.lemma_.lower() not in _words("general"):
        return True
    if verb.lemma_.lower() in _words("founding"):
        return noun.lemma_.lower() not in ("way", "potential", "opportunity", "possibility")
    before = noun.doc[noun.left_edge.i : noun.i].text
    return verb.lemma_.lower() in _words("concrete") and bool(_fields(before))


def _by_means(action: Span) -> bool:
    """Tell whether the action names a doing as its means: "by organising fairs"."""
    gerunds = [token for token in action if token.dep_ == "pcomp" and token.head.lower_ in ("by", "through", "via", "of")]
    return any(token.lemma_.lower() in _words("means") for token in gerunds)


def _measured(report: Report, action: Span, heads: tuple[Token, ...], doing: bool) -> bool:
    """Tell whether the action has a number, a time or a frequency of its own."""
    if any(_frequency(token) for token in action) or any(_amount(token) for token in action):
        return True
    dates = report.dates_within(action.start, action.end) if doing else []
    return any(_when(report.doc[date.start], head) for date in dates for head in heads)


def _frequency(token: Token) -> bool:
    """Tell whether the token begins a frequency: "every year", "twice a year", "annually", "annual meeting"."""
    if token.lower_ in _words("frequencies"):
        return token.pos_ == "ADV" or token.head.lower_ in _words("recurring")
    following = [after.lemma_ in _words("periods") for after in token.doc[token.i + 1 : token.i + 3]]
    if token.lower_ == "every":
        return any(following)
    if token.lower_ not in ("each", "a", "per") or following[:1] != [True]:
        return False
    return token.lower_ != "a" or (token.i > 0 and (token.nbor(-1).lower_ in _words("times") or token.nbor(-1).pos_ == "NOUN"))


def _amount(token: Token) -> bool:
    """Tell whether the token is an amount, and no year, ordinal, or part of a name."""
    if token.text in ("%", "percent") or token.ent_type_ == "MONEY" or token.tag_ == "$":
        return True
    if not token.like_num or token.tag_ != "CD" or token.head.pos_ == "PROPN":
        return False
    digits = re.sub(r"[,.]", "", token.text)
    if digits.isdigit():
        return not re.fullmatch(r"(19|20)\d\d", token.text) and int(digits) >= LEAST_COUNT and token.dep_ == "nummod"
    return token.lower_ in _words("amounts")


def _when(date: Token, head: Token) -> bool:
    """Tell whether a time belongs to the doing itself, and not to something that the action mentions."""
    above = date
    while above.head.i != above.i and above.i != head.i:
        if above.pos_ == "ADP" and above.lower_ in _words("deadlines") and above.i > head.i:
            return True
        above = above.head
        if above.pos_ in ("NOUN", "PROPN") and above.i != head.i and above.dep_ not in ("pobj", "npadvmod", "compound"):
            return False
        if is_verb(above):
            return above.i == head.i
    return above.i == head.i


def _fields(text: str) -> list[str]:
    """Return the sectors that the words name, general phrases aside."""
    plain = _fieldless().sub(" ", text)
    return [sector for sector in sectors(plain) if sector != UNSPECIFIED]


@cache
def _fieldless() -> re.Pattern[str]:
    return entry_pattern(load("specificity")["fieldless"])


@cache
def _formulas() -> re.Pattern[str]:
    return entry_pattern(load("specificity")["formulas"])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("specificity")[name])
