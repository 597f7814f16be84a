"""Signing in and out."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from amity.web.door import COOKIE, SEE_OTHER
from amity.web.forms import Own, Text, back
from amity.web.language import say
from amity.web.rendering import page
from amity.web.roles import SIGN_IN

router = APIRouter()
WRONG, TOO_MANY = 400, 429


@router.get("/sign-in")
def form(request: Request, to: str = "/") -> Response:
    """Show the form."""
    return page(request, "signin.html", to=to, name="", error="")


@router.post("/sign-in", dependencies=[Own])
def signed_in(request: Request, name: Text = "", password: Text = "", to: Text = "/") -> Response:
    """Begin a session, or say that it was not to be; never whether the name or the password was wrong."""
    users, sessions, tries = request.app.state.users, request.app.state.sessions, request.app.state.tries
    address = request.client.host if request.client else ""
    if wait := tries.take(name, address):
        error = say("Too many failed tries. Try again in {n} minutes.").format(n=-(-wait // 60))
        answer = page(request, "signin.html", TOO_MANY, to=to, name=name, error=error)
        answer.headers["retry-after"] = str(wait)
        return answer
    user = users.enter(name, password)
    if user is None:
        return page(request, "signin.html", WRONG, to=to, name=name, error=say("Name or password is wrong."))
    tries.forgive(name, address)
    answer = back(request, to)
    answer.delete_cookie("amity_said")
    answer.set_cookie(
        COOKIE, sessions.begin(user.name, user.hash), httponly=True, samesite="strict", secure=request.app.state.secure, path="/"
    )  # fmt: skip
    return answer


@router.post("/sign-out", dependencies=[Own])
def signed_out(request: Request) -> Response:
    """End the session."""
    request.app.state.sessions.end(request.cookies.get(COOKIE, ""))
    answer = RedirectResponse(SIGN_IN, SEE_OTHER)
    answer.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")
    answer.headers["clear-site-data"] = '"cache"'
    return answer
