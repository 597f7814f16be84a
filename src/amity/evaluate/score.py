"""Scores of readings against gold: precision, recall and F1 by layer, accuracy of the slots of matched items."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from amity.evaluate import strengths
from amity.evaluate.names import has_terms, same
from amity.evaluate.pairing import overlap, pair, repeats
from amity.evaluate.sides import Item, Sides

Slot = tuple[str, Callable[[Item, Item], bool | None]]


@dataclass
class Layer:
    """Counts of one layer over all reports: items of gold, items read, pairs, and right/judged by slot."""

    gold: int = 0
    read: int = 0
    paired: int = 0
    slots: dict[str, list[int]] = field(default_factory=dict)

    @property
    def precision(self) -> float:
        """Share of the read items that gold has; 1 where there is nothing to find and nothing claimed."""
        return self.paired / self.read if self.read else float(not self.gold)

    @property
    def recall(self) -> float:
        """Share of gold's items that were read; 1 where there is nothing to find and nothing claimed."""
        return self.paired / self.gold if self.gold else float(not self.read)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def accuracy(self, slot: str) -> float | None:
        """Share of the judged pairs whose slot is right, None where none was judged."""
        right, judged = self.slots.get(slot, [0, 0])
        return right / judged if judged else None


@dataclass(frozen=True)
class Error:
    """One difference between gold and reading: ``what`` is missed, spurious or ``slot NAME``."""

    report: str
    layer: str
    what: str
    gold: Item | None
    read: Item | None
    sentence: str


@dataclass
class Score:
    """Layers, errors and contract problems of a set of readings."""

    layers: dict[str, Layer] = field(default_factory=dict)
    errors: list[Error] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    empty_reports: int = 0
    left_empty: int = 0

    def add(self, name: str, gold: Item, reading: Item) -> None:
        """Score one report's reading (both as JSON objects) and add it to the sums."""
        _Report(self, name, Sides(gold, reading)).score()
        if not any(gold.get(kind) for kind in ("events", "instruments", "statements")):
            self.empty_reports += 1
            self.left_empty += not (reading.get("events") or reading.get("instruments") or _stated(reading))


def _stated(reading: Item) -> list[Item]:
    return [s for s in reading.get("statements", []) if s.get("force", 0) >= 1]


def _committed(gold: Item) -> bool:
    return gold["force"] >= 4 and gold["specificity"] in ("action", "measurable")


