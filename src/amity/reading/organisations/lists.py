"""Organisations of the vocabulary: heads of their names with kinds, well-known ones, and indexes over both."""

import re
from typing import NamedTuple

from amity.model import ActorKind
from amity.reading.sequences import longest_by_first
from amity.vocabulary import load, per_language


@per_language
def heads() -> dict[tuple[str, ...], ActorKind | None]:
    """Return every head noun phrase with its kind; None for heads of names that are no actors."""
    data = load("organisations")
    table: dict[tuple[str, ...], ActorKind | None] = {tuple(h.split()): None for h in data["not_actors"]["heads"]}
    for kind, phrases in data["heads"].items():
        table.update({_tokens(h): kind for h in phrases})
    return table


def _tokens(phrase: str) -> tuple[str, ...]:
    """Split a phrase as the tokenizer does: the possessive and hyphens are tokens of their own."""
    return tuple(re.sub(r"(['’]s\b|-)", r" \1 ", phrase).split())


@per_language
def head_words() -> frozenset[str]:
    """Return the first and last words of all heads: a name that they stand beside is an organisation's, event's or text's."""
    return frozenset(word for head in heads() for word in (head[0], head[-1]) if word[:1].isalpha())


class Organisation(NamedTuple):
    """A well-known organisation of the vocabulary."""

    name: str
    kind: ActorKind
    country: str | None
    short: str | None


@per_language
def known() -> dict[tuple[str, ...], Organisation]:
    """Return the well-known organisations by the tokens of each of their names."""
    table: dict[tuple[str, ...], Organisation] = {}
    for entry in load("organisations")["known"]:
        one = Organisation(entry["name"], entry["kind"], entry.get("country"), entry.get("short"))
        for form in [entry["name"], *entry.get("also", []), *([entry["short"]] if "short" in entry else [])]:
            table[_tokens(form.replace("(", "( ").replace(")", " )"))] = one
    return table


@per_language
def known_in_any_case() -> dict[tuple[str, ...], Organisation]:
    """Return the well-known organisations by the tokens of their longer names in lower case."""
    return {tuple(word.lower() for word in key): one for key, one in known().items() if len(key) > 2}


@per_language
def longest_known() -> dict[str, int]:
    """Return for each first word in lower case the number of words of the longest well-known name."""
    return longest_by_first([(key[0].lower(), *key[1:]) for key in known()])


@per_language
def longest_head() -> dict[str, int]:
    """Return for each first word the number of words of the longest head."""
    return longest_by_first(heads())


@per_language
def after_party() -> frozenset[str]:
    """Return the words before which "Party" is the owner of a post or thing, not a party's name."""
    return frozenset(load("organisations")["after_party"]["words"])
