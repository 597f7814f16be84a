"""Sentences, wraps, bars and stamps: the small questions that the rules of cleaning ask of a line."""

import pytest

from amity.model import Document
from amity.reading.cleaning.agencies import agencies
from amity.reading.cleaning.chrome import is_bar
from amity.reading.cleaning.draft import Draft, Line
from amity.reading.cleaning.lexicon import is_common_word, is_word
from amity.reading.cleaning.sentences import sentences
from amity.reading.cleaning.stamps import is_dated, title_case
from amity.reading.cleaning.wraps import join_wrapped


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("They met. They signed.", ["They met. ", "They signed."]),
        ("Did they meet? “Yes.” He left!", ["Did they meet? ", "“Yes.” ", "He left!"]),
        ("Mr. Berg met Gen. Strand. They signed.", ["Mr. Berg met Gen. Strand. ", "They signed."]),
        ("J. Berg of the U.S. Navy left.", ["J. Berg of the U.S. Navy left."]),
        ("On Nov. 6 the port opened.", ["On Nov. 6 the port opened."]),
        ("no stop at all", ["no stop at all"]),
        ("", [""]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == parts


def joined(*texts: str) -> list[str]:
    draft = Draft(Document(id="x", path="x"), [Line(text) for text in texts])
    join_wrapped(draft)
    return [line.text for line in draft.lines if line.text]


@pytest.mark.parametrize(
    ("texts", "result"),
    [
        (["The mayors of both towns", "met on Monday."], ["The mayors of both towns met on Monday."]),
        (["The mayors of both towns", "", "met on Monday."], ["The mayors of both towns met on Monday."]),
        (["The mayors met.", "and signed it."], ["The mayors met.", "and signed it."]),
        (["Towns sign ferry pact now", "The mayors met."], ["Towns sign ferry pact now", "The mayors met."]),
        (["The towns will:", "open a ferry line", "train ten pilots"], ["The towns will:", "open a ferry line", "train ten pilots"]),
        (["The towns want more of", "- ports and piers"], ["The towns want more of", "- ports and piers"]),
        (["Ostvik news", "by nora berg"], ["Ostvik news", "by nora berg"]),
    ],
)
def test_lines_are_joined_where_a_sentence_goes_on(texts: list[str], result: list[str]) -> None:
    assert joined(*texts) == result


@pytest.mark.parametrize(
    "text",
    [
        "Home | News | Region",
        "Town Hall > Foreign Affairs > Notices",
        "Print | Email",
        "Sport » Football » Results",
        "Home / News",
        "• News • Sport • Culture",
    ],
)
def test_bars(text: str) -> None:
    assert is_bar(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayors met on Monday.",
        "Ostvik - Norhavn",
        "They will train pilots / dockers.",
        "A pact | signed at last after a year of long and hard talks",
        "Ports",
    ],
)
def test_no_bars(text: str) -> None:
    assert not is_bar(text)


@pytest.mark.parametrize(
    ("place", "written"),
    [
        ("NEW PORT", "New Port"),
        ("OSTVIK, Norland", "Ostvik, Norland"),
        ("USA", "Usa"),
        ("Ostvik", "Ostvik"),
        ("Port of OSTVIK, UK", "Port of Ostvik, UK"),
    ],
)
def test_places_in_capitals(place: str, written: str) -> None:
    assert title_case(place) == written


@pytest.mark.parametrize("text", ["Saturday, 4 May 2024", "Local news of 2024-05-04", "Posted 04.05.2024 at noon"])
def test_dated_lines(text: str) -> None:
    assert is_dated(text)


@pytest.mark.parametrize(
    "text", ["Towns sign pact on May 4", "Towns sign ferry pact", "On 4 May 2024 the mayors of both towns met again in Ostvik"]
)
def test_lines_that_are_not_dated(text: str) -> None:
    assert not is_dated(text)


def test_the_lexicon_knows_words_and_not_their_fusions() -> None:
    assert is_word("harbour")
    assert is_common_word("Between")
    assert not is_word("harbourbetween")
    assert not is_word("oncooperation")


@pytest.mark.parametrize(("tag", "agency"), [("VNS", "VNA"), ("XINHUA", "Xinhua"), ("The Associated Press", "AP"), ("PL", "Prensa Latina")])
def test_tags_lead_to_their_agency(tag: str, agency: str) -> None:
    assert agencies()[tag] == agency
