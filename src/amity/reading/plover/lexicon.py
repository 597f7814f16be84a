"""The vocabulary of PLOVER classes."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Token

from amity.vocabulary import load, per_language

HOSTILE = frozenset({"REQUEST", "REJECT", "THREATEN", "ACCUSE", "PROTEST", "SANCTION", "COERCE", "MOBILIZE", "ASSAULT"})
AWAY = frozenset({"out", "off", "away", "back"})  # particles that turn a verb round
JOINT = frozenset({"joint", "jointly", "together", "mutual"})


class Phrase(NamedTuple):
    """A class told by a verb with a noun."""

    name: str
    verbs: frozenset[str]
    nouns: frozenset[str]
    joint: bool


@per_language
def verbs_of(group: str) -> frozenset[str]:
    """Return a list of verbs or words: ``reporting``, ``transparent``, ``committing``, ``future`` and the like."""
    return frozenset(load("plover")[group])


@per_language
def classes_by_verb(table: str) -> dict[str, str]:
    """Return the class of each verb in a table: ``deciding`` or ``verbs``."""
    return {verb: name for name, verbs in load("plover")[table].items() for verb in verbs}


@per_language
def phrases() -> tuple[Phrase, ...]:
    """Return the classes that a verb tells with a noun."""
    entries = load("plover")["phrases"]
    return tuple(Phrase(p["class"], frozenset(p["verbs"]), frozenset(p["nouns"]), p.get("needs") == "joint") for p in entries)


def lemma(verb: Token) -> str:
    """Return the verb's lemma with its particle: "pull out"."""
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), None)
    return f"{verb.lemma_.lower()} {particle}" if particle else verb.lemma_.lower()


def variants(verb: Token) -> list[str]:
    """Return the forms under which the verb may be listed, the fullest first: "call on", "call"; "ship out" is not "ship"."""
    preps = [f"{verb.lemma_.lower()} {c.lower_}" for c in verb.children if c.dep_ == "prep"]
    away = any(c.dep_ == "prt" and c.lower_ in AWAY for c in verb.children)
    bare = verb.lemma_.lower()
    return [lemma(verb), *preps, *([] if away else [bare, f"{bare}e"])]  # the lemmatiser makes "stag" of "staged"


def object_nouns(verb: Token) -> Iterator[Token]:
    """Yield the nouns that complete a verb: objects, objects of its prepositions, their coordinates and compounds."""
    heads = [c for c in verb.children if c.dep_ in ("dobj", "dative", "attr", "oprd", "nsubjpass")]
    heads += [o for c in verb.children if c.dep_ in ("prep", "prt", "dative", "agent") for o in c.children if o.dep_ == "pobj"]
    for head in heads:
        yield from _spread(head)


def _spread(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        if child.dep_ in ("conj", "compound", "nmod", "amod") or (child.dep_ == "appos"):
            yield from _spread(child)
        elif child.dep_ == "prep" and child.lower_ == "of":
            yield from (o for o in child.children if o.dep_ == "pobj")


def first(names: Iterable[str], table: dict[str, str]) -> str | None:
    """Return the class of the first listed name."""
    return next((table[name] for name in names if name in table), None)
