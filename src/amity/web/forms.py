"""Forms that change something: their token is checked before anything else, and what was done can be undone from where one was."""

from collections.abc import Sequence
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Form, Request
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

from amity.web.security import is_own

FORBIDDEN, SEE_OTHER = 403, 303
LONGEST = 300
"""Characters of what a page says of the form before it: a browser keeps cookies of 4 KB."""
DIGITS = 16
"""Digits of a number of the log: fewer."""


Text = Annotated[str, Form()]
"""One field of a form."""


def own(request: Request, token: Text = "") -> None:
    """Refuse a form that this visitor's pages did not hold."""
    if not is_own(request.state.visit, token):
        raise HTTPException(FORBIDDEN, "This page is from before the register was opened anew. Load it again and repeat what you did.")


Own = Depends(own)
"""The dependency of everything that changes the register."""


async def _sent(request: Request) -> FormData:
    return await request.form()


Sent = Annotated[FormData, Depends(_sent)]
"""All fields of a form whose names are not known beforehand."""


def back(request: Request, to: str, said: str = "", undo: int | Sequence[int] | None = None) -> Response:
    """Return to a page of this server, which then says what was done and offers to undo it."""
    answer = RedirectResponse(_here(to), SEE_OTHER)
    numbers = ",".join(str(one) for one in ([undo] if isinstance(undo, int) else undo or ()))
    told = f"{numbers}|{said[:LONGEST]}".encode().hex()
    answer.set_cookie("amity_said", told, httponly=True, samesite="strict", max_age=60, secure=request.app.state.secure)
    return answer


def _here(to: str) -> str:
    """Return an address as one of this server, whatever it was."""
    try:
        path = urlsplit(to)
    except ValueError:
        return "/"
    return f"/{path.path.lstrip('/')}{f'?{path.query}' if path.query else ''}"


def said(request: Request) -> tuple[str, list[int]]:
    """Return what the last form did, and the numbers of its entries in the log that can be undone."""
    try:
        numbers, _, words = bytes.fromhex(request.cookies.get("amity_said", "")).decode().partition("|")
    except ValueError:
        return "", []
    return words, [int(one) for one in numbers.split(",") if one.isdecimal() and len(one) < DIGITS]
