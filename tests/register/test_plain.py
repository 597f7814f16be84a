"""What reports tell of for years joins its cluster by the edges of the new fact alone, as if all of it had been clustered anew."""

from typing import Any

import pytest

from amity.model import Reading
from amity.register import Register
from amity.register.growing import stages
from tests.matching.make import Maker
from tests.register.canonical import held, matched

NAMES = ("joint lantern committee", "joint lantern committee", "joint ferry committee", "joint lantern and ferry committee")


def told(number: int) -> Reading:
    maker = Maker(f"{number:02}", f"2024-{1 + number % 9:02}-11", text=f"Rain fell over the harbour on day {number}.")
    sides = [maker.actor("Hue", "municipality", "VN"), maker.actor("Gyeongju", "municipality", "KR")]
    maker.mechanism(NAMES[number % len(NAMES)], sides)
    maker.project(f"{('lantern', 'ferry')[number % 2]} museum of both cities", places=sides)
    maker.statement(sides[:1], "open a camphor garden beside the river", to=sides[1:])
    return maker.reading()


@pytest.mark.parametrize("together", [1, 4])
def test_a_new_telling_joins_by_its_own_edges(register: Register, monkeypatch: pytest.MonkeyPatch, together: int) -> None:
    walked: list[int] = []
    whole = stages._component

    def component(state: Any, stage: int, start: Any) -> Any:
        walked.append(stage)
        return whole(state, stage, start)

    monkeypatch.setattr(stages, "_component", component)
    readings = [told(number) for number in range(16)]
    register.add(readings, together=together)
    assert not set(walked) & set(stages.FIRM)
    assert held(register) == matched(readings, [])


def test_what_people_decided_is_asked_first(register: Register) -> None:
    readings = [told(number) for number in range(8)]
    register.add(readings[:6])
    merged = register.judge("merge", ["mec-1", "mec-2"])
    register.add(readings[6:])
    assert held(register)["things"] != matched(readings, [])["things"]
    register.undo(merged.number)
    assert held(register) == matched(readings, [])
