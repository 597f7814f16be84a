"""What goes wrong: a calm page, or an object for programs, that names the thing, the reason and the way out, and nothing of the inside."""

import logging

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import PlainTextResponse, Response
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from amity.errors import AmityError, RegisterError, SetupError
from amity.web.rendering import failure

LOG = logging.getLogger("amity.web")
WRONG, NOT_FOUND, NOT_SO, BROKEN, UNAVAILABLE = 400, 404, 405, 500, 503
OWN = "This is a mistake of Amity's own, told in the server's messages. Go on elsewhere."
PARTS = 3
"""Parts of a request that make no sense and are named."""


class Calm:
    """ASGI middleware: whatever fails inside is told in a page; what was not foreseen stands in the server's log, for its keeper."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and answer for it where nothing else did."""
        begun = False

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, noted)
        except ClientDisconnect:
            LOG.info("%r: who sent it went away before it was here", scope["path"])
        except Exception as error:
            if begun or scope["type"] != "http":
                raise
            await _told(Request(scope), error)(scope, receive, send)


def _told(request: Request, error: Exception) -> Response:
    for name in ("user", "role"):
        if not hasattr(request.state, name):  # the door itself failed
            setattr(request.state, name, "")
    if isinstance(error, AmityError):
        return failed(request, error)
    LOG.error("%s %r: a mistake of Amity's own", request.method, request.url.path, exc_info=error)
    try:
        return failure(request, BROKEN, OWN)
    except Exception:  # the page that tells of it fails in the same way
        return PlainTextResponse(OWN, BROKEN)


def failed(request: Request, error: Exception) -> Response:
    """Return the page, or the object, that says what went wrong and what to do."""
    if isinstance(error, HTTPException):
        return failure(request, error.status_code, _refused(request, error))
    if isinstance(error, RequestValidationError):
        return failure(request, WRONG, _misunderstood(error))
    return failure(request, UNAVAILABLE if isinstance(error, RegisterError | SetupError) else WRONG, str(error))


def _refused(request: Request, error: HTTPException) -> str:
    """Return an error of HTTP in words: those of the frameworks name neither the thing nor a way out."""
    detail, path = str(error.detail), request.url.path
    if error.status_code == NOT_FOUND and detail == "Not Found":
        return f"There is no page {path}. Go on from the register's first page, or search."
    if error.status_code == NOT_SO:
        return f"{path} takes no {request.method}. Use the register's own pages, or see /api/openapi.json."
    if error.status_code == WRONG:
        return f"The form could not be read: {detail.rstrip('.')}. Load its page again and send it once more."
    return detail


def _misunderstood(error: RequestValidationError) -> str:
    """Return which parts of a request make no sense, and why."""
    told = (f"{_named(one['loc'])}: {_reason(one)}" for one in error.errors()[:PARTS])
    return f"{'; '.join(told)}. Mend the address or the form, and ask again."


def _named(loc: tuple[str | int, ...]) -> str:
    return ".".join(str(part) for part in loc[1:]) or "request"


def _reason(one: dict[str, object]) -> str:
    if one["type"] == "missing":
        return "nothing was given, and it is needed"
    return "no file was chosen" if "Expected UploadFile" in str(one["msg"]) else str(one["msg"])
