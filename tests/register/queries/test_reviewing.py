"""The queue for review is right after whatever was decided: no pair with a side that is wrong, merged or held apart already."""

from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from sqlalchemy import select

from amity.register import Register, open_register, tables
from amity.register.queries.reviewing import queue
from tests.matching.make import Maker
from tests.register.canonical import differences, held, matched
from tests.register.pool import make

Pairs = set[frozenset[str]]


def waiting(register: Register) -> Pairs:
    """The ids of the pairs that wait."""
    with register.reading() as connection:
        return {frozenset((one["one"]["id"], one["other"]["id"])) for one in queue(connection, limit=500) if _is_pair(one)}


def _is_pair(one: dict[str, Any]) -> bool:
    return one.get("question") == "same or different?"


@pytest.fixture
def doubtful(register: Register) -> Register:
    """A register of two texts that may be one."""
    for name, day in (("one", "2024-05-02"), ("two", "2024-09-04")):
        maker = Maker(name, day, text=f"Rain fell over the harbour on day {name}.")
        ends = [maker.actor("Hue", "municipality", "VN"), maker.actor("Gyeongju", "municipality", "KR")]
        maker.instrument("mou", ends, status="in_effect", concluded=False)
        register.add(maker.reading())
    assert waiting(register) == {frozenset(("ins-1", "ins-2"))}
    return register


def test_a_pair_with_a_rejected_side_waits_no_more(doubtful: Register) -> None:
    made = doubtful.judge("reject", ["ins-2"])
    assert waiting(doubtful) == set()
    doubtful.rebuild()
    assert waiting(doubtful) == set()
    doubtful.undo(made.number)
    assert waiting(doubtful) == {frozenset(("ins-1", "ins-2"))}


@pytest.mark.parametrize("kind", ["merge", "split"])
def test_a_decided_pair_waits_no_more_until_it_is_taken_back(doubtful: Register, kind: Any) -> None:
    made = doubtful.judge("merge", ["ins-1", "ins-2"]) if kind == "merge" else doubtful.judge("split", ["ins-1"], ["ins-2"])
    assert waiting(doubtful) == set()
    undone = doubtful.undo(made.number)
    assert waiting(doubtful) == {frozenset(("ins-1", "ins-2"))}
    doubtful.undo(undone.number)
    assert waiting(doubtful) == set()


def test_a_rejected_fact_of_a_thing_that_stands_asks_nothing(doubtful: Register) -> None:
    """The thing has another report now; the pair waits for what that one says, not for the rejected words."""
    doubtful.judge("reject", ["ins-2"])
    maker = Maker("three", "2024-09-04", text="Rain fell over the harbour on day three.")
    ends = [maker.actor("Hue", "municipality", "VN"), maker.actor("Gyeongju", "municipality", "KR")]
    maker.instrument("mou", ends, status="in_effect", concluded=False)
    doubtful.add(maker.reading())
    with doubtful.reading() as connection:
        refused = set(connection.scalars(select(tables.members.c.number).where(tables.members.c.state == "rejected")))
        asked = {end for row in connection.execute(select(tables.doubts)) for end in (row.one_member, row.other_member)}
    assert not refused & asked


STEPS = st.lists(st.tuples(st.sampled_from(["merge", "split", "reject", "confirm", "undo"]), st.integers(0, 40)), min_size=1, max_size=6)


@settings(max_examples=8, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(numbers=st.lists(st.integers(0, 11), min_size=3, max_size=6, unique=True), steps=STEPS)
def test_the_queue_after_any_decisions(tmp_path_factory: pytest.TempPathFactory, numbers: list[int], steps: list[tuple[Any, int]]) -> None:
    readings = [make(number) for number in numbers]
    judged: list[Any] = []
    with open_register(tmp_path_factory.mktemp("queue") / "amity.db") as register:
        register.add(readings, reader="1")
        for kind, at in steps:
            if kind == "undo":
                judged += [register.undo(judged[at % len(judged)].number)] if judged else []
                continue
            pairs = sorted(sorted(pair) for pair in waiting(register))
            if pairs:
                one, other = pairs[at % len(pairs)]
                judged.append(_decide(register, kind, one, other))
                assert kind == "confirm" or frozenset((one, other)) not in waiting(register)
        assert differences(matched(readings, judged), held(register)) == {}
        assert register.check() == []
        before = waiting(register)
        register.rebuild()
        assert waiting(register) == before


def _decide(register: Register, kind: Any, one: str, other: str) -> Any:
    if kind == "split":
        return register.judge("split", [one], [other])
    return register.judge(kind, [one, other] if kind == "merge" else [other])
