"""Namings: the places where a report names an instrument, with the type that the words give it."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import cast

from spacy.tokens import Span, Token

from amity.model.acts import InstrumentType
from amity.reading.grammar import phrase
from amity.reading.phrases import Phrases
from amity.reading.report import Report
from amity.vocabulary import load, per_language

DEFINITE = {"the", "this", "that", "these", "those", "such", "both", "said"}
GENERIC: InstrumentType = "cooperation_agreement"
MODIFIER = {"compound", "amod", "nmod", "conj", "poss"}
QUALIFIED = {GENERIC, "unnamed_texts", "joint_statement"}
QUALIFIER_REACH = 16  # words after the noun within which its subject may still give it a type
SUBJECT_OF = {"on", "for", "of", "about", "concerning", "regarding", "to"}


@per_language
def word_list(entry: str) -> frozenset[str]:
    """Return a list of words beside an instrument's noun: ``another``, ``earlier`` or ``empty``."""
    return frozenset(load("instruments")["beside"][entry])


@dataclass(frozen=True)
class Naming:
    """An instrument named by ``span``; ``head`` is the noun.

    ``generic`` nouns have no type of their own, ``known`` treaties need no introduction, ``stands_for`` marks "the one", and
    ``weak`` nouns name a text only where an act makes one of them; ``numbered`` is "the first agreement".
    """

    span: Span
    head: Token
    type: InstrumentType
    generic: bool = False
    known: bool = False
    definite: bool = False
    plural: bool = False
    stands_for: bool = False
    weak: bool = False
    numbered: bool = False

    @property
    def words(self) -> list[Token]:
        """The noun phrase of the naming: its modifiers and what hangs on it, without clauses."""
        return phrase(self.head)

    @property
    def another(self) -> bool:
        """Whether the words themselves say that this is not one named before ("a new agreement")."""
        return self._has_left("another")

    @property
    def earlier(self) -> bool:
        """Whether the words put it before another text of its kind ("the original agreement")."""
        return self._has_left("earlier")

    def _has_left(self, entry: str) -> bool:
        return any(t.lower_ in word_list(entry) for t in self.head.lefts)

    @property
    def named(self) -> bool:
        """Whether the naming is written as a title ("the Treaty on Alliance")."""
        return self.head.text.istitle() and self.head.i != self.head.sent.start

    @cached_property
    def topic(self) -> frozenset[str]:
        """The lemmas of the phrase that tell what the text is about."""
        subjects = [c for c in self.head.children if c.i < self.head.i or (c.dep_ == "prep" and c.lower_ in SUBJECT_OF)]
        inside = {t.i for c in subjects for t in phrase(c)} - {t.i for t in self.span}
        content = [t for t in self.words if t.i in inside and t.is_alpha and t.pos_ in {"NOUN", "PROPN", "ADJ"}]
        return frozenset(t.lemma_.lower() for t in content) - word_list("empty")

    @property
    def relied_on(self) -> bool:
        """Whether the report takes it as a text in force ("under the agreement")."""
        above = self.head.head
        return self.definite and above.pos_ == "ADP" and above.lower_ in {"under", "per"}


@per_language
def _typed() -> Phrases:
    return Phrases(load("instruments")["types"])


@per_language
def _weak() -> Phrases:
    return Phrases(load("instruments")["weak"])


@per_language
def _known() -> Phrases:
    return Phrases({"treaty": [form for forms in load("instruments")["names"].values() for form in forms]})


@per_language
def _qualifiers() -> Phrases:
    return Phrases(load("instruments")["qualifiers"])


@per_language
def anaphoric_nouns() -> frozenset[str]:
    """Return the nouns that can stand for an instrument named before."""
    return frozenset(word.casefold() for word in load("instruments")["anaphora"]["nouns"])


def find_namings(report: Report) -> list[Naming]:
    """Return every naming of an instrument, in the order of the text."""
    known = [_naming(f.span, f.entry, known=True) for f in _known().search(report.doc)]
    taken = {t.i for n in known for t in n.span}
    found = [f for f in _typed().search(report.doc) if not taken & {t.i for t in f.span}]
    typed = [_naming(f.span, f.entry) for f in found if _is_noun(f.span)]
    taken |= {t.i for n in typed for t in n.words}
    weak = [f for f in _weak().search(report.doc) if not taken & {t.i for t in f.span} and _is_noun(f.span)]
    loose = [replace(_naming(f.span, f.entry), weak=True, plural=False) for f in weak if f.span.root.dep_ not in MODIFIER]
    return sorted([*known, *typed, *loose, *_stand_ins(report)], key=lambda n: n.span.start)


def _stand_ins(report: Report) -> list[Naming]:
    """Return the uses of "the one that was signed in …" for an earlier instrument."""
    ones = [t for t in report.doc if t.lower_ == "one" and any(c.dep_ == "det" for c in t.children) and _is_signed(t)]
    return [Naming(report.doc[t.i : t.i + 1], t, GENERIC, generic=True, definite=True, stands_for=True) for t in ones]


def _is_signed(noun: Token) -> bool:
    """Tell whether a clause on the noun says that it was signed."""
    signed = load("instruments")["verbs"]["signed"]
    return any(c.lemma_.lower() in signed for c in noun.children if c.dep_ in {"relcl", "acl"})


def _is_noun(span: Span) -> bool:
    """Tell whether the words name a text: no verb, no minutes of time, not "in agreement"."""
    head = span.root
    if head.pos_ not in {"NOUN", "PROPN"}:
        return False
    if head.lower_ == "minutes" and any(c.dep_ == "nummod" for c in head.children):
        return False
    agrees = head.dep_ == "pobj" and head.head.lower_ in {"in", "by"} and head.i - head.head.i == 1
    return not (agrees and head.lower_ == "agreement")


def _naming(span: Span, entry: str, known: bool = False) -> Naming:
    head = span.root
    return Naming(
        span,
        head,
        cast(InstrumentType, entry if known else _qualified(head, entry)),
        generic=entry in {GENERIC, "unnamed_texts"},
        known=known,
        definite=any(t.dep_ == "poss" or t.lower_ in DEFINITE for t in head.lefts),
        numbered=any(t.lower_ in word_list("numbers") for t in head.lefts),
        plural=(head.tag_ in {"NNS", "NNPS"} or head.lower_ in word_list("plurals")) and head.lower_ != "minutes",
    )


def _qualified(head: Token, entry: str) -> str:
    """Return the type that the words around a noun without a type of its own give it."""
    if entry not in QUALIFIED:
        return entry
    around = phrase(head)
    area = head.doc[around[0].i : min(around[-1].i + 1, head.i + QUALIFIER_REACH)]
    found = [f.entry for f in _qualifiers().search(area) if f.entry != "treaty" or f.span.end == head.i]
    if entry == "joint_statement":
        return "letter_of_intent" if "letter_of_intent" in found and head.lower_ != "statement" else entry
    return found[0] if found else _founded(head, entry)


def _founded(head: Token, entry: str) -> str:
    """Return the type of an agreement by what it is signed to found: "an agreement on Tuesday to establish a sister-city relationship"."""
    aims = [c for word in (head, head.head) for c in word.children if c.i > head.i and c.dep_ in {"acl", "advcl", "xcomp"}]
    if entry != GENERIC or not aims or not any(t.lower_ == "to" for t in aims[0].lefts):
        return entry
    bonds = _qualifiers().search(head.doc[aims[0].i : min(aims[0].right_edge.i + 1, aims[0].i + QUALIFIER_REACH)])
    return next((f.entry for f in bonds if f.entry == "friendly_city_agreement"), entry)
