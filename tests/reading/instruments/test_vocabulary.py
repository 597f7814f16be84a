"""The vocabulary of events and instruments: well-formed, and a new word touches no code."""

from collections.abc import Callable
from typing import get_args

import pytest

from amity.model import Reading
from amity.model.acts import EventType, InstrumentStatus, InstrumentType, Role
from amity.reading.events import nouns
from amity.reading.instruments import namings
from amity.reading.phrases import Phrases
from amity.vocabulary import load

Read = Callable[..., Reading]


@pytest.mark.parametrize("section", ["types", "weak", "qualifiers"])
def test_nouns_belong_to_types_of_instruments(section: str) -> None:
    assert set(load("instruments")[section]) <= set(get_args(InstrumentType))


@pytest.mark.parametrize("section", ["verbs", "nouns", "subjects", "participles"])
def test_acts_give_a_status(section: str) -> None:
    assert set(load("instruments")[section]) <= set(get_args(InstrumentStatus))


@pytest.mark.parametrize("section", ["nouns", "verbs", "qualifiers"])
def test_cues_belong_to_types_of_events(section: str) -> None:
    assert set(load("events")[section]) <= set(get_args(EventType))


@pytest.mark.parametrize("section", ["roles", "attendance"])
def test_roles_are_those_of_the_model(section: str) -> None:
    assert set(load("events")[section]) <= set(get_args(Role))


def test_no_noun_names_two_types() -> None:
    words = [word.casefold() for words in load("instruments")["types"].values() for word in words]
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_a_new_noun_for_an_instrument(reading_of: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Jalisco and Hunan signed a handshake paper on May 9."
    extended = {**load("instruments")["types"], "mou": ["handshake paper"]}
    monkeypatch.setattr(namings, "_typed", lambda: Phrases(extended))
    assert [i.type for i in reading_of(text).instruments] == ["mou"]


def test_a_new_noun_for_an_event(reading_of: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Peru and Chile held a palaver in Lima on May 9."
    assert reading_of(text).events == []
    extended = {**load("events")["nouns"], "meeting": ["palaver"]}
    monkeypatch.setattr(nouns, "event_phrases", lambda: Phrases(extended))
    assert [e.type for e in reading_of(text).events] == ["meeting"]
