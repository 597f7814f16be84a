"""The working object of cleaning: lines that remember what was cut out of them, and what is known of the document."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from amity.model import Document, Removed
from amity.reading.report import Role

_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_BULLET = re.compile(r"^\s*(?:[•●▪◦‣*·–—-]\s|\d{1,2}[.)]\s|\(?[a-z]\)\s)")
PROSE_WORDS = 6  # a line that ends like a sentence is prose from so many words on ("Read more." is not)
LONGEST_HEADLINE = 25  # words: longer lines are prose even when their full stop was lost


class Line:
    """One line: pieces that stay, and pieces that a rule took out where they stood."""

    def __init__(self, text: str, role: Role = "body") -> None:
        self.pieces: list[tuple[str, str | None]] = [(text, None)]
        self.role: Role = role
        self.text = text
        """What stays of the line; every change goes through the methods below."""

    def _set(self, pieces: list[tuple[str, str | None]]) -> None:
        self.pieces = [(text, gone) for text, gone in pieces if text]
        self.text = "".join(text for text, gone in self.pieces if gone is None)

    def replace(self, start: int, end: int, new: str, rule: str | None = None) -> None:
        """Put ``new`` in the place of ``text[start:end]``; with a rule the old words are kept as removed."""
        self.replace_each([(start, end)], new, rule)

    def replace_each(self, spans: Sequence[tuple[int, int]], new: str, rule: str | None = None) -> None:
        """Do what ``replace`` does with each of the spans, which are in their order and do not overlap: in one pass over the pieces."""
        pieces: list[tuple[str, str | None]] = []
        at, first, written = 0, 0, False
        for text, gone in self.pieces:
            if gone is not None:
                pieces.append((text, gone))
                continue
            ends, done = at + len(text), at
            while first < len(spans) and spans[first][0] <= ends:
                start, end = spans[first]
                low, high = max(start, done), min(end, ends)
                pieces += [(self.text[done:low], None), (self.text[low:high] if rule else "", rule), ("" if written else new, None)]
                done, written = high, True
                if end > ends:
                    break
                first, written = first + 1, False
            pieces.append((self.text[done:ends], None))
            at = ends
        self._set(pieces)

    def append(self, other: "Line") -> None:
        """Join another line to this one, with a space between them."""
        self._set([*self.pieces, (" ", None), *other.pieces])

    def cut(self, start: int, end: int, rule: str) -> None:
        """Take ``text[start:end]`` out."""
        self.cut_each([(start, end)], rule)

    def cut_each(self, spans: Sequence[tuple[int, int]], rule: str) -> None:
        """Take each of the spans out, which are in their order and do not overlap."""
        spans = [(start, end) for start, end in spans if start < end]
        if spans:
            self.replace_each(spans, "", rule)

    def drop(self, rule: str) -> None:
        """Take out all that stays of the line."""
        self.cut(0, len(self.text), rule)

    def split(self, at: int) -> "Line":
        """Cut the line in two at ``text[at]`` and return the second part."""
        kept: list[tuple[str, str | None]] = []
        moved: list[tuple[str, str | None]] = []
        seen = 0
        for text, gone in self.pieces:
            size = len(text) if gone is None else 0
            low = max(min(at - seen, len(text)), 0) if gone is None else (len(text) if seen <= at and not moved else 0)
            kept.append((text[:low], gone))
            moved += [(text[low:], gone)] if text[low:] else []
            seen += size
        rest = Line("", self.role)
        rest._set(moved)
        self._set(kept)
        return rest


@dataclass
class Draft:
    """A report while it is cleaned."""

    document: Document
    lines: list[Line] = field(default_factory=list)

    def kept(self) -> list[Line]:
        """Return the lines of which words stay."""
        return [line for line in self.lines if line.text.strip()]

    def insert_after(self, line: Line, new: Line) -> None:
        """Add a line after another."""
        self.lines.insert(next(i for i, one in enumerate(self.lines) if one is line) + 1, new)

    def state(self) -> tuple[tuple[str, Role], ...]:
        """Return what stays: equal states mean that a pass changed nothing."""
        return tuple((line.text, line.role) for line in self.lines)


CACHED_LINES = 1024
"""Lines and sentences of some reports: each step and pass looks at the same ones again."""


@lru_cache(maxsize=CACHED_LINES)
def words(text: str) -> int:
    """Return the number of words."""
    return len(re.findall(r"\w[\w'’-]*", text))


def ends_sentence(text: str) -> bool:
    """Tell whether the text ends as a sentence does."""
    return bool(_ENDS.search(text.rstrip()))


def is_bullet(text: str) -> bool:
    """Tell whether the line is an item of a list."""
    return bool(_BULLET.match(text))


def is_prose(text: str) -> bool:
    """Tell a paragraph from a headline, a link or a label."""
    count = words(text)
    return count > LONGEST_HEADLINE or (count >= PROSE_WORDS and ends_sentence(text) and not text.rstrip().endswith("..."))


def assemble(draft: Draft) -> tuple[str, list[Removed], list[tuple[int, int, Role]]]:
    """Return the cleaned text, what was removed with its place, and the role of each paragraph."""
    text, removed, roles = "", [], list[tuple[int, int, Role]]()
    for line in draft.lines:
        stays = bool(line.text)
        text += "\n" if stays and text else ""
        start = len(text)
        for piece, rule in line.pieces:
            if rule is None:
                text += piece
            elif piece.strip():
                removed.append(Removed(len(text), piece.strip(), rule))
        if stays:
            roles.append((start, len(text), line.role))
    return text, removed, roles
