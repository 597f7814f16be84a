"""Audits: a stratified sample is drawn, answered on the page, kept in the log; its precision with how sure that is."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from amity.errors import UsageError
from amity.office.audit import ANSWERS, DIMENSIONS, KINDS, Answered, draw, results, take
from amity.web.asking import Connected
from amity.web.forms import Own, Sent, back
from amity.web.language import say
from amity.web.rendering import page
from amity.web.visitors import author

router = APIRouter()
MOST = 200
"""Facts that one page asks about."""


@router.get("/audit")
def audit(
    request: Request, connection: Connected, kind: str = "", n: Annotated[int, Query(ge=1, le=MOST)] = 20, by: str = "", seed: int = 1
) -> Response:
    """Show the results so far and, for a kind, a sample to answer."""
    sample = draw(connection, kind, size=n, by=by or None, seed=seed) if kind else None
    return page(
        request, "audit.html", kinds=KINDS, dimensions=DIMENSIONS, kind=kind, n=n, by=by, seed=seed, sample=sample,
        results=results(connection),
    )  # fmt: skip


@router.post("/audit", dependencies=[Own])
def answered(request: Request, sent: Sent) -> Response:
    """Keep the answers that were given; those left open are not counted."""
    told = {name: value for name, value in sent.items() if isinstance(value, str)}
    given = [
        Answered(fact=name.removeprefix("answer-"), answer=ANSWERS[value], note=told.get(f"note-{name.removeprefix('answer-')}", ""))
        for name, value in told.items()
        if name.startswith("answer-") and value in ANSWERS
    ]
    if not given:
        raise UsageError("audit: no answers; say of at least one fact whether it is right")
    taken = take(
        request.app.state.register, told.get("kind", ""), given, by=told.get("by") or None, coder=author(request), decide="decide" in told
    )
    return back(request, "/audit", say("{n} answers kept").format(n=len(given)), taken.numbers[0])
