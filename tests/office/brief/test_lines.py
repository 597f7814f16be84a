"""The lines of a brief read as one would hand them on: whose words they are, which meeting was the last, what is worth a minute."""

from pathlib import Path

import pytest

from amity.model import Reading
from amity.office.brief import Brief, brief
from amity.office.brief.asked import MEETINGS
from amity.office.brief.phrases import Phrases, cut
from amity.office.brief.wording import paper
from amity.office.render.paper import Points, plain
from amity.office.words import words
from amity.register import open_register
from tests.matching.make import Maker

SIDES = ("Varna", "Odesa")
DAY = "2025-12-31"


def _told(tmp_path: Path, *readings: Reading) -> Brief:
    with open_register(tmp_path / "lines.db") as register:
        register.add(readings)
        return brief(register, *SIDES, as_of=DAY)


def _lead(made: Brief) -> list[str]:
    (lead,) = (one for one in paper(made).sections if one.lead)
    (points,) = lead.blocks
    assert isinstance(points, Points)
    return [plain(one) for one in points.items]


def _events(*kinds: tuple[str, str]) -> list[Reading]:
    found = []
    for number, (kind, day) in enumerate(kinds):
        maker = Maker(str(number), day or DAY)
        sides = [maker.actor("Varna", "municipality", "BG"), maker.actor("Odesa", "municipality", "UA")]
        maker.event(kind, day or None, sides)
        found.append(maker.reading())
    return found


def test_the_last_meeting_is_one_where_the_sides_talked(tmp_path: Path) -> None:
    (line,) = _lead(_told(tmp_path, *_events(("meeting", "2024-05-01"), ("ceremony", "2025-05-01"), ("signing", "2025-06-01"))))
    assert "Last meeting: 1 May 2024, meeting" in line


def test_where_they_never_talked_it_is_called_an_event_that_needs_no_outcome(tmp_path: Path) -> None:
    (line,) = _lead(_told(tmp_path, *_events(("ceremony", "2025-05-01"))))
    assert "Last event: 1 May 2025, ceremony" in line and "outcome" not in line


def test_a_talk_is_shown_among_the_last_events_however_many_ceremonies_followed(tmp_path: Path) -> None:
    feasts = [("ceremony", f"2025-0{month}-01") for month in range(1, MEETINGS + 3)]
    made = _told(tmp_path, *_events(("call", "2024-05-01"), *feasts))
    assert [one.kind for one in made.meetings].count("call") == 1 and len(made.meetings) == MEETINGS
    assert "Last meeting: 1 May 2024, call" in _lead(made)[0]


def test_what_is_promised_stands_in_the_words_of_its_report(tmp_path: Path) -> None:
    maker = Maker("1", "2025-05-01")
    one, other = maker.actor("Varna", "municipality", "BG"), maker.actor("Odesa", "municipality", "UA")
    maker.statement([one], "lend two ferries by June", to=[other], words="Varna will lend two ferries by June.")
    (line,) = _lead(_told(tmp_path, maker.reading()))
    assert "Varna promised: “lend two ferries by June” (1 May 2025)" in line


@pytest.mark.parametrize(("ends", "leads"), [("2027", True), ("2073", False)])
def test_an_end_that_is_far_is_not_worth_one_of_the_lines(tmp_path: Path, ends: str, leads: bool) -> None:
    maker = Maker("1", "2025-05-01")
    one, other = maker.actor("Varna", "municipality", "BG"), maker.actor("Odesa", "municipality", "UA")
    maker.instrument("friendly_city_agreement", [one, other], signed="2025-05-01", period=("2025", ends), title="pact of the two ports")
    made = _told(tmp_path, maker.reading())
    assert any(lead.kind == "ends" for lead in made.leads) == leads
    assert [one.ends for one in made.texts] == [ends]


@pytest.mark.parametrize(
    ("days", "said"), [(1, "in 1 day"), (729, "in 729 days"), (731, "in 2 years"), (17_206, "in 47 years"), (-3_650, "10 years ago")]
)
def test_what_is_far_is_told_in_years(tmp_path: Path, days: int, said: str) -> None:
    made = _told(tmp_path, *_events(("meeting", "2025-05-01")))
    assert Phrases(made, words("en")).left(days) == said


def test_a_cut_leaves_words_whole() -> None:
    assert cut("finish their internal procedures", 24) == "finish their internal…"
    assert cut("文" * 40, 20) == f"{'文' * 19}…"
