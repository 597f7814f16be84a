"""News agencies: the tags by which they sign, and the pattern of them."""

import re

from amity.vocabulary import alternatives, load, per_language


@per_language
def agencies() -> dict[str, str]:
    """Return the agency that each tag stands for."""
    return {tag: name for name, tags in load("agencies")["agencies"].items() for tag in tags}


@per_language
def tag() -> str:
    """Return the pattern of an agency's tag, the longest first."""
    return longest_first(agencies())


def longest_first(words: dict[str, str] | list[str]) -> str:
    """Return the pattern of any of the words as written, the longest first."""
    return alternatives(re.escape(word) for word in sorted(words, key=len, reverse=True))
