"""The language of the pages: chosen in the header of each, kept in a cookie."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from amity.errors import UsageError
from amity.web.forms import Own, Text, back
from amity.web.language import COOKIE, OWN_NAMES, YEAR, known

router = APIRouter()


@router.post("/language", dependencies=[Own])
def chosen(request: Request, language: Text = "", to: Text = "/") -> Response:
    """Speak a language from now on, and go back to where one was."""
    found = known(language)
    if found is None:
        raise UsageError(f"language {language!r}: the pages speak {', '.join(OWN_NAMES.values())}; choose one at the top of a page")
    answer = back(request, to)
    answer.delete_cookie("amity_said", httponly=True, samesite="strict", secure=request.app.state.secure)
    answer.set_cookie(COOKIE, found, max_age=YEAR, httponly=True, samesite="strict", secure=request.app.state.secure)
    return answer