class _Report:
    """One report being scored."""

    def __init__(self, score: Score, name: str, sides: Sides) -> None:
        self.score_, self.name, self.sides = score, name, sides

    def score(self) -> None:
        gold, sides = self.sides.gold, self.sides
        actors = self.sides.reading.get("actors", [])
        persons = [a for a in actors if a["kind"] == "person"]
        groups = [a for a in actors if a["kind"] != "person"]
        people_slots: list[Slot] = [("post", sides.post_agrees), ("of", sides.of_agrees)]
        actor_slots: list[Slot] = [("kind", _equal("kind")), ("country", _equal("country"))]
        self.layer("people", gold.get("people", []), persons, strengths.actor(sides), people_slots)
        self.layer("actors", gold.get("actors", []), groups, strengths.actor(sides), actor_slots)
        self.layer("events", gold.get("events", []), self.read("events"), strengths.event(sides), self.event_slots())
        instruments = gold.get("instruments", [])
        self.layer("instruments", instruments, self.read("instruments"), strengths.instrument(sides), self.instrument_slots())
        self.statements()
        for kind in ("mechanisms", "projects"):
            self.layer(kind, gold.get(kind, []), self.read(kind), strengths.named(sides))
        self.layer("indicators", gold.get("indicators", []), self.read("indicators"), strengths.indicator(sides))

    def read(self, kind: str) -> list[Item]:
        items: list[Item] = self.sides.reading.get(kind, [])
        return items

    def layer(
        self,
        kind: str,
        gold: list[Item],
        read: list[Item],
        strength: strengths.Strength,
        slots: Sequence[Slot] = (),
        group: Sequence[int] | None = None,
    ) -> list[tuple[int, int]]:
        """Pair the items of one layer, count them, judge their slots and keep the errors."""
        pairs = pair(gold, read, strength, group)
        sums = self.score_.layers.setdefault(kind, Layer())
        sums.gold, sums.read, sums.paired = sums.gold + len(gold), sums.read + len(read), sums.paired + len(pairs)
        for gi, ri in pairs:
            for slot, check in slots:
                verdict = check(gold[gi], read[ri])
                if verdict is not None:
                    counts = sums.slots.setdefault(slot, [0, 0])
                    counts[0], counts[1] = counts[0] + bool(verdict), counts[1] + 1
                    if not verdict:
                        self.error(kind, f"slot {slot}", gold[gi], read[ri])
        paired_gold, paired_read = {g for g, _ in pairs}, {r for _, r in pairs}
        for gi, item in enumerate(gold):
            if gi not in paired_gold:
                self.error(kind, "missed", item, None)
        for ri, item in enumerate(read):
            if ri not in paired_read:
                self.error(kind, "spurious", None, item)
        return pairs

    def error(self, kind: str, what: str, gold: Item | None, read: Item | None) -> None:
        self.score_.errors.append(Error(self.name, kind, what, gold, read, self.sentence(gold, read)))

    def sentence(self, gold: Item | None, read: Item | None) -> str:
        """Return the sentence an error is about: the reading's evidence, else the first line with gold's words."""
        quotes = self.sides.quotes(read) if read else []
        if quotes:
            return quotes[0]
        wanted = (gold or {}).get("terms") or [(gold or {}).get("name", "")]
        lines = str(self.sides.reading.get("text", "")).splitlines()
        return next((line for line in lines if wanted[0] and has_terms(wanted, line)), "")

    def event_slots(self) -> list[Slot]:
        return [
            ("date", strengths.date_agrees),
            ("undated", lambda g, r: None if g.get("date") else not (r.get("date") or {}).get("from")),
            ("place", self.sides.place_agrees),
            ("mode", lambda g, r: None if g.get("mode") in (None, "unknown") else g["mode"] == r.get("mode")),
            ("status", _equal("status")),
            ("sides", self.parties_agree("sides")),
        ]

    def instrument_slots(self) -> list[Slot]:
        return [
            ("type", _equal("type")),
            ("parties", self.parties_agree("parties")),
            ("status", _equal("status")),
            ("concluded", lambda g, r: g["concluded"] == r.get("concluded")),
            ("period", lambda g, r: None if not g.get("to") else _years(g) == _years(r)),
        ]

    def parties_agree(self, slot: str) -> Callable[[Item, Item], bool]:
        return lambda g, r: overlap(self.sides.gold_names(g.get(slot)), self.sides.read_names(r.get(slot))) >= 0.99

    def statements(self) -> None:
        gold, read = self.sides.gold.get("statements", []), _stated(self.sides.reading)
        pairs = self.layer("statements", gold, read, strengths.statement(self.sides), self.statement_slots(gold), repeats(read))
        self.answers(gold, {gi: read[ri]["id"] for gi, ri in pairs}, read)
        bound = [s for s in read if s.get("commitment")]
        self.layer("commitments", [g for g in gold if _committed(g)], bound, strengths.commitment(self.sides), (), repeats(bound))

    def statement_slots(self, gold: list[Item]) -> list[Slot]:
        def alone(g: Item, r: Item) -> bool:
            others = (o for o in gold if o is not g and not has_terms(o["terms"], " ".join(g["terms"])))
            return not any(has_terms(o["terms"], r["action"]) for o in others)

        def speaker(g: Item, r: Item) -> bool | None:
            return same(self.sides.gold_forms(g["speaker"]), self.sides.read_forms(r.get("speaker"))) if g.get("speaker") else None

        def to(g: Item, r: Item) -> bool | None:
            return overlap(self.sides.gold_names(g["to"]), self.sides.read_names(r.get("to"))) > 0.5 if g.get("to") else None

        return [
            ("by", lambda g, r: self.sides.by_overlap(g, r) > 0.5),
            ("alone", alone),
            ("force", _equal("force")),
            ("force±1", lambda g, r: abs(g["force"] - r["force"]) <= 1),
            ("speaker", speaker),
            ("to", to),
            ("sector", lambda g, r: bool(set(g["sectors"]) & set(r.get("sectors") or [])) if g.get("sectors") else None),
            ("specificity", _equal("specificity")),
        ]

    def answers(self, gold: list[Item], linked: dict[int, str], read: list[Item]) -> None:
        """Count the links from an answer to its ask: both ends must be matched statements."""
        want = {
            (linked.get(gi, f"missed {gi}"), linked.get(ask, f"missed {ask}")) for gi, g in enumerate(gold) for ask in g.get("answers", [])
        }
        have = {(s["id"], ask) for s in read for ask in s.get("answers") or []}
        sums = self.score_.layers.setdefault("answers", Layer())
        sums.gold, sums.read, sums.paired = sums.gold + len(want), sums.read + len(have), sums.paired + len(want & have)


def _equal(slot: str) -> Callable[[Item, Item], bool | None]:
    """Return the check that a slot is equal; a country that gold leaves open is not judged."""
    return lambda g, r: None if slot == "country" and not g.get(slot) else g.get(slot) == r.get(slot)


def _years(item: Item) -> tuple[Any, Any]:
    return str(item.get("from") or "")[:4], str(item.get("to") or "")[:4]
