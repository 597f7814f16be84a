"""Formats: told by content, then by name; one table of them, from which the docs are made."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from io import BufferedReader
from pathlib import PurePath
from typing import BinaryIO

from amity.errors import SourceError
from amity.reading.formats import csv_rows, docx, gzip_stream, html, json_file, json_lines, parquet, pdf, text, zip_archive
from amity.reading.formats.encodings import BOMS
from amity.reading.formats.kinds import unread_kind
from amity.reading.formats.model import Broken, Documents, Format, Found, Input, Look, Options
from amity.reading.formats.streams import spooled

FORMATS: tuple[Format, ...] = (
    pdf.FORMAT,
    docx.FORMAT,
    zip_archive.FORMAT,
    gzip_stream.FORMAT,
    parquet.FORMAT,
    html.FORMAT,
    json_lines.FORMAT,
    json_file.FORMAT,
    csv_rows.FORMAT,
    text.FORMAT,
)
"""All formats, in the order in which they are tried: marks in the bytes first, plain text last."""


def documents(source: Input, options: Options = Options()) -> Documents:  # noqa: B008 (immutable)
    """Yield each document of the input, or why it cannot be read; never raise for what the input holds."""
    name = "a document"
    try:
        format = recognise(source)
        name = format.name
        with _ready(source, format) as file:
            yield from _some(format.read(replace(source, file=file), options), name)
    except SourceError as error:
        yield Broken(source.path, str(error))
    except Exception as error:  # the libraries raise whatever damaged files make them raise
        yield Broken(source.path, f"damaged, cannot be read as {name} ({type(error).__name__}); save it anew")


def _some(read: Documents, name: str) -> Documents:
    """Yield the documents with their format's name; raise SourceError when there are none at all."""
    empty = True
    for document in read:
        if isinstance(document, Found):
            document.format = document.format or name
        empty = False
        yield document
    if empty:
        raise SourceError("holds no documents; nothing to read")


def _ready(source: Input, format: Format) -> AbstractContextManager[BinaryIO]:
    """Return the file at its start: a copy where a format jumps about in a file that is unpacked while it is read."""
    source.file.seek(0)
    return spooled(source.file) if format.seeks and isinstance(source.file, BufferedReader) and source.level else nullcontext(source.file)


def recognise(source: Input) -> Format:
    """Return the format of the input; raise SourceError for an empty input and for kinds of files that are not read."""
    head = source.head()
    if not head:
        raise SourceError("the file is empty; nothing to read")
    look = Look(head, _as_text(head), _ending(source), source)
    format = next(one for one in FORMATS if one.matches(look))
    reason = unread_kind(head) if format is text.FORMAT else None
    if reason:
        raise SourceError(reason)
    return format


def _ending(source: Input) -> str:
    """Return the ending of the name, of a packed file the one before that of the packing."""
    path = source.path.lower().removesuffix(".gz") if source.level else source.path.lower()
    return PurePath(path).suffix


def _as_text(head: bytes) -> str:
    """Return the first bytes as text that recognition can look at; nothing for a binary file."""
    codec = next((codec for mark, codec in BOMS if head.startswith(mark)), None)
    if codec is None and b"\0" in head:
        return ""
    return head.decode(codec or "utf-8", "replace").lstrip("\ufeff")


def table() -> str:
    """Return the table of formats for the docs, in Markdown."""
    rows = (f"| {one.name} | {', '.join(f'`{end}`' for end in one.endings)} | {one.recognised} | {one.kept} |" for one in FORMATS)
    return "\n".join(("| format | endings | recognised by | what is kept |", "|---|---|---|---|", *rows)) + "\n"
