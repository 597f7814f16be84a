"""Intervals and agreement against figures that are published or follow by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.office.audit.precision import kappa, weighted, wilson


def test_wilson_is_as_published() -> None:
    """Newcombe (1998), Statistics in Medicine 17, table I, method 3: 81/263, 15/148, 0/20, 1/29."""
    for right, answers, low, high in ((81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)):
        found = wilson(right / answers, answers)
        assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@given(st.integers(1, 500), st.data())
def test_an_interval_holds_its_share(answers: int, data: st.DataObject) -> None:
    share = data.draw(st.integers(0, answers)) / answers
    found = wilson(share, answers)
    assert 0 <= found.low <= share + 1e-12
    assert share - 1e-12 <= found.high <= 1


def test_one_stratum_is_a_simple_sample() -> None:
    assert weighted([(1000, 45, 50)]) == wilson(0.9, 50)


def test_strata_count_by_their_size() -> None:
    found = weighted([(900, 10, 10), (100, 0, 10)])
    assert found is not None
    assert found.share == pytest.approx(0.9)
    assert found.answers == pytest.approx(1 / (0.81 / 10 + 0.01 / 10))


def test_a_proportional_sample_rests_on_all_its_answers() -> None:
    found = weighted([(900, 80, 90), (100, 5, 10)])
    assert found is not None
    assert (found.share, found.answers) == (pytest.approx(0.85), pytest.approx(100))


def test_strata_without_answers_do_not_count() -> None:
    assert weighted([(10, 1, 1), (90, 0, 0)]) == wilson(1.0, 1)
    assert weighted([(10, 0, 0)]) is None
    assert weighted([]) is None


def test_kappa_is_as_cohen_counts_it() -> None:
    """Twenty and fifteen alike, five and ten not: 0.7 observed, 0.5 by chance."""
    pairs = [("right", "right")] * 20 + [("right", "wrong")] * 5 + [("wrong", "right")] * 10 + [("wrong", "wrong")] * 15
    assert kappa(pairs) == pytest.approx(0.4)


def test_kappa_of_answers_that_are_all_alike_is_not_defined() -> None:
    assert kappa([("right", "right")] * 9) is None
    assert kappa([]) is None


def test_kappa_may_be_below_chance() -> None:
    found = kappa([("right", "wrong"), ("wrong", "right")])
    assert found == pytest.approx(-1)
