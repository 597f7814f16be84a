"""A fact in words, so that someone who has never seen the register's fields can say whether a sentence tells it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from amity.exchange.listed import span, words
from amity.exchange.rows import plain
from amity.model.acts import FORCES

Fact = Mapping[str, Any]
Names = Mapping[str, str]
"""The name of each actor of a reading by its local id."""


def in_words(layer: str, fact: Fact, names: Names) -> str:
    """Return what a fact of a reading tells, part by part; unknown parts are left out."""
    return "; ".join(part for part in WORDS[layer](fact, names) if part)


def _who(locals_: Any, names: Names) -> str:
    return " and ".join(names.get(one, one) for one in ([locals_] if isinstance(locals_, str) else locals_ or ()))


def _part(title: str, value: str) -> str:
    return f"{title}: {value}" if value else ""


def _actor(fact: Fact, names: Names) -> Iterable[str]:
    yield f"{fact['name']} is a {words(fact['kind'])}"
    yield _part("country", plain(fact.get("country")))
    yield _part("also called", ", ".join(one for one in fact.get("aliases", ()) if one != fact["name"]))


def _event(fact: Fact, names: Names) -> Iterable[str]:
    yield f"{words(fact['type'])}, {words(fact['status'])}"
    yield words(fact["mode"]) if fact["mode"] != "unknown" else ""
    day = fact.get("date") or {}
    yield _part("when", span(day.get("from"), day.get("to")))
    yield _part("where", plain((fact.get("place") or {}).get("name")))
    yield _part("between", _who(fact.get("sides"), names))
    yield _part("with", ", ".join(f"{names.get(one['actor'], '')} ({words(one['role'])})" for one in fact.get("participants", ())))


def _instrument(fact: Fact, names: Names) -> Iterable[str]:
    yield f"{words(fact['type'])}, {words(fact['status'])}"
    yield _part("title", plain(fact.get("title")))
    yield _part("parties", _who(fact.get("parties"), names))
    yield _part("signed on", plain(fact.get("signed_on")))
    yield _part("period", span(fact.get("from"), fact.get("to")))
    yield "concluded as this report tells" if fact["concluded"] else "only referred to"


def _statement(fact: Fact, names: Names) -> Iterable[str]:
    whom = _who(fact.get("to"), names)
    yield f"{_who(fact.get('by'), names) or 'somebody'}{f' → {whom}' if whom else ''}"
    yield f"{FORCES[fact['force']]} (force {fact['force']}, {fact['specificity']}): “{fact['action']}”"
    yield _part("speaker", _who(fact.get("speaker"), names))
    yield _part("who would act", _who(fact.get("debtor"), names))
    yield _part("due", plain(fact.get("due")))
    yield "on a condition" if fact.get("conditional") else ""


def _mechanism(fact: Fact, names: Names) -> Iterable[str]:
    yield f"a standing mechanism: {fact['name']}"
    yield _part("members", _who(fact.get("members"), names))
    yield _part("meets", plain(fact.get("frequency")))


def _project(fact: Fact, names: Names) -> Iterable[str]:
    yield f"a project: {fact['name']}, {words(fact['status'])}"
    yield _part("places", _who(fact.get("places"), names))
    yield _part("amount", plain(fact.get("amount")))


def _indicator(fact: Fact, names: Names) -> Iterable[str]:
    yield f"{fact['measure']}: {plain(fact['value'])} {plain(fact.get('unit'))}".strip()
    yield _part("of", _who(fact.get("subject"), names))
    yield _part("as of", plain(fact.get("as_of")))


WORDS: dict[str, Callable[[Fact, Names], Iterable[str]]] = {
    "actors": _actor,
    "events": _event,
    "instruments": _instrument,
    "statements": _statement,
    "mechanisms": _mechanism,
    "projects": _project,
    "indicators": _indicator,
}
"""How the facts of each layer are told."""
