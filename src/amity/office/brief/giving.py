"""A brief in any of its formats."""

from amity.errors import UsageError
from amity.office.brief.model import Brief
from amity.office.brief.wording import paper

FORMATS = ("md", "html", "docx", "pdf", "json")


def given(made: Brief, format: str, language: str = "en") -> bytes:
    """Return a brief in a format (``md``, ``html``, ``docx``, ``pdf``, ``json``); its fixed words are in the language asked for.

    Raises UsageError for a format or language that there is not.
    """
    if format == "json":
        from msgspec.json import encode
        from msgspec.json import format as indented

        return indented(encode(made)) + b"\n"
    told = paper(made, language)
    if format == "md":
        from amity.office.render.markdown import markdown

        return markdown(told).encode()
    if format == "html":
        from amity.office.render.html import html

        return html(told).encode()
    if format == "docx":
        from amity.office.render.docx import docx

        return docx(told)
    if format == "pdf":
        from amity.office.render.pdf import pdf

        return pdf(told)
    raise UsageError(f"--format {format}: a brief has none such; there are {', '.join(FORMATS)}")
