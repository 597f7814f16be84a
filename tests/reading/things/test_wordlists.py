"""Word lists: looked up as words, as patterns and as phrases."""

from collections.abc import Iterator

import pytest

from amity.reading.parser import parse
from amity.reading.things import wordlists
from amity.reading.things.wordlists import WordLists


@pytest.fixture
def lists(monkeypatch: pytest.MonkeyPatch) -> Iterator[WordLists]:
    data = {"fruit": {"sweet": ["Pear", "sugar apple", "star-fruit"], "sour": ["lemon"]}, "plain": ["bread"]}
    monkeypatch.setattr(wordlists, "load", lambda subject: data)
    yield WordLists("food")


def test_lists_are_addressed_by_section_and_entry(lists: WordLists) -> None:
    assert lists.words("fruit.sweet") == {"pear", "sugar apple", "star-fruit"}
    assert lists.words("plain") == {"bread"}
    assert lists.entries("fruit") == ["sweet", "sour"]


@pytest.mark.parametrize("text", ["a pear", "two Pears", "star fruit", "the sugar-apple"])
def test_an_entry_or_its_plural_is_found_in_a_text(lists: WordLists, text: str) -> None:
    assert lists.holds("fruit.sweet", text)


@pytest.mark.parametrize("text", ["pearl", "a spear", "sugarapple", "lemon"])
def test_parts_of_words_and_other_lists_are_not(lists: WordLists, text: str) -> None:
    assert not lists.holds("fruit.sweet", text)


def test_entries_are_counted(lists: WordLists) -> None:
    assert lists.count("fruit.sweet", "a pear and two sugar apples") == 2
    assert lists.count("fruit.sweet", "bread") == 0


def test_tokens_are_looked_up_as_written_or_in_their_base_form(lists: WordLists) -> None:
    doc = parse("They bought lemons and bread.")
    assert lists.has("fruit.sour", doc[2])
    assert not lists.any("fruit.sour", doc[:])
    assert lists.any("plain", doc[:])


def test_phrases_carry_the_name_of_their_list(lists: WordLists) -> None:
    found = lists.phrases("fruit.sweet", "fruit.sour").search(parse("A sugar apple beside lemons."))
    assert [(f.span.text, f.entry) for f in found] == [("sugar apple", "fruit.sweet"), ("lemons", "fruit.sour")]


def test_words_are_led_back_to_their_entry(lists: WordLists) -> None:
    assert lists.lookup("fruit", ("sweet", "sour"))["lemon"] == "sour"


def test_a_new_word_needs_no_code(lists: WordLists, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordlists, "load", lambda subject: {"fruit": {"sour": ["lemon", "rowan"]}})
    assert WordLists("food with rowans").holds("fruit.sour", "a rowan")
