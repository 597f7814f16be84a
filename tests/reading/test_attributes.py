"""Answers of the attribute ruler and the lemmatizer, kept by word: the same as theirs, whatever was parsed before."""

from functools import cache

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from amity.reading import attributes
from amity.reading.attributes import LEMMATIZER, NAME, RULER, keep_answers
from amity.reading.parser import DEFAULT_PIPELINE, parse, pipeline
from amity.samples import SAMPLES

REPORTS = [path.read_text(encoding="utf-8") for path in sorted((SAMPLES / "reports").glob("*.txt"))]
ODD = [
    "There is a road, and there are two gates. It was there that they're building one.",
    "They're gonna go, ain't they? Let's go. C'mon, y'all; I gotta leave.",
    "\n\n  There ain't nothin' here for 'em.  \n",
    "is",
    " ",
    "",
]


@cache
def plain() -> Language:
    """Return the pipeline as spaCy runs it, but for the ends of sentences."""
    nlp = spacy.load(DEFAULT_PIPELINE, exclude=["ner", "senter"])
    nlp.add_pipe("amity_paragraphs", before="parser")
    return nlp


def told(doc: Doc) -> list[tuple[str, ...]]:
    return [(token.text, token.tag_, token.pos_, token.lemma_, token.dep_, str(token.head.i)) for token in doc]


@pytest.mark.parametrize("text", [*ODD, *REPORTS[::5]])
def test_the_answers_are_those_of_the_ruler_and_the_lemmatizer(text: str) -> None:
    assert told(parse(text)) == told(plain()(text))


def test_patterns_of_several_words_need_all_of_them() -> None:
    expletive, adverb = parse("There is a road."), parse("The road is there.")
    assert [token.pos_ for token in expletive if token.text == "is"] == ["VERB"]
    assert [token.pos_ for token in adverb if token.text == "is"] == ["AUX"]
    assert [token.pos_ for token in parse("There is a road.") if token.text == "is"] == ["VERB"]


def test_answers_forgotten_are_found_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before = told(parse(REPORTS[0]))
    monkeypatch.setattr(attributes, "MOST", 0)
    assert told(parse(ODD[0])) == told(plain()(ODD[0]))
    assert told(parse(REPORTS[0])) == before


def test_the_default_pipeline_keeps_its_answers() -> None:
    assert pipeline().pipe_names[-1] == NAME
    assert not {RULER, LEMMATIZER} & set(pipeline().pipe_names)


def made(**patterns: object) -> Language:
    """Make an English pipeline with a ruler of one pattern and a lemmatizer by lookup."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe(RULER)
    ruler.add(patterns=[[patterns]], attrs={"POS": "NOUN"})  # type: ignore[attr-defined]
    lemmatizer = nlp.add_pipe(LEMMATIZER, config={"mode": "lookup"})
    lemmatizer.lookups.add_table("lemma_lookup", {"gates": "gate"})  # type: ignore[attr-defined]
    return nlp


def test_a_pipeline_that_asks_more_of_a_token_is_left_as_it_is() -> None:
    for pattern in ({"LOWER": "gates", "OP": "+"}, {"MORPH": "Number=Plur"}, {"LENGTH": 5}):
        nlp = made(**pattern)
        keep_answers(nlp)
        assert nlp.pipe_names == [RULER, LEMMATIZER]


def test_a_pipeline_without_a_ruler_is_left_as_it_is() -> None:
    nlp = spacy.blank("en")
    keep_answers(nlp)
    assert nlp.pipe_names == []


def test_a_lemmatizer_by_lookup() -> None:
    nlp = made(LOWER="gates")
    keep_answers(nlp)
    assert nlp.pipe_names == [NAME]
    doc = nlp("two gates and gates")
    assert [token.lemma_ for token in doc] == ["two", "gate", "and", "gate"]
    assert [token.pos_ for token in doc] == ["", "NOUN", "", "NOUN"]


@pytest.mark.parametrize("index", [1, -1])
def test_an_entry_about_the_second_word(index: int) -> None:
    nlp = made(LOWER="road")
    nlp.get_pipe(RULER).add([[{"LOWER": "border"}, {"LOWER": "gates"}]], {"POS": "PROPN"}, index)  # type: ignore[attr-defined]
    keep_answers(nlp)
    assert [token.pos_ for token in nlp("gates, border gates, border")] == ["", "", "", "PROPN", "", ""]


def test_later_entries_win() -> None:
    nlp = made(LOWER="gates")
    nlp.get_pipe(RULER).add([[{"LOWER": "gates"}, {"LOWER": "open"}]], {"POS": "VERB"}, 0)  # type: ignore[attr-defined]
    keep_answers(nlp)
    assert [token.pos_ for token in nlp("gates open gates")] == ["VERB", "", "NOUN"]
