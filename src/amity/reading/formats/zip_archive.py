"""ZIP archives: each file in them is read as its own format. Nothing is written to disk under a name from an archive."""

import re
import stat
import zipfile
from typing import BinaryIO, cast

from amity.errors import SourceError
from amity.reading.formats.model import Broken, Budget, Documents, Format, Input, Look, Options
from amity.reading.formats.packed import budget_of, inside
from amity.reading.formats.streams import metered, spooled

OTHERS = {
    "xl/workbook.xml": "an Excel file; save its table as CSV",
    "ppt/presentation.xml": "a PowerPoint file; save it as PDF",
    "META-INF/container.xml": "an EPUB book; save its text",
    "content.xml": "an OpenDocument file; save it as DOCX, PDF or CSV",
}
"""Files that are ZIP archives inside, told by one of their parts."""
HIDDEN = re.compile(r"(?:^|/)(?:\.(?!\.)|__MACOSX/|Thumbs\.db$)")
ENCRYPTED = 0x1  # flag of a file in an archive


def matches(look: Look) -> bool:
    """Tell a ZIP archive by its mark (of its first file, or of its end when it is empty)."""
    return look.head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read(source: Input, options: Options) -> Documents:
    """Yield the documents of each file, in the archive's order."""
    budget = budget_of(source, options)
    try:
        archive = zipfile.ZipFile(source.file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise SourceError(f"a damaged ZIP archive ({error}); pack it anew") from error
    with archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir() and not HIDDEN.search(entry.filename)]
        _refuse(entries, options)
        for entry in entries:
            yield from _member(archive, entry, source, options, budget)


def _refuse(entries: list[zipfile.ZipInfo], options: Options) -> None:
    names = {entry.filename for entry in entries}
    other = next((reason for name, reason in OTHERS.items() if name in names), None)
    if other:
        raise SourceError(other)
    if not entries:
        raise SourceError("an archive without files; nothing to read")
    if len(entries) > options.limits.entries:
        raise SourceError(f"{len(entries):,} files, more than the {options.limits.entries:,} that one archive may hold; split it")


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, source: Input, options: Options, budget: Budget) -> Documents:
    path = f"{source.path}/{shown(entry.filename)}"
    reason = _unsafe(entry)
    if reason:
        yield Broken(path, reason)
        return
    try:
        with archive.open(entry) as packed:
            file = spooled(metered(cast(BinaryIO, packed), entry.compress_size, budget, options.limits))
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        yield Broken(path, f"cannot be unpacked ({error}); pack it anew")
        return
    except SourceError as error:
        yield Broken(path, str(error))
        return
    with file:
        yield from inside(Input(path, file, source.charset, source.level + 1, budget), options)


def _unsafe(entry: zipfile.ZipInfo) -> str | None:
    """Return why a file of an archive is not read, None where it is."""
    parts = re.split(r"[/\\]", entry.filename)
    if ".." in parts or entry.filename.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", entry.filename):
        return "its name leads out of the archive; pack it anew without"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "a link, not a file; pack the file that it names"
    if entry.flag_bits & ENCRYPTED:
        return "encrypted; unpack it with its password and read its parts"
    return None


def shown(name: str) -> str:
    """Return the name as a message may show it: without characters that move a terminal's cursor."""
    return "".join(c if c.isprintable() else "\ufffd" for c in name)


FORMAT = Format(
    name="ZIP",
    endings=(".zip",),
    recognised="PK 03 04 at its start",
    kept="what each file in it keeps; archives inside it too",
    matches=matches,
    read=read,
    seeks=True,
)
