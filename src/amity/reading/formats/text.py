"""Plain text: any encoding that can be told; what no other format claims."""

import hashlib

from amity.errors import SourceError
from amity.reading.formats.encodings import decode
from amity.reading.formats.model import Documents, Format, Found, Input, Limits, Options


def read(source: Input, options: Options) -> Documents:
    """Yield the text as one document."""
    data = source.whole(options.limits.document_bytes)
    decoded = decode(data, source.charset)
    yield Found(source.path, bounded(decoded.text, options.limits), digest(data), encoding=decoded.encoding)


def bounded(text: str, limits: Limits) -> str:
    """Return the text; raise SourceError for one without words or with more characters than the limit."""
    if len(text) > limits.characters:
        raise SourceError(
            f"{len(text):,} characters of text, more than the {limits.characters:,} that one document may have; split it into reports"
        )
    if not any(c.isalnum() for c in text):
        raise SourceError("no words in it; nothing to read")
    return text


def digest(data: bytes) -> str:
    """Return the identity of bytes: ``sha256:`` and the hex digest."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


FORMAT = Format(
    name="Plain text",
    endings=(".txt", ".md"),
    recognised="text that no other format claims",
    kept="text, name of the encoding",
    matches=lambda look: True,
    read=read,
)
