"""Which words English has: what the parser's own vocabulary knows."""

from functools import cache

from amity.errors import SetupError
from amity.reading.parser import pipeline


@cache
def _known() -> frozenset[str]:
    try:
        strings = pipeline().vocab.strings
    except SetupError:
        return frozenset()
    return frozenset(word for word in strings if word.isalpha() and (word.islower() or word.istitle()))


def is_word(word: str) -> bool:
    """Tell whether the word, as written or in lower case, is known."""
    return word in _known() or word.lower() in _known()


def is_common_word(word: str) -> bool:
    """Tell whether the word is known in lower case: a common word, not only a name."""
    return word.lower() in _known()
