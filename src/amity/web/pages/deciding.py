"""Decisions: confirm, reject, correct, merge, split, assess, undo; the log of all of them."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response
from pydantic import Field

from amity.errors import AmityError, UsageError
from amity.register.queries.details import show
from amity.register.queries.history import entries
from amity.web.asking import Connected
from amity.web.forms import Own, Text, back
from amity.web.language import again, say
from amity.web.language import value as worded
from amity.web.rendering import page
from amity.web.visitors import author

router = APIRouter()
SHOWN = 200
"""Entries of the log on its page."""
FEW = 4
"""Ids from which on they are counted and not told."""
Decision = Literal["confirm", "reject", "correct", "merge", "split", "assess"]
"""What is decided by the forms of things, lists and review; others have forms of their own."""
Number = Annotated[int, Field(ge=1, le=2**53)]
Texts = Annotated[list[str], Form()]


@router.post("/decide", dependencies=[Own])
def decided(
    request: Request, kind: Annotated[Decision, Form()], id: Texts = [], other: Texts = [], field: Text = "",  # noqa: B006
    value: Text = "", note: Text = "", to: Text = "/",
) -> Response:  # fmt: skip
    """Write one judgement for each id (a merge or split: one for all), and go back."""
    if not id:
        raise UsageError(f"{kind}: nothing was chosen; tick one row or several first")
    register, by = request.app.state.register, author(request)
    made, wrong = [], ""
    for some in [id] if kind == "merge" else [[one] for one in id]:
        try:
            made.append(register.judge(kind, some, other, field=field or None, value=value or None, by=by, note=note).number)
        except AmityError as error:
            if not made:
                raise
            wrong = say("; stopped at {id} ({reason})").format(id=some[0], reason=again(str(error)))
            break
    few = len(id) + len(other) < FEW and not wrong
    count = _count(made, id, kind)
    what = f"{worded(kind)} {', '.join([*id, *other])}" if few else say("{kind}: {n} facts").format(kind=worded(kind), n=count)
    return back(request, to, f"{what}{wrong}", made)


def _count(made: list[int], chosen: list[str], kind: str) -> int:
    return len(chosen) if kind == "merge" else len(made)


@router.post("/undo", dependencies=[Own])
def undone(request: Request, number: Annotated[list[Number], Form()], to: Text = "/log") -> Response:
    """Take back decisions, the latest first; an undo can be undone too."""
    made = [one.number for one in request.app.state.register.undo_all(sorted(number, reverse=True), by=author(request))]
    what = f"{worded('undo')} {number[0] if len(number) == 1 else f'({len(number)})'}"
    return back(request, _still_there(request, to), what, made)


def _still_there(request: Request, to: str) -> str:
    """Return the page to go back to: the log, where it was that of a thing which is gone now."""
    if not to.startswith("/things/"):
        return to
    try:
        with request.app.state.register.reading() as connection:
            show(connection, to.removeprefix("/things/").partition("?")[0])
    except UsageError:
        return "/log"
    return to


@router.get("/log")
def log(request: Request, connection: Connected) -> Response:
    """Show what was added and decided, the latest first."""
    return page(request, "log.html", rows=list(entries(connection, SHOWN)))
