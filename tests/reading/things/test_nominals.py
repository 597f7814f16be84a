"""Noun phrases: how far a name reaches to both sides of its head noun."""

import pytest
from spacy.tokens import Token

from amity.reading.parser import parse
from amity.reading.things import nominals


def head(text: str, word: str) -> Token:
    return next(t for t in parse(text) if t.text == word)


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The joint working group met.", "group", "joint working group"),
        ("It was the 14th important joint committee.", "committee", "joint committee"),
        ("They praised the economic and trade commission.", "commission", "economic and trade commission"),
        ("He saw the Lam (Ruvania) – Youxi Pass (Hexi) trade zone.", "zone", "Lam (Ruvania) – Youxi Pass (Hexi) trade zone"),
        ("A long-term mechanism is needed.", "mechanism", "long-term mechanism"),
        ("The 6-lane highway is new.", "highway", "6-lane highway"),
        ("They built the A Lam bridge.", "bridge", "A Lam bridge"),
        ("The governors' forum opened.", "forum", "governors' forum"),
        ("Ruvania's railway is old.", "railway", "railway"),
    ],
)
def test_names_reach_to_the_left_as_far_as_they_are_names(text: str, word: str, name: str) -> None:
    assert nominals.named(head(text, word)).text == name


def test_names_go_on_over_of_only_when_asked() -> None:
    project = head("It is part of the Roads of Hope project.", "project")
    assert nominals.named(project).text == "Hope project"
    assert nominals.named(project, over_of=True).text == "Roads of Hope project"


@pytest.mark.parametrize(
    ("text", "word", "tail"),
    [
        ("The council of governors met.", "council", "of governors"),
        ("The conference between Hexi and the Lam province was useful.", "conference", "between Hexi and the Lam province"),
        ("The committee on trade and the group on water met.", "committee", "on trade"),
        ("The forum of mayors, which met in May, is new.", "forum", "of mayors"),
        ("The meeting of mayors that opened today is the third.", "meeting", "of mayors"),
        ("The committee met on Monday.", "committee", ""),
    ],
)
def test_tails_end_where_something_else_begins(text: str, word: str, tail: str) -> None:
    assert nominals.tail(head(text, word), ("of", "on", "between")).text == tail


def test_abbreviations_in_brackets_follow_a_name() -> None:
    short = nominals.abbreviation(head("The General Border Committee (GBC) met.", "Committee"))
    assert short is not None and short.text == "GBC"
    assert nominals.abbreviation(head("The committee (of nine) met.", "committee")) is None


@pytest.mark.parametrize(("text", "expected"), [("Mayors Open New Bridge Over River", True), ("The mayors opened a new bridge.", False)])
def test_headlines_are_told_by_their_capitals(text: str, expected: bool) -> None:
    assert nominals.is_headline(next(parse(text).sents)) is expected


def test_pairs_join_two_places() -> None:
    assert nominals.is_pair(nominals.named(head("They saw the Tolmark-Ruvania railway.", "railway")))
    assert not nominals.is_pair(nominals.named(head("They saw the cross-border railway.", "railway")))


def test_content_words_tell_things_apart() -> None:
    assert nominals.content(nominals.named(head("The new joint committees met.", "committees"))) == {"new", "joint", "committee"}


@pytest.mark.parametrize(("text", "expected"), [("The bridge opened.", True), ("Their bridge opened.", True), ("A bridge opened.", False)])
def test_definite_nouns_are_known_already(text: str, expected: bool) -> None:
    assert nominals.is_definite(head(text, "bridge")) is expected
