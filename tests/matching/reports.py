"""Short reports that look alike, read by the real reader and matched: what the folder ``lookalikes`` tells of them, checked."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from amity.matching import match
from amity.model import Document, Evidence, Reading
from amity.model.judgement import Member
from amity.model.register import Matched
from amity.reading import clean, pipeline

FOLDER = Path(__file__).parent / "lookalikes"
LAYERS = {"event": "events", "instrument": "instruments", "statement": "statements", "mechanism": "mechanisms", "project": "projects"}
VERDICTS = ("same", "doubt", "different", "apart")


class Check(NamedTuple):
    """Two facts of one case (``"REPORT LAYER WORDS"``) and what they ought to be; for copies the numbers of the reports."""

    case: str
    verdict: str
    one: str
    other: str


@cache
def cases(name: str) -> dict[str, dict[str, Any]]:
    """Return the cases of one file of the folder by name."""
    told = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    return {case["name"]: case for case in told}


def checks(name: str) -> Iterator[Check]:
    """Return all that a file says of its cases."""
    for case in cases(name).values():
        for verdict in VERDICTS:
            yield from (Check(case["name"], verdict, one, other) for one, other in case.get(verdict, []))


@cache
def matched(name: str, case: str) -> tuple[list[Reading], Matched]:
    """Return the readings of a case's reports and what matching makes of them."""
    readings = [_read(f"{case}-{at}", report) for at, report in enumerate(cases(name)[case]["report"])]
    return readings, match(readings)


def _read(name: str, report: dict[str, str]) -> Reading:
    document = Document(id=f"sha256:{name}", path=f"{name}.txt", published=report["published"], publisher=report.get("publisher"))
    return pipeline.read_cleaned(clean.clean(report["text"], document))


def copies(name: str, case: str) -> list[list[int]]:
    """Return the numbers of the reports that matching takes for copies of each other."""
    readings, found = matched(name, case)
    numbers = {reading.document.id: at for at, reading in enumerate(readings)}
    return sorted(sorted(numbers[document] for document in group) for group in found.copies)


def outcome(name: str, check: Check) -> str:
    """Return ``same``, ``doubt`` or ``different`` as matching has it; ``unread`` where the reader did not find a fact."""
    readings, found = matched(name, check.case)
    ends = [_find(readings, told) for told in (check.one, check.other)]
    if None in ends:
        return "unread"
    if any(set(ends) <= set(one.members) for layer in found.clusters.values() for one in layer):
        return "same"
    return "doubt" if any({one.a, one.b} == set(ends) for one in _doubts(found)) else "different"


def right(check: Check, found: str) -> bool:
    """Return whether an outcome is what a check says."""
    return found == check.verdict or (check.verdict == "apart" and found in ("doubt", "different"))


def _doubts(found: Matched) -> Iterator[Any]:
    """Return the doubts between any two members of the clusters in doubt."""
    groups = {member: one.members for layer in found.clusters.values() for one in layer for member in one.members}
    for doubt in found.doubts:
        yield from (type(doubt)(a, b, doubt.comparison) for a in groups[doubt.a] for b in groups[doubt.b])


def _find(readings: list[Reading], told: str) -> Member | None:
    number, layer, *wanted = told.split()
    reading = readings[int(number)]
    if layer in ("person", "actor"):
        kinds = {"person"} if layer == "person" else {actor.kind for actor in reading.actors} - {"person"}
        facts: list[Any] = [actor for actor in reading.actors if actor.kind in kinds]
        return _first(reading, "actors", facts, wanted)
    return _first(reading, LAYERS[layer], getattr(reading, LAYERS[layer]), wanted)


def _first(reading: Reading, layer: str, facts: list[Any], wanted: list[str]) -> Member | None:
    """Return the fact that has all the words, of several the one with the fewest words of its own."""
    found = [fact for fact in facts if all(word.casefold() in _described(reading, fact).casefold() for word in wanted)]
    best = min(found, key=lambda fact: len(_described(reading, fact)), default=None)
    return Member(reading.document.id, layer, best.id) if best else None


def _described(reading: Reading, fact: Any) -> str:
    names = {actor.id: actor.name for actor in reading.actors}
    told = [str(getattr(fact, field, "") or "") for field in ("kind", "type", "status", "name", "title", "action", "country")]
    told += [names[local] for field in ("sides", "parties") for local in getattr(fact, field, [])]
    told += [names[part.actor] for part in getattr(fact, "participants", [])]
    told += [fact.place.name] if getattr(fact, "place", None) and hasattr(fact, "mode") else []
    evidence: list[Evidence] = getattr(fact, "evidence", [])
    return " ".join([*told, *(span.quote for span in evidence)])
