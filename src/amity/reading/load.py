"""Sources: files, folders, JSON Lines and standard input become documents with their raw text."""

import hashlib
import json
import sys
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from amity.errors import SourceError
from amity.model import Document
from amity.model.text import stem
from amity.reading.metadata import Facts, known_facts

TABLE_ENDINGS = (".jsonl", ".ndjson")
BINARY_SAMPLE = 8192  # bytes looked at for a zero byte, which no text holds


class Loaded(NamedTuple):
    """A document and its raw text, as found."""

    document: Document
    text: str


class Failure(NamedTuple):
    """A document that could not be read: where it is, and why with the way out, in one line."""

    path: str
    reason: str


def load(sources: Iterable[str], known: Mapping[str, Facts], published: str | None) -> Iterator[Loaded | Failure]:
    """Yield each document of the sources, or why it could not be loaded.

    A source is a text file, a folder (read with all below it, in the order of names), a JSON Lines file with a
    ``text`` field, or ``-`` for standard input. ``known`` holds facts by stem or record id, ``published`` (ISO 8601)
    the day for documents of which nothing else is known.
    """
    for path, data in _contents(sources):
        if isinstance(data, Failure):
            yield data
        elif path.endswith(TABLE_ENDINGS):
            yield from (_told(record, known, published) for record in _records(path, data))
        else:
            yield _told(_text_file(path, data), known, published)


def documents(source: Path) -> Iterator[tuple[Document, str]]:
    """Yield each document of one source with its raw text; raise SourceError for one that cannot be loaded."""
    for item in load([str(source)], {}, None):
        if isinstance(item, Failure):
            raise SourceError(f"{item.path}: {item.reason}")
        yield item.document, item.text


def _contents(sources: Iterable[str]) -> Iterator[tuple[str, bytes | Failure]]:
    for source in sources:
        if source == "-":
            yield "-", sys.stdin.buffer.read()
        elif Path(source).is_dir():
            files = [path for path in sorted(Path(source).rglob("*")) if path.is_file() and not _hidden(path, Path(source))]
            yield from ((str(path), _bytes(path)) for path in files)
            if not files:
                yield source, Failure(source, "the folder holds no files; name one that does")
        else:
            yield source, _bytes(Path(source))


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _bytes(path: Path) -> bytes | Failure:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return Failure(str(path), "no such file or folder; check the path")
    except OSError as error:
        return Failure(str(path), f"cannot be opened ({error.strerror}); check its permissions")


def _text_file(path: str, data: bytes) -> Loaded | Failure:
    try:
        text = decode(data)
    except SourceError as error:
        return Failure(path, str(error))
    return Loaded(Document(id=_identity(data), path=path), text)


def decode(data: bytes) -> str:
    """Return the bytes as text; raise SourceError for an empty or binary source or one that is not UTF-8."""
    if not data.strip():
        raise SourceError("the file is empty; nothing to read")
    if b"\0" in data[:BINARY_SAMPLE]:
        raise SourceError("a binary file, not text; convert it to text first")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(f"not valid UTF-8 at byte {error.start}; save it as UTF-8") from error


def _records(path: str, data: bytes) -> Iterator[Loaded | Failure]:
    if not data.strip() or b"\0" in data[:BINARY_SAMPLE]:
        yield _text_file(path, data)
        return
    for number, line in enumerate(data.removeprefix(BOM_UTF8).split(b"\n"), start=1):
        if line.strip():
            yield _record(path, number, line)


def _record(path: str, number: int, line: bytes) -> Loaded | Failure:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        return Failure(path, f"line {number} is not valid UTF-8; save it as UTF-8")
    except (ValueError, RecursionError):
        return Failure(path, f"line {number} is not valid JSON; mend or remove the line")
    text = record.get("text") if isinstance(record, dict) else None
    if not isinstance(text, str) or not text.strip():
        return Failure(path, f"line {number} has no text field with words in it; give the record one")
    name = record.get("id")
    document = Document(id=_identity(text.encode("utf-8", "surrogatepass")), path=f"{path}#{number if name is None else name}")
    _apply(document, known_facts(record))
    return Loaded(document, text)


def _identity(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()


def _told(item: Loaded | Failure, known: Mapping[str, Facts], published: str | None) -> Loaded | Failure:
    if isinstance(item, Loaded):
        _apply(item.document, known.get(stem(item.document.path), {}))
        item.document.published = item.document.published or published
    return item


def _apply(document: Document, facts: Mapping[str, Any]) -> None:
    for field, value in facts.items():
        setattr(document, field, value)
