"""Files that entries rest on, kept in the register by the hash of their content."""

import hashlib
import zipfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select

from amity.errors import UsageError
from amity.register import log
from amity.register.tables import documents, files
from amity.register.tables import log as log_table

LARGEST = 50 * 1024 * 1024
"""Bytes of a file that is kept at most: scanned agreements are far smaller, and the register is copied as a whole."""
FEWEST = 8
"""Digits of a hash that are enough to name a file, where they are those of one only."""
PDF, DOCX = "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX, CSV = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv"
ENDINGS = {
    ".pdf": PDF, ".docx": DOCX, ".xlsx": XLSX, ".xlsm": XLSX, ".csv": CSV, ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg",
    ".gif": "image/gif", ".webp": "image/webp", ".tif": "image/tiff", ".tiff": "image/tiff", ".bmp": "image/bmp",
}  # fmt: skip
"""Media types of the files that are kept, by the ending of their names."""
MAGIC = (
    (b"%PDF-", PDF), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"), (b"MM\x00*", "image/tiff"), (b"BM", "image/bmp"),
)  # fmt: skip
"""How contents begin."""
PARTS = (("word/document.xml", DOCX), ("xl/workbook.xml", XLSX))
"""Members by which an Office file is known."""
KEPT = "PDF, Word (.docx), Excel (.xlsx), CSV and image files (PNG, JPEG, GIF, WebP, TIFF, BMP)"


class Attachment(msgspec.Struct, frozen=True, kw_only=True):
    """A file that an entry rests on: SHA-256 of its content (hex), name, media type by its content, and the content."""

    hash: str
    name: str
    media: str
    content: bytes


def load(path: str | Path) -> Attachment:
    """Return a file to be kept; raise UsageError for one that is missing, empty, too large, or not of a kind that is kept."""
    file = Path(path)
    try:
        if not file.is_file():
            raise UsageError(f"{file}: there is no such file; see its name and folder")
        if file.stat().st_size > LARGEST:
            size = file.stat().st_size / 1024 / 1024
            raise UsageError(
                f"{file}: {size:,.0f} MB; files of {LARGEST // 1024 // 1024} MB at most are kept: scan it smaller, or split it"
            )
        content = file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file}: it cannot be read ({error.strerror}); see its owner and rights") from error
    return attachment(file.name, content)


def attachment(name: str, content: bytes) -> Attachment:
    """Return content as a file of this name to be kept; raise UsageError as ``load`` does."""
    if not content:
        raise UsageError(f"{name}: the file is empty; attach the one that was meant")
    if len(content) > LARGEST:
        raise UsageError(f"{name}: {len(content) / 1024 / 1024:,.0f} MB; files of {LARGEST // 1024 // 1024} MB at most are kept")
    ending, media = Path(name).suffix.lower(), media_type(content)
    if ending not in ENDINGS:
        raise UsageError(f"{name}: files that end in {ending or 'nothing'} are not kept; attach {KEPT}")
    if media != ENDINGS[ending]:
        told = f"a file of type {media}" if media else "something else"
        raise UsageError(f"{name}: the content is {told}, not what {ending} says; rename it or attach the file that was meant")
    return Attachment(hash=hashlib.sha256(content).hexdigest(), name=name, media=media, content=content)


def media_type(content: bytes) -> str:
    """Return the media type that content shows, "" for none that is kept."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    if content[:2] == b"PK":
        return _packed(content)
    begins = next((media for start, media in MAGIC if content.startswith(start)), "")
    return begins or (CSV if b"\0" not in content or content[:2] in (b"\xff\xfe", b"\xfe\xff") else "")


def _packed(content: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            names = set(packed.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return ""
    return next((media for part, media in PARTS if part in names), "")


def keep(connection: Connection, found: Iterable[Attachment]) -> None:
    """Keep files that the register has not."""
    known = set(connection.scalars(select(files.c.hash)))
    for one in {one.hash: one for one in found if one.hash not in known}.values():
        row = {"hash": one.hash, "name": one.name, "media": one.media, "size": len(one.content), "content": one.content}
        connection.execute(insert(files).values(**row, added_at=log.now()))


def called(connection: Connection, told: str) -> str:
    """Return the hash of the file that a hash or its beginning means; raise UsageError if there is none, or more than one."""
    start = told.removeprefix("sha256:").lower()
    found = connection.scalars(select(files.c.hash).where(files.c.hash.startswith(start, autoescape=True)).limit(2)).all()
    if len(start) >= FEWEST and len(found) == 1:
        return str(found[0])
    reason = "more than one file begins so; give more of its hash" if len(found) > 1 and start else "the register has no such file"
    raise UsageError(f"{told}: {reason}; see `amity files`")


def content(connection: Connection, told: str) -> Attachment:
    """Return a kept file by its hash or the beginning of it."""
    row = connection.execute(select(files).where(files.c.hash == called(connection, told))).one()
    return Attachment(hash=row.hash, name=row.name, media=row.media, content=row.content)


def uses(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    """Return what rests on each file, by its hash: entries by their document's path, and things that it was attached to."""
    found: dict[str, list[dict[str, Any]]] = {}
    rows = connection.execute(
        select(documents.c.id, documents.c.path, documents.c.entry, documents.c.file).where(documents.c.file.is_not(None))
    )
    for row in rows:
        place = (row.entry or {}).get("place")
        found.setdefault(row.file, []).append({"document": row.id, "path": row.path, "place": place})
    gone = set(connection.scalars(select(documents.c.id).where(documents.c.withdrawn_at.is_not(None))))
    for row in connection.execute(select(log_table).where(log_table.c.kind == "attach").order_by(log_table.c.number)):
        if any(pointer["document"] not in gone for pointer in row.payload["subjects"]):
            told = row.payload["value"]
            found.setdefault(told["file"], []).append({"log": row.number, "place": told.get("place")})
    return found


def drop_unused(connection: Connection) -> None:
    """Take out the files on which nothing rests any more."""
    unused = set(connection.scalars(select(files.c.hash))) - uses(connection).keys()
    for one in unused:
        connection.execute(delete(files).where(files.c.hash == one))
