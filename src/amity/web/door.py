"""The door: where a register has users, every page asks who one is, and what changes anything asks whether one may.

One middleware decides for all addresses, so that a page that is added later is behind it too.
"""

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from amity.errors import AmityError
from amity.web.rendering import failure
from amity.web.roles import LANGUAGE, SIGN_IN, may, needed
from amity.web.security import SAFE
from amity.web.sessions import Sessions
from amity.web.users import ROLES, User, Users

COOKIE = "amity_session"
OPEN = (SIGN_IN, "/static/")
"""What is shown to anyone."""
UNKNOWN, FORBIDDEN, SEE_OTHER, UNAVAILABLE = 401, 403, 303, 503


class Door:
    """ASGI middleware: lets signed-in users through as far as their role goes; without users, everyone, unless it is ``closed``."""

    def __init__(self, app: ASGIApp, users: Users, sessions: Sessions, closed: bool) -> None:
        self.app = app
        self.users = users
        self.sessions = sessions
        self.closed = closed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with its user, or send it to the door."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        await (self._answer(Request(scope)) or self.app)(scope, receive, send)

    def _answer(self, request: Request) -> Response | None:
        """Note who asks; return what is said at the door, nothing to who may go on."""
        request.state.user, request.state.role = "", ""
        try:
            known = bool(self.users.all()) or self.closed
            user = self._signed_in(request)
        except AmityError as error:
            return failure(request, UNAVAILABLE, str(error))
        request.state.user = user.name if user else ""
        request.state.role = user.role if user else "" if known else ROLES[-1]
        return _refusal(request, user) if known else None

    def _signed_in(self, request: Request) -> User | None:
        """Return the user of a session; another password ends those begun with the one before."""
        session = self.sessions.of(request.cookies.get(COOKIE, ""))
        user = self.users.called(session.name) if session else None
        return user if user and session and user.hash == session.hash else None


def _refusal(request: Request, user: User | None) -> Response | None:
    path, method = request.url.path, request.method
    if path in (SIGN_IN, LANGUAGE) or path.startswith(OPEN[1]):
        return None
    if user is None:
        return _unknown(request)
    if may(user.role, path, method):
        return None
    role = needed(method, path)
    return failure(request, FORBIDDEN, f"{user.name} is a {user.role}; this needs the role {role}. Ask who runs this register.")


def _unknown(request: Request) -> Response:
    path = request.url.path
    if path.startswith("/api/") or request.method not in SAFE:
        return failure(request, UNKNOWN, f"You are not signed in (or no longer). Sign in at {SIGN_IN}, then repeat what you did.")
    to = f"{path}?{request.url.query}" if request.url.query else path
    return RedirectResponse(f"{SIGN_IN}?{urlencode({'to': to})}" if to != "/" else SIGN_IN, SEE_OTHER)
