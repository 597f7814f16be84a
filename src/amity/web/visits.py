"""When somebody was here before: a cookie keeps the day of this visit and of the last one on another day."""

from datetime import date

from fastapi import Request, Response

from amity.matching.days import span

COOKIE = "amity_days"
KEPT = 400 * 24 * 3600
"""Seconds that the cookie is kept."""


def last_visit(request: Request, today: date) -> str:
    """Return the last day before today on which this browser was here (ISO 8601), or nothing on the first."""
    this, _, before = request.cookies.get(COOKIE, "").partition("|")
    return next((one for one in (this, before) if len(one) == len("2026-01-01") and span(one) and one < today.isoformat()), "")


def note_visit(request: Request, answer: Response, today: date) -> None:
    """Let the browser keep that it was here today."""
    told = f"{today.isoformat()}|{last_visit(request, today)}"
    secure = bool(request.app.state.secure)
    answer.set_cookie(COOKIE, told, max_age=KEPT, httponly=True, samesite="strict", secure=secure)
