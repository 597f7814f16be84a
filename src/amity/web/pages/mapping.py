"""The base of maps, an image of its own that browsers keep."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from amity.errors import UsageError
from amity.web.maps import Frame, base_svg

router = APIRouter()
KEPT = "public, max-age=86400"


@router.get("/map.svg")
def base(request: Request, frame: str, boundaries: bool = True) -> Response:
    """Return land and boundaries of a frame: west, south, east and north in degrees."""
    ground = request.app.state.ground
    drawn = base_svg(_frame(frame), boundaries and ground.boundaries, ground.base)
    return Response(drawn, media_type="image/svg+xml", headers={"cache-control": KEPT})


def _frame(told: str) -> Frame:
    try:
        west, south, east, north = (float(one) for one in told.split(","))
    except ValueError as error:
        raise UsageError(f"map {told}: not a frame; give west,south,east,north in degrees") from error
    if not (-180 <= west < east <= 180 and -90 < south < north < 90):
        raise UsageError(f"map {told}: not a frame on earth; give west,south,east,north in degrees")
    return west, south, east, north
