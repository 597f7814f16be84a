"""What each role may do: the one rule for the door, which refuses, and for the pages, which show a form to nobody whom it would refuse."""

from amity.web.security import SAFE
from amity.web.users import ROLES, Role

SIGN_IN, SIGN_OUT = "/sign-in", "/sign-out"
LANGUAGE = "/language"
"""Where anybody chooses in which language the pages speak."""


def needed(method: str, path: str) -> Role:
    """Return the role that a request needs."""
    if method in SAFE or path in (SIGN_OUT, LANGUAGE):
        return "reader"
    return "admin" if path.startswith("/settings") else "reviewer"


def may(role: str, path: str, method: str = "POST") -> bool:
    """Return whether a role goes as far as a request; none goes nowhere. By itself: whether it may send a form to an address."""
    return role in ROLES and ROLES.index(role) >= ROLES.index(needed(method, path))
