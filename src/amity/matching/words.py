"""Content words and names of a sentence, so that two reports of one thing can be seen to speak of it."""

import re
from functools import cache, lru_cache

from amity.gazetteer import country_words, fold, open_gazetteer
from amity.vocabulary import load

SHORTEST_STEM = 4
"""Letters that stay when an ending is taken off; shorter stems run different words together."""
CACHED_WORDS = 65_536

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NAME = re.compile(r"\b[A-ZÀ-ÖØ-ÞĐ][\w’']*(?:\s+[A-ZÀ-ÖØ-ÞĐ][\w’']*)*")
_ENDINGS = (
    "isations", "izations", "isation", "ization", "ations", "ating", "ation", "ated", "ates", "ate", "ments", "ment", "ings", "ing", "ions",
    "ion", "edly", "ied", "ed", "ly", "s",
)  # fmt: skip
_HISSING = ("ses", "xes", "zes", "ches", "shes")


@lru_cache(maxsize=CACHED_WORDS)
def stem(word: str) -> str:
    """Return a folded word without its endings: "upgraded" and "upgrading" → "upgrad"."""
    shorter = _shorter(word)
    return word if shorter == word else stem(shorter)


def _shorter(word: str) -> str:
    """Return a word with one ending less, or as it is."""
    if word.endswith("ies") and len(word) > SHORTEST_STEM:
        return word[:-3] + "y"
    if word.endswith(_HISSING) and len(word) - 2 >= SHORTEST_STEM:
        return word[:-2]
    if word.endswith("eed"):
        return word[:-1] if len(word) > SHORTEST_STEM else word
    for ending in _ENDINGS:
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= SHORTEST_STEM:
            bare = word[: -len(ending)]
            return bare[:-1] if bare[-1] == bare[-2] and bare[-1] not in "lse" else bare
    return word[:-1] if word.endswith("e") and len(word) > SHORTEST_STEM + 1 else word


@cache
def _stops() -> frozenset[str]:
    content = load("matching")["content"]
    words = [*content["stop"], *content["calendar"]]
    return frozenset(words) | frozenset(stem(word) for word in words)


@cache
def _nations() -> frozenset[str]:
    """Return the names of countries and the words for their people: they tell whose a sentence is and not what it is about."""
    forms = [form for words in country_words().values() for form in (*words.demonyms, *words.names, *words.abbreviations)]
    forms += [country.name for country in open_gazetteer().countries()]
    return frozenset(fold(form).replace(" ", "") for form in forms)


@cache
def _groups() -> dict[str, str]:
    groups = load("matching")["content"]["groups"]
    return {stem(word): stem(group["words"][0]) for group in groups for word in group["words"]}


@cache
def common() -> frozenset[str]:
    """Return the stems of the words that every report of the kind has."""
    return frozenset(_groups().get(stem(word), stem(word)) for word in load("matching")["content"]["common"])


def content(text: str) -> tuple[str, ...]:
    """Return the stems of a text's content words, each once, sorted; words of one meaning as one."""
    found = (fold(word) for word in _WORD.findall(re.sub(r"['’]s\b", "", text)))
    stems = {stem(word) for word in found if len(word) > 1 and word not in _stops() and word not in _nations()}
    return tuple(sorted({_groups().get(one, one) for one in stems if one not in _stops()}))


@cache
def _calendar() -> frozenset[str]:
    return frozenset(load("matching")["content"]["calendar"])


def names(text: str) -> tuple[str, ...]:
    """Return the capitalised names of a text, spaces closed up ("Long Bang" and "Longbang" are one), sorted.

    A lone capitalised word at the beginning of a sentence is a name only if it is no content word.
    """
    found: set[str] = set()
    for match in _NAME.finditer(re.sub(r"['’]s\b", "", text)):
        parts = match.group().split()
        begins = match.start() == 0 or text[: match.start()].rstrip()[-1:] in '.!?:"”“'
        parts = [part for at, part in enumerate(parts) if fold(part) not in (_stops() if at == 0 else _calendar())]
        joined = fold("".join(parts)).replace(" ", "")
        if len(joined) > 2 and joined not in _nations() and not (begins and len(parts) == 1):
            found.add(joined)
    return tuple(sorted(found))


def capitals(text: str) -> frozenset[str]:
    """Return the capitalised words of a text, folded, countries among them: not the first of a sentence, no days, months or posts."""
    plain = re.sub(r"['’]s\b", "", text)
    found = {fold(match.group()) for match in _WORD.finditer(plain) if match.group()[:1].isupper() and not _begins(plain, match.start())}
    return frozenset(word for word in found if word not in _calendar() and stem(word) not in common())


def _begins(text: str, at: int) -> bool:
    """Return whether a sentence begins at a place of a text."""
    at -= 1
    while at >= 0 and text[at].isspace():
        at -= 1
    return at < 0 or text[at] in '.!?:"”“'


def overlap(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that two lists share."""
    return tuple(sorted(set(one) & set(other)))
