"""The words by which sentences tell of ties: kinds, stages and units (vocabulary ``ties.toml``)."""

import re
from functools import cache, lru_cache
from typing import cast

from amity.model.register import TieKind, TieStage
from amity.vocabulary import load


@cache
def _compiled(*path: str) -> dict[str, re.Pattern[str]]:
    table = load("ties")
    for name in path:
        table = table[name]
    return {name: re.compile("|".join(patterns)) for name, patterns in table.items()}


@cache
def _stages() -> list[tuple[str, re.Pattern[str]]]:
    return [(entry["stage"], re.compile("|".join(entry["patterns"]))) for entry in load("ties")["stages"]]


@lru_cache(maxsize=8192)
def kinds_in(plain: str) -> tuple[TieKind, ...]:
    """Return the kinds of ties that a lower-case sentence speaks of, the most particular first."""
    return tuple(cast(TieKind, kind) for kind, pattern in _compiled("kinds").items() if pattern.search(plain))


def of_kind(kind: TieKind, plain: str) -> bool:
    """Return whether a lower-case sentence speaks of a kind of tie."""
    return kind in kinds_in(plain)


def kind_at(kind: TieKind, plain: str) -> int:
    """Return where the words for a kind begin; -1 where they are not."""
    found = _compiled("kinds")[kind].search(plain)
    return found.start() if found else -1


def stage_of(plain: str) -> TieStage | None:
    """Return the stage that a lower-case clause tells; None where it tells none, or that it is not so."""
    return next((cast(TieStage, stage) if stage else None for stage, pattern in _stages() if pattern.search(plain)), None)


def stage_at(stage: TieStage, plain: str) -> int:
    """Return where the words for a stage begin; -1 where they are not."""
    pattern = next(pattern for name, pattern in _stages() if name == stage)
    found = pattern.search(plain)
    return found.start() if found else -1


def denied(plain: str) -> bool:
    """Return whether a lower-case clause says that a tie is not so."""
    found = _stages()[0][1].search(plain)
    return found is not None and " not " in f" {found.group()}"


def units_meant(plain: str) -> str | None:
    """Return the level of units that a lower-case clause ties ("sister provinces" → province)."""
    return next((unit for unit, pattern in _compiled("units").items() if pattern.search(plain)), None)


def speaks_of_contact(plain: str) -> bool:
    """Return whether a lower-case action is about becoming partners or friends."""
    return not set(load("ties")["contact"]["words"]).isdisjoint(re.findall(r"[a-z]+", plain))


def both_meant(plain: str) -> bool:
    """Return whether a lower-case clause speaks of the two sides of the report without naming them."""
    return _compiled("pronouns")["pairs"].search(plain) is not None


def instrument_stage(status: str, date: str | None, told: str | None) -> list[tuple[TieStage, str | None]]:
    """Return the stages that the status of a friendly-city agreement means, with their dates.

    A vote of one side for an agreement not yet signed shows intent and is approval.
    """
    table: dict[str, list[tuple[TieStage, str | None]]] = {
        "proposed": [("contact", told)],
        "negotiating": [("intent", told)],
        "agreed_to_sign": [("intent", told)],
        "approved": [("intent", date or told), ("approved", date or told)],
        "suspended": [("established", date), ("suspended", told)],
        "expired": [("established", date), ("ended", told)],
        "terminated": [("established", date), ("ended", told)],
        "superseded": [("established", date)],
    }
    return table.get(status, [("established", date or told)] if status in ("signed", "in_effect", "renewed", "amended") else [])
