"""The reader: a report's text with the words that each fact rests on, both ways."""

from itertools import pairwise
from typing import Any, NamedTuple

from fastapi import APIRouter, Request
from fastapi.responses import Response

from amity.register.queries.details import show
from amity.web.asking import Connected
from amity.web.rendering import page

router = APIRouter()


class Piece(NamedTuple):
    """A run of text that the same facts rest on: the facts, and those of them that begin here."""

    text: str
    facts: tuple[dict[str, Any], ...]
    begins: tuple[dict[str, Any], ...]


@router.get("/documents/{public}")
def reader(request: Request, public: str, connection: Connected) -> Response:
    """Show a report with its evidence marked."""
    told = show(connection, public)
    facts = [one for one in told["facts"] if one["end"] > one["start"]]
    return page(request, "document.html", told=told, facts=facts, pieces=pieces(told.get("text", ""), facts))


def pieces(text: str, facts: list[dict[str, Any]]) -> list[Piece]:
    """Return a text cut wherever the evidence of a fact begins or ends."""
    cuts = sorted({0, len(text), *(one[end] for one in facts for end in ("start", "end"))})
    return [
        Piece(
            text[start:end],
            tuple(one for one in facts if one["start"] < end and one["end"] > start),
            tuple(one for one in facts if one["start"] == start),
        )
        for start, end in pairwise(cuts)
    ]
