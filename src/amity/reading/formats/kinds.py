"""Kinds of files that are not read, told by their first bytes, so that the message can name the way out."""

import re

KINDS: tuple[tuple[bytes, str], ...] = (
    (
        rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP",
        "a binary file (a picture); run text recognition (OCR) on it first",
    ),
    (rb"\xd0\xcf\x11\xe0", "a binary file (an old Office file: .doc, .xls, .ppt); save it as DOCX, CSV or PDF"),
    (rb"\{\\rtf", "a rich-text file (.rtf); save it as DOCX or text"),
    (
        rb"7z\xbc\xaf|Rar!|BZh[1-9]|\xfd7zXZ\0|\x28\xb5\x2f\xfd|.{257}ustar",
        "a binary file (an archive that is not read); pack it as ZIP or GZIP",
    ),
    (
        rb"ID3|\xff[\xfb\xf3\xf2]|OggS|fLaC|RIFF.{4}(?:WAVE|AVI )|.{4}ftyp|\x1a\x45\xdf\xa3",
        "a binary file (sound or video); read its transcript",
    ),
    (rb"SQLite format 3\0", "a binary file (a database); export its texts as CSV or JSON Lines"),
    (rb"\x7fELF|MZ|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe", "a binary file (a program); nothing to read"),
    (rb"%!PS", "a PostScript file; save it as PDF"),
)


def unread_kind(head: bytes) -> str | None:
    """Return what the file is and the way out, None where its first bytes are of no kind that is known and not read."""
    for marks, message in KINDS:
        if re.match(marks, head, re.DOTALL) and (b"\0" in head or not head.isascii() or head[:1] in b"{%"):
            return message
    if re.match(rb"\s*<\?xml", head) and not re.search(rb"<html|<!doctype\s+html", head, re.IGNORECASE):
        return "XML that is no web page; save its texts as JSON Lines or CSV"
    return None
