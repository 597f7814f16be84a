"""What doubts weigh: the file fits the code, and a further doubt never makes a fact surer."""

import math
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.reading.confidence import DOUBTS, KINDS, Weights, weights
from amity.vocabulary import load, speaking

LEVELS = ("low", "medium", "high")
PLAIN = Weights(base=3.0, low=0.6, high=0.95, doubts={"late": 0.5, "nobody": 4.0, "idle": 0.0})


def test_every_doubt_of_every_kind_has_a_weight_and_none_else() -> None:
    assert list(weights()) == list(KINDS)
    for kind in KINDS:
        assert list(weights()[kind].doubts) == [doubt.__name__ for doubt in DOUBTS[kind]]


def test_no_doubt_stands_twice_or_without_a_reason() -> None:
    for doubts in DOUBTS.values():
        assert len({doubt.__name__ for doubt in doubts}) == len(doubts)
        assert all((doubt.__doc__ or "").strip().endswith(".") and "\n" not in (doubt.__doc__ or "") for doubt in doubts)


def test_weights_only_lower_and_thresholds_are_probabilities() -> None:
    for one in weights().values():
        assert all(weight >= 0 for weight in one.doubts.values())
        assert 0 <= one.low < 1
        assert one.high is None or 0.95 <= one.high < 1


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_a_further_doubt_never_makes_a_fact_surer(kind: Any, data: st.DataObject) -> None:
    one = weights()[kind]
    doubts = data.draw(st.lists(st.sampled_from(sorted(one.doubts)), unique=True))
    further = data.draw(st.sampled_from(sorted(one.doubts)))
    assert one.probability({*doubts, further}) <= one.probability(doubts)
    assert LEVELS.index(one.level({*doubts, further})) <= LEVELS.index(one.level(doubts))


def test_the_probability_is_that_of_the_odds() -> None:
    assert PLAIN.probability([]) == pytest.approx(1 / (1 + math.exp(-3)))
    assert PLAIN.probability(["late", "idle"]) == pytest.approx(1 / (1 + math.exp(-2.5)))


@pytest.mark.parametrize(("doubts", "level"), [([], "high"), (["late"], "medium"), (["nobody"], "low"), (["idle"], "high")])
def test_the_level_follows_the_probability(doubts: list[str], level: str) -> None:
    assert PLAIN.level(doubts) == level


def test_a_kind_without_a_threshold_has_no_high() -> None:
    assert msgspec.structs.replace(PLAIN, high=None).level([]) == "medium"


def test_an_unknown_doubt_is_no_weight_of_nought() -> None:
    with pytest.raises(KeyError):
        PLAIN.probability(["unheard"])


def test_a_language_without_gold_has_no_high() -> None:
    with speaking("xx"):
        assert not load("confidence")
        foreign = weights()
    assert all(one.high is None for one in foreign.values())
    assert {kind: one.doubts for kind, one in foreign.items()} == {kind: one.doubts for kind, one in weights().items()}


def test_weights_refuse_what_they_do_not_know() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"base": 1.0, "low": 0.6, "doubts": {}, "hihg": 0.9}, Weights)
