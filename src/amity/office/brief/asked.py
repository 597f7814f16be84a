"""What is asked of a brief, and how much of each kind it shows."""

import shlex
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple, TypeVar

from amity.office.brief.known import Known
from amity.office.brief.model import Left, Whose
from amity.office.sides import Side

OLD_POST = 24
"""Months after which a post may be another's by now: two years see a party congress, an election or a reshuffle in most countries."""
PARTNERS = 14
"""Ties of a brief on one party alone."""
PEOPLE, TIES, STAGES, TEXTS, PROMISES, ASKS, MEETINGS, COMING, WAYS, PROJECTS, DIFFERENCES, CLAIMS = 5, 6, 4, 8, 4, 6, 5, 2, 4, 4, 3, 3
"""Lines of each kind at most, so that four pages hold them all; persons and promises of each side, stages of a tie."""

One = TypeVar("One")


class Asked(NamedTuple):
    """The register as of a day, the two sides (the other may be None: all), and what is left out so far.

    ``things`` are the numbers of the things between the sides by layer, the latest first.
    """

    known: Known
    one: Side
    other: Side | None
    left: list[Left]
    things: dict[str, list[int]]

    def kept(self, section: str, found: Sequence[One], most: int, command: str) -> tuple[One, ...]:
        """Return the first lines of a section; what is left out is noted with the command that lists it."""
        if len(found) > most:
            self.left.append(Left(section=section, shown=most, total=len(found), command=f"amity {command}"))
        return tuple(found[:most])

    def listing(self, name: str, *options: str) -> str:
        """Return the command that lists everything of a kind between the sides."""
        sides = [word for side in (self.one, self.other) if side for word in ("--party", side.id or side.asked)]
        return shlex.join([name, *sides, *options])

    def whose(self, by: Collection[int]) -> Whose:
        """Return which side acts."""
        ours = bool(self.one.numbers & set(by))
        theirs = bool(self.other.numbers & set(by)) if self.other else bool(set(by) - self.one.numbers)
        return "both" if ours and theirs else "one" if ours else "other"


def base(row: dict[str, Any], cited: dict[int, Any]) -> dict[str, Any]:
    """Return what all lines share, of a thing's row and the evidence of all."""
    return {
        "id": row["id"], "label": row["label"], "state": row["state"], "confidence": row["confidence"], "citations": cited[row["number"]],
    }  # fmt: skip
