"""Agents: which nouns and pronouns can act or speak, and which of them are all sides together (vocabulary: agents.toml)."""

from spacy.tokens import Token

from amity.reading.report import Report
from amity.vocabulary import load, per_language

ALL = frozenset({"both", "two", "three", "four", "all"})


def can_act(report: Report, subject: Token) -> bool:
    """Tell whether the subject is someone who can act: an actor of the report, a pronoun of persons, a noun for a party."""
    if is_text(subject) and not report.table.refers(subject):
        return False
    return bool(report.table.refers(subject)) or is_agent_word(subject)


def is_agent_word(subject: Token) -> bool:
    """Tell whether the word itself is one for someone who can act: a name, a pronoun of persons, a noun for a party."""
    if subject.pos_ == "PROPN" or subject.lower_ in _words("pronouns"):
        return True
    return subject.lemma_.lower() in _words("sides") or subject.lemma_.lower() in _words("others") or subject.lower_ == "two"


def is_gathering(subject: Token) -> bool:
    """Tell whether the noun is one of parties coming together: "the session resolved"."""
    return subject.lemma_.lower() in _words("gatherings")


def is_person_word(subject: Token) -> bool:
    """Tell whether the word is one for a person or a party, which a text is not."""
    return subject.lower_ in _words("pronouns") or subject.lemma_.lower() in _words("others")


def is_text(noun: Token) -> bool:
    """Tell whether the noun is a text that parties put their names to."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    named = noun.lemma_.lower() == "plan" and any(child.lower_ == "action" for child in noun.children)
    return named or noun.lemma_.lower() in load("texts")["nouns"] or noun.lower_ in load("texts")["nouns"]


def collective(subject: Token) -> bool:
    """Tell whether the subject is all sides together: "both sides", "the two cities", "the parties"."""
    if subject.lower_ in ("both", "we", "two") or any(_party_word(token) for token in subject.conjuncts):
        return True
    if subject.lemma_.lower() not in _words("sides") or subject.tag_ not in ("NNS", "NNPS", "NN", "NNP"):
        return False
    if any(child.lower_ in ALL for child in subject.children):
        return True
    if subject.tag_ not in ("NNS", "NNPS") or subject.lemma_.lower() not in _words("pairs"):
        return False
    if not _is_settled(subject):
        return False
    modifiers = [child for child in subject.children if child.dep_ in ("amod", "compound", "poss", "nummod", "prep", "relcl", "acl")]
    return all(child.lower_ in _words("titles_of_pairs") for child in modifiers)


def _is_settled(noun: Token) -> bool:
    """Tell whether the plural means those of the report ("the mayors", "sides"), not all there are ("mayors worldwide")."""
    if any(child.dep_ == "det" or child.dep_ == "poss" for child in noun.children):
        return True
    return not any(child.i > noun.i and child.dep_ == "advmod" for child in noun.children)


def _party_word(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or (noun.pos_ == "NOUN" and noun.lemma_.lower() in _words("sides") | _words("others"))


def nobody(noun: Token | None) -> bool:
    """Tell whether the noun denies what is told of it: "nothing was agreed", "no promise was made", "neither side agreed"."""
    if noun is None:
        return False
    return noun.lower_ in _words("nobody") or any(
        child.dep_ in ("det", "neg") and child.lower_ in _words("nobody") for child in noun.children
    )


def tells_state(verb: Token) -> bool:
    """Tell whether the verb tells what comes and not what someone does: "will have", "will lead to", but not "will lead a mission"."""
    if verb.lemma_ == "lead":
        return not any(child.dep_ == "dobj" for child in verb.children)
    return verb.lemma_.lower() in _words("states")


@per_language
def _words(name: str) -> frozenset[str]:
    return frozenset(load("agents")[name])
