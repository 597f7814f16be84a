"""Who is at the pages: without users, whoever runs the server."""

from fastapi import Request

from amity.settings import login


def author(request: Request) -> str:
    """Return the name under which decisions are logged."""
    return str(getattr(request.state, "user", "")) or login()
