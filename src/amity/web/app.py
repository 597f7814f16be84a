"""The application: one register, its pages, its static files, and what guards them."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from amity import __version__
from amity.errors import AmityError, RegisterError, UsageError
from amity.register import open_register
from amity.web.describing import openapi
from amity.web.door import Door
from amity.web.grounds import Ground
from amity.web.language import Spoken
from amity.web.pages import ROUTERS
from amity.web.pages.lists import MOST
from amity.web.rendering import STATIC, failure
from amity.web.security import Guard
from amity.web.sessions import Sessions, Tries
from amity.web.unchanged import Unchanged
from amity.web.users import Users
from amity.web.work import Desk

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""Names by which a browser on the same machine asks for the pages."""
NOT_FOUND, WRONG, BROKEN = 404, 400, 500
SMALL, QUICK = 1024, 4
"""Bytes below which an answer is sent as it is; a level of gzip that takes a few milliseconds for the largest page."""


def create_app(
    path: Path,
    *,
    hosts: tuple[str, ...] = LOOPBACK,
    secure: bool = False,
    closed: bool = False,
    origins: tuple[str, ...] = (),
    ground: Ground | None = None,
) -> FastAPI:
    """Return the application for the register in a file; it answers only when asked for by one of the hosts' names.

    ``secure``: browsers reach it by HTTPS, so that cookies go by nothing else. ``closed``: without users nobody is let in.
    ``origins``: sites whose pages may read (never change) what anyone may read. ``ground``: what maps are drawn on.
    """
    app = FastAPI(
        title="Amity", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json", lifespan=_opened(path)
    )
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for router in ROUTERS:
        app.include_router(router)
    app.add_exception_handler(AmityError, _failed)
    app.add_exception_handler(HTTPException, _failed)
    app.state.ground = ground or Ground()
    app.add_exception_handler(RequestValidationError, _failed)
    app.add_exception_handler(Exception, _broken)
    app.openapi = lambda: openapi(MOST)  # type: ignore[method-assign]
    app.state.secure, app.state.tries = secure, Tries()
    app.state.users, app.state.sessions = Users(path), Sessions()
    app.add_middleware(Unchanged)
    app.add_middleware(Door, users=app.state.users, sessions=app.state.sessions, closed=closed)
    app.add_middleware(Spoken)
    if origins:
        exposed = ("ETag", "Link", "Content-Disposition")
        app.add_middleware(CORSMiddleware, allow_origins=origins, allow_methods=["GET"], expose_headers=exposed)
    app.add_middleware(GZipMiddleware, minimum_size=SMALL, compresslevel=QUICK)
    app.add_middleware(Guard, hosts=hosts, secure=secure)
    return app


def _opened(path: Path) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def opened(app: FastAPI) -> AsyncIterator[None]:
        with open_register(path) as register:
            app.state.register = register
            app.state.desk = Desk(register)
            app.state.lists = {}
            app.state.desk.start()
            yield
            app.state.desk.stop()

    return opened


def _failed(request: Request, error: Exception) -> Response:
    """Return the page, or the object, that says what went wrong and what to do."""
    if isinstance(error, HTTPException):
        return failure(request, error.status_code, str(error.detail))
    if isinstance(error, RequestValidationError):
        return failure(request, WRONG, _misunderstood(error))
    status = WRONG if isinstance(error, UsageError) else BROKEN if isinstance(error, RegisterError) else WRONG
    return failure(request, status, str(error))


def _misunderstood(error: RequestValidationError) -> str:
    """Return which parts of a request make no sense, and why."""
    told = (f"{'.'.join(str(part) for part in one['loc'][1:]) or 'request'}: {one['msg']}" for one in error.errors()[:3])
    return f"{'; '.join(told)}. Mend the address or the form, and ask again."


def _broken(request: Request, error: Exception) -> Response:
    """Return the page, or the object, of a mistake of the program's own; what it is stands in the server's messages alone."""
    return failure(request, BROKEN, "This is a mistake of Amity's own, told in the server's messages. Go on elsewhere.")
