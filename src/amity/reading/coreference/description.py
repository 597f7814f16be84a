"""Descriptions: noun phrases that may stand for an actor, and what their words ask of it."""

from typing import NamedTuple

from spacy.tokens import Span, Token

from amity.reading.coreference.discourse import Discourse, noun_phrase
from amity.reading.nations import nation
from amity.reading.orthography import POSSESSIVE
from amity.reading.sequences import token_lowers
from amity.vocabulary import load, per_language

LONGEST_NOUN = 3  # words of a noun in the vocabulary ("head of state")

Refers = tuple[str, ...]


class Description(NamedTuple):
    """A noun phrase that may stand for an actor: its noun as the vocabulary has it, and what its other words ask."""

    span: Span
    head: Token
    noun: str
    country: str | None
    owners: tuple[str, ...]
    number: int | None
    modifiers: tuple[str, ...]
    definite: bool
    possessor: str | None


@per_language
def nouns_of(section: str) -> dict[str, list[str]]:
    """Return the nouns of one section of the vocabulary with what each asks for."""
    data: dict[str, list[str]] = load("coreference")[section]
    return data


@per_language
def nouns() -> frozenset[str]:
    """Return every noun that can head a description."""
    named = [*nouns_of("persons"), *nouns_of("jurisdictions"), *nouns_of("organisations"), *nouns_of("groups"), *nouns_of("governments")]
    return frozenset([*named, *load("coreference")["standing_for"]["words"], *load("coreference")["standing_for"]["alone"]])


@per_language
def last_words() -> frozenset[str]:
    """Return the words in which a noun of the vocabulary, or "head" as in "head of state", ends."""
    return frozenset([*(noun.split()[-1] for noun in nouns()), "head", "heads"])


def describe(discourse: Discourse, token: Token) -> Description | None:
    """Return the description that the noun heads, None when it heads none."""
    noun = _noun(token)
    if noun is None or (token.dep_ == "compound" and token.head.i == token.i + 1 and _noun(token.head) is not None):
        return None
    if noun in load("coreference")["numbers"] and (token.dep_ == "nummod" or not _is_whole(token)):
        return None
    span = noun_phrase(token)
    country, owners, modifiers = None, list[str](), list[str]()
    definite, possessor = token.lower_ in load("coreference")["numbers"], None
    number = load("coreference")["numbers"].get(token.lower_)
    for word in span[: token.i - span.start]:
        mention = discourse.table.at(word)
        if mention is not None and mention.form == "name" and mention.end <= token.i:
            owners += [a for a in mention.refers if a not in owners]
        elif code := nation(word):
            country = code
        elif word.lower_ in load("coreference")["numbers"]:
            number, definite = load("coreference")["numbers"][word.lower_], True
        elif word.lower_ in {"the", "this", "that", "these", "those", "both", "all"}:
            definite = True
        elif word.lower_ in {"his", "her", "its", "their", "our", "my"}:
            possessor = word.lower_
        elif word.is_alpha and word.text not in POSSESSIVE:
            modifiers.append(word.lower_)
    return Description(span, token, noun, country, tuple(owners), number, tuple(modifiers), definite, possessor)


def _is_whole(token: Token) -> bool:
    """Tell whether a number stands for all parties: "the two", "all three"; not "two of them" or "page two"."""
    before = token.nbor(-1).lower_ if token.i else ""
    return before in {"the", "all", "these", "those"} and token.dep_ in {"nsubj", "nsubjpass", "pobj", "dobj", "attr"}


def _noun(token: Token) -> str | None:
    """Return the vocabulary's noun that ends in the token: "general" heads "consul general"."""
    if token.lower_ not in last_words():
        return None
    after = token.doc[token.i + 1 : token.i + 3].text.lower() if token.lower_ in {"head", "heads"} else ""
    if after in {"of state", "of government"}:
        return f"{token.lower_} {after}"
    if token.lower_ in {"state", "government"} and token.doc[max(token.i - 2, 0) : token.i].text.lower() in {"head of", "heads of"}:
        return None
    for length in range(LONGEST_NOUN, 0, -1):
        start = token.i - length + 1
        if start >= 0:
            text = " ".join(token_lowers(token.doc)[start : token.i + 1])
            if text in nouns():
                return text
    return None


def owners_after(discourse: Discourse, description: Description) -> Refers:
    """Return whom "of X", "from X and Y" after the noun names; "in X" only for those who work there."""
    doc, at = description.head.doc, description.head.i + 1
    links = {"of", "from", "in"} if description.noun in load("coreference")["standing_for"]["within"] else {"of", "from"}
    if at >= len(doc) or doc[at].lower_ not in links:
        return ()
    found: list[str] = []
    for mention in sorted(m for m in discourse.table.mentions if m.form == "name" and m.start > at):
        if mention.start < at + 1 or discourse.table.is_person(mention.refers[0]):
            continue
        if not all(_joins_list(t) for t in doc[at + 1 : mention.start]):
            break
        found += [a for a in mention.refers if a not in found]
        at = mention.end - 1
    return tuple(found)


def _joins_list(token: Token) -> bool:
    """Tell whether the token may stand between the names of a list: "the city of X and the Lao city of Y"."""
    return (
        token.lower_ in {",", "and", "the", "of"}
        or nation(token) is not None
        or token.lower_ in nouns_of("jurisdictions")
        or token.lower_ in nouns_of("groups")
    )


def goes_on(description: Description) -> bool:
    """Tell whether "of X" or "in X" follows: then the noun is not the one spoken of but a new one."""
    after = description.head.nbor() if description.head.i + 1 < len(description.head.doc) else None
    return (after is not None and after.lower_ == "of") or any(d for d in description.owners)
