"""Letters, and those among them that are Latin."""

import re

LETTER = re.compile(r"[^\W\d_]")
LATIN_LETTERS = "A-Za-zÀ-ɏḀ-ỿ"
"""Latin letters, marks or not (the last are those of Vietnamese), as a class of a regular expression has them."""
LATIN = re.compile(f"[{LATIN_LETTERS}]")
