"""Relevance: a report about something else is kept unread, with its points, and never parsed."""

import pytest

from amity.model import Document
from amity.reading import pipeline
from amity.reading.load import Loaded
from amity.reading.pipeline import read_loaded, read_many
from amity.reading.relevance import relevance

ABOUT = "The governor of Chubut and the mayor of Turku signed a memorandum on fishery and agreed to hold talks on tourism."
OTHER = "The striker scored two goals as the home side won its match on Sunday, and the coach praised the goalkeeper. " * 10


def loaded(text: str) -> Loaded:
    return Loaded(Document(id="sha256:0", path="any.txt"), text)


def test_a_short_text_needs_fewer_points() -> None:
    two_countries = "Peru thanked Chile."
    assert relevance(two_countries).read
    assert not relevance(f"{two_countries} {'The road was long. ' * 60}").read


def test_the_reason_tells_points_words_and_length() -> None:
    assert relevance(ABOUT).reason.startswith("8.5 of 1 points for 21 words (acts: agreed, signed")
    assert "for 150 words or more (" in relevance(OTHER).reason
    assert "(no word of the vocabulary)" in relevance("").reason


def test_what_is_about_something_else_is_kept_unread() -> None:
    report, reading = read_loaded(loaded(OTHER))
    assert reading.document.unread is not None
    assert reading.document.unread.startswith("relevance: -")
    assert (reading.actors, reading.events, reading.statements) == ([], [], [])
    assert reading.text.startswith("The striker scored")
    assert list(report.sentences()) == []


def test_a_report_keeps_the_points_it_was_read_for() -> None:
    report, reading = read_loaded(loaded(ABOUT))
    assert reading.document.unread is None
    assert report.relevance == relevance(ABOUT).reason


def test_the_parser_sees_only_what_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    whole = pipeline.parse_all

    def noted(texts: list[str], name: str) -> object:
        seen.extend(texts)
        return whole(texts, name)

    monkeypatch.setattr(pipeline, "parse_all", noted)
    outcomes = list(read_many([loaded(OTHER), loaded(ABOUT), loaded(OTHER)]))
    assert len(outcomes) == 3
    assert seen == [ABOUT]
