"""Fixed words of templates are translated where they stand: text between tags, and what attributes tell of an element.

A template is written in English, without marks; ``{{ _("…") }}`` is written only where words stand within an expression. When a template
is compiled, each run of its words becomes such a call, so that no words of a page can be forgotten: `tools.words` finds the same.
"""

import html
import re
from collections.abc import Iterable, Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

TELLING = frozenset({"placeholder", "aria-label", "title", "alt"})
"""Attributes whose value is read by people."""
LETTERS = re.compile(r"[^\W\d_]{2}")
"""What has none of these is not words: marks, numbers, a single letter."""
OPENING = re.compile(r"([\w-]+)=\"$")
EDGES = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)
PIECES = re.compile(r'[<>"]')


class Fixed(Extension):
    """Marks a template's own words for translation as it is compiled."""

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """Return the tokens of a template, its words as calls of ``_``."""
        place = Place()
        for token in stream:
            if token.type != "data":
                yield token
                continue
            for words, told in place.cut(token.value):
                yield from _called(told, token.lineno) if words else (Token(token.lineno, "data", told),)


class Place:
    """Where one is in HTML that comes in pieces: between tags, in a tag, in the value of an attribute."""

    def __init__(self) -> None:
        self.in_tag = False
        self.attribute = ""
        self.quoted = False

    def cut(self, told: str) -> Iterator[tuple[bool, str]]:
        """Return a piece of HTML in parts, each with whether it is words for people."""
        start = 0
        for found in PIECES.finditer(told):
            if not self._turns(found[0]):
                continue
            yield self._is_words(told[start : found.start()]), told[start : found.start()]
            yield False, found[0]
            self._turn(found[0], told[: found.end()])
            start = found.end()
        yield self._is_words(told[start:]), told[start:]

    def _turns(self, mark: str) -> bool:
        if self.quoted:
            return mark == '"'
        return mark in '>"' if self.in_tag else mark == "<"

    def _turn(self, mark: str, before: str) -> None:
        if mark == '"':
            opening = OPENING.search(before)
            self.attribute = opening[1] if opening and not self.quoted else ""
            self.quoted = not self.quoted
        else:
            self.in_tag = mark == "<"

    def _is_words(self, told: str) -> bool:
        readable = self.attribute in TELLING if self.quoted else not self.in_tag
        return readable and LETTERS.search(html.unescape(told)) is not None


def _called(told: str, line: int) -> Iterator[Token]:
    """Return the call that translates some words; the space around them stays outside."""
    before, words, after = EDGES.findall(told)[0]
    yield Token(line, "data", before)
    yield Token(line, "variable_begin", "{{")
    yield Token(line, "name", "_")
    yield Token(line, "lparen", "(")
    yield Token(line, "string", " ".join(html.unescape(words).split()))
    yield Token(line, "rparen", ")")
    yield Token(line, "variable_end", "}}")
    yield Token(line, "data", after)
