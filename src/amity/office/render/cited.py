"""What sheets say of their sources: the columns of a citation, and what was searched where nothing was found."""

from typing import Any

from amity.office.citations import Citation
from amity.office.render.sheet import Column
from amity.office.searched import Searched

STATE = Column("state", "state", dull="unchecked")
SOURCE = (
    Column("quote", "words of the source", "words", aside=True),
    Column("source", "source"),
    Column("address", "address", "link", aside=True),
)


def searched(found: Searched | None) -> str:
    """Return what was searched: "12 reports of 5 outlets up to 2025-11-30"."""
    if found is None:
        return ""
    if not found.reports:
        return "no later report"
    return f"{found.reports} report{'s' * (found.reports != 1)} of {found.outlets} outlet{'s' * (found.outlets != 1)} up to {found.last}"


def source(cited: Citation | None) -> dict[str, Any]:
    """Return a citation as the values of the columns ``SOURCE``."""
    if cited is None:
        return {"quote": "", "source": "", "address": ""}
    told = ", ".join(one for one in (cited.publisher, cited.day) if one)
    if cited.entry:
        where = ", ".join(one for one in (cited.entry.name, cited.entry.place) if one)
        told = f"entered by {cited.entry.by or 'nobody named'} on {cited.entry.at[:10]}{f' ({where})' if where else ''}"
    return {"quote": cited.quote, "source": told or cited.path, "address": cited.url or ""}
