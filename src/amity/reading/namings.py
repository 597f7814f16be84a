"""Namings: the places where a report names an instrument, with the type that the words give it."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span, Token

from amity.model.acts import InstrumentType
from amity.reading.grammar import phrase
from amity.reading.phrases import Phrases
from amity.reading.report import Report
from amity.vocabulary import load

DEFINITE = {"the", "this", "that", "these", "those", "such", "both", "said"}
ANOTHER = {"new", "another", "second", "third", "separate", "further", "fresh", "other", "additional", "fuller", "full", "formal", "final", "earlier", "previous", "old"}
SET_WORDS = {"several", "various", "number", "series", "some", "many", "dozens", "dozen", "raft", "package", "batch", "set", "range", "multiple", "numerous"}
GENERIC = "cooperation_agreement"
SUBJECT_OF = {"on", "for", "of", "about", "concerning", "regarding", "to"}
EARLIER = {"original", "previous", "earlier", "first", "old", "initial", "existing", "former"}
EMPTY = frozenset("new non-binding binding five year long original renewed updated existing hall room other bilateral mutual two both side country city province cooperation cooperative joint same first second third several various such agreement number series period year".split())


@dataclass(frozen=True)
class Naming:
    """An instrument named by ``span``; ``head`` is the noun, ``known`` a treaty that needs no introduction."""

    span: Span
    head: Token
    type: InstrumentType
    generic: bool
    known: bool
    definite: bool
    plural: bool
    stands_for: bool = False

    @property
    def words(self) -> list[Token]:
        """The noun phrase of the naming: its modifiers and what hangs on it, without clauses."""
        return phrase(self.head)

    @property
    def another(self) -> bool:
        """Whether the words themselves say that this is not one named before."""
        return any(t.lower_ in ANOTHER for t in self.head.lefts)

    @property
    def earlier(self) -> bool:
        """Whether the words put it before another text of its kind ("the original agreement")."""
        return any(t.lower_ in EARLIER for t in self.head.lefts)

    @property
    def named(self) -> bool:
        """Whether the naming is written as a title ("the Treaty on Alliance")."""
        return self.head.text[:1].isupper() and self.head.i != self.head.sent.start and not self.head.text.isupper()

    @property
    def topic(self) -> frozenset[str]:
        """The words of the phrase that tell what the text is about."""
        subjects = [c for c in self.head.children if c.i < self.head.i or (c.dep_ == "prep" and c.lower_ in SUBJECT_OF)]
        inside = {t.i for c in subjects for t in phrase(c)} - {t.i for t in self.span}
        return frozenset(t.lemma_.lower() for t in self.words if t.i in inside and t.pos_ in {"NOUN", "PROPN", "ADJ"} and t.is_alpha and t.lemma_.lower() not in EMPTY)

    @property
    def relied_on(self) -> bool:
        """Whether the report takes it as a text in force ("under the agreement", "in line with the treaty")."""
        above = self.head.head
        return self.definite and above.pos_ == "ADP" and above.lower_ in {"under", "per"}


@cache
def _typed() -> Phrases:
    return Phrases(load("instruments")["types"])


@cache
def _known() -> Phrases:
    return Phrases({"treaty": [form for forms in load("instruments")["names"].values() for form in forms]})


@cache
def _qualifiers() -> Phrases:
    return Phrases(load("instruments")["qualifiers"])


@cache
def anaphoric_nouns() -> frozenset[str]:
    """Return the nouns that can stand for an instrument named before."""
    return frozenset(word.casefold() for word in load("instruments")["anaphora"]["nouns"])


def find_namings(report: Report) -> list[Naming]:
    """Return every naming of an instrument, in the order of the text."""
    known = [_naming(f.span, f.entry, known=True) for f in _known().search(report.doc)]
    taken = {t.i for n in known for t in n.span}
    found = [f for f in _typed().search(report.doc) if not taken & {t.i for t in f.span}]
    typed = [_naming(f.span, f.entry) for f in found if _is_noun(f.span)]
    return sorted([*known, *typed, *_stand_ins(report)], key=lambda n: n.span.start)


def _stand_ins(report: Report) -> list[Naming]:
    """Return the uses of "the one that was signed in …" for an earlier instrument."""
    found = []
    for token in report.doc:
        if token.lower_ == "one" and any(c.dep_ in {"relcl", "acl"} for c in token.children) and any(c.dep_ == "det" for c in token.children):
            if any(status == "signed" for status in verb_statuses(token)):
                found.append(Naming(report.doc[token.i : token.i + 1], token, GENERIC, True, False, True, False, stands_for=True))
    return found


def verb_statuses(token: Token) -> list[str]:
    """Return what the clauses that hang on the noun make of an instrument."""
    verbs = load("instruments")["verbs"]
    lemmas = [c.lemma_.lower() for c in token.children if c.dep_ in {"relcl", "acl"}]
    return [status for status, words in verbs.items() for lemma in lemmas if lemma in words]


def _is_noun(span: Span) -> bool:
    head = span.root
    if head.pos_ not in {"NOUN", "PROPN"}:
        return False
    if head.lower_ == "minutes" and any(c.dep_ == "nummod" for c in head.children):
        return False
    return not (head.dep_ == "pobj" and head.head.lower_ in {"in", "by"} and head.lower_ == "agreement" and head.i - head.head.i == 1)


def _naming(span: Span, entry: str, known: bool = False) -> Naming:
    head = span.root
    generic = entry == GENERIC or entry == "unnamed_texts"
    kind = entry if known else _qualified(head, entry)
    lefts = {t.lower_ for t in head.lefts}
    definite = bool(lefts & DEFINITE) or any(t.dep_ == "poss" for t in head.lefts)
    return Naming(span, head, kind, generic, known, definite, (head.tag_ in {"NNS", "NNPS"} or head.lower_ == "memoranda") and head.lower_ != "minutes")  # type: ignore[arg-type]


def _qualified(head: Token, entry: str) -> str:
    """Return the type that the words around a noun without a type of its own give it."""
    if entry not in {GENERIC, "unnamed_texts", "joint_statement"}:
        return entry
    around = phrase(head)
    area = head.doc[around[0].i : min(around[-1].i + 1, head.i + 16)]
    found = [f.entry for f in _qualifiers().search(area) if f.entry != "treaty" or f.span.end == head.i]
    if entry == "joint_statement":
        return "letter_of_intent" if "letter_of_intent" in found and head.lower_ != "statement" else entry
    return found[0] if found else entry
