"""How strongly a gold item and a read item correspond, layer by layer; 0 means not at all."""

from collections.abc import Callable
from typing import Any

from amity.evaluate.names import has_terms, same, words
from amity.evaluate.pairing import overlap
from amity.evaluate.sides import Sides
from amity.vocabulary import load

LONGEST_ACTION = 60  # words: the contract's limit for a statement's action

Item = dict[str, Any]
Strength = Callable[[Item, Item], float]


def actor(sides: Sides) -> Strength:
    """Names decide; an identical name and the same kind only break ties (a city and a province of one name)."""

    def strength(gold: Item, read: Item) -> float:
        forms, read_forms = [gold["name"], *gold.get("also", [])], sides.read_forms(read["id"])
        base = 1.0 if same([gold["name"]], [read["name"]]) else 0.5 if same(forms, read_forms) else 0.0
        exact = {" ".join(words(f)) for f in forms} & {" ".join(words(f)) for f in read_forms}
        return base and base + (0.3 if exact else 0) + (0.1 if gold.get("kind", "person") == read["kind"] else 0)

    return strength


def event(sides: Sides) -> Strength:
    """Same type (meetings of every form are one) and shared participants or sides; agreeing slots break ties."""
    grouped: dict[str, str] = load("evaluation")["grouped"]

    def strength(gold: Item, read: Item) -> float:
        if grouped.get(gold["type"], gold["type"]) != grouped.get(read["type"], read["type"]):
            return 0.0
        present = [p["actor"] for p in read.get("participants", [])]
        who_read = sides.read_names(present) + sides.read_names(read.get("sides"))
        who_gold = sides.gold_names(gold.get("participants")) + sides.gold_names(gold.get("sides"))
        base = overlap(who_gold, who_read)
        equal = sum(gold.get(slot) == read.get(slot) for slot in ("status", "type", "mode"))
        return base and base + 0.01 * (2 * bool(date_agrees(gold, read)) + equal + bool(sides.place_agrees(gold, read)))

    return strength


def date_agrees(gold: Item, read: Item) -> bool | None:
    """Tell whether the read date lies within the gold date; None where gold has no date."""
    if not gold.get("date"):
        return None
    first, _, last = gold["date"].partition("/")
    date = read.get("date") or {}
    end = date.get("to") or date.get("from") or ""
    return (date.get("from") or "").startswith(first) and end.startswith(last or first)


def instrument(sides: Sides) -> Strength:
    """Type, words of the evidence and parties, of which two must speak for the pair."""

    def strength(gold: Item, read: Item) -> float:
        parties = overlap(sides.gold_names(gold.get("parties")), sides.read_names(read.get("parties")))
        kind = 1.0 if gold["type"] == read["type"] else 0.0
        text = 0.5 if any(has_terms(gold.get("terms", []), q) for q in sides.quotes(read)) else 0.0
        enough = (kind and (parties > 0 or text)) or (text and parties >= 0.5)
        return kind + text + parties if enough else 0.0

    return strength


def statement(sides: Sides) -> Strength:
    """The action holds all of gold's terms; who acts, the force and brevity rank the candidates."""

    def strength(gold: Item, read: Item) -> float:
        action = read.get("action") or ""
        length = len(words(action))
        if length > LONGEST_ACTION or not has_terms(gold["terms"], action):
            return 0.0
        return 1 + sides.by_overlap(gold, read) + (0.3 if gold["force"] == read["force"] else 0) + 1 / (1 + length)

    return strength


def commitment(sides: Sides) -> Strength:
    """A statement's strength, if the right side is bound by it."""
    plain = statement(sides)
    return lambda gold, read: plain(gold, read) if sides.by_overlap(gold, read) > 0.5 else 0.0


def named(sides: Sides) -> Strength:
    """The name holds gold's terms, or shares a word with them and the evidence holds them all."""
    stop = frozenset(load("evaluation")["stop"])

    def strength(gold: Item, read: Item) -> float:
        if has_terms(gold["terms"], read["name"]):
            return 2.0
        shared = set(words(read["name"])) & set(words(" ".join(gold["terms"]))) - stop
        return 1.0 if shared and any(has_terms(gold["terms"], q) for q in sides.quotes(read)) else 0.0

    return strength


def indicator(sides: Sides) -> Strength:
    """The same value; words of the evidence rank the candidates."""

    def strength(gold: Item, read: Item) -> float:
        if _number(read.get("value")) != _number(gold["value"]):
            return 0.0
        return 1.5 if any(has_terms(gold["terms"], q) for q in sides.quotes(read)) else 1.0

    return strength


def _number(value: Any) -> float | None:
    try:
        return float(value)
    except (TypeError, ValueError):
        return None
