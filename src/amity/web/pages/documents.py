"""The reader: a report's text with the words that each fact rests on, both ways; what cleaning took out shows when asked for."""

import re
from collections import Counter
from itertools import pairwise
from typing import Any, NamedTuple

from fastapi import APIRouter, Request
from fastapi.responses import Response

from amity.model import Removed
from amity.register.queries.details import show
from amity.register.queries.keeping import removed_from
from amity.web.asking import Connected, address, asked
from amity.web.rendering import page

router = APIRouter()
SPAN = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
"""Where cited words stand, in an address: "120-180"."""
Fact = dict[str, Any]


class Piece(NamedTuple):
    """A run of text that the same facts rest on: the facts, those that begin here, and what was removed before it.

    ``cited`` says that the words are those that were asked for.
    """

    start: int
    text: str
    facts: tuple[Fact, ...]
    begins: tuple[Fact, ...]
    removed: tuple[Removed, ...] = ()
    cited: bool = False


@router.get("/documents/{public}")
def reader(request: Request, public: str, connection: Connected, words: str = "", removed: bool = False) -> Response:
    """Show a report with its evidence marked; ``kind`` leaves facts of some layers, ``words`` marks words that are cited elsewhere."""
    told = show(connection, public)
    found = [one for one in told["facts"] if one["end"] > one["start"]]
    kinds = request.query_params.getlist("kind")
    facts = [one for one in found if not kinds or one["layer"] in kinds]
    text, taken = told.get("text", ""), removed_from(connection, told["id"])
    spot = _spot(text, words)
    return page(
        request, "document.html", told=told, facts=facts, kinds=_kinds(request, found, kinds), taken=len(taken), removed=removed,
        pieces=pieces(text, facts, taken if removed else (), spot), spot=spot[0],
        other=address(request.url.path, [*asked(request, "removed"), *([] if removed else [("removed", "true")])]),
    )  # fmt: skip


def _spot(text: str, words: str) -> tuple[int, int]:
    """Return where the words stand: "120-180" tells it, others are looked for; (0, 0) if they do not."""
    if span := SPAN.fullmatch(words):
        return min(int(span[1]), len(text)), min(int(span[2]), len(text))
    start = text.find(words) if words else -1
    return (start, start + len(words)) if start >= 0 else (0, 0)


def _kinds(request: Request, facts: list[Fact], chosen: list[str]) -> list[tuple[str, int, bool, str]]:
    """Return each layer with how many facts there are, whether it is chosen, and the address that chooses it or lets it go."""
    counted = Counter(one["layer"] for one in facts)
    others = asked(request, "kind")
    return [
        (layer, count, layer in chosen, address(request.url.path, [*others, *(("kind", one) for one in sorted({*chosen} ^ {layer}))]))
        for layer, count in sorted(counted.items())
    ]


def pieces(text: str, facts: list[Fact], removed: tuple[Removed, ...] = (), spot: tuple[int, int] = (0, 0)) -> list[Piece]:
    """Return a text cut wherever the evidence of a fact begins or ends, something was removed, or the cited words begin or end."""
    cuts = sorted({0, len(text), *spot, *(one.at for one in removed), *(one[end] for one in facts for end in ("start", "end"))})
    return [
        Piece(
            start,
            text[start:end],
            tuple(one for one in facts if one["start"] < end and one["end"] > start),
            tuple(one for one in facts if one["start"] == start),
            tuple(one for one in removed if start <= one.at < end or start == end == one.at),
            spot[0] < end and spot[1] > start,
        )
        for start, end in (*pairwise(cuts), (len(text), len(text)))
    ]
