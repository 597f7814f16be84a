"""Small questions to the parse: who does it, is it passive, which phrase belongs to a noun."""

import pytest
from spacy.tokens import Token

from amity.reading.grammar import agents_of, is_negated, is_passive, phrase, subject_of, verb_above
from amity.reading.parser import parse


def word(text: str, form: str) -> Token:
    return next(token for token in parse(text) if token.text == form)


@pytest.mark.parametrize(
    ("text", "verb", "agents"),
    [
        ("The mayor signed the accord.", "signed", ["mayor"]),
        ("The accord was signed by the mayor.", "signed", ["mayor"]),
        ("The accord was signed in May.", "signed", []),
        ("The mayor met her guest and signed the accord.", "signed", ["mayor"]),
        ("The mayor agreed to sign the accord.", "sign", ["mayor"]),
        ("They read the accord signed by the mayor.", "signed", ["mayor"]),
        ("The mayor spoke by phone with her guest.", "spoke", ["mayor"]),
        ("Both ministers exchanged the papers that bring into force the Accord on Rivers, concluded in Lima on 3 May.", "concluded", []),
        ("The mayor met her guest, signed the accord and left.", "signed", ["mayor"]),
    ],
)
def test_agents(text: str, verb: str, agents: list[str]) -> None:
    assert [noun.text for noun in agents_of(word(text, verb))] == agents


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("The accord was signed.", "signed", True),
        ("The accord signed in May holds.", "signed", True),
        ("The mayor signed it.", "signed", False),
        ("The mayor has signed it.", "signed", False),
    ],
)
def test_passive(text: str, verb: str, passive: bool) -> None:
    assert is_passive(word(text, verb)) is passive


def test_the_subject_of_a_relative_clause_is_its_noun() -> None:
    subject = subject_of(word("The mayor, who signed the accord, left.", "signed"))
    assert subject is not None and subject.text == "mayor"


@pytest.mark.parametrize(
    ("text", "verb", "negated"),
    [("It was not signed.", "signed", True), ("It was never signed.", "signed", True), ("It was signed.", "signed", False)],
)
def test_negated(text: str, verb: str, negated: bool) -> None:
    assert is_negated(word(text, verb)) is negated


def test_a_phrase_ends_before_its_clauses() -> None:
    noun = word("They like the long treaty on trade that both signed.", "treaty")
    assert [token.text for token in phrase(noun)] == ["the", "long", "treaty", "on", "trade"]


def test_the_verb_above() -> None:
    verb = verb_above(word("They praised the text of the treaty.", "treaty"))
    assert verb is not None and verb.text == "praised"
    assert verb_above(word("A treaty of friendship.", "treaty")) is None
