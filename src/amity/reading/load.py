"""Sources: files, folders, JSON Lines and standard input become documents with their raw text."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from amity.model import Document


def documents(source: Path) -> Iterator[tuple[Document, str]]:
    """Yield each document of the source with its raw text."""
    data = source.read_bytes()
    yield Document(id="sha256:" + hashlib.sha256(data).hexdigest(), path=str(source)), data.decode("utf-8")
