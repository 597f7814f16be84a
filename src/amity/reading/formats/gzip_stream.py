"""GZIP: what is packed in it is read as its own format, while it is unpacked where that format allows."""

import gzip
from typing import BinaryIO, cast

from amity.reading.formats.model import Documents, Format, Input, Look, Options
from amity.reading.formats.packed import budget_of, inside
from amity.reading.formats.streams import metered


def matches(look: Look) -> bool:
    """Tell GZIP by its mark."""
    return look.head.startswith(b"\x1f\x8b")


def read(source: Input, options: Options) -> Documents:
    """Yield the documents of the packed file."""
    packed, budget = source.size(), budget_of(source, options)
    with gzip.GzipFile(fileobj=source.file, mode="rb") as file:
        unpacked = metered(cast(BinaryIO, file), packed, budget, options.limits)
        yield from inside(Input(source.path, unpacked, source.charset, source.level + 1, budget), options)


FORMAT = Format(
    name="GZIP",
    endings=(".gz",),
    recognised="1F 8B at its start",
    kept="what the file in it keeps",
    matches=matches,
    read=read,
)
