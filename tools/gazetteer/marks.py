"""Marks on names that are also words or names of persons: readers then ask for context."""

from collections.abc import Sequence

from amity.gazetteer.layout import ABBREVIATION, COMMON_WORD, PERSON_NAME, WEAK
from tools.gazetteer.draft import Draft
from tools.gazetteer.names import data
from tools.gazetteer.prominence import prominence
from tools.gazetteer.sources import Words

VILLAGE = 42
"""Prominence below which a place is a village: fewer than 15,000 persons."""
SHORT = 3
"""Letters up to which a village's name is more likely a syllable of a person's name ("Lan", "Wei", "Ba")."""


def with_own_words(words: Words) -> Words:
    """Return the sources' words with those of ``context_words.toml``."""
    own = data("context_words")
    return Words(words.common | set(own["common"]["words"]), words.persons | set(own["persons"]["words"]))


def marks(key: str, places: Sequence[Draft], abbreviation: bool, words: Words) -> int:
    """Return the marks of a folded name that ``places`` bear."""
    found = ABBREVIATION if abbreviation else 0
    if any(place.level == "country" for place in places):
        return found
    found |= COMMON_WORD if key in words.common else 0
    found |= PERSON_NAME if key in words.persons and not any(place.capital_of == "country" for place in places) else 0
    village = all(prominence(place) < VILLAGE for place in places)
    return found | (WEAK if village and (found or len(key) <= SHORT) else 0)
