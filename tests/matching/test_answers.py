"""Answers across reports: by the side that was asked, later, with the same content."""

from typing import Any

import pytest

from amity.matching.answers import answer_keys
from amity.matching.inmemory import match
from tests.matching.helpers import features
from tests.matching.make import Maker

SIDES = {"hue": ("Hue", "municipality", "VN"), "gyeongju": ("Gyeongju", "municipality", "KR"), "busan": ("Busan", "municipality", "KR")}


def _said(name: str, published: str, /, by: str, to: str, action: str, force: int, **given: Any) -> Maker:
    maker = Maker(name, published)
    known = {key: maker.actor(*SIDES[key]) for key in dict.fromkeys([by, to, *given.get("debtor", ())])}
    given = {key: [known[one] for one in value] for key, value in given.items()}
    maker.statement([known[by]], action, force=force, to=[known[to]], **given)
    return maker


ASK = ("hue", "gyeongju", "send two masters of lantern making", 2)


def _answers(*makers: Maker) -> int:
    return len(match([maker.reading() for maker in makers]).answers)


@pytest.mark.parametrize("force", [3, 4, 5])
def test_what_was_asked_is_taken_up_by_the_other_side(force: int) -> None:
    reply = _said("two", "2024-03-01", "gyeongju", "hue", "send masters of lantern making in autumn", force)
    assert _answers(_said("one", "2024-02-01", *ASK), reply) == 1


@pytest.mark.parametrize(
    ("published", "reply"),
    [
        ("2024-03-01", ("hue", "gyeongju", "send masters of lantern making in autumn", 4)),
        ("2024-03-01", ("busan", "hue", "send masters of lantern making in autumn", 4)),
        ("2024-03-01", ("gyeongju", "hue", "send a school choir", 4)),
        ("2024-03-01", ("gyeongju", "hue", "send masters of lantern making in autumn", 1)),
        ("2024-01-01", ("gyeongju", "hue", "send masters of lantern making in autumn", 4)),
        ("2029-03-01", ("gyeongju", "hue", "send masters of lantern making in autumn", 4)),
        ("2024-03-01", ("gyeongju", "hue", "strengthen cooperation", 4)),
    ],
)
def test_what_is_no_answer(published: str, reply: tuple[str, str, str, int]) -> None:
    assert _answers(_said("one", "2024-02-01", *ASK), _said("two", published, *reply)) == 0


def test_the_debtor_of_an_ask_may_answer_it() -> None:
    ask = _said("one", "2024-02-01", "hue", "gyeongju", "send two masters of lantern making", 2, debtor=["busan"])
    assert _answers(ask, _said("two", "2024-03-01", "busan", "hue", "send masters of lantern making in autumn", 4)) == 1


def test_an_answer_in_the_same_report_is_for_the_reader_to_link() -> None:
    maker = _said("one", "2024-02-01", *ASK)
    maker.statement(["a2"], "send masters of lantern making in autumn", force=4, to=["a1"])
    assert _answers(maker) == 0


def _keys(action: str, force: int, by: tuple[str, str, str], to: tuple[str, str, str]) -> frozenset[str]:
    maker = Maker(f"{force}")
    maker.statement([maker.actor(*by)], action, force=force, to=[maker.actor(*to)])
    return answer_keys(features(maker.reading(), "statements", "s1"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ask", "reply", "meet"),
    [
        ("open the Sao Mai pier", "reopen the Sao Mai landing", True),
        ("lend two bronze drums", "lend the drums of bronze", True),
        ("lend two bronze drums", "lend a ferry", False),
    ],
)
def test_asks_and_answers_meet_by_a_name_or_two_words(ask: str, reply: str, meet: bool) -> None:
    hue, gyeongju = ("Hue", "municipality", "VN"), ("Gyeongju", "municipality", "KR")
    assert bool(_keys(ask, 2, hue, gyeongju) & _keys(reply, 4, gyeongju, hue)) is meet
