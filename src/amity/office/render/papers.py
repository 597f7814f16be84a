"""A paper in any of its formats."""

from amity.errors import UsageError
from amity.office.render.paper import Paper

FORMATS = ("md", "html", "docx", "pdf")


def written(told: Paper, format: str) -> bytes:
    """Return a paper in a format (``md``, ``html``, ``docx``, ``pdf``); raise UsageError for one that there is not."""
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
    raise UsageError(f"--format {format}: papers have none such; there are {', '.join(FORMATS)}")
