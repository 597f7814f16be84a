"""Columns of a PDF's page: lines that were drawn across two columns are put one column after the other.

Most programs draw column by column, and their order is kept. Only where the drawing goes to and fro between two columns of prose
is the page read again with the words at their places, and cut at the gutter.
"""

import re
from collections import Counter
from itertools import pairwise
from typing import Any

from amity.reading.formats.pdf_lines import Line

LEAST_ROWS = 5  # rows of two columns that make a page one of columns; fewer may be a table or a heading
PROSE = 18  # letters a side in the middle of all rows: the cells of a table hold fewer
_GAP = re.compile(r"\S(\s{2,})\S")


def in_reading_order(lines: list[Line], middle: set[int], page: Any) -> list[Line]:
    """Return the lines column by column; ``middle`` are the heights at which words begin in the middle of the page."""
    if len(middle) < LEAST_ROWS:
        return lines
    rows = page.extract_text(extraction_mode="layout").split("\n")
    gutter = _gutter(rows)
    if gutter is None or not _goes_to_and_fro(lines, rows, gutter):
        return lines
    return list(_by_column(rows, gutter))


def _gutter(rows: list[str]) -> int | None:
    """Return the place where most rows have a gap between two runs of prose, None where there are too few of them."""
    gaps = Counter(match.end(1) for row in rows for match in _GAP.finditer(row))
    if not gaps:
        return None
    best = max(sorted(gaps), key=gaps.__getitem__)
    parts = [(row[:best].strip(), row[best:].strip()) for row in rows if _is_cut(row, best)]
    prose = sorted(min(len(left), len(right)) for left, right in parts)
    return best if len(prose) >= LEAST_ROWS and prose[len(prose) // 2] >= PROSE else None


def _is_cut(row: str, gutter: int) -> bool:
    return bool(row[:gutter].strip() and row[gutter:].strip()) and row[gutter - 2 : gutter].isspace()


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _goes_to_and_fro(lines: list[Line], rows: list[str], gutter: int) -> bool:
    """Tell whether the lines as drawn jump between the columns, or hold words of both."""
    cut = [row for row in rows if _is_cut(row, gutter)]
    left, right = ({_letters(part) for part in side} for side in ([row[:gutter] for row in cut], [row[gutter:] for row in cut]))
    both = {_letters(row) for row in cut}
    drawn = [_letters(line.text) for line in lines]
    sides = ["l" if text in left else "r" for text in drawn if text in left | right]
    jumps = sum(a != b for a, b in pairwise(sides)) / 2 + sum(text in both for text in drawn)
    return jumps >= max(LEAST_ROWS - 1, len(cut) / 2)


def _by_column(rows: list[str], gutter: int) -> list[Line]:
    """Return the lines of each band between full-width rows: the left column, then the right.

    A row alone at the page's top or bottom is a running line and belongs to no column.
    """
    lines, left, right = list[Line](), list[Line](), list[Line]()
    written = [number for number, row in enumerate(rows) if row.strip()]
    for number in written:
        row = rows[number]
        if _crosses(row, gutter) or (number in (written[0], written[-1]) and not _is_cut(row, gutter)):
            lines += [*left, *right, Line(row.strip(), -float(number))]
            left, right = [], []
            continue
        for column, words in ((left, row[:gutter].strip()), (right, row[gutter:].strip())):
            if words:
                column.append(Line(words, -float(number)))
    return [*lines, *left, *right]


def _crosses(row: str, gutter: int) -> bool:
    return bool(row[gutter - 1 : gutter].strip()) and bool(row[gutter:].strip())
