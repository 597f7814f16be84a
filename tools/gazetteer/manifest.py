"""What the gazetteer's file was made of: sources, versions, licences, counts, checksum."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from amity.gazetteer.layout import FILE_NAME, LEVELS
from tools.gazetteer.draft import Draft
from tools.gazetteer.names import data


def write(target: Path, packed: bytes, drafts: Iterable[Draft], names: int, versions: Mapping[str, str]) -> None:
    """Write ``manifest.json`` and ``places.sha256`` beside the gazetteer's file."""
    checksum = hashlib.sha256(packed).hexdigest()
    described = msgspec.json.encode(describe(packed, drafts, names, versions))
    (target / "manifest.json").write_bytes(msgspec.json.format(described, indent=2) + b"\n")
    (target / "places.sha256").write_text(f"{checksum}  {FILE_NAME}\n", encoding="utf-8")


def describe(packed: bytes, drafts: Iterable[Draft], names: int, versions: Mapping[str, str]) -> dict[str, object]:
    """Return the manifest."""
    counts = Counter(draft.level for draft in drafts)
    return {
        "file": FILE_NAME,
        "bytes": len(packed),
        "sha256": hashlib.sha256(packed).hexdigest(),
        "names": names,
        "places": {level: counts[level] for level in LEVELS},
        "sources": [{**source, "version": versions[source["package"]]} for source in data("sources")["sources"]],
    }
