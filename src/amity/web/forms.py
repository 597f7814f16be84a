"""Forms that change something: their token is checked before anything else, and what was done can be undone from where one was."""

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Form, Request
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from amity.web.security import is_own

FORBIDDEN, SEE_OTHER = 403, 303


def own(request: Request, token: Annotated[str, Form()] = "") -> None:
    """Refuse a form that this visitor's pages did not hold."""
    if not is_own(request.state.visit, token):
        raise HTTPException(FORBIDDEN, "This page is from before the register was opened anew. Load it again and repeat what you did.")


Own = Depends(own)
"""The dependency of everything that changes the register."""


def back(request: Request, to: str, said: str = "", undo: int | None = None) -> Response:
    """Return to a page of this server, which then says what was done and offers to undo it."""
    path = urlsplit(to)
    answer = RedirectResponse(f"/{path.path.lstrip('/')}{f'?{path.query}' if path.query else ''}", SEE_OTHER)
    answer.set_cookie("amity_said", f"{undo or ''}|{said}".encode().hex(), httponly=True, samesite="strict", max_age=60)
    return answer


def said(request: Request) -> tuple[str, int | None]:
    """Return what the last form did, and the number of its entry in the log if it can be undone."""
    try:
        number, _, words = bytes.fromhex(request.cookies.get("amity_said", "")).decode().partition("|")
    except ValueError:
        return "", None
    return words, int(number) if number.isdigit() else None
