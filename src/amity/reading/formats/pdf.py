"""PDF files: their text in reading order, with the offsets at which the pages begin (pypdf)."""

import logging
from itertools import chain
from typing import Any

from amity.errors import SourceError
from amity.reading.formats.model import Documents, Format, Found, Input, Look, Options
from amity.reading.formats.pdf_columns import in_reading_order
from amity.reading.formats.pdf_lines import Line, assemble, take_running_lines
from amity.reading.formats.text import bounded, digest

MAGIC = b"%PDF-"
MAGIC_WITHIN = 1024  # bytes: what readers of PDF allow before the mark
LEAST_LETTERS = 10  # on all pages together: fewer are stray marks on scanned pages
MIDDLE = (0.35, 0.7)  # of a page's width: words that begin there make a second column possible
SMALLEST = 1  # points: the height of letters that can be read
ENCRYPTED = "an encrypted PDF; save a copy without password"
SCANNED = "a PDF without text (scanned pages?); run text recognition (OCR) on it first"


def matches(look: Look) -> bool:
    """Tell a PDF by its mark: at the start, or a little later when the bytes are no text that speaks of it."""
    return look.head.lstrip().startswith(MAGIC) or (MAGIC in look.head[:MAGIC_WITHIN] and not look.head.isascii())


def read(source: Input, options: Options) -> Documents:
    """Yield the file's text as one document."""
    data = source.whole(options.limits.pdf_bytes)
    reader = _opened(source)
    if len(reader.pages) > options.limits.pages:
        raise SourceError(f"{len(reader.pages):,} pages, more than the {options.limits.pages:,} that one document may have; split it")
    pages = [_lines(page) for page in reader.pages]
    if sum(c.isalpha() for line in chain(*pages) for c in line.text) < LEAST_LETTERS:
        raise SourceError(SCANNED)
    made = assemble(*take_running_lines(pages))
    text = bounded(made.text, options.limits)
    yield Found(source.path, text, digest(data), facts=_facts(reader, text), pages=made.pages, left_out=made.left_out)


def _opened(source: Input) -> Any:
    import pypdf
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends in silence is no message to the user
    source.file.seek(0)
    try:
        reader = pypdf.PdfReader(source.file)
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError(ENCRYPTED)
        len(reader.pages)
    except (DependencyError, FileNotDecryptedError, NotImplementedError) as error:
        raise SourceError(ENCRYPTED) from error
    except PyPdfError as error:
        raise SourceError(f"a damaged PDF ({str(error).rstrip('.')}); open it and save it anew") from error
    return reader


def _lines(page: Any) -> list[Line]:
    """Return the page's lines in reading order."""
    drawn = _Drawn(float(page.mediabox.left), float(page.mediabox.width))
    page.extract_text(visitor_text=drawn.piece, visitor_operand_before=drawn.operation)
    lines = [line._replace(text=line.text.strip()) for line in drawn.lines]
    return lines if drawn.odd else in_reading_order(lines, drawn.middle, page)


class _Drawn:
    """What is drawn on a page: its lines in the order of drawing, and the heights at which words begin in its middle.

    ``odd`` tells places off the page or letters too small to see: such a page is not laid out again, which would take room without bound.
    """

    def __init__(self, left: float, width: float) -> None:
        self.lines: list[Line] = []
        self.middle: set[int] = set()
        self.odd = False
        self._left, self._width = left, width

    def piece(self, text: str, cm: list[float], tm: list[float], font: Any, size: float | None) -> None:
        """Take a piece of text with its place: the matrices of the page and of the text, and the size of the letters."""
        height = abs((size or 0) * tm[3] * cm[3])
        for part in text.splitlines(keepends=True):
            if self.lines and not self.lines[-1].text.endswith("\n"):
                self.lines[-1] = self.lines[-1]._replace(text=self.lines[-1].text + part)
            elif part.strip():
                self.lines.append(Line(part, round(cm[1] * tm[4] + cm[3] * tm[5] + cm[5], 1), round(height, 1)))
                self.odd = self.odd or height < SMALLEST

    def operation(self, operator: bytes, operands: Any, cm: list[float], tm: list[float]) -> None:
        """Take the place of an operation that draws words."""
        if operator not in (b"Tj", b"TJ"):
            return
        across = (cm[0] * tm[4] + cm[2] * tm[5] + cm[4] - self._left) / (self._width or 1)
        if MIDDLE[0] <= across <= MIDDLE[1]:
            self.middle.add(round(cm[1] * tm[4] + cm[3] * tm[5] + cm[5]))
        self.odd = self.odd or not -1 <= across <= 2


def _facts(reader: Any, text: str) -> dict[str, str]:
    """Return the title, where it stands in the text too; author and dates tell of the file, not of the report."""
    title = reader.metadata.title if reader.metadata else None
    title = " ".join(title.split()) if isinstance(title, str) and title.isprintable() else ""
    return {"title": title} if title and title.casefold() in text.casefold() else {}


FORMAT = Format(
    name="PDF",
    endings=(".pdf",),
    recognised="%PDF- within the first 1,024 bytes",
    kept="text in reading order, columns one after the other, hyphenation undone; pages; running heads and page numbers apart; "
    "title where the text has it too",
    matches=matches,
    read=read,
    seeks=True,
)
