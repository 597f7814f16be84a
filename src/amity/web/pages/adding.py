"""Adding reports: a text that is pasted, files, an address; progress, errors by file, then what was found."""

import tempfile
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, File, Request, UploadFile
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from amity.errors import UsageError
from amity.reading.metadata import parse_day
from amity.web.forms import SEE_OTHER, Own, Text
from amity.web.rendering import page
from amity.web.uploads import received
from amity.web.visitors import author

router = APIRouter()
MOST_FILES = 200
NOT_FOUND = 404


@router.get("/add")
def form(request: Request) -> Response:
    """Show the ways to add reports."""
    return page(request, "add.html")


@router.post("/add/text", dependencies=[Own])
def text(request: Request, text: Text = "", title: Text = "", published: Text = "", publisher: Text = "", url: Text = "") -> Response:
    """Read a text that was pasted."""
    if not text.strip():
        raise UsageError("add: no text; paste the report's text, or choose a file")
    folder = Path(tempfile.mkdtemp(prefix="amity-"))
    path = folder / "pasted.txt"
    path.write_text(text, encoding="utf-8")
    told = {"title": title, "publisher": publisher, "url": url, "published": parse_day(published) if published else ""}
    facts = {path.stem: {name: value for name, value in told.items() if value}}
    return _ordered(request, [str(path)], {str(path): "pasted.txt"}, folder, facts)


@router.post("/add/files", dependencies=[Own])
def files(request: Request, files: Annotated[list[UploadFile], File()]) -> Response:
    """Read files of any format that `amity read` takes."""
    given = [one for one in files if one.filename]
    if not given:
        raise UsageError("add: no file; choose one or several")
    if len(given) > MOST_FILES:
        raise UsageError(f"add: {len(given)} files at once; give {MOST_FILES} at most, or a ZIP of them")
    folder, names = received(given)
    return _ordered(request, list(names), names, folder)


@router.post("/add/address", dependencies=[Own])
def address(request: Request, address: Text = "") -> Response:
    """Read a page of the web."""
    told = address.strip()
    if not told.startswith(("http://", "https://")):
        raise UsageError(f"add {told or 'address'}: not an address; it begins with https://")
    return _ordered(request, [told], {})


def _ordered(
    request: Request, sources: list[str], names: dict[str, str], folder: Path | None = None, facts: dict[str, dict[str, str]] | None = None
) -> Response:
    order = request.app.state.desk.take(sources, names, author(request), folder, facts)
    return RedirectResponse(f"/add/{order.number}", SEE_OTHER)


@router.get("/add/{number}")
def progress(request: Request, number: int, part: bool = False) -> Response:
    """Show how far an order is; once it is done, what was found."""
    order = request.app.state.desk.orders.get(number)
    if order is None:
        raise HTTPException(NOT_FOUND, f"There is no order {number} since the register was opened; see the log for what was added.")
    return page(request, "order_part.html" if part else "order.html", order=order)
