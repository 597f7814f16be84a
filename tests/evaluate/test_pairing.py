"""Pairing: one to one, strongest first, one of a group of repeats."""

from amity.evaluate.pairing import overlap, pair, repeats


def test_the_strongest_pair_is_taken_first() -> None:
    strengths = {("a", "x"): 0.5, ("a", "y"): 0.9, ("b", "y"): 0.8}
    assert pair("ab", "xy", lambda g, r: strengths.get((g, r), 0.0)) == [(0, 1)]


def test_no_strength_no_pair() -> None:
    assert pair([1, 2], [3], lambda g, r: 0.0) == []


def test_of_a_group_only_one_is_paired() -> None:
    assert pair([1, 2], [3, 4], lambda g, r: 1.0, group=[0, 0]) == [(0, 0)]


def test_overlap_is_a_jaccard_of_parties() -> None:
    assert overlap([], []) == 1.0
    assert overlap([["Laos"], ["China"]], [["Lao"]]) == 0.5
    assert overlap([["Laos"]], [["China"]]) == 0.0


def _statement(action: str, start: int) -> dict[str, object]:
    return {"action": action, "evidence": [{"start": start, "end": start + 50}]}


def test_the_same_words_of_one_passage_are_one_group() -> None:
    action = "open two new pairs of border gates together"
    assert repeats([_statement(action, 0), _statement(action + " soon", 10), _statement(action, 400)]) == [0, 0, 2]
