"""Text of others shown in a terminal: what would steer the terminal, or hide or turn round what is beside it, shows as a code."""

import unicodedata

KEPT = frozenset("\n\t")
UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs"})
"""Unicode categories: control, format (joiners, marks of direction), private use, surrogate."""
JOINERS = frozenset("\u200c\u200d")
"""Some scripts are not written without them."""


def visible(text: str) -> str:
    """Return the text with each character that shows nothing of its own as its escape: an escape character as ``\\x1b``."""
    if text.isprintable():  # which nothing of these categories is
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character in KEPT or character in JOINERS or unicodedata.category(character) not in UNSEEN:
        return character
    return character.encode("unicode_escape").decode("ascii")
