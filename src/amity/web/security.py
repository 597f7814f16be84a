"""What guards the pages: who may ask (host), what a page may load (policy), and what may change anything (origin and token)."""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from amity.office.sentences import sentences
from amity.office.words import Language
from amity.web.language import asked

POLICY = "; ".join(
    (
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
        "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    )
)  # fmt: skip
"""Content Security Policy (W3C CSP 3): nothing from elsewhere, nothing inline, so that no report's words can run."""
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
MOST_SENT = 100 * 1024 * 1024
"""Bytes of one request: a few hundred reports; more go by `amity add`."""
REFUSED = 403
SAFE = ("GET", "HEAD", "OPTIONS")
COOKIE = "amity_visit"
SECRET = secrets.token_bytes(32)
"""Signs the tokens of forms; a new one with each start, so that an old page asks to be loaded again."""


class Guard:
    """ASGI middleware: refuses foreign hosts and origins, and adds the headers that every answer has."""

    def __init__(self, app: ASGIApp, hosts: Sequence[str], secure: bool = False) -> None:
        self.app = app
        self.hosts = frozenset(one.lower() for one in hosts)
        self.secure = secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if reason := self._refused(scope["method"], headers):
            await _refusal(scope["path"], reason, asked(headers))(scope, receive, send)
            return
        if scope["method"] == "HEAD":
            scope = {**scope, "method": "GET"}  # answered as a GET is; the server leaves the body out
        visit = Request(scope).cookies.get(COOKIE) or secrets.token_urlsafe(24)
        scope.setdefault("state", {})["visit"] = visit

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    told[name] = value
                if f"{COOKIE}=" not in headers.get("cookie", ""):
                    told.append("set-cookie", f"{COOKIE}={visit}; Path=/; HttpOnly; SameSite=Strict{'; Secure' if self.secure else ''}")
            await send(message)

        await self.app(scope, receive, answer)

    def _refused(self, method: str, headers: Headers) -> str:
        """Return why a request is refused, or nothing."""
        host = headers.get("host", "")
        if _name(host).lower() not in self.hosts:
            return f"This register is not called {host!r}: open it by the address that `amity serve` printed.\n"
        if method in SAFE:
            return ""
        origin = headers.get("origin")
        if headers.get("sec-fetch-site") not in (None, "same-origin") or (origin and urlsplit(origin).netloc != host):
            return "A page of another site asked for a change: refused. Use the register's own pages.\n"
        if "charset" in headers.get("content-type", "").lower() and "utf-8" not in headers["content-type"].lower():
            return "Forms are read as UTF-8 alone. Use the register's own pages.\n"
        length = headers.get("content-length", "")
        if not length.isdecimal() or int(length) > MOST_SENT:
            return f"Too much at once: {MOST_SENT // 2**20} MB at most; add more with `amity add`.\n"
        return ""


def _refusal(path: str, reason: str, language: Language) -> Response:
    if path.startswith("/api/"):
        return JSONResponse({"error": {"status": REFUSED, "message": reason.strip()}}, REFUSED, HEADERS)
    return PlainTextResponse(sentences(language).again(reason), REFUSED, HEADERS)


def _name(host: str) -> str:
    """Return a Host header without its port."""
    return host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() and not host.endswith("]") else host


def token(visit: str) -> str:
    """Return the token that the forms of one visitor carry."""
    return hmac.new(SECRET, visit.encode(), hashlib.sha256).hexdigest()


def is_own(visit: str, given: str) -> bool:
    """Return whether a form's token is that of its visitor."""
    return hmac.compare_digest(token(visit).encode(), given.encode(errors="replace"))
