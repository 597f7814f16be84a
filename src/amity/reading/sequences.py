"""Sequences of words found by their first word, and what is worked out once per parsed text."""

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import TypeVar

from spacy.tokens import Doc

T = TypeVar("T")


def once_per_doc(function: Callable[[Doc], T]) -> Callable[[Doc], T]:
    """Let a function of a parsed text keep its result with the text; nobody may change the result."""
    key = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def kept(doc: Doc) -> T:
        known = doc.user_data
        if key not in known:
            known[key] = function(doc)
        result: T = known[key]
        return result

    return kept


@once_per_doc
def text_of(doc: Doc) -> str:
    """Return the text, which the parser's own attribute joins anew each time."""
    return doc.text


@once_per_doc
def token_texts(doc: Doc) -> list[str]:
    """Return the texts of the tokens."""
    return [token.text for token in doc]


@once_per_doc
def token_lowers(doc: Doc) -> list[str]:
    """Return the texts of the tokens in lower case."""
    return [token.lower_ for token in doc]


@once_per_doc
def sentence_starts(doc: Doc) -> list[int]:
    """Return for each token the index of the first token of its sentence, which the parser's own attribute looks for anew each time."""
    return [sentence.start for sentence in doc.sents for _ in range(sentence.start, sentence.end)]


def longest_by_first(sequences: Iterable[Sequence[str]]) -> dict[str, int]:
    """Return for each first word the number of words of the longest sequence that it begins."""
    longest: dict[str, int] = {}
    for sequence in sequences:
        longest[sequence[0]] = max(len(sequence), longest.get(sequence[0], 0))
    return longest


def by_first(sequences: Iterable[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """Return the sequences that each first word begins."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for sequence in sequences:
        table.setdefault(sequence[0], []).append(sequence)
    return table
