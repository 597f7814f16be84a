"""The application: one register, its pages, its static files, and what guards them."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from amity import __version__
from amity.errors import AmityError
from amity.register import open_register
from amity.web.describing import openapi
from amity.web.door import Door
from amity.web.failing import Calm, failed
from amity.web.grounds import Ground
from amity.web.language import Spoken
from amity.web.pages import ROUTERS
from amity.web.pages.lists import MOST
from amity.web.rendering import STATIC
from amity.web.security import Guard
from amity.web.sessions import Sessions, Tries
from amity.web.unchanged import Unchanged
from amity.web.users import Users
from amity.web.work import Desk

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""Names by which a browser on the same machine asks for the pages."""
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
    for wrong in (AmityError, HTTPException, RequestValidationError):
        app.add_exception_handler(wrong, failed)
    app.state.ground = ground or Ground()
    app.openapi = lambda: openapi(MOST)  # type: ignore[method-assign]
    app.state.secure, app.state.tries = secure, Tries()
    app.state.users, app.state.sessions = Users(path), Sessions()
    app.add_middleware(Unchanged)
    app.add_middleware(Door, users=app.state.users, sessions=app.state.sessions, closed=closed)
    app.add_middleware(Calm)
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
