"""Which words the language in force has: what the parser's own vocabulary knows."""

from amity.errors import SetupError
from amity.reading.parser import own_words, parser_of
from amity.vocabulary import language, per_language


@per_language
def _strings() -> frozenset[str]:
    """Return the strings of the parser's vocabulary as it was loaded: it grows with every text that is parsed."""
    try:
        return frozenset(own_words(parser_of(language()), language()))
    except SetupError:
        return frozenset()


def _is_known(word: str, strings: frozenset[str]) -> bool:
    return word in strings and word.isalpha() and (word.islower() or word.istitle())


def is_word(word: str) -> bool:
    """Tell whether the word, as written or in lower case, is known."""
    strings = _strings()
    return _is_known(word, strings) or _is_known(word.lower(), strings)


def is_common_word(word: str) -> bool:
    """Tell whether the word is known in lower case: a common word, not only a name."""
    return _is_known(word.lower(), _strings())
