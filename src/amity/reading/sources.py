"""Sources: files, folders, patterns, web addresses and standard input become inputs that the formats read."""

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from amity.errors import SourceError
from amity.reading.formats import Broken, Documents, Found, Input, Options, documents
from amity.reading.formats.streams import spooled
from amity.reading.limit import TimeUp, within

if TYPE_CHECKING:
    from amity.reading.network import Fetcher


def found(sources: Iterable[str], options: Options = Options(), fetcher: "Fetcher | None" = None) -> Documents:  # noqa: B008 (immutable)
    """Yield each document of the sources, or why it cannot be read; flat in memory, one open at a time.

    A source is a file of any format, a folder (with all below it, in the order of names, hidden files left out), a pattern
    (``reports/**/*.pdf``), a web address, or ``-`` for standard input. ``fetcher`` fetches addresses; without one they are
    fetched within the usual limits.
    """
    for source in sources:
        if source == "-":
            yield from _stream("-", sys.stdin.buffer, options)
        elif is_address(source):
            fetcher = fetcher or _fetcher(options)
            yield from _page(source, fetcher, options)
        else:
            yield from _path(source, options)


def expected(sources: Iterable[str]) -> int | None:
    """Return how many documents the sources hold, for a progress bar; None where that is not known before reading.

    A file counts as one document, a JSON Lines file as its lines.
    """
    counts = [_expected(source) for source in sources]
    return None if None in counts else sum(count for count in counts if count)


def _expected(source: str) -> int | None:
    if source == "-":
        return None
    if is_address(source):
        return 1
    if Path(source).is_dir():
        return sum(_expected(path) or 1 for path in _below(source) if isinstance(path, str))
    if glob.has_magic(source) and not Path(source).exists():
        return sum(1 for _ in glob.iglob(source, recursive=True))
    if not source.endswith((".jsonl", ".ndjson")) or not os.path.isfile(source):
        return 1
    with open(source, "rb") as file:
        return sum(1 for line in file if line.strip())


def is_address(source: str) -> bool:
    r"""Tell an address, also of a kind that has to be refused, from a path: ``C:\x`` and ``a:b`` are paths."""
    return "://" in source[:20]


def _fetcher(options: Options) -> "Fetcher":
    from amity.reading.network import Fetcher  # only who names an address waits for its libraries

    return Fetcher(allow_private=options.allow_private)


def _page(address: str, fetcher: "Fetcher", options: Options) -> Documents:
    try:
        with fetcher.fetch(address) as page:
            for document in _in_time(Input(address, page.file, page.charset), options):
                if isinstance(document, Found) and document.record is None:
                    document.facts.setdefault("url", page.url)
                yield document
    except SourceError as error:
        yield Broken(address, str(error))


def _path(source: str, options: Options) -> Documents:
    path = Path(source)
    if path.is_dir():
        yield from _several(_below(source), source, "the folder holds no files; name one that does", options)
    elif glob.has_magic(source) and not path.exists():
        yield from _several(_matching(source), source, "no file matches the pattern; check it", options)
    else:
        yield from _file(source, options)


def _matching(pattern: str) -> list[str]:
    """Return the files that match, in the order of names; one that several names lead to under the shortest, since links go in circles."""
    files = sorted((name for name in glob.iglob(pattern, recursive=True) if os.path.isfile(name)), key=len, reverse=True)
    return sorted({os.path.realpath(name): name for name in files}.values())


def _several(paths: Iterable[str | Broken], source: str, none: str, options: Options) -> Documents:
    empty = True
    for path in paths:
        empty = False
        yield from [path] if isinstance(path, Broken) else _file(path, options)
    if empty:
        yield Broken(source, none)


def _below(folder: str, top: str | None = None) -> Iterator[str | Broken]:
    """Yield the files below a folder in the order of names, and what of it cannot be read; ``top`` is the folder that a user named.

    Hidden files are left out, folders behind links too; a link to a file that lies elsewhere is told and not followed.
    """
    top = top or folder
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Broken(folder, f"the folder cannot be opened ({error.strerror}); check its permissions")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, top)
        elif entry.is_symlink():
            yield from _linked(entry, top)
        elif entry.is_file():
            yield entry.path


def _linked(entry: "os.DirEntry[str]", top: str) -> Iterator[str | Broken]:
    """Yield the file that a link leads to; of one that leads out of the folder or nowhere, why it is not read."""
    target = os.path.realpath(entry.path)
    if entry.is_file():
        inside = os.path.commonpath([os.path.realpath(top), target]) == os.path.realpath(top)
        yield entry.path if inside else Broken(entry.path, "a link that leads out of the folder; name the file itself if you want it read")
    elif not entry.is_dir():
        yield Broken(entry.path, "a link that leads nowhere; mend or remove it")


def _file(path: str, options: Options) -> Documents:
    try:
        with open(path, "rb") as file:
            yield from _in_time(Input(path, file), options) if file.seekable() else _stream(path, file, options)
    except FileNotFoundError:
        yield Broken(path, "no such file or folder; check the path")
    except (OSError, ValueError) as error:
        yield Broken(path, f"cannot be opened ({getattr(error, 'strerror', None) or error}); check its permissions")


def _stream(path: str, stream: BinaryIO, options: Options) -> Documents:
    """Yield the documents of what can be read only once."""
    try:
        with spooled(stream, options.limits.unpacked_bytes) as file:
            yield from _in_time(Input(path, file), options)
    except SourceError as error:
        yield Broken(path, str(error))


def _in_time(given: Input, options: Options) -> Documents:
    """Yield the documents of an input; one whose text takes too long to extract is its last."""
    extracted = documents(given, options)
    while True:
        try:
            with within(options.seconds):
                one = next(extracted, None)
        except TimeUp:
            yield Broken(
                given.path, f"its text took longer than {options.seconds:g} s to extract; split it, or allow more with --time-limit"
            )
            return
        if one is None:
            return
        yield one
