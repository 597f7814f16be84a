"""What the tests of the formats share: a report, and files of each format made from it."""

import gzip
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

import docx
from arro3.core import Array, DataType, Table
from arro3.io import write_parquet
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from amity.reading.formats import Broken, Found, Input, Options, documents

REPORT = (
    "Mayor Ilse Brandt of Northhaven met a delegation from the harbour town of Eastwick on Monday. "
    "She said the two towns would open a ferry line and train port staff together."
)


def read(data: bytes, name: str = "file", options: Options | None = None, charset: str | None = None) -> list[Found | Broken]:
    """Return what the formats make of the bytes."""
    with io.BytesIO(data) as file:
        return list(documents(Input(name, file, charset), options or Options()))


def found(data: bytes, name: str = "file", options: Options | None = None, charset: str | None = None) -> Found:
    """Return the one document of the bytes."""
    (document,) = read(data, name, options, charset)
    assert isinstance(document, Found), document
    return document


def reasons(data: bytes, name: str = "file", options: Options | None = None) -> list[str]:
    """Return why documents of the bytes cannot be read."""
    return [document.reason for document in read(data, name, options) if isinstance(document, Broken)]


def reason(data: bytes, name: str = "file", options: Options | None = None) -> str:
    """Return the one reason why nothing of the bytes can be read; it is one line."""
    assert [type(document) for document in read(data, name, options)] == [Broken]
    (line,) = reasons(data, name, options)
    assert ";" in line and "\n" not in line
    return line


def html(body: str, head: str = "<title>A page</title>") -> bytes:
    """Return a web page."""
    return f"<!doctype html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()


def json_lines(*records: Any) -> bytes:
    """Return one record a line."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


def pdf(*pages: Sequence[tuple[float, float, str]], size: float = 10, title: str | None = None) -> bytes:
    """Return a PDF of pages with words at places: points from the left and from the bottom."""
    file = io.BytesIO()
    sheet = canvas.Canvas(file, pagesize=A4, invariant=True)
    if title:
        sheet.setTitle(title)
    for page in pages:
        sheet.setFont("Times-Roman", size)
        for x, y, words in page:
            sheet.drawString(x, y, words)
        sheet.showPage()
    sheet.save()
    return file.getvalue()


def column(x: float, top: float, *lines: str) -> list[tuple[float, float, str]]:
    """Return lines one under the other."""
    return [(x, top - 12 * number, line) for number, line in enumerate(lines)]


def word_file(*paragraphs: str, title: str = "") -> bytes:
    """Return a DOCX."""
    document = docx.Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def archive(files: Mapping[str, bytes | str]) -> bytes:
    """Return a ZIP of files by their names."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return file.getvalue()


def parquet(rows: int = 3, **columns: Sequence[Any]) -> bytes:
    """Return a Parquet file of text columns, with row groups of so many rows."""
    file = io.BytesIO()
    write_parquet(
        Table.from_pydict({name: Array(list(cells), DataType.utf8()) for name, cells in columns.items()}), file, max_row_group_size=rows
    )
    return file.getvalue()


def packed(data: bytes) -> bytes:
    """Return the bytes in GZIP."""
    return gzip.compress(data, mtime=0)
