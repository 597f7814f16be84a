"""The ledger of two sides: asks, answers, what came of them; in both directions."""

from collections.abc import Callable
from typing import Any

import pytest

from amity.errors import UsageError
from amity.office.ledger import Ledger, latest, ledger
from amity.register import Register
from tests.matching.make import Maker

Desk = Callable[..., Register]


def asked(register: Register, one: str = "Hue", other: str = "Gyeongju", **options: Any) -> Ledger:
    with register.reading() as connection:
        return ledger(connection, one, other, **{"as_of": "2030-01-01", **options})


def talks(name: str = "a", published: str = "2023-05-10") -> Maker:
    """Hue asks, Gyeongju takes it up; Gyeongju promises something besides, and both agree on a third."""
    maker = Maker(name, published, publisher="Daily")
    hue, gyeongju = maker.actor("Hue", "municipality", "VN"), maker.actor("Gyeongju", "municipality", "KR")
    ask = maker.statement([hue], "send more ferries", to=[gyeongju], force=2, sectors=["transport"])
    maker.statement([gyeongju], "send two ferries a day", to=[hue], sectors=["transport"])
    maker.made.statements[-1].answers = [ask]
    maker.statement([gyeongju], "teach camphor carving", to=[hue], sectors=["culture"])
    maker.statement([hue, gyeongju], "hold a lantern fair", force=5, sectors=["culture"])
    maker.statement([gyeongju], "lower the harbour fees", to=[hue], force=2, sectors=["transport"])
    return maker


def told(found: Ledger) -> set[tuple[str, str | None, tuple[str, ...], str]]:
    return {
        (turn.asker, turn.ask.label if turn.ask else None, tuple(one.label for one in turn.answers), turn.whose) for turn in found.turns
    }


def test_asks_stand_beside_their_answers_and_promises_alone(desk: Desk) -> None:
    found = asked(desk(talks()))
    assert told(found) == {
        ("Hue", "send more ferries", ("send two ferries a day",), ""),
        ("Gyeongju", "lower the harbour fees", (), ""),
        ("Gyeongju", None, ("teach camphor carving",), ""),
        ("Hue and Gyeongju", None, ("hold a lantern fair",), ""),
    }
    assert (found.one.label, found.other.label, found.ours) == ("Hue", "Gyeongju", 0)


def test_with_a_home_it_says_we_and_they(desk: Desk) -> None:
    found = asked(desk(talks()), home_names=["Gyeongju"])
    assert {(one, whose) for one, _, _, whose in told(found)} == {("Hue", "they"), ("Gyeongju", "we"), ("Hue and Gyeongju", "both")}
    assert asked(desk(), home_names=["Hanoi"]).ours == 0


def test_an_ask_without_an_answer_says_what_was_searched(desk: Desk) -> None:
    found = asked(desk(talks(), Maker("b", "2023-06-01", publisher="Weekly"), Maker("c", "2023-07-01", publisher="Daily")))
    (turn,) = [turn for turn in found.turns if turn.ask and turn.ask.label == "lower the harbour fees"]
    assert turn.searched is not None
    assert (turn.searched.reports, turn.searched.outlets, turn.searched.last) == (2, 2, "2023-07-01")


def test_what_came_of_an_answer_stands_with_its_ask(desk: Desk) -> None:
    register = desk(talks())
    answer = next(turn.answers[0] for turn in asked(register).turns if turn.ask and turn.answers)
    register.judge("assess", [answer.id], value="partly", by="Ann")
    (turn,) = [turn for turn in asked(register, as_of="2090-01-01").turns if turn.ask and turn.answers]
    assert [(one.status, one.by) for one in turn.came] == [("partly", "Ann")]
    assert (turn.status, turn.searched) == ("partly", None)


def test_both_orders_tell_the_same(desk: Desk) -> None:
    register = desk(talks())
    assert {turn[1:3] for turn in told(asked(register))} == {turn[1:3] for turn in told(asked(register, "Gyeongju", "Hue"))}


def test_a_sector_narrows_the_asks_and_promises(desk: Desk) -> None:
    register = desk(talks())
    assert {turn[1] for turn in told(asked(register, sector=["transport"]))} == {"send more ferries", "lower the harbour fees"}
    with pytest.raises(UsageError, match="--sector ferries: no such sector"):
        asked(register, sector=["ferries"])


def test_what_was_reported_later_is_left_out(desk: Desk) -> None:
    assert asked(desk(talks()), as_of="2023-05-09").turns == ()


def test_a_state_rolls_up_its_cities(desk: Desk) -> None:
    register = desk(talks())
    assert len(asked(register, "act-1", "act-2").turns) == len(asked(register, "Hue", "Gyeongju").turns) == 4


def test_rejected_and_unchecked_statements(desk: Desk) -> None:
    register = desk(talks())
    fees = next(turn.ask.id for turn in asked(register).turns if turn.ask and not turn.answers)
    register.judge("confirm", [fees], by="Ann")
    assert {turn[1] for turn in told(asked(register, checked_only=True))} == {"lower the harbour fees"}
    register.judge("reject", [fees], by="Ann")
    assert "lower the harbour fees" not in {turn[1] for turn in told(asked(register))}


@pytest.mark.parametrize(("one", "other", "reason"), [("Hue", "Hue", "both mean Hue"), ("Hue", "Nowhereland", "no party of this name")])
def test_two_parties_are_needed(desk: Desk, one: str, other: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        asked(desk(talks()), one, other)


def test_a_party_with_nobody_to_talk_to(desk: Desk) -> None:
    maker = Maker("b", "2023-06-01")
    maker.event("meeting", "2023-05-30", [maker.actor("Osaka", "municipality", "JP")])
    assert asked(desk(talks(), maker), "Hue", "Osaka").turns == ()


def test_a_page_has_the_latest_turns_of_the_whole_ledger(desk: Desk) -> None:
    register = desk(talks("a", "2023-05-10"), talks("b", "2023-09-12"))
    with register.reading() as connection:
        whole = ledger(connection, "Hue", "Gyeongju")
        for most in (1, 2, len(whole.turns)):
            told, total = latest(connection, "Hue", "Gyeongju", most)
            assert (told.turns, total) == (whole.turns[:most], len(whole.turns))
            assert (told.one, told.other, told.searched, told.as_of) == (whole.one, whole.other, whole.searched, whole.as_of)
        assert latest(connection, "Hue", "Gyeongju", 0) == (whole, len(whole.turns))
