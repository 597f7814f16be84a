"""The actor table as a whole: namesakes, names again, countries, notes."""

from collections.abc import Callable

import pytest

from amity.reading.report import Report

Settled = Callable[..., Report]
Means = Callable[[Report, str], list[str]]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Governor of Puno Tom Quispe spoke. To Quispe it was a fine day.", "Quispe", "Tom Quispe"),
        ("Ana Lima, mayor of Turin, spoke. It was up to Lima then.", "Lima", "Ana Lima"),
    ],
)
def test_words_of_names_are_the_persons(settled: Settled, means: Means, text: str, word: str, name: str) -> None:
    report = settled(text)
    assert means(report, word) == [name]
    assert word not in {a.name for a in report.table.actors.values()}


def test_a_place_told_as_one_stays(settled: Settled) -> None:
    report = settled("Ana Turin, mayor of Lyon, went to the city of Turin.")
    assert any(a.kind == "municipality" and "Turin" in a.name for a in report.table.actors.values())


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("Otago University wrote. It was read at Otago University.", "Otago University", 2),
        ("The Andean Film Commission (AFC) wrote. AFC will pay. The plan is AFC's.", "AFC", 2),
        ("ASEAN wrote. ASEAN will pay.", "ASEAN", 2),
    ],
)
def test_every_occurrence_is_a_mention(settled: Settled, text: str, words: str, count: int) -> None:
    report = settled(text)
    assert sum(report.doc[m.start : m.end].text == words for m in report.table.mentions) == count


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Peruvian side agreed.", "Peruvian", "Peru"),
        ("Peruvian Foreign Minister Ana Ruiz agreed.", "Peruvian", "Peru"),
        ("Peruvian and Chilean officials agreed.", "Chilean", "Chile"),
        ("The South African ambassador agreed.", "South African", "South Africa"),
    ],
)
def test_adjectives_that_stand_for_the_state(settled: Settled, means: Means, text: str, words: str, name: str) -> None:
    assert means(settled(text), words) == [name]


@pytest.mark.parametrize(("text", "word"), [("They sold Peruvian goods.", "Peruvian"), ("Chilean wine is good.", "Chilean")])
def test_adjectives_of_things(settled: Settled, means: Means, text: str, word: str) -> None:
    assert means(settled(text), word) == []


def test_title_names_are_actors_without_mentions(settled: Settled) -> None:
    report = settled("A pact was signed on Monday.", "Turin, Lyon sign pact")
    assert [report.table.actors[a].name for a in report.table.titled] == ["Turin", "Lyon"]
    assert not report.table.mentions


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Turin agreed.", "place-name"),
        ("The Ministry of Trade agreed.", "organisation-by-head"),
        ("ASEAN agreed.", "well-known-organisation"),
        ("Turin City Council agreed.", "government-of-place"),
        ("The Peruvian side agreed.", "standing-for-owner"),
        ("Turin agreed. It will pay.", "thing-pronoun"),
        ("Turin and Lyon agreed. The two cities will pay.", "group-of-all"),
    ],
)
def test_rules_that_fire_are_noted(settled: Settled, text: str, rule: str) -> None:
    assert rule in {fired.rule for fired in settled(text).fired}


def test_the_table_is_the_same_every_time(settled: Settled) -> None:
    text = "Mayor of Turin Ana Ruiz met Governor of Puno Tom Quispe. She said the two sides will meet again."
    first, second = settled(text), settled(text)
    assert first.table.mentions == second.table.mentions
    assert first.table.actors == second.table.actors
