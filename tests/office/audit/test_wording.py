"""Facts in words, for someone who knows nothing of fields."""

import pytest

from amity.office.audit.wording import in_words
from amity.register.facts import facts
from tests.matching.make import Maker


def told(layer: str) -> str:
    maker = Maker("one")
    hue, gyeongju = maker.actor("Hue", "municipality", "VN", also=["Hue City"]), maker.actor("Gyeongju", "municipality", "KR")
    mayor = maker.person("Tran Van Khoa", "Mayor", hue)
    maker.event("meeting", "2024-05-02/2024-05-04", [hue, gyeongju], [(mayor, hue)], mode="online")
    maker.instrument("mou", [hue, gyeongju], signed="2024-05-02", period=("2024", "2026"), title="the text on lanterns")
    maker.statement([hue], "hold a lantern festival", force=4, to=[gyeongju], speaker=mayor)
    maker.mechanism("joint lantern committee", [hue, gyeongju])
    maker.project("lantern garden", "planned", [hue])
    reading = maker.reading()
    names = {one.id: one.name for one in reading.actors}
    return in_words(layer, next(one.told for one in facts(reading) if one.layer == layer), names)


@pytest.mark.parametrize(
    ("layer", "words"),
    [
        ("actors", "Hue is a municipality; country: VN; also called: Hue City"),
        ("events", "meeting, held; online; when: 2024-05-02 to 2024-05-04; between: Hue and Gyeongju; with: Tran Van Khoa (attendee)"),
        (
            "instruments",
            "mou, signed; title: the text on lanterns; parties: Hue and Gyeongju; signed on: 2024-05-02; period: 2024 to 2026; "
            "concluded as this report tells",
        ),
        ("statements", "Hue → Gyeongju; pledge (force 4, action): “hold a lantern festival”; speaker: Tran Van Khoa"),
        ("mechanisms", "a standing mechanism: joint lantern committee; members: Hue and Gyeongju"),
        ("projects", "a project: lantern garden, planned; places: Hue"),
    ],
)
def test_a_fact_is_told_part_by_part(layer: str, words: str) -> None:
    assert told(layer) == words


def test_a_figure_is_told_with_its_subject() -> None:
    fact = {"subject": "a1", "measure": "friendly cities", "value": 24.0, "unit": None, "as_of": "2024"}
    assert in_words("indicators", fact, {"a1": "Hue"}) == "friendly cities: 24; of: Hue; as of: 2024"


def test_a_statement_of_nobody_says_so() -> None:
    fact = {
        "by": [],
        "speaker": None,
        "to": [],
        "force": 5,
        "specificity": "action",
        "action": "open a gate",
        "due": "2025",
        "conditional": True,
    }
    assert in_words("statements", fact, {}) == "somebody; agree (force 5, action): “open a gate”; due: 2025; on a condition"
