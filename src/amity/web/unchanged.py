"""Answers that need not be made again: each is named by the last number of the log, and asked for by that name it is not sent."""

import hashlib
from pathlib import PurePosixPath

from sqlalchemy import func, select
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from amity import __version__
from amity.office.days import day
from amity.register import Register
from amity.register.tables import log
from amity.web.security import SECRET

MOVING = ("/static/", "/add", "/import", "/sign-in")
"""Addresses whose answer depends on more than the register: files of the program, orders and previews."""
DATA = (".json", ".jsonl", ".csv")
NOT_MODIFIED = 304


class Unchanged:
    """ASGI middleware: gives answers an ETag, and 304 to who has them already (RFC 9110, 13.1.2)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 304, or pass the request on and name the answer."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or scope["path"].startswith(MOVING):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        tag = await run_in_threadpool(_tag, request)
        headers = {"etag": tag, "cache-control": "private, no-cache", "vary": "Cookie"}
        if tag in [one.strip() for one in request.headers.get("if-none-match", "").split(",")]:
            await Response(status_code=NOT_MODIFIED, headers=headers)(scope, receive, send)
            return

        async def named(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                told = MutableHeaders(scope=message)
                for name, value in headers.items():
                    told.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, named)


def _tag(request: Request) -> str:
    """Return the name of an answer: of data by the register and the version alone; of a page also by whom it is shown to, and the day."""
    register: Register = request.app.state.register
    with register.reading() as connection:
        last = connection.scalar(select(func.max(log.c.number))) or 0
    data = request.url.path.startswith("/api/") or PurePosixPath(request.url.path).suffix in DATA
    told = "" if data else "|".join((_whose(request), day(None).isoformat(), SECRET.hex()))
    kept = hashlib.sha256(f"{register.path.resolve()}|{__version__}|{told}".encode()).hexdigest()[:16]
    return f'W/"{last}-{kept}"'


def _whose(request: Request) -> str:
    return "|".join(request.headers.get(name, "") for name in ("cookie", "accept-language", "accept")) + f"|{request.state.role}"
