"""Word files (DOCX): paragraphs and cells in their order, as the text stands with its tracked changes accepted."""

import zipfile
from typing import Any

from amity.errors import SourceError
from amity.reading.formats.model import Documents, Format, Found, Input, Limits, Look, Options
from amity.reading.formats.text import bounded, digest

MAIN_PART = "word/document.xml"
_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
GONE = frozenset((f"{_WORDS}del", f"{_WORDS}moveFrom", _FALLBACK))
"""Elements whose words are not the text's: deleted or moved away, or a second form of a text box for older programs."""
SIGNS = {f"{_WORDS}tab": " ", f"{_WORDS}br": "\n", f"{_WORDS}cr": "\n", f"{_WORDS}noBreakHyphen": "-"}


def matches(look: Look) -> bool:
    """Tell a Word file: a ZIP that holds a Word document's main part."""
    if not look.head.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(look.input.file) as parts:
            return MAIN_PART in parts.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def read(source: Input, options: Options) -> Documents:
    """Yield the file's text as one document, a paragraph a line."""
    import docx

    data = source.whole(options.limits.document_bytes)
    _refuse_bombs(source, options.limits)
    word = docx.Document(source.file)
    text = "\n".join(line for line in _paragraphs(word.element.body) if line.strip())
    yield Found(source.path, bounded(text, options.limits), digest(data), facts=_facts(word, text))


def _refuse_bombs(source: Input, limits: Limits) -> None:
    with zipfile.ZipFile(source.file) as parts:
        size = sum(part.file_size for part in parts.infolist())
    if size > limits.list_bytes:
        raise SourceError(f"unpacks to more than {limits.list_bytes:,} bytes; save its text instead")
    source.file.seek(0)


def _paragraphs(body: Any) -> list[str]:
    """Return the lines of the body: iterating by hand, since a document may nest deeper than Python recurses."""
    lines: list[str] = [""]
    skipped = 0
    from lxml import etree

    for action, element in etree.iterwalk(body, events=("start", "end")):
        starts = action == "start"
        if element.tag in GONE:
            skipped += 1 if starts else -1
        elif skipped == 0 and starts:
            if element.tag == f"{_WORDS}p":
                lines.append("")
            lines[-1] += SIGNS.get(element.tag, "") or ((element.text or "") if element.tag == f"{_WORDS}t" else "")
        elif skipped == 0 and element.tag == f"{_WORDS}p":
            lines.append("")
    return [part for line in lines for part in line.split("\n")]


def _facts(word: Any, text: str) -> dict[str, str]:
    """Return the title, where it stands in the text too; author and dates tell of the file, not of the report."""
    title = (word.core_properties.title or "").strip()
    return {"title": title} if title and title.casefold() in text.casefold() else {}


FORMAT = Format(
    name="DOCX",
    endings=(".docx",),
    recognised="a ZIP with a Word document's main part",
    kept="paragraphs, lists and cells in their order, tracked changes accepted; title where the text has it too",
    matches=matches,
    read=read,
    seeks=True,
)
