"""Lines of a PDF's pages become paragraphs: hyphenation undone, running heads and page numbers taken out, pages remembered."""

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from amity.reading.formats.model import LeftOut
from amity.vocabulary import load

EDGE = 2  # lines at the top and at the bottom of a page that may be running lines
REPEATED = (3, 0.4)  # pages, and share of all pages, that a running line stands on: left and right pages may differ
FULL = 0.75  # of the usual length of full lines: a shorter line ends its paragraph
GAP = 1.4  # of the usual distance of lines: a wider one parts paragraphs
SIZE = 0.12  # share by which the letters of a headline differ in height
_NUMBER = re.compile(r"^\W*(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?\W*$", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_BULLET = re.compile(r"^\s*(?:[•●▪◦‣*·–—]\s|-\s|\d{1,2}[.)]\s|\(?[a-z]\)\s)")
_BROKEN = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


class Line(NamedTuple):
    """One line of a page: its words, the height of its base line, the height of its letters (0 where unknown)."""

    text: str
    y: float = 0
    size: float = 0


class Assembled(NamedTuple):
    """A text of paragraphs, the offsets at which its pages begin, and what was left out."""

    text: str
    pages: tuple[int, ...]
    left_out: tuple[LeftOut, ...]


def take_running_lines(pages: list[list[Line]]) -> tuple[list[list[Line]], list[list[tuple[str, str]]]]:
    """Return the pages without running heads, feet and page numbers, and what was taken from each, with the rule's name."""
    counts = Counter(key for page in pages for key in {_masked(line) for line in page[:EDGE] + page[-EDGE:]})
    often = max(REPEATED[0], REPEATED[1] * len(pages))
    cuts = [(_running(page, counts, often), _running(page[::-1], counts, often)) for page in pages]
    kept = [page[top : max(len(page) - bottom, top)] for page, (top, bottom) in zip(pages, cuts, strict=True)]
    gone = [[*page[:top], *page[max(len(page) - bottom, top) :]] for page, (top, bottom) in zip(pages, cuts, strict=True)]
    return kept, [[(line.text, _rule(line, counts, often) or "") for line in lines] for lines in gone]


def _running(page: list[Line], counts: Counter[str], often: float) -> int:
    """Return how many lines from the page's edge are running lines: a line behind one that is not is none either."""
    return next((at for at, line in enumerate(page[:EDGE]) if not _rule(line, counts, often)), min(EDGE, len(page)))


def _masked(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _rule(line: Line, counts: Counter[str], often: float) -> str | None:
    if _NUMBER.match(line.text):
        return "page-number"
    return "running-line" if counts[_masked(line)] >= often else None


def assemble(pages: list[list[Line]], taken: list[list[tuple[str, str]]]) -> Assembled:
    """Return the paragraphs of all pages, one a line."""
    words = Counter(word.casefold() for page in pages for line in page for word in _WORD.findall(line.text))
    paragraphs = _Paragraphs(words)
    starts, left_out = list[int](), list[LeftOut]()
    before: Line | None = None
    for page, gone in zip(pages, taken, strict=True):
        full, step = _usual(page)
        for number, line in enumerate(page):
            goes_on = before is not None and (_continues(before, line, full, step) if number else _goes_over(before, line))
            begins = paragraphs.add(line.text, goes_on)
            if number == 0:
                starts.append(begins)
            before = line
        if not page:
            starts.append(paragraphs.size)
        left_out += [LeftOut(starts[-1], text, rule) for text, rule in gone]
    return Assembled("".join(paragraphs.parts), tuple(starts), tuple(left_out))


class _Paragraphs:
    """A text that grows line by line; ``words`` are the document's own, in small letters."""

    def __init__(self, words: Counter[str]) -> None:
        self.parts: list[str] = []
        self.size = 0
        self._words = words

    def add(self, line: str, goes_on: bool) -> int:
        """Add a line, to the last paragraph when that goes on, and return the offset of the line in the text."""
        if self.parts:
            self._put(self._between(line) if goes_on else "\n")
        begins = self.size
        self._put(line)
        return begins

    def _between(self, line: str) -> str:
        """Return what stands between the last line and one that goes on: nothing in a broken word, whose hyphen is undone."""
        last = self.parts[-1]
        broken, after = _BROKEN.search(last), _WORD.match(line)
        if not (broken and after and line[0].islower()):
            return " "
        if _joins(broken[1], after[0], last, self._words):
            self.parts[-1] = last[: broken.end(1)]
            self.size -= len(last) - broken.end(1)
        return ""

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.size += len(text)


def _usual(page: list[Line]) -> tuple[float, float]:
    """Return the usual length of the page's full lines and the usual distance of its lines."""
    lengths = sorted(len(line.text) for line in page)
    steps = [a.y - b.y for a, b in pairwise(page) if a.y > b.y]
    return (lengths[int(len(lengths) * 0.8)] if lengths else 0), (median(steps) if steps else 0)


def _continues(before: Line, line: Line, full: float, step: float) -> bool:
    """Tell whether a line goes on with the paragraph of the line before it."""
    if _BROKEN.search(before.text) and line.text[:1].islower():
        return True
    if _BULLET.match(line.text) or abs(before.size - line.size) > SIZE * max(before.size, line.size):
        return False
    if step and (before.y - line.y > GAP * step):
        return False
    if len(before.text) < FULL * full:
        return line.text[:1].islower() and not _ENDS.search(before.text)
    return True


def _goes_over(before: Line, line: Line) -> bool:
    """Tell whether a paragraph goes on over the end of a page."""
    return not _ENDS.search(before.text) and line.text[:1].islower()


def _joins(before: str, after: str, text: str, words: Counter[str]) -> bool:
    """Tell whether a hyphen at a line's end only breaks a word: a soft one does; else the document's own words decide, then lists.

    ``words`` holds the words of the document in small letters, the halves of broken ones too.
    """
    if text.endswith("\u00ad"):
        return True
    whole, parted = words[f"{before}{after}".casefold()], words[f"{before}-{after}".casefold()]
    if whole != parted:
        return whole > parted
    known = load("hyphens")
    first, second = before.casefold(), re.split(r"[-\u2010]", after.casefold())[0]
    return second not in known["second_parts"] and (first not in known["first_parts"] or second in known["endings"])
