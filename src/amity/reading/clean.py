"""Cleaning: scraped text in, the text that every offset refers to out.

The text is cut into lines; each rule takes out what is not the report, and the passes repeat until one changes nothing, so that
cleaning a cleaned text changes nothing either. What is taken out stays with its place and the name of its rule.
"""

import copy
from collections.abc import Callable
from dataclasses import dataclass, field

from amity.model import Document, Removed
from amity.reading.cleaning import captions, chrome, datelines, headlines, native, repeats, spacing, stamps, wraps
from amity.reading.cleaning.characters import repair
from amity.reading.cleaning.draft import Draft, Line, assemble
from amity.reading.report import Role

STEPS: tuple[Callable[[Draft], None], ...] = (
    stamps.take_prefix,
    wraps.join_wrapped,
    native.take_native_forms,
    chrome.cut_inline,
    spacing.tidy,
    captions.part_captions,
    captions.settle_roles,
    spacing.space_stops,
    spacing.part_words,
    headlines.part_fused_headline,
    chrome.drop_editors_note,
    stamps.take_stamps,
    stamps.drop_bylines,
    chrome.drop_chrome,
    chrome.drop_menu_items,
    chrome.drop_other_scripts,
    spacing.tidy,
    datelines.take_datelines,
    stamps.cut_sign_offs,
    headlines.drop_title_again,
    headlines.take_headline,
    headlines.drop_trailers,
    repeats.drop_repeats,
    repeats.drop_short_ledes,
    repeats.cut_repeated_sentences,
    repeats.cut_stutters,
    captions.finish_captions,
    headlines.mark_subheads,
    captions.settle_roles,
    spacing.tidy,
)
MOST_PASSES = 12  # each pass only takes out or parts; texts settle after two or three


@dataclass
class Cleaned:
    """A report ready for parsing: what is known of the document, its text, what was taken out, and each paragraph's role.

    ``roles`` are spans of the text with ``body``, ``caption`` or ``headline`` (a heading inside the text); headlines and
    captions name people and days, and never set a force.
    """

    document: Document
    text: str
    removed: list[Removed] = field(default_factory=list)
    roles: list[tuple[int, int, Role]] = field(default_factory=list)


def clean(raw: str, document: Document) -> Cleaned:
    """Clean one report's text and complete what the document tells of itself (title, agency, dateline, date)."""
    document = copy.copy(document)
    draft = Draft(document, [Line(line) for line in repair(raw).split("\n")])
    for _ in range(MOST_PASSES):
        before = draft.state()
        for step in STEPS:
            step(draft)
        if draft.state() == before:
            break
    text, removed, roles = assemble(draft)
    return Cleaned(document, text, removed, roles)
