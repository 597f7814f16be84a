"""Vocabulary is data: its entries are well formed, and adding a verb touches no code."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from amity.model import Document
from amity.reading.clean import clean
from amity.reading.pipeline import read_cleaned
from amity.reading.statements import cues
from amity.vocabulary import load

SUBJECTS = ["agents", "announcements", "answers", "cues", "manner", "sectors", "specificity", "texts"]
FRAMES = {
    "that", "to", "gerund", "noun", "object_to", "object_that", "to_noun", "to_object_to", "for_object_to", "on_object_to",
    "upon_object_to", "to_object_for", "on", "for", "of", "in", "with", "about", "regarding", "over", "at", "upon", "around",
}  # fmt: skip


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_files_are_toml(subject: str) -> None:
    tomllib.loads(files("amity.vocabulary").joinpath("lang", "en", f"{subject}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", ["verbs", "adjectives", "impersonal", "nouns"])
def test_frames_and_forces_are_known(kind: str) -> None:
    for entry in load("cues")[kind]:
        for name, value in entry["frames"].items():
            force = value["force"] if isinstance(value, dict) else value
            assert name in FRAMES
            assert force == "inner" or 0 <= force <= 6


@pytest.mark.parametrize("kind", ["verbs", "adjectives", "nouns"])
def test_no_cue_stands_twice_with_one_frame(kind: str) -> None:
    seen: dict[tuple[str, str], int | str] = {}
    for entry in load("cues")[kind]:
        for word in entry["words"]:
            for frame in entry["frames"]:
                assert (word, frame) not in seen or kind == "nouns", (word, frame)
                seen[word, frame] = 1


def test_hosts_are_named_groups() -> None:
    table = load("cues")
    assert all(entry.get("hosts", "any") in table["hosts"] for entry in table["nouns"])


def test_modals_have_both_forces() -> None:
    assert all({"own", "joint"} <= set(entry) for entry in load("cues")["modals"].values())


@pytest.fixture
def fresh_cues() -> Iterator[dict[str, Any]]:
    """The table of cues, put back as it was after the test."""
    table = load("cues")
    before = list(table["verbs"])
    cues._table.cache_clear()
    yield table
    table["verbs"][:] = before
    cues._table.cache_clear()


def forces(sentence: str) -> list[int]:
    lede = "OSLO, May 4 - Ola Berg, Mayor of Bergen, met Kenji Mori, Governor of Nagano prefecture, on Monday.\n\n"
    return [s.force for s in read_cleaned(clean(lede + sentence, Document(id="sha256:0", path="own.txt"))).statements]


def test_adding_a_verb_touches_no_code(fresh_cues: dict[str, Any]) -> None:
    sentence = "Berg bellowed that Nagano open a ski school."
    assert forces(sentence) == []
    fresh_cues["verbs"].append({"words": ["bellow"], "frames": {"that": 2}})
    cues._table.cache_clear()
    assert forces(sentence) == [2]


def test_the_longest_cue_wins(fresh_cues: dict[str, Any]) -> None:
    assert [len(cue.words) for cue in cues._table("verbs")["look"]] == [2, 1]
