"""The memory of a walk: roles, weights, fading, and the noun phrase of a noun."""

from collections.abc import Callable

import pytest

from amity.reading.coreference.discourse import FADING, MAIN, MEMBER, OTHER, SUBJECT, Discourse, is_main, noun_phrase, weight
from amity.reading.parser import parse
from amity.reading.report import Report

Settled = Callable[..., Report]


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("Turin thanked Lyon.", "Turin", SUBJECT + MAIN),
        ("Turin thanked Lyon.", "Lyon", OTHER),
        ("They said Turin thanked Lyon.", "Turin", SUBJECT),
        ("Turin and Lyon agreed.", "Lyon", MEMBER * (SUBJECT + MAIN)),
    ],
)
def test_weights_by_role(text: str, word: str, value: float) -> None:
    assert weight(next(t for t in parse(text) if t.text == word)) == pytest.approx(value)


@pytest.mark.parametrize(("text", "word", "main"), [("He came and she left.", "left", True), ("He said she left.", "left", False)])
def test_main_clauses(text: str, word: str, main: bool) -> None:
    assert is_main(next(t for t in parse(text) if t.text == word)) is main


@pytest.mark.parametrize(
    ("text", "word", "phrase"),
    [
        ("They met the two old sides there.", "sides", "the two old sides"),
        ("They met Turin's young leaders there.", "leaders", "Turin's young leaders"),
        ("They met the leaders who came.", "leaders", "the leaders"),
    ],
)
def test_noun_phrases(text: str, word: str, phrase: str) -> None:
    assert noun_phrase(next(t for t in parse(text) if t.text == word)).text == phrase


def _walked(report: Report) -> Discourse:
    discourse = Discourse(report, report.table)
    for number, sentence in enumerate(report.sentences()):
        discourse.sentence = number
        for mention in report.table.within(sentence.start, sentence.end):
            discourse.add(mention)
    return discourse


def test_what_was_said_last_is_weightier(settled: Settled) -> None:
    discourse = _walked(settled("Turin agreed. Lyon agreed."))
    found = discourse.salient(lambda seen: True)
    assert found is not None
    assert [discourse.actor(a).name for a in found.actors] == ["Lyon"]
    assert 0 < FADING < 1


def test_a_subject_outweighs_a_later_object(settled: Settled) -> None:
    discourse = _walked(settled("Turin thanked Lyon."))
    found = discourse.salient(lambda seen: True)
    assert found is not None
    assert [discourse.actor(a).name for a in found.actors] == ["Turin"]


def test_the_latest_that_fits(settled: Settled) -> None:
    discourse = _walked(settled("Turin thanked Peru."))
    latest = discourse.latest(lambda a: discourse.actor(a).kind == "municipality")
    assert latest is not None
    assert discourse.actor(latest).name == "Turin"


def test_persons_the_latest_first(settled: Settled) -> None:
    discourse = _walked(settled("Mayor of Turin Ana Ruiz spoke. Governor of Puno Tom Quispe answered."))
    assert [discourse.actor(a).name for a in discourse.named_persons()] == ["Tom Quispe", "Ana Ruiz"]


@pytest.mark.parametrize(
    ("text", "gender"), [("Ms. Ana Ruiz spoke.", "she"), ("Mr. Tom Quispe spoke.", "he"), ("Mayor Ana Ruiz of Turin spoke.", None)]
)
def test_courtesy_titles_tell_gender(settled: Settled, text: str, gender: str | None) -> None:
    discourse = _walked(settled(text))
    assert next(iter(discourse.gender.values()), None) == gender


def test_whom_a_person_speaks_for_is_spoken_of_too(settled: Settled) -> None:
    discourse = _walked(settled("Mayor of Turin Ana Ruiz spoke."))
    assert "implied" in {seen.form for seen in discourse.seen}
