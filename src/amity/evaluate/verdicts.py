"""Whether each fact of a reading is right: in gold by the scorer's matching, and true in what one relies on it for.

What must hold beside the match, by kind of fact:

==============  ==================================================================================================
people          nothing more: the person is in the report
actors          its kind
posts           the person, the title, and where the post is, each as far as gold tells it
events          type (all forms of meeting are one), date or its absence, and status
instruments     type and parties
statements      by whom, and the class of its force: ask (1, 2), willingness (3), undertaking (4 to 6)
commitments     that it is one, and by whom
mechanisms      nothing more, as for projects and indicators
==============  ==================================================================================================
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from amity.evaluate import strengths
from amity.evaluate.pairing import overlap, pair, repeats
from amity.evaluate.sides import Item, Sides
from amity.reading.report import FactKind

Check = Callable[[Item, Item], bool]
Facts = list[tuple[int, Item]]
"""Facts of a reading, each with its place in its list."""

ASK, WILLING, PLEDGE = 2, 3, 4
WHOLE, HALF = 0.99, 0.5
CONCRETE = ("action", "measurable")


def _always(gold: Item, read: Item) -> bool:
    return True


class Verdict(NamedTuple):
    """Whether the fact at ``reading[layer][at]``, rated as that kind, is right."""

    kind: FactKind
    layer: str
    at: int
    right: bool


def verdicts(gold: Item, reading: Item) -> Iterator[Verdict]:
    """Yield the verdict on each fact of a reading (both as JSON objects); a commitment is judged as one, and not as a statement."""
    report = _Report(Sides(gold, reading))
    yield from report.actors()
    yield from report.posts()
    yield from report.acts()
    yield from report.statements()
    yield from report.others()


class _Report:
    """One report's reading being judged."""

    def __init__(self, sides: Sides) -> None:
        self.sides, self.gold = sides, sides.gold

    def actors(self) -> Iterator[Verdict]:
        strength = strengths.actor(self.sides)
        persons, groups = self.split("actors", lambda one: one["kind"] == "person")
        yield from _judged("people", "actors", persons, self.wanted("people"), strength)
        yield from _judged("actors", "actors", groups, self.wanted("actors"), strength, lambda g, r: bool(g["kind"] == r["kind"]))

    def posts(self) -> Iterator[Verdict]:
        """Judge each post by itself: the scorer is content with one good post of a person."""
        persons, _ = self.split("actors", lambda one: one["kind"] == "person")
        gold = self.wanted("people")
        pairs = pair(gold, [item for _, item in persons], strengths.actor(self.sides))
        known = {persons[ri][1]["id"]: gold[gi] for gi, ri in pairs}
        for index, post in self.read("posts"):
            yield Verdict("posts", "posts", index, post["person"] in known and self.post_holds(known[post["person"]], post))

    def post_holds(self, person: Item, post: Item) -> bool:
        alone = Sides(self.gold, {**self.sides.reading, "posts": [post]})
        told = {"id": post["person"]}
        return bool(person.get("post") or person.get("of")) and False not in (
            alone.post_agrees(person, told),
            alone.of_agrees(person, told),
        )

    def acts(self) -> Iterator[Verdict]:
        sides = self.sides
        yield from _judged("events", "events", self.read("events"), self.wanted("events"), strengths.event(sides), _event_holds)

        def same(g: Item, r: Item) -> bool:
            parties = overlap(sides.gold_names(g.get("parties")), sides.read_names(r.get("parties")))
            return bool(g["type"] == r["type"]) and parties >= WHOLE

        instruments = self.read("instruments")
        yield from _judged("instruments", "instruments", instruments, self.wanted("instruments"), strengths.instrument(sides), same)

    def statements(self) -> Iterator[Verdict]:
        every, strength = self.read("statements"), strengths.statement(self.sides)

        def same(g: Item, r: Item) -> bool:
            return self.sides.by_overlap(g, r) > HALF and _class(g["force"]) == _class(r["force"])

        plain = _judged("statements", "statements", every, self.wanted("statements"), strength, same, grouped=True)
        bound, _ = self.split("statements", lambda one: bool(one["commitment"]))
        yield from (verdict for verdict in plain if verdict.at not in {index for index, _ in bound})
        committed = [g for g in self.wanted("statements") if g["force"] >= PLEDGE and g["specificity"] in CONCRETE]
        yield from _judged("commitments", "statements", bound, committed, strengths.commitment(self.sides), grouped=True)

    def others(self) -> Iterator[Verdict]:
        named, measured = strengths.named(self.sides), strengths.indicator(self.sides)
        yield from _judged("mechanisms", "mechanisms", self.read("mechanisms"), self.wanted("mechanisms"), named)
        yield from _judged("projects", "projects", self.read("projects"), self.wanted("projects"), named)
        yield from _judged("indicators", "indicators", self.read("indicators"), self.wanted("indicators"), measured)

    def wanted(self, layer: str) -> list[Item]:
        return list(self.gold.get(layer, []))

    def read(self, layer: str) -> Facts:
        return list(enumerate(self.sides.reading.get(layer, [])))

    def split(self, layer: str, first: Callable[[Item], bool]) -> tuple[Facts, Facts]:
        every = self.read(layer)
        return [one for one in every if first(one[1])], [one for one in every if not first(one[1])]


def _judged(
    kind: FactKind, layer: str, read: Facts, gold: list[Item], strength: strengths.Strength, holds: Check = _always, grouped: bool = False
) -> Iterator[Verdict]:
    """Match the facts of one kind as the scorer does, and yield the verdict on each; what is said twice is right once."""
    items = [item for _, item in read]
    paired = {ri: gi for gi, ri in pair(gold, items, strength, repeats(items) if grouped else None)}
    for place, (index, item) in enumerate(read):
        yield Verdict(kind, layer, index, place in paired and holds(gold[paired[place]], item))


def _event_holds(gold: Item, read: Item) -> bool:
    agrees = strengths.date_agrees(gold, read)
    undated = not (read.get("date") or {}).get("from")
    return (undated if agrees is None else agrees) and bool(gold["status"] == read["status"])


def _class(force: int) -> int:
    """Return 0 for asks, 1 for willingness, 2 for undertakings."""
    return (force > ASK) + (force > WILLING)
