"""Copies of made-up reports: the same text under another byline, cut after what it tells, all spans moved."""

import hashlib
from typing import Any

import msgspec

from amity.model import Actor, Evidence, Reading

FACTS = ("posts", "events", "instruments", "statements", "mechanisms", "projects", "indicators")


def copy_of(reading: Reading, path: str, publisher: str, published: str) -> Reading:
    """Return a copy of a reading as another paper prints it: a byline more, the end of the filling left out."""
    byline = f"{publisher} staff, by courtesy of {reading.document.publisher}. "
    kept = byline + reading.text[: _last(reading)]
    digest = hashlib.sha256(path.encode()).hexdigest()
    document = msgspec.structs.replace(
        reading.document,
        id=f"sha256:{digest}",
        path=path,
        url=f"https://copies.example/{digest[:12]}",
        published=published,
        publisher=publisher,
    )
    moved: dict[str, Any] = {layer: [_moved(fact, len(byline)) for fact in getattr(reading, layer)] for layer in FACTS}
    return Reading(document=document, text=kept, actors=[_mentioned(one, len(byline)) for one in reading.actors], **moved)


def _last(reading: Reading) -> int:
    """Return where the last sentence ends that tells something."""
    facts = [span.end for layer in FACTS for fact in getattr(reading, layer) for span in fact.evidence]
    last: int = max([*facts, *(end for actor in reading.actors for _, end in actor.mentions)])
    return last


def _moved(fact: Any, by: int) -> Any:
    spans = [Evidence(span.start + by, span.end + by, span.quote) for span in fact.evidence]
    return msgspec.structs.replace(fact, evidence=spans)


def _mentioned(actor: Actor, by: int) -> Actor:
    return msgspec.structs.replace(actor, mentions=[(start + by, end + by) for start, end in actor.mentions])
