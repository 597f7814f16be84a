"""Sectors: what an action, an instrument or a project is about (domain: DAC purpose codes and SDGs)."""

import re

from spacy.tokens import Span

from amity.reading.sequences import text_of
from amity.vocabulary import load, per_language

UNSPECIFIED = "unspecified"


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
    found = [(match.start(), sector) for sector, pattern in _patterns(rank).items() if (match := pattern.search(text))]
    return [sector for _, sector in sorted(found)]


@per_language
def _patterns(rank: str) -> dict[str, re.Pattern[str]]:
    table = load("sectors")["sectors"]
    return {sector: entry_pattern(entry[rank]) for sector, entry in table.items() if entry.get(rank)}


@per_language
def _grounds() -> re.Pattern[str]:
    return entry_pattern(load("specificity")["grounds"])


@per_language
def _idioms() -> re.Pattern[str]:
    return entry_pattern(load("sectors")["idioms"])


def entry_pattern(words: list[str]) -> re.Pattern[str]:
    """Compile vocabulary entries: a trailing * is any ending, a hyphen also a space or nothing."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_entry, words))})", re.IGNORECASE)


def _entry(word: str) -> str:
    stem = re.escape(word.rstrip("*")).replace(r"\-", "[- ]?").replace("'", "['’]")
    return stem + (r"\w*" if word.endswith("*") else r"\b")
