"""What is left of a thing when only facts count that a person confirmed, corrected or entered."""

from typing import Any

from amity.errors import UsageError
from amity.register.queries.listing import CHECKED

RESTING = ("history", "posts", "ties", "answers", "answered_by", "reports", "facts")
"""Parts whose entries each rest on one fact, which has a state."""


def checked(told: dict[str, Any]) -> dict[str, Any]:
    """Return what is shown of a thing, tie, conflict or document without what nobody has checked.

    Of follow-through what people assessed stays, of conflicts all claims. Raise UsageError where nothing is left.
    """
    kept = {name: _resting(value) if name in RESTING else value for name, value in told.items()}
    if "follow_through" in kept:
        kept["follow_through"] = [one for one in kept["follow_through"] if one.get("by") != "machine"]
    told_of = kept.get("claims") or kept.get("facts") or ()
    if kept.get("state") not in CHECKED and not any(one.get("state") in CHECKED for one in told_of):
        raise UsageError(f"{told['id']}: nobody has checked it; leave out --checked-only, or decide with `amity confirm {told['id']}`")
    return {name: value for name, value in kept.items() if value != []}


def _resting(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for one in entries if one.get("state") in CHECKED]
