"""Measures: counts, amounts, frequencies and times that make a doing measurable, and those that do not."""

from collections.abc import Callable

import pytest

from amity.model import Statement

Read = Callable[[str], list[Statement]]

COUNTS = ["offer two scholarships to Norwegian students", "open three offices", "build five houses"]
NO_COUNTS = ["train the two teachers", "support both sides", "restore one church"]
AMOUNTS = ["give aid of more than NOK 1.5 million", "cut fees by 20 percent", "buy 300 buses"]
NO_AMOUNTS = ["restore the church of 1874", "repair Highway 5", "publish the records of 1950"]
OFTEN = ["conduct biennial delegation exchanges", "hold talks every six months", "meet twice a year", "send engineers annually"]
NOT_OFTEN = ["attend the annual fair", "change everyday habits"]
TIMES = ["open the ferry line by March", "send a team next year", "visit Bergen in July 2027"]
NO_TIMES = ["repair the bridge that was closed in 2019", "send experts after today's meeting"]


def level(read: Read, action: str) -> str:
    (told,) = read(f"Mori pledged to {action}.")
    return told.specificity


@pytest.mark.parametrize("action", [*COUNTS, *AMOUNTS, *OFTEN, *TIMES])
def test_measures(read: Read, action: str) -> None:
    assert level(read, action) == "measurable"


@pytest.mark.parametrize("action", [*NO_COUNTS, *NO_AMOUNTS, *NOT_OFTEN, *NO_TIMES])
def test_no_measures(read: Read, action: str) -> None:
    assert level(read, action) != "measurable"


@pytest.mark.parametrize("action", ["strengthen ties between the two cities next year", "deepen the friendship of the three peoples"])
def test_counts_and_times_measure_only_a_doing(read: Read, action: str) -> None:
    assert level(read, action) == "none"


@pytest.mark.parametrize(
    "sentence",
    [
        "Next year, Bergen will open an office.",
        "Bergen will next year open an office.",
        "Bergen will open and furnish an office before May 2027.",
    ],
)
def test_a_time_of_the_verb_measures_outside_the_words_of_the_action(read: Read, sentence: str) -> None:
    assert "measurable" in {told.specificity for told in read(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "On Tuesday, Mori pledged to open an office.",
        "Mori, who took office in 2021, pledged to open an office.",
    ],
)
def test_a_time_of_the_speech_measures_nothing(read: Read, sentence: str) -> None:
    assert [told.specificity for told in read(sentence)] == ["action"]
