"""One thing, tie or conflict: what is known of it, and every report's words."""

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from amity.register.queries.details import show
from amity.web.asking import Connected
from amity.web.rendering import page

router = APIRouter()


@router.get("/things/{public}")
def shown(request: Request, public: str, connection: Connected) -> Response:
    """Show a thing by its public id; an id that was merged leads to the one that it became."""
    told = show(connection, public)
    if told["id"] != public:
        return RedirectResponse(f"/things/{told['id']}", 302)
    return page(request, "thing.html", told=told)


@router.get("/api/things/{public}")
def told(public: str, connection: Connected) -> Response:
    """Return all that is known of a thing."""
    return JSONResponse(show(connection, public))
