"""Sentences that the program says in English, with names and figures filled in, said again in the language of a reader.

What went wrong, what was searched, what a line rests on: code says it once, in English, where it arises, and the command line shows that.
A page in another language knows the sentence by its fixed words and says it with the same names and figures. What it does not know stays
English. ``python -m tools.words`` finds the sentences in the code and keeps their translations (``locale/*/LC_MESSAGES/sentences.po``).
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.resources import files
from string import Formatter
from typing import NamedTuple

from babel.messages.mofile import read_mo

from amity.office.words import Words, words

DOMAIN = "sentences"
LONGEST = 4_000
"""Characters of the longest sentence that is looked at."""
FEW = 4
"""Letters of fixed words below which all that is filled in must be known too, or figures: "2019 to 2023" is a period, "Ann to Joy" none."""
SHORT = 10
"""Letters of fixed words below which a sentence is looked for last: "meets: monthly" may be the beginning of a longer one."""
FIGURES = frozenset({"reports", "outlets", "last", "date", "day", "year", "row", "number"})
"""Parts that are figures and days and hold no letters: so what they stand in is told from a longer sentence around it."""
MOST_HEADS = 3
SEMICOLON, MARKS = re.compile(r"; (?![^“]*”)"), re.compile(r"(; |, )(?![^“]*”)")
"""What parts of a list stand between; within a quote it is the quote's."""
STOP = re.compile(r"(?<=[.]) ")
LETTERS = re.compile(r"[^\W\d_]")
PUBLIC = re.compile(r"(?:act|evt|ins|sta|mec|prj|ind|tie|con)-[\w-]+")
STOPS = {"zh": "。"}
"""What ends a sentence before another where that is no full stop and space."""


class Sentence(NamedTuple):
    """A sentence: its fixed words, the names of what stands between them, all of it in another language, and how many letters are fixed."""

    fixed: tuple[str, ...]
    names: tuple[str, ...]
    said: str
    letters: int

    def parts(self, told: str) -> dict[str, str] | None:
        """Return what stands between the fixed words, or nothing where they are not those; each is looked for once, from the left."""
        if not self.names:
            return {} if told == self.fixed[0] else None
        first, *inner, last = self.fixed
        if len(told) < len(first) + len(last) or not told.startswith(first) or not told.endswith(last):
            return None
        at, end, found = len(first), len(told) - len(last), []
        for one in inner:
            spot = told.find(one, at, end)
            if spot < 0:
                return None
            found.append(told[at:spot])
            at = spot + len(one)
        found.append(told[at:end])
        parts = dict(zip(self.names, found, strict=True))
        return None if any(LETTERS.search(parts.get(name, "")) for name in FIGURES) else parts


class Sentences:
    """The sentences of the program in one language."""

    def __init__(self, language: str) -> None:
        self.words: Words = words(language)
        self._stop = STOPS.get(language, ". ")
        known = [] if language == "en" else sorted(_read(language), key=lambda one: (one.letters < SHORT, not one.fixed[0], -one.letters))
        self._definitions = {one.fixed[0]: one.said for one in known if not one.names}
        self._known = [one for one in known if one.names]

    def again(self, told: str) -> str:
        """Return a sentence in the language; what is not known stays as it is."""
        core = told.strip()
        if not self._known or not LETTERS.search(core) or len(core) > LONGEST:
            return told
        ways: tuple[Callable[[str], str], ...] = (self._whole, self._word, self._following, self._headed, self._aside, self._listed)
        said = next((found for way in ways if (found := way(core))), core)
        before, _, after = told.partition(core)
        return f"{before}{said}{after}"

    def _whole(self, told: str) -> str:
        """Return one sentence; of several that fit one whose beginning is fixed, then that of which the most is."""
        if found := self._definitions.get(told):
            return found
        for one in self._known:
            if (parts := one.parts(told)) is None:
                continue
            said = {
                name: part if before.endswith("-") else self.again(part)
                for before, (name, part) in zip(one.fixed, parts.items(), strict=False)
            }
            if one.letters >= FEW or not any(LETTERS.search(parts[name]) and parts[name] == said[name] for name in parts):
                return one.said.format(**said)
        return self._defined(f"{told[0].lower()}{told[1:-1]}") if told.endswith(".") else ""

    def _defined(self, told: str) -> str:
        """Return a definition, which stands without capital and full stop where it was written, with both."""
        said = self._definitions.get(told) or self.words(told)
        return "" if said == told else f"{said[0].upper()}{said[1:]}{self._stop.strip()}"

    def _word(self, told: str) -> str:
        """Return a value of a vocabulary; names, which begin with a capital, are none."""
        said = self.words.value(told) if told.islower() else told
        return said if said not in (told, told.replace("_", " ")) else ""

    def _following(self, told: str) -> str:
        """Return sentences that follow one another."""
        for found in STOP.finditer(told):
            first, rest = told[: found.start()], told[found.end() :]
            if (said := self._whole(first)) and (others := self._whole(rest) or self._following(rest)):
                return f"{said.removesuffix(self._stop.strip())}{self._stop}{others}"
        return ""

    def _headed(self, told: str) -> str:
        """Return a sentence behind what it is about: "report.csv: row 3: …"."""
        for found in list(re.finditer(": ", told))[:MOST_HEADS]:
            if said := self._whole(told[found.end() :]):
                return f"{self.again(told[: found.start()])}: {said}"
        return ""

    def _aside(self, told: str) -> str:
        """Return words with others in brackets behind them."""
        head, mark, rest = told.rpartition(" (")
        if not mark or not rest.endswith(")"):
            return ""
        said = f"{self.again(head)} ({self._each(rest[:-1]) or rest[:-1]})"
        return said if said != told else ""

    def _listed(self, told: str) -> str:
        """Return parts with semicolons between them of which some are known, or with commas of which all are."""
        pieces = SEMICOLON.split(told)
        if len(pieces) == 1:
            return self._each(told) if ", " in told else ""
        said = [self.again(one) for one in pieces]
        return "; ".join(said) if said != pieces else ""

    def _each(self, told: str) -> str:
        """Return a list all of whose parts are known, or are figures and ids."""
        pieces = MARKS.split(told)
        said = [self.words(one) if one == ", " else self.again(one) for one in pieces]
        strange = any(one == other and LETTERS.search(one) and not PUBLIC.fullmatch(one) for one, other in zip(pieces, said, strict=True))
        return "" if strange or said == pieces else "".join(said)


def _read(language: str) -> Iterator[Sentence]:
    with files("amity.office").joinpath("locale", language, "LC_MESSAGES", f"{DOMAIN}.mo").open("rb") as file:
        for message in read_mo(file):
            if message.id and message.string:
                fixed, names = cut(str(message.id))
                yield Sentence(fixed, names, str(message.string), sum(len(LETTERS.findall(one)) for one in fixed))


def cut(template: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the fixed words of a template and the names between them; there is always one more of the former if there are names."""
    fixed: list[str] = [""]
    names: list[str] = []
    for literal, name, _, _ in Formatter().parse(template):
        fixed[-1] += literal
        if name is not None:
            names.append(name)
            fixed.append("")
    return tuple(fixed), tuple(names)


@lru_cache
def sentences(language: str) -> Sentences:
    """Return the sentences in a language; raise UsageError for one that they are not translated into."""
    return Sentences(language)
