"""Clauses: what commitments, denials, transparent verbs and phrases make of a PLOVER class."""

import pytest

from amity.reading.parser import parse
from amity.reading.plover.acts import main_clauses
from amity.reading.plover.clauses import clause, with_noun
from amity.reading.plover.lexicon import HOSTILE, classes_by_verb, phrases, variants, verbs_of
from amity.vocabulary import load


def classes(text: str) -> list[str | None]:
    (sentence,) = parse(text).sents
    return [clause(one.verb, one.speaker) for one in main_clauses(sentence.root)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway promised to help Chad.", "AGREE"),
        ("Norway promised to attack Chad.", "THREATEN"),
        ("Norway agreed to suspend the drill.", "AGREE"),
        ("Norway is prepared to help Chad.", "AGREE"),
        ("Norway is ready to invade Chad.", "THREATEN"),
        ("Norway plans to visit Chad.", "AGREE"),
        ("Norway undertook a mission to Chad.", "CONSULT"),
    ],
)
def test_a_commitment_is_worth_what_it_commits_to(text: str, expected: str) -> None:
    assert classes(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway tried to attack Chad.", "ASSAULT"),
        ("Norway decided to release the captives.", "CONCEDE"),
        ("Norway continued to support Chad.", "SUPPORT"),
        ("Norway began to withdraw its troops.", "RETREAT"),
    ],
)
def test_some_verbs_let_the_next_one_decide(text: str, expected: str) -> None:
    assert classes(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway did not sign the treaty.", "REJECT"),
        ("Norway will not meet Chad.", "REJECT"),
        ("Norway will no longer tolerate it.", "REJECT"),
        ("Norway has not agreed to it.", "REJECT"),
        ("Norway did not attack Chad.", None),
    ],
)
def test_denials(text: str, expected: str | None) -> None:
    assert classes(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway said it will help Chad.", ["AGREE"]),
        ("Norway will help Chad, officials said.", ["AGREE"]),
        ("Norway said Chad must leave.", ["REQUEST"]),
        ("Norway met Chad and signed a pact.", ["CONSULT", "SUPPORT"]),
        ("Norway said the port is deep.", [None]),
    ],
)
def test_what_is_said_counts_not_the_saying(text: str, expected: list[str | None]) -> None:
    assert classes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They held talks.", "CONSULT"),
        ("They held hostages.", "COERCE"),
        ("They held a rally.", "PROTEST"),
        ("They opened an embassy.", "SUPPORT"),
        ("They opened fire.", "ASSAULT"),
        ("They opened an inquiry.", "ACCUSE"),
        ("They imposed a curfew.", "COERCE"),
        ("They imposed sanctions.", "SANCTION"),
        ("They opened a window.", None),
    ],
)
def test_the_noun_decides_for_a_light_verb(text: str, expected: str | None) -> None:
    assert with_noun(parse(text)[1]) == expected


def test_a_particle_turns_a_verb_round() -> None:
    assert "ship" not in variants(parse("They shipped out the troops.")[1])
    assert "call for" in variants(parse("They called for peace.")[1])


def test_the_vocabulary_names_only_plover_classes() -> None:
    known = HOSTILE | {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"}
    assert {*classes_by_verb("verbs").values(), *classes_by_verb("deciding").values(), *(phrase.name for phrase in phrases())} <= known


def test_a_verb_is_one_word_of_data(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Norway serenaded Chad."
    assert classes(text) == [None]
    verb = parse(text)[1].lemma_.lower()
    monkeypatch.setitem(classes_by_verb("verbs"), verb, "SUPPORT")
    assert classes(text) == ["SUPPORT"]


def test_lists_of_carrying_verbs_do_not_overlap_with_commitments() -> None:
    assert not verbs_of("reporting") & verbs_of("committing")
    assert set(load("plover")["yielding"]) <= verbs_of("committing")
