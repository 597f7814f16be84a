"""The contract's invariants, checked on one reading."""

from collections.abc import Iterator
from typing import Any

from amity.model.reading import CONTRACT_QUOTE, FACTS

LISTS = ("by", "to", "sides", "parties", "members", "places", "debtor")
SINGLES = ("speaker", "person", "of", "subject")

Item = dict[str, Any]


def problems(reading: Item) -> list[str]:
    """Return what is wrong with a reading (a JSON object); an empty list when it keeps the contract."""
    ids = {actor["id"] for actor in reading.get("actors", [])}
    text = reading.get("text", "")
    found = [f"actors: {a['id']} has a mention outside the text" for a in reading.get("actors", []) if not _inside(a, len(text))]
    for kind in FACTS:
        for item in reading.get(kind, []):
            found += [f"{kind}: {problem}" for problem in _evidence(item, text)]
            found += [f"{kind}: unknown id {i}" for i in _references(item) if i not in ids]
    for statement in reading.get("statements", []):
        found += [f"statements: {problem}" for problem in _statement(statement)]
    return found


def _inside(actor: Item, length: int) -> bool:
    return all(0 <= start < end <= length for start, end in actor.get("mentions") or [])


def _evidence(item: Item, text: str) -> Iterator[str]:
    if not item.get("evidence"):
        yield "no evidence"
    for span in item.get("evidence", []):
        if len(span["quote"]) > CONTRACT_QUOTE:
            yield f"evidence over {CONTRACT_QUOTE} characters"
        if text[span["start"] : span["end"]] != span["quote"]:
            yield f"quote differs from text[{span['start']}:{span['end']}]"


def _references(item: Item) -> Iterator[str]:
    for slot in LISTS:
        if isinstance(item.get(slot), list):  # an instrument's "to" is a date
            yield from item[slot]
    for part in item.get("participants") or []:
        yield from (part[slot] for slot in ("actor", "on_behalf_of") if part.get(slot))
    yield from (item[slot] for slot in SINGLES if item.get(slot))


def _statement(item: Item) -> Iterator[str]:
    quotes = [" ".join(e["quote"].split()) for e in item.get("evidence", [])]
    if item.get("action") and not any(" ".join(item["action"].split()) in quote for quote in quotes):
        yield "action outside its evidence"
    committed = item.get("force", 0) >= 4 and item.get("specificity") in ("action", "measurable")
    if bool(item.get("commitment")) != committed:
        yield "commitment differs from force and specificity"
