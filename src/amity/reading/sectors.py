"""Sectors: what an action, an instrument or a project is about (domain: DAC purpose codes and SDGs)."""

import re

from spacy.tokens import Span

from amity.reading.sequences import text_of
from amity.vocabulary import alternatives, load, per_language

UNSPECIFIED = "unspecified"
OPENING = 3
"""Letters by which entries are looked up before any is compared."""
_WORD = re.compile(r"(?<!\w)\w")


def sectors(source: str | Span) -> list[str]:
    """Return the sectors that the words name, in the order in which they appear; ``["unspecified"]`` when none does."""
    text = source.text if isinstance(source, Span) else source
    return _named(text, "words") or _named(text, "broad") or [UNSPECIFIED]


def named_sectors(text: str) -> list[str]:
    """Return the sectors of which the text holds a word of their own, broad words aside."""
    return _named(text, "words")


def action_sectors(action: Span, concrete: bool) -> list[str]:
    """Return the sectors of an action; a concrete doing that names none has those of its sentence, else of its paragraph."""
    told = _idioms().sub(" ", essence(action.text))
    named = sectors(told)
    if named == [UNSPECIFIED]:
        named = _named(told, "of_actions") or named
    if named == [UNSPECIFIED] and concrete:
        named = _named(action.sent.text, "words") or _named(_paragraph(action), "words") or named
    return named


def essence(text: str) -> str:
    """Return the words without the grounds, settings and effects at their end ("based on shared security"), which are not what is done."""
    return _grounds().split(text, maxsplit=1)[0]


def _paragraph(span: Span) -> str:
    text = text_of(span.doc)
    end = text.find("\n", span.end_char)
    return text[text.rfind("\n", 0, span.start_char) + 1 : end if end >= 0 else len(text)]


def _named(text: str, rank: str) -> list[str]:
    index, first = _index(rank), dict[str, int]()
    for word in _WORD.finditer(text):
        at = word.start()
        for length in range(1, OPENING + 1):
            for sector, pattern in index.get(text[at : at + length].lower(), ()):
                if sector not in first and pattern.match(text, at):
                    first[sector] = at
    return [sector for _, sector in sorted((at, sector) for sector, at in first.items())]


@per_language
def _index(rank: str) -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """Return, for the letters with which entries begin, each sector with the pattern of its entries that begin so."""
    grouped: dict[str, dict[str, list[str]]] = {}
    for sector, entry in load("sectors")["sectors"].items():
        for word in entry.get(rank, ()):
            grouped.setdefault(_opening(word), {}).setdefault(sector, []).append(word)
    return {letters: [(sector, entry_pattern(words)) for sector, words in found.items()] for letters, found in grouped.items()}


def _opening(word: str) -> str:
    """Return the letters with which every word of an entry begins; entries begin with a letter or digit."""
    return re.split(r"\W", word, maxsplit=1)[0][:OPENING].lower()


@per_language
def _grounds() -> re.Pattern[str]:
    return entry_pattern(load("specificity")["grounds"])


@per_language
def _idioms() -> re.Pattern[str]:
    return entry_pattern(load("sectors")["idioms"])


def entry_pattern(words: list[str]) -> re.Pattern[str]:
    """Compile vocabulary entries: a trailing * is any ending, a hyphen also a space or nothing."""
    return re.compile(rf"(?<!\w){alternatives(map(_entry, words))}", re.IGNORECASE)


def _entry(word: str) -> str:
    stem = re.escape(word.rstrip("*")).replace(r"\-", "[- ]?").replace("'", "['’]")
    return stem + (r"\w*" if word.endswith("*") else r"\b")
