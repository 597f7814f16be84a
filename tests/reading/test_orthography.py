"""What the look of words tells."""

import pytest

from amity.reading.orthography import begins_sentence, capitalised, headline_tokens, is_function_word, words, written
from amity.reading.parser import parse


@pytest.mark.parametrize(
    "text",
    [
        "Turin And Lyon Sign Pact\nIt rained.",
        "COUNCIL OF TURIN APPROVES PACT\nIt rained.",
        "Turin, Lyon Renew Friendship Ties\nIt rained.",
    ],
)
def test_headlines(text: str) -> None:
    doc = parse(text)
    told = headline_tokens(doc)
    assert 0 in told
    assert len(doc) - 2 not in told


@pytest.mark.parametrize("text", ["Turin and Lyon signed a pact about trade.", "The Ministry of Trade of Peru agreed.", "He came."])
def test_running_text_is_no_headline(text: str) -> None:
    assert headline_tokens(parse(text)) == frozenset()


@pytest.mark.parametrize(("word", "is_capital"), [("Turin", True), ("turin", False), ("Éva", True), ("15th", False)])
def test_capitals(word: str, is_capital: bool) -> None:
    assert capitalised(parse(word)[0]) is is_capital


@pytest.mark.parametrize(
    ("text", "index", "first"), [("Turin agreed.", 0, True), ("“Turin agreed.", 1, True), ("So Turin agreed.", 1, False)]
)
def test_first_words(text: str, index: int, first: bool) -> None:
    assert begins_sentence(parse(text)[index]) is first


@pytest.mark.parametrize(
    ("text", "function"), [("The city agreed.", True), ("In May it rained.", True), ("Turin agreed.", False), ("United agreed.", False)]
)
def test_function_words(text: str, function: bool) -> None:
    assert is_function_word(parse(text)[0]) is function


@pytest.mark.parametrize(
    ("text", "name"), [("the  City\nof Turin", "City of Turin"), ("Turin", "Turin"), ("The Hague", "Hague"), ("the", "the")]
)
def test_names_as_written(text: str, name: str) -> None:
    doc = parse(text)
    assert written(doc[:]) == name


def test_word_lists_come_from_the_vocabulary() -> None:
    assert "northern" in words("places", "parts")
