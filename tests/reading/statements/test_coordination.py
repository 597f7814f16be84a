"""Granularity: one statement for each coordinated action, one for a list of objects or fields."""

from collections.abc import Callable

import pytest

from amity.model import Statement
from amity.reading.statements.clauses import Clauses

Read = Callable[[str], list[Statement]]


@pytest.mark.parametrize(
    ("sentence", "actions"),
    [
        (
            "The two sides agreed to enhance tourism, promote winter sports, and step up school exchange.",
            ["enhance tourism", "promote winter sports", "step up school exchange"],
        ),
        (
            "Nagano is willing to work with Bergen to deepen trust, promote trade, share experience and work together for the climate.",
            ["work with Bergen to deepen trust", "promote trade", "share experience", "work together for the climate"],
        ),
        (
            "Berg recommended building a ski lift, including its power supply, and opening a lodge.",
            ["building a ski lift, including its power supply", "opening a lodge"],
        ),
        (
            "Mori stressed the need for a safer harbour as well as the establishment of a rescue team.",
            ["a safer harbour", "the establishment of a rescue team"],
        ),
        (
            "The sides will work to promote the sale of apples while developing online sales.",
            ["work to promote the sale of apples", "developing online sales"],
        ),
        (
            "They promised to do whatever is needed to lift trade, and to look after the old church.",
            ["do whatever is needed to lift trade", "look after the old church"],
        ),
        (
            "Mori called for an early opening of the lift and for an exchange of guides.",
            ["an early opening of the lift", "an exchange of guides"],
        ),
        ("Berg proposed that a lodge be opened and named after the poet.", ["a lodge be opened", "named after the poet"]),
        (
            "They agreed to promote trade, uphold free navigation and open a port.",
            ["promote trade", "uphold free navigation", "open a port"],
        ),
        ("They agreed to train guides each year and set up a rescue team.", ["train guides each year", "set up a rescue team"]),
        ("They agreed to mark the paths yearly and cut the fees for guides.", ["mark the paths yearly", "cut the fees for guides"]),
        ("They pledged to strengthen trade as well as promoting tourism.", ["strengthen trade", "promoting tourism"]),
        (
            "Berg agreed to cooperate on letting hikers cross the pass, removing rocks and to mark the paths.",
            ["cooperate on letting hikers cross the pass", "removing rocks", "mark the paths"],
        ),
    ],
)
def test_coordinated_actions_are_statements_of_their_own(read: Read, sentence: str, actions: list[str]) -> None:
    assert [s.action for s in read(sentence)] == actions


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("They agreed to strengthen cooperation in trade, culture and tourism.", "strengthen cooperation in trade, culture and tourism"),
        ("They agreed to deepen and broaden these ties.", "deepen and broaden these ties"),
        ("Mori pledged to help Bergen train guides and open lodges.", "help Bergen train guides and open lodges"),
        ("They agreed to open the pass, contributing to peace.", "open the pass"),
        ("They agreed to open the pass, thereby promoting tourism.", "open the pass"),
        ("Bergen will sell salmon, cheese and wool, Berg said.", "sell salmon, cheese and wool"),
        ("Mori suggested the upgrade and opening of the mountain gate.", "the upgrade and opening of the mountain gate"),
    ],
)
def test_lists_of_objects_and_effects_are_not(read: Read, sentence: str, action: str) -> None:
    assert [s.action for s in read(sentence)] == [action]


@pytest.mark.parametrize(
    ("sentence", "verb", "head"),
    [
        ("The mayors agreed to open roads, promote trade, and close mines.", "promote", "open"),
        ("Oman is ready to buy rice, prepare for the fair, and host the team.", "prepare", "buy"),
        ("They promised to do whatever is needed to lift trade, and to look after the church.", "look", "do"),
    ],
)
def test_a_listed_verb_hangs_on_the_list(clauses: Callable[[str], Clauses], sentence: str, verb: str, head: str) -> None:
    repaired = clauses(sentence)
    token = next(t for t in repaired.doc if t.text == verb)
    first = repaired.first(token)
    assert (repaired.dep(token), first.text) == ("conj", head)


@pytest.mark.parametrize(
    ("sentence", "participle", "verb"),
    [
        ("The envoy said the ties are old, adding that his city will open a school.", "adding", "said"),
        ("She said trade is growing, pledging to open a market.", "pledging", "said"),
    ],
)
def test_a_reporting_participle_hangs_on_the_report(clauses: Callable[[str], Clauses], sentence: str, participle: str, verb: str) -> None:
    repaired = clauses(sentence)
    token = next(t for t in repaired.doc if t.text == participle)
    assert repaired.parent(token).text == verb


def test_a_verb_of_speech_in_the_past_goes_on_from_said(clauses: Callable[[str], Clauses]) -> None:
    repaired = clauses("The minister said Oman and Qatar are building many roads, and called on the envoy to help.")
    called = next(t for t in repaired.doc if t.text == "called")
    subject = repaired.subject(called)
    assert subject is not None and subject.text == "minister"


def test_coordination_that_the_parser_has_right_stays(clauses: Callable[[str], Clauses]) -> None:
    repaired = clauses("They agreed to buy rice and sell tea.")
    assert all(repaired.parent(token) == token.head for token in repaired.doc)


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [("Rivers and roads will be repaired and named.", "Rivers"), ("The mayor came and promised to return.", "mayor")],
)
def test_verbs_share_a_subject(clauses: Callable[[str], Clauses], sentence: str, subject: str) -> None:
    repaired = clauses(sentence)
    last = [t for t in repaired.doc if t.text in ("named", "promised")][-1]
    found = repaired.subject(last)
    assert found is not None and found.text == subject


def test_actions_lie_in_their_evidence(read: Read) -> None:
    text = "They agreed to enhance tourism, promote winter sports, and step up school exchange. Berg hoped to ski in Nagano."
    assert all(s.action in s.evidence[0].quote for s in read(text))


def test_ids_are_in_order_and_unique(read: Read) -> None:
    told = read("They agreed to enhance tourism, promote winter sports, and step up school exchange. Berg hoped to ski in Nagano.")
    assert [s.id for s in told] == ["s1", "s2", "s3", "s4"]
