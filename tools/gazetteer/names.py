"""Which of a place's names are kept, and which is the usual English one."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from amity.gazetteer.folding import fold

MIN_LETTERS = 2
"""Shorter names (the Norwegian 'Å') are never names in an English report."""
_CODE = re.compile(r"[A-Z0-9]{1,4}")
_ADJECTIVES = (" autonomous", " administrative", " capital", "-governing", " union", " free", " federal")


@dataclass(frozen=True, slots=True)
class Generics:
    """Words for a kind of unit that stand before or after the proper name (``generics.toml``)."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@cache
def data(subject: str) -> dict[str, Any]:
    """Return the hand-kept table ``subject`` of ``amity/vocabulary/gazetteer``."""
    return tomllib.loads(files("amity.vocabulary").joinpath("gazetteer", f"{subject}.toml").read_text(encoding="utf-8"))


@cache
def generics(country: str) -> Generics:
    """Return the words to strip in a country: its own, and the English ones where proper names stand alone."""
    own = data("generics")["countries"].get(country, {})
    english = [] if country in data("generics")["english"]["kept_in"] else data("generics")["english"]["after"]
    return Generics(tuple(own.get("before", ())), (*own.get("after", ()), *english))


def is_latin(name: str) -> bool:
    """Return whether every letter of ``name`` is Latin."""
    return all(unicodedata.name(letter, "").startswith(("LATIN", "MODIFIER")) for letter in name if letter.isalpha())


def usable(name: str) -> bool:
    """Return whether an alternate name may stand in an English text: Latin, with a capital, and no code (KMG, HAN)."""
    return name[:1].isupper() and is_latin(name) and not _CODE.fullmatch(name) and len(fold(name)) >= MIN_LETTERS


def plain(name: str) -> str:
    """Return ``name`` without diacritics, capitals kept (``Đắk Lắk`` → ``Dak Lak``)."""
    bare = unicodedata.normalize("NFKD", name.translate(str.maketrans("đĐ", "dD")))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def strip(name: str, country: str) -> str:
    """Return ``name`` without the words for its kind (``Huyện Bát Xát`` → ``Bát Xát``, ``Kunming Shi`` → ``Kunming``)."""
    words = generics(country)
    stripped = _cut(name, words.before, before=True)
    stripped = _cut(stripped, words.after, before=False)
    return stripped if len(fold(stripped)) > 1 and not stripped.isdecimal() else name


def _cut(name: str, words: Iterable[str], *, before: bool) -> str:
    lowered = name.lower()
    for word in words:
        if before and lowered.startswith(word + " "):
            return name[len(word) + 1 :].strip()
        if not before and lowered.endswith(word if word.startswith("-") else f" {word}") and not _is_formal(lowered):
            return name[: -len(word)].rstrip(" -")
    return name


def _is_formal(lowered: str) -> bool:
    """Return whether the word for the kind has an adjective of its own, and so belongs to the name."""
    return f" {lowered}".rpartition(" ")[0].endswith(_ADJECTIVES)


def autonomous(name: str) -> str | None:
    """Return the English of a Chinese autonomous unit's name (``Dali Baizu Zizhizhou`` → ``Dali Bai Autonomous Prefecture``)."""
    *words, unit = name.split(" ")
    table = data("generics")["autonomous"]
    english = table["units"].get(unit.lower())
    peoples: list[str] = []
    while len(words) > 1 and (people := _people(words[-1], table["peoples"])):
        peoples.insert(0, people)
        words.pop()
    if english is None or not peoples:
        return None
    *others, last = peoples
    listed = f"{', '.join(others)} and {last}" if others else last
    return f"{' '.join(words)} {listed} {english}"


def _people(word: str, table: Mapping[str, str]) -> str | None:
    lowered = word.lower()
    return table.get(lowered) or (word.removesuffix("zu") if lowered.endswith("zu") else None)


def best_unit_name(names: list[str], country: str) -> str:
    """Return the usual English name among those of a first- or second-level unit; the first is the source's own.

    A formal English name of an autonomous unit wins, else the first name, stripped and, where English drops them, without
    its diacritics.
    """
    formal = [name for name in names if " Autonomous " in name]
    translated = [english for name in names if (english := autonomous(name))]
    if formal or translated:
        return (translated or formal)[0]
    first = strip(names[0], country)
    return plain(first) if country in data("generics")["english"]["plain_in"] else first


def without_generic_twins(name: str, others: Iterable[str], country: str) -> list[str]:
    """Return ``others`` without names that only add a word for the kind to another one (``Can Tho City`` to ``Can Tho``).

    The word beside a name is read from the text: every name of a place then spans the same words.
    """
    words, kept = data("generics")["english"], list(dict.fromkeys(others))
    bare = {fold(each) for each in (name, *kept)}
    after, before = tuple(f" {word}" for word in words["twins_after"]), tuple(f"{word} of " for word in words["twins_before"])
    return [each for each in kept if not _is_twin(fold(each), bare, after, before) and not _strips_to(each, country, bare)]


def _strips_to(name: str, country: str, bare: set[str]) -> bool:
    stripped = fold(strip(name, country))
    return stripped != fold(name) and stripped in bare


def _is_twin(folded: str, bare: set[str], after: tuple[str, ...], before: tuple[str, ...]) -> bool:
    if _is_formal(folded):
        return False
    suffix = next((word for word in after if folded.endswith(word)), None)
    prefix = next((word for word in before if folded.startswith(word)), None)
    return (suffix is not None and folded.removesuffix(suffix) in bare) or (prefix is not None and folded.removeprefix(prefix) in bare)
