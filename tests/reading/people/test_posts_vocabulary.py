"""The vocabulary of posts and names: every entry can be used, and adding one touches no code."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from amity.reading.people import posts
from amity.reading.people.known_names import word_set
from amity.reading.report import ActorTable
from amity.vocabulary import load

PeopleIn = Callable[[str], ActorTable]


@pytest.fixture
def new_title(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A title that the vocabulary does not have, added as a line of it would be."""
    entry: dict[str, Any] = {"words": ["burghermaster of bees"], "represents": "place", "holder": "place", "rank": 3}
    monkeypatch.setitem(load("posts"), "title", [*load("posts")["title"], entry])
    posts.heads.cache_clear()
    posts.first_words.cache_clear()
    yield
    posts.heads.cache_clear()
    posts.first_words.cache_clear()


def test_adding_a_title_touches_no_code(new_title: None, people_in: PeopleIn) -> None:
    table = people_in("Burghermaster of Bees Ana Ruiz signed for {municipality:Vinh}.")
    assert [p.title for p in table.posts] == ["Burghermaster of Bees"]
    assert posts.represents("Burghermaster of Bees") == "place"


def test_without_the_entry_it_is_no_title(people_in: PeopleIn) -> None:
    assert people_in("Burghermaster of Bees Ana Ruiz signed for {municipality:Vinh}.").posts == []


@pytest.mark.parametrize("entry", load("posts")["title"], ids=lambda e: e["words"][0])
def test_every_title_is_complete(entry: dict[str, Any]) -> None:
    assert entry["represents"] in ("place", "state", "body", "self", "of")
    assert entry["holder"] in ("state", "place", "body", "party")
    assert 1 <= entry["rank"] <= 8
    assert all(words == words.lower() and "-" not in words for words in entry["words"])


def test_no_head_is_longer_than_the_reader_looks() -> None:
    assert max(len(words) for words in posts.heads()) <= posts.LONGEST_HEAD


def test_words_that_may_be_names_are_words_that_usually_are_not() -> None:
    assert word_set("particles").isdisjoint(word_set("not_names"))
    assert word_set("person_verbs").isdisjoint(word_set("weak_person_verbs"))
