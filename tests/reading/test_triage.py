"""Triage: what can hold anything for the register is read, what is about something else is passed over."""

import json
from pathlib import Path
from typing import Any

import pytest

from amity.reading.triage import triage
from amity.samples import SAMPLES
from bench.unrelated import unrelated

LEAST_RECALL = 0.99
LEAST_REJECTION = 0.9


@pytest.mark.parametrize(
    "text",
    [
        "Tampere and Linz signed a memorandum of understanding on trams after talks between their mayors.",
        "The governor of Chubut received a delegation from Hokkaido and agreed on exchanges in fishery.",
        "Kenya and Uganda will hold bilateral talks on border trade next week, the foreign minister said.",
        "The two sister cities celebrated forty years of friendship with a visit by the mayor.",
        "Ministers of both countries pledged closer cooperation on cross-border railway traffic.",
    ],
)
def test_what_may_hold_facts_is_read(text: str) -> None:
    assert triage(text).read, triage(text).reason


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The striker scored two goals as the home side won its match on Sunday.",
        "The company signed a supply agreement; its shares rose after quarterly earnings.",
        "A man was arrested after a robbery. Prosecutors talked to the mayor.",
        "The mayor opened the new playground and thanked the council.",
        "Memorandums and sistercity are not words of ours.",
    ],
)
def test_what_is_about_something_else_is_passed_over(text: str) -> None:
    assert not triage(text).read, triage(text).reason


def test_words_count_once_and_whole() -> None:
    once, often = triage("friendship"), triage("friendship friendship friendship")
    assert once.points == often.points > 0
    assert triage("friendships").points == 0


def test_the_reason_names_the_words() -> None:
    assert "memorandum" in triage("A memorandum.").reason
    assert "no word" in triage("").reason


def _positive(gold: dict[str, Any]) -> bool:
    return any(gold[layer] for layer in ("events", "instruments", "statements"))


def test_recall_on_the_samples(sample_gold: dict[str, dict[str, Any]]) -> None:
    wanted = [name for name, gold in sample_gold.items() if _positive(gold)]
    read = [name for name in wanted if triage((SAMPLES / "reports" / f"{name}.txt").read_text(encoding="utf-8")).read]
    assert len(read) / len(wanted) >= LEAST_RECALL


def test_recall_on_the_real_seeds(shared: Path) -> None:
    for path in sorted((shared / "gold" / "seeds").glob("*.json")):
        if _positive(json.loads(path.read_text(encoding="utf-8"))):
            assert triage((shared / "seeds" / f"{path.stem}.txt").read_text(encoding="utf-8")).read


def test_rejection_of_unrelated_news() -> None:
    verdicts = [triage(text) for text in unrelated(600)]
    assert sum(not verdict.read for verdict in verdicts) / len(verdicts) >= LEAST_REJECTION


def test_unrelated_news_is_the_same_for_the_same_seed() -> None:
    assert list(unrelated(20, seed=7)) == list(unrelated(20, seed=7)) != list(unrelated(20, seed=8))
