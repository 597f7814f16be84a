"""Words of the lexicon are those that the parser came with."""

from amity.reading.cleaning import lexicon
from amity.reading.cleaning.lexicon import is_word
from amity.reading.parser import own_words, parse


def test_words_are_known_as_written_or_in_lower_case() -> None:
    assert is_word("border") and is_word("Border") and is_word("BORDER")
    assert not is_word("bordergate")


def test_what_was_parsed_before_adds_no_word() -> None:
    parse("The zorvlen of Quimtar met the zorvlen of Lima.")
    assert "zorvlen" not in set(own_words())
    lexicon._strings.cache_clear()
    assert not is_word("zorvlen")
