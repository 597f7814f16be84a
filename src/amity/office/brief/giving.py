"""A brief in any of its formats."""

from amity.office.brief.model import Brief
from amity.office.brief.wording import paper
from amity.office.render import papers
from amity.office.render.papers import written

FORMATS = (*papers.FORMATS, "json")


def given(made: Brief, format: str, language: str = "en") -> bytes:
    """Return a brief in a format (``md``, ``html``, ``docx``, ``pdf``, ``json``); its fixed words are in the language asked for.

    Raises UsageError for a format or language that there is not.
    """
    if format == "json":
        from msgspec.json import encode
        from msgspec.json import format as indented

        return indented(encode(made)) + b"\n"
    return written(paper(made, language), format)
