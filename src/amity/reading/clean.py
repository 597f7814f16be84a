"""Cleaning: scraped text in, the text that every offset refers to out."""

from dataclasses import dataclass, field

from amity.model import Document, Removed


@dataclass
class Cleaned:
    """A report ready for parsing: what is known of the document, its text, and what was taken out."""

    document: Document
    text: str
    removed: list[Removed] = field(default_factory=list)


def clean(raw: str, document: Document) -> Cleaned:
    """Clean one report's text and complete what the document tells of itself (title, agency, dateline, date)."""
    return Cleaned(document, raw.strip())
