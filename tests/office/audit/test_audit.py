"""Samples are drawn, sheets filled in and taken, and their results kept, undone and compared."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from amity.errors import AmityError, UsageError
from amity.office.audit import Answered, answered, answers_of, draw, flat, results, sheet, take
from amity.office.audit.sampling import Sample, allotted, kind_named
from amity.office.entering import enter
from amity.office.record import Record
from amity.office.render.xlsx import workbook
from amity.register import Register, open_register
from amity.register.queries.details import show
from tests.matching.make import Maker


def fill(register: Register, reports: int = 12) -> None:
    """Reports of three outlets, each with two pledges of different confidence."""
    for number in range(reports):
        maker = Maker(f"{number:02}", "2024-05-02", publisher=f"Outlet {number % 3}" if number % 4 else None)
        hue, gyeongju = maker.actor("Hue", "municipality", "VN"), maker.actor("Gyeongju", "municipality", "KR")
        maker.statement([hue], f"plant {number + 2} camphor trees", to=[gyeongju], sectors=["environment"])
        maker.statement([gyeongju], f"send {number + 2} lantern makers", to=[hue], sectors=["culture"])
        made = maker.reading()
        made.statements[1].confidence = "low"
        register.add(made)


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Register]:
    with open_register(tmp_path / "amity.db") as register:
        fill(register)
        yield register


def drawn(register: Register, size: int = 6, by: str | None = None, seed: int = 1, kind: str = "commitments") -> Sample:
    with register.reading() as connection:
        return draw(connection, kind, size=size, by=by, seed=seed)


def given(sample: Sample, words: Sequence[str]) -> list[Answered]:
    return [Answered(fact=one.fact, answer=word) for one, word in zip(sample.facts, words, strict=True)]  # type: ignore[arg-type]


def test_the_same_seed_draws_the_same(filled: Register) -> None:
    first = drawn(filled)
    filled.rebuild()
    assert drawn(filled) == first
    assert {one.fact for one in drawn(filled, seed=2).facts} != {one.fact for one in first.facts}
    assert len({one.fact for one in first.facts}) == 6


def test_every_stratum_is_drawn_in_proportion(filled: Register) -> None:
    sample = drawn(filled, size=8, by="outlet")
    assert sample.strata == {"Outlet 0": 6, "Outlet 1": 6, "Outlet 2": 6, "not told": 6}
    assert Counter(one.stratum for one in sample.facts) == dict.fromkeys(sample.strata, 2)
    assert {one.stratum: one.publisher for one in sample.facts}["Outlet 1"] == "Outlet 1"
    assert drawn(filled, by="confidence").strata == {"high": 12, "low": 12}
    assert drawn(filled, by="sector").strata == {"culture": 12, "environment": 12}


def test_small_strata_have_one_and_none_more_than_it_has() -> None:
    assert allotted({"a": 97, "b": 2, "c": 1}, 10) == {"a": 8, "b": 1, "c": 1}
    assert allotted({"a": 3, "b": 2}, 50) == {"a": 3, "b": 2}
    with pytest.raises(UsageError, match="ask for 3 or more"):
        allotted({"a": 9, "b": 9, "c": 9}, 2)


def test_a_fact_is_drawn_with_its_words(filled: Register) -> None:
    for one in drawn(filled).facts:
        with filled.reading() as connection:
            told = show(connection, one.document)
        assert told["text"][one.start : one.end] == one.sentence
        assert one.fact.startswith(f"{one.thing}.")
        assert "pledge (force 4, action)" in one.read_as


@pytest.mark.parametrize(("named", "kind"), [("commitment", "commitments"), ("person", "people"), ("events", "events")])
def test_kinds_are_named_in_one_or_many(named: str, kind: str) -> None:
    assert kind_named(named) == kind


@pytest.mark.parametrize(
    ("asked", "message"),
    [({"kind": "ties"}, "nothing of that kind"), ({"by": "colour"}, "outlet, sector, confidence"), ({"size": 0}, "1 or more"),
     ({"kind": "projects"}, "no projects that were read")],
)  # fmt: skip
def test_samples_that_cannot_be_drawn(filled: Register, asked: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        drawn(filled, **asked)  # type: ignore[arg-type]


def test_answers_are_kept_and_taken_back(filled: Register) -> None:
    sample = drawn(filled, by="confidence")
    before = filled.dump()
    taken = take(filled, sample.kind, given(sample, ["right"] * 4 + ["wrong", "unsure"]), by=sample.by, coder="Ann")
    assert (taken.right, taken.wrong, taken.unsure, len(taken.numbers)) == (4, 1, 1, 1)
    assert filled.dump() == before
    with filled.reading() as connection:
        rows = list(flat(results(connection)))
    assert [row["stratum"] for row in rows] == ["high", "low", "all"]
    assert (rows[-1]["right"], rows[-1]["wrong"], rows[-1]["unsure"], rows[-1]["size"]) == (4, 1, 1, 24)
    assert rows[-1]["low"] < rows[-1]["precision"] < rows[-1]["high"]
    filled.rebuild()
    with filled.reading() as connection:
        assert list(flat(results(connection, "commitments"))) == rows
        assert results(connection, "events") == []
    filled.undo(taken.numbers[0])
    with filled.reading() as connection:
        assert results(connection) == []
    assert filled.check() == []


def states(register: Register, sample: Sample) -> list[str | None]:
    """What people decided about the facts of a sample."""
    with register.reading() as connection:
        told = [(one, show(connection, one.thing)["reports"]) for one in sample.facts]
    found = []
    for one, reports in told:
        found += [each.get("state") for each in reports if (each["document"], each["quote"]) == (one.document, one.sentence)]
    return found


def test_answers_decide_when_the_coder_says_so(filled: Register) -> None:
    sample = drawn(filled, size=3)
    taken = take(filled, sample.kind, given(sample, ["right", "wrong", "unsure"]), coder="Ann", decide=True)
    assert states(filled, sample) == ["confirmed", "rejected", None]
    for number in reversed(taken.numbers):
        filled.undo(number)
    assert states(filled, sample) == [None, None, None]


def test_two_coders_are_compared(filled: Register) -> None:
    sample = drawn(filled, size=4)
    take(filled, sample.kind, given(sample, ["right", "right", "wrong", "unsure"]), coder="Ann")
    take(filled, sample.kind, given(sample, ["right", "wrong", "wrong", "unsure"]), coder="Bob")
    with filled.reading() as connection:
        (found,) = results(connection)
    (agreement,) = found.agreements
    assert (agreement.coders, agreement.facts, agreement.agreed) == (("Ann", "Bob"), 4, 3)
    assert agreement.kappa == pytest.approx((0.75 - 0.3125) / (1 - 0.3125))
    (disputed,) = agreement.disputed
    assert (disputed.sentence, disputed.answers) == (sample.facts[1].sentence, {"Ann": "right", "Bob": "wrong"})


def test_a_coder_who_answers_again_is_taken_at_the_last_word(filled: Register) -> None:
    sample = drawn(filled, size=2)
    take(filled, sample.kind, given(sample, ["right", "right"]), coder="Ann")
    take(filled, sample.kind, given(sample, ["right", "wrong"]), coder="Ann")
    with filled.reading() as connection:
        (row,) = flat(results(connection))
    assert (row["right"], row["wrong"]) == (1, 1)


def test_answers_about_unknown_facts_keep_nothing(filled: Register) -> None:
    sample = drawn(filled, size=1)
    for fact in ("sta-1.0000000000", "sta-999.0000000000", "sta-1", "evt-1.00", "="):
        with pytest.raises(UsageError, match="no such fact among commitments"):
            take(filled, sample.kind, [*given(sample, ["right"]), Answered(fact=fact, answer="right")])
    with filled.reading() as connection:
        assert results(connection) == []


def test_a_terminal_asks_fact_by_fact(filled: Register) -> None:
    sample = drawn(filled, size=3)
    said, shown = iter(["r", "what", "w it is a plan", "b", "u", "q"]), list[str]()
    found = answered(sample, show=shown.append, ask=lambda question: next(said))
    assert [(one.answer, one.note) for one in found] == [("right", ""), ("unsure", "")]
    assert sum("1 of 3" in one for one in shown) == 1
    assert "'what' is no answer; type r, w or u" in shown


def test_who_leaves_early_keeps_what_was_answered(filled: Register) -> None:
    sample, said = drawn(filled, size=3), iter(["right"])

    def ask(question: str) -> str:
        for one in said:
            return one
        raise EOFError

    assert [one.answer for one in answered(sample, show=lambda words: None, ask=ask)] == ["right"]


def written(tmp_path: Path, sample: Sample, **cells: str) -> Path:
    """A sheet with ``right`` everywhere, but for cells such as ``answer3``."""
    made = sheet(sample)
    for at, row in enumerate(made.rows, 2):
        row["answer"] = "right"
        row |= {name.rstrip("0123456789"): told for name, told in cells.items() if name.endswith(str(at))}
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(workbook([made]))
    return path


def test_a_sheet_comes_back_as_it_went(filled: Register, tmp_path: Path) -> None:
    sample = drawn(filled, size=4, by="confidence")
    found = answers_of(written(tmp_path, sample, answer3="W", note3="a plan, no pledge", answer4=" Unsure "))
    assert (found.kind, found.by) == ("commitments", "confidence")
    assert [one.fact for one in found.given] == [one.fact for one in sample.facts]
    assert [one.answer for one in found.given] == ["right", "wrong", "unsure", "right"]
    assert found.given[1].note == "a plan, no pledge"


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"answer3": "rigth"}, r"row 3, column D \(answer\): 'rigth' is no answer; write right, wrong or unsure"),
        ({"answer2": "", "answer5": ""}, r"column D \(answer\): empty in row 2, 5; answer them, or delete these rows"),
        ({"fact3": ""}, r"row 3, column A \(fact\): no fact"),
        ({"sample4": "events/all/1"}, r"row 4, column K \(sample\): 'events/all/1', above 'commitments/all/1'"),
    ],
)
def test_a_sheet_that_is_not_whole_names_row_and_column(filled: Register, tmp_path: Path, cells: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        answers_of(written(tmp_path, drawn(filled, size=4), **cells))


def test_a_fact_with_two_answers_is_refused(filled: Register, tmp_path: Path) -> None:
    sample = drawn(filled, size=4)
    path = written(tmp_path, sample, fact4=sample.facts[0].fact, answer4="wrong")
    with pytest.raises(UsageError, match=r"row 4, column D .*: wrong, but row 2 says right of the same fact"):
        answers_of(path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fact,answer\nsta-1.00,right\n", "row 1: no column sample"),
        ("", "the file is empty"),
        ("fact,answer,sample\n", "no answers"),
        ("fact,answer,sample\nsta-1.00,right,what\n", "'what' names no sample"),
        ("fact,answer,sample\nsta-1.00,right,ties/all/1\n", "nothing of that kind"),
    ],
)
def test_files_that_are_no_sheets(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text(text)
    with pytest.raises(AmityError, match=message):
        answers_of(path)


def test_what_was_entered_by_hand_is_not_audited(filled: Register) -> None:
    parties = ["Hue", "Gyeongju"]
    enter(filled, [Record(kind="instrument", fields={"type": "mou", "party": parties, "signed_on": "2024-05-02"})], by="Ann")
    assert len(filled.dump()["instruments"]) == 1
    with pytest.raises(UsageError, match="no instruments that were read"):
        drawn(filled, kind="instruments")
