"""When two names are the same: the rule by which readings are compared with gold."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from amity.vocabulary import load

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")
_INITIALS = re.compile(r"\b(\w)\.(?=\w\b)")


def fold(text: str) -> str:
    """Return the text in lower case without diacritics."""
    decomposed = unicodedata.normalize("NFKD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def words(text: str) -> list[str]:
    """Return the folded words of a text, possessive endings taken off."""
    return _WORD.findall(_POSSESSIVE.sub("", fold(text)))


@cache
def _rules() -> tuple[frozenset[str], frozenset[str]]:
    data = load("evaluation")
    return frozenset(data["generic"]), frozenset(data["apart"])


def core(name: str) -> frozenset[str]:
    """Return the words of a name that tell it from others: "Lao Cai province" gives lao and cai."""
    folded = _INITIALS.sub(r"\1", fold(name))
    for apart, joined in load("evaluation")["joined"].items():
        folded = re.sub(rf"\b{apart}\b", joined, folded)
    generic, _ = _rules()
    found = words(folded)
    return frozenset([w for w in found if w not in generic] or found)


@cache
def _canonical() -> dict[frozenset[str], frozenset[str]]:
    groups: list[list[str]] = load("evaluation")["same"]
    return {core(form): core(group[0]) for group in groups for form in group}


def key(name: str) -> frozenset[str]:
    """Return core(), with a country's other name or adjective replaced where it is the whole name."""
    words_apart = core(name)
    return _canonical().get(words_apart, words_apart)


def _alike(one: frozenset[str], other: frozenset[str], apart: frozenset[str]) -> bool:
    if not one or not other:
        return False
    if one == other:
        return True
    nested = one < other or other < one
    return nested and 2 * min(len(one), len(other)) >= max(len(one), len(other)) and not (one ^ other) & apart


def same(ones: Iterable[str], others: Iterable[str]) -> bool:
    """Tell whether two lists of name forms share a name."""
    _, apart = _rules()
    keys = [key(o) for o in others]
    return any(_alike(key(one), other, apart) for one in ones for other in keys)


def has_terms(terms: Iterable[str], text: str) -> bool:
    """Tell whether the text holds every term as a run of whole words."""
    padded = f" {' '.join(words(text))} "
    return all(f" {' '.join(words(term))} " in padded for term in terms)
