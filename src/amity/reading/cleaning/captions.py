"""Captions and credits: what a site says under its pictures, told apart from the report that they are fused to."""

import re

from amity.reading.cleaning.agencies import longest_first, tag
from amity.reading.cleaning.draft import CACHED_LINES, PROSE_WORDS, Draft, Line, ends_sentence, is_prose, words
from amity.reading.cleaning.sentences import sentences
from amity.vocabulary import load, per_language, per_language_most

_PHOTO = r"(?:Photo|Photos|Picture|Pictures|Image|Images|Photograph|File photo|Photo credit|Photo courtesy)"
LONGEST_CAPTION = 70  # words: a credit after more closes the last sentence only
SENTENCES_IN_CAPTION = 2
SENTENCES_ABOVE = 4  # of a caption that stands above the dateline


@per_language
def _words(name: str) -> list[str]:
    return list(load("chrome")["captions"][name])


@per_language
def _bracketed() -> re.Pattern[str]:
    word = longest_first(_words("credits"))
    return re.compile(
        rf"\s*[-–—]?\s*[(\[]\s*(?:(?i:{word})(?:\s*[:/-]|\s+(?i:by|from|via|courtesy|credit|supplied|provided|taken|of)\b|\s*[)\]])[^)\]\n]{{0,90}}(?:[)\]]|$)"
        rf"|(?:{tag()}|[A-Z][\w.]+)/[^)\]\n]{{2,40}}[)\]](?!\s*[-–—])|[^()\[\]\n]{{0,40}}\b(?i:photos?|pool|file|handout)\s*[)\]])"
    )


@per_language
def _trailing() -> re.Pattern[str]:
    outlet = rf"(?:{tag()}|[A-Z]{{2,5}})"
    return re.compile(
        rf"\s*(?:[-–—/|]\s*)?(?:\b{outlet}(?:/{outlet})?\s+(?:Photo|Image)s?\b.{{0,40}}"
        rf"|\b{_PHOTO}\s*(?:by|of|from|courtesy|©|:|credit:)\s?.{{0,80}}|[-–—]\s*File\s+(?:photo|pic|image)s?\b.{{0,40}})$"
    )


@per_language_most(CACHED_LINES)
def _credit(text: str) -> re.Match[str] | None:
    return _bracketed().search(text) or _trailing().search(text)


def _caption_start(head: str) -> int:
    """Return where the caption before a credit begins: the whole of a short line, else its last sentence."""
    parts = sentences(head)
    if len(parts) <= SENTENCES_IN_CAPTION and words(head) <= LONGEST_CAPTION:
        return 0
    return parts[-1][0]


def _take_credit(line: Line, draft: Draft) -> Line | None:
    """Cut the first credit out of the line, part the caption from the report, and return what follows it."""
    text = line.text
    match = _credit(text)
    if match is None:
        return None
    rest = line.split(match.end()) if text[match.end() :].strip() else None
    if rest is not None:
        draft.insert_after(line, rest)
    start = _caption_start(text[: match.start()]) if text[: match.start()].strip() else 0
    caption = line.split(start) if start else line
    if start:
        draft.insert_after(line, caption)
    caption.cut(match.start() - start, match.end() - start, "credit")
    caption.role = "caption"
    return rest


def part_captions(draft: Draft) -> None:
    """Set captions apart: each on a line of its own with the role ``caption``, its credit cut out."""
    for line in draft.kept():
        rest: Line | None = line
        while rest is not None and rest.role == "body":
            rest = _take_credit(rest, draft)
    kept = draft.kept()
    dated = next((i for i, line in enumerate(kept) if any(rule == "dateline" for _, rule in line.pieces)), 0)
    for position, line in enumerate(kept):
        text = line.text.strip()
        cued = any(cue in text for cue in _words("cues")) or any(pose in text.casefold() for pose in _words("poses"))
        most = SENTENCES_ABOVE if position < dated else 1
        if line.role == "body" and cued and len(sentences(text)) <= most and words(text) <= LONGEST_CAPTION:
            line.role = "caption"


def settle_roles(draft: Draft) -> None:
    """Let a report that is nothing but a caption be its body."""
    kept = draft.kept()
    if kept and not any(line.role == "body" and is_prose(line.text) for line in kept):
        for line in kept:
            if line.role == "caption":
                line.role = "body"


def finish_captions(draft: Draft) -> None:
    """End captions like sentences, and take out those that tell nothing ("At the event")."""
    for line in draft.kept():
        if line.role == "caption":
            text = line.text.rstrip()
            if words(text) < PROSE_WORDS:
                line.drop("caption")
            elif not ends_sentence(text):
                bare = text.rstrip(" ,-–—|")
                line.replace(len(bare), len(line.text), ".")
