"""Parts of speech and lemmas, worked out once for each word as tagged and attached.

spaCy's attribute ruler and lemmatizer ask hundreds of patterns about every token. What they answer depends on the word, its tag
and its dependency alone, and for a few patterns on the next word: it is kept, and asked anew only for what has not been seen.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, cast

import numpy
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Token

NAME = "amity_attributes"
RULER = "attribute_ruler"
LEMMATIZER = "lemmatizer"
OWN = frozenset({"TAG", "DEP", "LOWER", "ORTH", "TEXT", "IS_SPACE", "IS_PUNCT", "IS_DIGIT", "IS_ALPHA"})
"""What a pattern may ask of a token for the answer to depend on its word, tag and dependency alone."""
MOST = 50_000
"""Answers kept at most: a large stream goes on meeting new names."""

Word = tuple[int, int, int]  # a token's orth, tag and dependency
Values = tuple[int, int, int, int]  # its tag, part of speech, lemma and dependency afterwards


class _Answer(NamedTuple):
    """The numbers of the ruler's entries that match a word alone, and its places in patterns of several words."""

    entries: frozenset[int]
    places: frozenset[tuple[int, int]]


class _Long(NamedTuple):
    """A pattern of several words: the number of its entry, its length, and which of its words the entry is about."""

    entry: int
    length: int
    about: int


class Attributes:
    """A pipeline component that sets what the ruler and the lemmatizer would, but for the morphology, which nobody asks for."""

    def __init__(self, ruler: Any, lemmatizer: Any) -> None:
        self._ruler, self._lemmatizer = ruler, lemmatizer
        self._long: list[_Long] = []
        self._places = Matcher(ruler.vocab)
        for entry, pattern in _patterns(ruler):
            if len(pattern) > 1:
                self._enter_long(entry, pattern)
        self._answers: dict[Word, _Answer] = {}
        self._values: dict[tuple[Word, frozenset[int]], Values] = {}

    def _enter_long(self, entry: int, pattern: Sequence[dict[str, Any]]) -> None:
        number, index = len(self._long), self._ruler.indices[entry]
        self._long.append(_Long(entry, len(pattern), index if index >= 0 else len(pattern) + index))
        for place, word in enumerate(pattern):
            self._places.add(f"{number} {place}", [[word]])

    def __call__(self, doc: Doc) -> Doc:
        """Set tag, part of speech, lemma and dependency of every token."""
        if not len(doc):
            return doc
        if len(self._values) > MOST:
            self._answers.clear()
            self._values.clear()
        words = cast(list[Word], list(map(tuple, doc.to_array(["ORTH", "TAG", "DEP"]).tolist())))
        answers = [self._answers.get(word) or self._answer(doc, at, word) for at, word in enumerate(words)]
        entries = [answer.entries for answer in answers]
        for at, entry in self._joined(answers):
            entries[at] |= {entry}
        values = [self._values.get(key) or self._value(doc, at, key) for at, key in enumerate(zip(words, entries, strict=True))]
        after: Any = numpy.array(values, dtype=numpy.uint64)
        return doc.from_array(["TAG", "POS", "LEMMA", "DEP"], after)

    def _answer(self, doc: Doc, at: int, word: Word) -> _Answer:
        alone = doc[at : at + 1]
        strings = doc.vocab.strings
        entries = frozenset(int(strings[match]) for match, _, _ in self._ruler.matcher(alone, allow_missing=True))
        found = (strings[match].split() for match, _, _ in (self._places(alone, allow_missing=True) if self._long else ()))
        answer = _Answer(entries, frozenset((int(number), int(place)) for number, place in found))
        self._answers[word] = answer
        return answer

    def _joined(self, answers: Sequence[_Answer]) -> Iterable[tuple[int, int]]:
        """Yield the tokens that entries with patterns of several words are about, with the entries' numbers."""
        for at, answer in enumerate(answers):
            for number, place in answer.places:
                long = self._long[number]
                following = answers[at + 1 : at + long.length]
                if place == 0 and len(following) == long.length - 1 and all((number, p) in a.places for p, a in enumerate(following, 1)):
                    yield at + long.about, long.entry

    def _value(self, doc: Doc, at: int, key: tuple[Word, frozenset[int]]) -> Values:
        strings = doc.vocab.strings
        for entry in sorted(key[1]):
            index = self._ruler.indices[entry]
            start, end = (at - index, at + 1) if index >= 0 else (at, at - index)
            self._ruler.set_annotations(doc, [(entry, strings.add(str(entry)), start, end)])
        token = doc[at]
        if self._lemmatizer.overwrite or token.lemma == 0:
            token.lemma_ = self._lemmatizer.lemmatize(token)[0]
        self._values[key] = _values(token)
        return self._values[key]


def _values(token: Token) -> Values:
    return token.tag, token.pos, token.lemma, token.dep


def _patterns(ruler: Any) -> list[tuple[int, list[dict[str, Any]]]]:
    """Return the ruler's patterns with the numbers of their entries."""
    return [(number, pattern) for number, entry in enumerate(ruler.patterns) for pattern in entry["patterns"]]


def _answers_by_word(nlp: Language) -> bool:
    """Tell whether what the ruler and the lemmatizer say of a token depends on its word, tag and dependency, and the next words."""
    names = nlp.pipe_names
    if names[-2:] != [RULER, LEMMATIZER] or "morphologizer" in names:
        return False
    ruler: Any = nlp.get_pipe(RULER)
    lemmatizer = nlp.get_pipe(LEMMATIZER)
    known = type(ruler) is AttributeRuler and type(lemmatizer) in (Lemmatizer, EnglishLemmatizer)
    return known and all(_by_word(pattern, ruler.indices[entry]) for entry, pattern in _patterns(ruler))


def _by_word(pattern: Sequence[dict[str, Any]], index: int) -> bool:
    return -len(pattern) <= index < len(pattern) and all(word.keys() <= OWN for word in pattern)


@Language.factory(NAME)
def _make(nlp: Language, name: str) -> Attributes:
    return Attributes(nlp.get_pipe(RULER), nlp.get_pipe(LEMMATIZER))


def keep_answers(nlp: Language) -> None:
    """Let a loaded pipeline that ends with spaCy's ruler and lemmatizer keep their answers; leave any other as it is."""
    if _answers_by_word(nlp):
        nlp.add_pipe(NAME)
        nlp.select_pipes(disable=[RULER, LEMMATIZER])
