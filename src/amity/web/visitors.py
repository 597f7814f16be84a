"""Who is at the pages: without users, whoever runs the server."""

import getpass

from fastapi import Request


def author(request: Request) -> str:
    """Return the name under which decisions are logged."""
    return str(getattr(request.state, "user", "")) or _login()


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user without a name
        return "unknown"
