"""Sentences of a cleaned text, with their offsets, for what is told outside the facts of a reading."""

import re
from functools import lru_cache

import msgspec

_END = re.compile(r"(?<=[.!?])(?P<quotes>[\"”’')]*)\s+(?=[\"“‘'(]*[A-ZÀ-ÖØ-ÞĐ0-9])|\n+")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|St|Jr|Sr|No|vs|Nov|Dec|Oct|Sept?|Aug|Jan|Feb|Mar|Apr|Jun|Jul|H\.E|U\.S|U\.K|Hon)|\b[A-Z])\.$"
)
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")


class Sentence(msgspec.Struct, frozen=True):
    """A sentence: ``text[start:end] == quote``; ``paragraph`` counts the lines of the text from 0."""

    start: int
    end: int
    quote: str
    paragraph: int

    @property
    def plain(self) -> str:
        """The sentence in lower case, what stands in quotation marks blanked, offsets kept."""
        return _QUOTED.sub(lambda found: " " * len(found.group()), self.quote).replace("’", "'").lower()


@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text; a stop after an abbreviation or an initial ends none."""
    found: list[Sentence] = []
    start, paragraph = 0, 0
    for match in [*_END.finditer(text), None]:
        end = (match.end("quotes") if match["quotes"] else match.start()) if match else len(text)
        breaks = bool(match and "\n" in match.group())
        if match and not breaks and _SHORT.search(text[start:end]):
            continue
        if text[start:end].strip():
            found.append(Sentence(start, end, text[start:end], paragraph))
        if match:
            start, paragraph = match.end(), paragraph + breaks
    return tuple(found)
