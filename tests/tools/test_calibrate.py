"""Calibration: the weights are what gold makes them, and *high* holds where nothing was learnt."""

from pathlib import Path
from typing import Any

import pytest

from amity.evaluate.calibration import Share, shares
from amity.reading.confidence import DOUBTS, KINDS, Weights
from amity.reading.report import FactKind
from tools.calibrate.__main__ import PAGE, WEIGHTS, doubts_table, loaded, main, shown, written
from tools.calibrate.figures import Figure, load_figures, measured, save_figures
from tools.calibrate.fit import GRAVE, OPEN, WEIGHT, fitted, worth_before
from tools.calibrate.folds import ENOUGH, FOLDS, RIGHT, fold, held_out, learnt, rated

FIGURES = load_figures()


def _figures(right: int, wrong: int, *doubts: str, tuned: bool = False, first: int = 0) -> list[Figure]:
    """Return so many facts, each of a report of its own."""
    return [Figure(f"r{first + number}", tuned, "posts", number < right, doubts) for number in range(right + wrong)]


@pytest.fixture(scope="module")
def held() -> dict[FactKind, dict[Any, Share]]:
    return shares(rated(FIGURES))


def test_the_file_is_what_the_figures_make() -> None:
    assert WEIGHTS.read_text(encoding="utf-8") == written(FIGURES), "run `make calibrate`"


def test_the_docs_show_the_weights() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert shown(page, doubts=doubts_table(loaded(WEIGHTS.read_text(encoding="utf-8")))) == page, "run `make calibrate`"


def test_figures_tell_doubts_that_there_are_and_no_words() -> None:
    for one in FIGURES:
        assert set(one.doubts) <= {doubt.__name__ for doubt in DOUBTS[one.kind]}
    assert {one.kind for one in FIGURES} == set(KINDS)
    assert len({one.report for one in FIGURES if not one.tuned}) > 15


@pytest.mark.parametrize("kind", KINDS)
def test_high_holds_on_held_out_folds(kind: FactKind, held: dict[FactKind, dict[Any, Share]]) -> None:
    """Fewer than eight facts prove nothing: one wrong among them would already be 0.87."""
    high = held[kind]["high"]
    assert high.of < ENOUGH or (high.precision is not None and high.precision >= RIGHT)


def test_high_holds_over_all_kinds_in_reports_kept_aside() -> None:
    known = loaded(WEIGHTS.read_text(encoding="utf-8"))
    aside = [one for kind in KINDS for one in held_out(kind, FIGURES) if not one.figure.tuned]
    high = [one for one in aside if (least := known[one.figure.kind].high) is not None and one.probability >= least]
    assert len(high) >= 50 and sum(one.figure.right for one in high) / len(high) >= RIGHT


def test_levels_part_the_right_from_the_wrong(held: dict[FactKind, dict[Any, Share]]) -> None:
    every = {level: [of[level] for of in held.values()] for level in ("high", "medium", "low")}
    told = [sum(one.right for one in of) / sum(one.of for one in of) for of in every.values()]
    assert told == sorted(told, reverse=True)


def test_folds_are_whole_reports_and_always_the_same() -> None:
    assert [fold(f"report-{number}") for number in range(6)] == [fold(f"report-{number}") for number in range(6)]
    assert {fold(one.report) for one in FIGURES} == set(range(FOLDS))
    probabilities = {one.figure: one.probability for one in held_out("posts", FIGURES)}
    without = [one for one in FIGURES if fold(one.report) != 0]
    base, weights = fitted("posts", without)
    plain = Weights(base=round(base, 3), low=0.6, doubts={name: round(weight, 3) for name, weight in weights.items()})
    assert all(probabilities[one] == plain.probability(one.doubts) for one in probabilities if fold(one.report) == 0)


def test_without_facts_a_doubt_is_worth_what_is_known_before() -> None:
    _, doubts = fitted("posts", [])
    assert doubts == pytest.approx({name: worth_before(name) for name in doubts})
    assert (worth_before("told_late"), worth_before("nowhere"), worth_before("no_date")) == pytest.approx((WEIGHT, 2 * WEIGHT, 3 * WEIGHT))


def test_grave_doubts_are_doubts_that_there_are() -> None:
    assert {doubt.__name__ for doubts in DOUBTS.values() for doubt in doubts} >= GRAVE | OPEN


@pytest.mark.parametrize("aside", [ENOUGH - 1, ENOUGH])
def test_a_kind_hardly_seen_aside_is_neither_high_nor_low(aside: int) -> None:
    one = learnt("posts", _figures(300, 0, tuned=True) + _figures(aside, 0, first=1000))
    assert (one.high is None, one.low == 0) == ((True, True) if aside < ENOUGH else (False, False))


def test_a_doubt_weighs_more_where_it_is_borne_out_and_nothing_where_it_is_not() -> None:
    plain, late = _figures(60, 20), _figures(10, 70, "told_late", first=100)
    borne = fitted("posts", plain + late)[1]["told_late"]
    idle = fitted("posts", _figures(40, 40) + _figures(80, 0, "told_late", first=100))[1]["told_late"]
    assert borne > WEIGHT > idle == 0.0


def test_what_reports_gain_by_having_been_looked_at_is_left_out() -> None:
    aside = _figures(30, 30)
    both = aside + _figures(60, 0, tuned=True, first=100)
    assert fitted("posts", both)[0] < fitted("posts", aside + _figures(60, 0, first=100))[0]


@pytest.mark.parametrize(
    ("figures", "has_high"),
    [
        (_figures(200, 0), True),
        (_figures(180, 20), False),
        (_figures(ENOUGH - 1, 0), False),
        (_figures(400, 0, tuned=True) + _figures(20, 20, first=1000), False),
    ],
    ids=["right", "a tenth wrong", "too few", "right only where rules were made"],
)
def test_high_is_for_kinds_that_hold_it(figures: list[Figure], has_high: bool) -> None:
    assert (learnt("posts", figures).high is not None) is has_high


def test_the_fit_is_the_same_whatever_the_order() -> None:
    assert written(FIGURES[::-1]) == written(FIGURES)


def test_figures_are_kept_as_they_are(tmp_path: Path) -> None:
    save_figures(FIGURES[:5], tmp_path / "figures.jsonl")
    assert load_figures(tmp_path / "figures.jsonl") == FIGURES[:5]


def test_other_reports_are_checked_without_learning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold, reports = tmp_path / "gold", tmp_path / "reports"
    gold.mkdir()
    reports.mkdir()
    (reports / "one.txt").write_text(
        "Mayor Clara Brandt of Linz met Governor Ivo Maric of Istria in Linz on 14 May 2024.\n", encoding="utf-8"
    )
    (reports / "two.txt").write_text("Nobody knows of this one.\n", encoding="utf-8")
    told = '{"people": [{"name": "Clara Brandt", "post": "Mayor", "of": "Linz"}], "actors": [{"name": "Linz", "kind": "municipality"}]}'
    (gold / "one.json").write_text(told, encoding="utf-8")
    figures = list(measured(gold, reports, None, tuned=False))
    assert {one.report for one in figures} == {"one"} and any(one.kind == "people" and one.right for one in figures)
    main(["--check", str(gold), str(reports)])
    assert capsys.readouterr().out.startswith("| kind | facts |")


def test_tables_are_put_between_their_marks() -> None:
    page = "a\n<!-- doubts -->\nold\n<!-- /doubts -->\nb\n<!-- outside -->\nkept\n<!-- /outside -->\n"
    assert shown(page, doubts=r"new \1") == page.replace("old", r"new \1")
