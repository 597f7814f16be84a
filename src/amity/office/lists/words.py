"""The words of lists: headings, totals, dates and blanks in the languages that offices write, from ``words.toml``."""

import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from amity.gazetteer.folding import fold


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the words of lists mean.

    ``blanks`` stand for an empty cell, ``totals`` begin rows that sum up, ``home`` is our side, ``between`` and ``ahead`` stand in
    periods, ``open`` for the end of those that go on, ``marks`` in dates, with the sign that takes their place.
    ``numbers`` are headings of running numbers, which name no row: they change with its place.
    """

    blanks: frozenset[str]
    totals: tuple[str, ...]
    home: frozenset[str]
    between: tuple[str, ...]
    ahead: tuple[str, ...]
    open: frozenset[str]
    marks: dict[str, str]
    numbers: frozenset[str]

    def is_blank(self, text: str) -> bool:
        """Tell whether a cell's text stands for an empty one."""
        return text.casefold() in self.blanks

    def is_total(self, text: str) -> bool:
        """Tell whether a cell's text begins a row that sums up."""
        plain = fold(text)
        return any(plain == word or plain.startswith((f"{word} ", f"{word}:", f"{word}：")) for word in self.totals)


@cache
def words() -> Words:
    """Return the words that the package has."""
    data = files("amity.office.lists").joinpath("words.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(data), Words)
