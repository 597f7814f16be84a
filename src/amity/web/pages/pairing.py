"""Two parties: the brief before a meeting, live, and as a file; the ledger of asks and promises; one party and all its partners."""

import shlex
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from amity.office.brief import Brief, brief
from amity.office.brief.giving import given
from amity.office.brief.wording import paper
from amity.office.ledger import latest
from amity.office.render.ledgers import ledger_sheet
from amity.register.files import DOCX, PDF
from amity.web.asking import Connected, address
from amity.web.language import say, spoken
from amity.web.rendering import page
from amity.web.sheets import MOST_ROWS, file, give

router = APIRouter()
TYPES = {"docx": DOCX, "pdf": PDF, "md": "text/markdown; charset=utf-8"}
NOT_FOUND = 404


@router.get("/pair")
def asked(a: str = "", b: str = "") -> Response:
    """Lead from two names that were typed to the page of their pair."""
    names = [quote(one.strip(), safe="") for one in (a, b) if one.strip()]
    return RedirectResponse("/".join(("/pair", *names)) if a.strip() else "/", 302)


@router.get("/pair/{a}")
@router.get("/pair/{a}/{b}")
def pair(request: Request, connection: Connected, a: str, b: str | None = None, as_of: str = "", format: str = "") -> Response:
    """Show what stands between two parties (without ``b``: between one and all); ``format`` gives it as a file."""
    told = brief(connection, a, b, as_of=as_of or None)
    if format:
        if format not in TYPES:
            raise HTTPException(NOT_FOUND, f"brief as {format}: there are {', '.join(TYPES)}")
        return file(given(told, format, spoken()), TYPES[format], f"brief.{format}")
    return page(request, "pair.html", paper=paper(told, spoken()), told=told, a=a, b=b, as_of=as_of, listed=_listed(told))


def _listed(told: Brief) -> dict[str, str]:
    """Return the address of the list that each command of a brief prints."""
    return {one.command: _address(shlex.split(one.command)) for one in told.left}


def _address(command: list[str]) -> str:
    name, options = command[1], command[2:]
    given = [(option.removeprefix("--"), words) for option, words in zip(options[::2], options[1::2], strict=True)]
    return address(f"/{name}", given)


@router.get("/ledger/{a}/{b}")
def ledger_page(request: Request, connection: Connected, a: str, b: str) -> Response:
    """Show who asked what of whom, who answered, and what came of it."""
    wanted = MOST_ROWS if not request.query_params.get("format") else 0
    told, total = latest(connection, a, b, wanted)
    title = say("Ledger of {one} and {other}").format(one=told.one.label, other=told.other.label)
    return give(request, title, [ledger_sheet(told, total)])
