"""Instruments in force or in preparation between the sides, what ends next before all else."""

from collections.abc import Collection
from typing import Any

from amity.office.brief.asked import TEXTS, Asked, base
from amity.office.brief.model import Text
from amity.office.days import last_day
from amity.office.standing import ENDED, status_on, successors

PREPARED = ("proposed", "negotiating", "agreed_to_sign")
"""Statuses of an instrument that is not concluded yet."""
FAR = "9999"
"""Sorts after every day."""


def texts(asked: Asked) -> tuple[Text, ...]:
    """Return the instruments between the sides that hold or are prepared, the next to end first; those that have ended are left out.

    That a period is over and no report says more is derived (``ended``) and says what was searched.
    """
    rows = asked.known.rows("instruments", asked.things["instruments"])
    numbers = [row["number"] for row in rows]
    status = status_on(asked.known.connection, numbers, asked.known.until)
    followed = successors(asked.known.connection, numbers, asked.known.until)
    rows = [row for row in rows if status[row["number"]] not in ENDED and not followed.get(row["number"])]
    rows.sort(key=lambda row: row["day"], reverse=True)
    rows.sort(key=lambda row: _rank(asked, row, status))
    shown = asked.kept("texts", rows, TEXTS, asked.listing("instruments"))
    numbers = [row["number"] for row in shown]
    cited, parties = asked.known.cited(numbers), asked.known.parties(numbers, "party")
    return tuple(_text(asked, row, status[row["number"]], base(row, cited), parties[row["number"]]) for row in shown)


def _rank(asked: Asked, row: dict[str, Any], status: dict[int, str]) -> tuple[int, str]:
    """Return the place of an instrument: what ends next, what holds without an end, what is prepared, whose period is over."""
    end = last_day(row["ends"])
    if end is None:
        return (3 if status[row["number"]] in PREPARED else 1 if row["concluded"] else 2), FAR
    return (0, end.isoformat()) if end >= asked.known.day else (4, FAR)


def _text(asked: Asked, row: dict[str, Any], status: str, shared: dict[str, Any], parties: tuple[Any, ...]) -> Text:
    end = last_day(row["ends"])
    days = (end - asked.known.day).days if end else None
    ended = days is not None and days < 0
    last = max((one.day for one in shared["citations"]), default="")
    return Text(
        **shared, kind=row["kind"], status=status, signed_on=row["signed_on"] or "", begins=row["begins"] or "", ends=row["ends"] or "",
        parties=parties, days=days, ended=ended, searched=asked.known.library.after(last) if ended else None,
    )  # fmt: skip


def concluded(asked: Asked, numbers: Collection[int]) -> list[dict[str, Any]]:
    """Return the instruments between the sides of which a report tells the act of concluding."""
    return [row for row in asked.known.rows("instruments", numbers) if row["concluded"]]
