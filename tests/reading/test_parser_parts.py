"""Long texts are parsed part by part, and come back as one document."""

from amity.reading.parser import LONGEST_PART, parse, parse_all, parts

LINE = "Governor Ana Ruiz said the province will open a gate. It rained.\n"


def test_parts_end_after_lines_and_make_up_the_text() -> None:
    text = LINE * 2000
    cut = list(parts(text))
    assert "".join(cut) == text
    assert len(cut) == 3
    assert all(part.endswith("\n") and len(part) <= LONGEST_PART for part in cut)


def test_without_lines_parts_end_after_a_sentence_then_a_word_then_anywhere() -> None:
    sentences, words, letters = LINE.replace("\n", " ") * 1000, "Lima " * 12_000, "x" * 120_000
    assert next(parts(sentences)).endswith(". ")
    assert next(parts(words)).endswith("Lima ")
    assert [len(part) for part in parts(letters)] == [50_000, 50_000, 20_000]


def test_a_long_text_is_one_document_with_all_that_the_parser_tells() -> None:
    text = LINE * 800
    short, long, title = parse_all([LINE, text, "Lima Opens a Gate"])
    assert (short.text, long.text, title.text) == (LINE, text, "Lima Opens a Gate")
    tokens = [(t.text, t.tag_, t.lemma_, t.dep_, t.head.i - t.i, t.is_sent_start) for t in short]
    each = [(t.text, t.tag_, t.lemma_, t.dep_, t.head.i - t.i, t.is_sent_start) for t in long]
    assert [text for text, *_ in each] == [text for text, *_ in tokens] * 800
    assert len(list(long.sents)) == 800 * len(list(short.sents))
    assert all(token.head.sent == token.sent for token in long)


def test_short_texts_are_parsed_as_ever() -> None:
    assert [t.dep_ for t in parse_all([LINE])[0]] == [t.dep_ for t in parse(LINE)]
