"""Sequences by their first word, and results kept with the parsed text."""

from spacy.attrs import LOWER
from spacy.tokens import Doc
from spacy.vocab import Vocab

from amity.reading.parser import parse
from amity.reading.phrases import Phrases
from amity.reading.sequences import by_first, longest_by_first, once_per_doc, sentence_starts, text_of, token_lowers, token_texts

WORDS = ["The", "Port", "Authority", "met", "."]


def made(*words: str) -> Doc:
    return Doc(Vocab(lex_attr_getters={LOWER: str.lower}), words=list(words))


def test_texts_are_those_of_the_tokens() -> None:
    doc = made(*WORDS)
    assert token_texts(doc) == WORDS
    assert token_lowers(doc) == [w.lower() for w in WORDS]
    assert text_of(doc) == doc.text


def test_a_function_of_a_text_runs_once_for_each_text() -> None:
    asked: list[int] = []

    @once_per_doc
    def length(doc: Doc) -> int:
        asked.append(len(doc))
        return len(doc)

    one, other = made(*WORDS), made("Short", ".")
    assert [length(one), length(one), length(other), length(one)] == [5, 5, 2, 5]
    assert asked == [5, 2]


def test_longest_counts_the_words_of_each_first_word() -> None:
    assert longest_by_first([("port",), ("port", "authority", "board"), ("sea", "wall")]) == {"port": 3, "sea": 2}


def test_by_first_keeps_every_sequence() -> None:
    assert by_first([("port",), ("sea", "wall"), ("port", "call")]) == {"port": [("port",), ("port", "call")], "sea": [("sea", "wall")]}


def test_phrases_take_the_longest_at_a_place_and_go_on_behind_it() -> None:
    found = Phrases({"short": ["port"], "long": ["port call", "call sign"]}).search(made("A", "Port", "call", "sign", "and", "ports"))
    assert [(f.span.text, f.entry) for f in found] == [("Port call", "long"), ("ports", "short")]


def test_phrases_begin_at_no_hyphen_and_end_at_no_letter() -> None:
    assert Phrases({"port": ["port"]}).search(made("an", "air-port", "porter", "report")) == []


def test_sentence_starts_are_those_of_the_parser() -> None:
    doc = parse("The mayor came late. Nobody minded.\nHe left.")
    assert sentence_starts(doc) == [token.sent.start for token in doc]
    assert sentence_starts(parse("")) == []
