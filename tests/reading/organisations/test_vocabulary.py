"""Organisations are data: heads and well-known ones are added without code, and the lists do not contradict each other."""

from collections.abc import Iterator
from typing import get_args

import pytest

from amity.model import ActorKind
from amity.reading.organisations import lists
from amity.reading.organisations.lists import head_words, heads, known
from amity.reading.organisations.names import organisation_names
from amity.reading.parser import parse
from amity.vocabulary import load


@pytest.fixture(autouse=True)
def fresh_indexes() -> Iterator[None]:
    """The indexes over the vocabulary are made once per process: here before and after each change of it."""
    for index in (lists.longest_head, lists.longest_known):
        index.cache_clear()
    yield
    for index in (lists.longest_head, lists.longest_known):
        index.cache_clear()


def test_a_new_head_touches_no_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(heads(), ("Sodality",), "ngo")
    doc = parse("The Alpine Sodality agreed.")
    assert [(doc[n.start : n.end].text, n.kind) for n in organisation_names(doc, lambda at: None)] == [("Alpine Sodality", "ngo")]


def test_a_new_well_known_organisation_touches_no_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(known(), ("Zorblat",), lists.Organisation("Zorblat Union", "igo", None, "ZU"))
    doc = parse("Zorblat agreed.")
    assert [n.known for n in organisation_names(doc, lambda at: None)] == ["Zorblat Union"]


def test_kinds_are_those_of_the_model() -> None:
    kinds = {kind for kind in heads().values() if kind is not None} | {one.kind for one in known().values()}
    assert kinds <= set(get_args(ActorKind))


def test_no_head_is_both_an_organisations_and_another_things() -> None:
    data = load("organisations")
    organisations = {head for phrases in data["heads"].values() for head in phrases}
    assert not organisations & set(data["not_actors"]["heads"])


def test_no_head_has_two_kinds() -> None:
    told = [head for phrases in load("organisations")["heads"].values() for head in phrases]
    assert len(told) == len(set(told))


@pytest.mark.parametrize("word", ["Ministry", "Commerce", "Summit", "Treaty"])
def test_words_of_heads(word: str) -> None:
    assert word in head_words()


def test_well_known_names_tell_their_acronyms() -> None:
    assert {known()[key].name for key in (("ASEAN",), ("Association", "of", "Southeast", "Asian", "Nations"))} == {
        "Association of Southeast Asian Nations"
    }


@pytest.mark.parametrize("entry", load("organisations")["known"], ids=lambda e: e["name"])
def test_igos_have_no_country(entry: dict[str, str]) -> None:
    assert (entry["kind"] == "igo") <= ("country" not in entry)
