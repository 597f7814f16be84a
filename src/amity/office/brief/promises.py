"""What the sides promised and asked of each other, and what came of it as far as reports tell."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from amity.office.brief.asked import ASKS, PROMISES, Asked, base
from amity.office.brief.model import Ask, FollowUp, Promise, Reply
from amity.office.brief.phrases import UNSURE
from amity.office.citations import Citation
from amity.office.days import last_day
from amity.office.sides import statements_between
from amity.office.standing import Followed, followed, is_open
from amity.register.tables import answers

REQUEST = 2
"""Force of what is asked for; a hope (1) comes after it."""
Row = dict[str, Any]


def said(asked: Asked) -> list[int]:
    """Return the numbers of all statements that the sides make to each other, the latest first."""
    there = statements_between(asked.known.connection, asked.one, asked.other)
    return list(dict.fromkeys([*there, *statements_between(asked.known.connection, asked.other, asked.one)]))


def promises(asked: Asked, rows: Sequence[Row]) -> tuple[Promise, ...]:
    """Return the open commitments of each side and of both, those with a day or news first, then the most exact, surest, latest.

    Silence is no failure: a promise of which no later report tells says which reports were searched.
    """
    made = [row for row in rows if row["kind"] == "commitment"]
    told = followed(asked.known.connection, [row["number"] for row in made], asked.known.until)
    made = [row for row in made if is_open(told[row["number"]])]
    made.sort(key=lambda row: (row["day"], row["number"]), reverse=True)
    made.sort(
        key=lambda row: (
            not row["due"],
            not told[row["number"]],
            row["specificity"] != "measurable",
            bool(row["conditional"]),
            row["confidence"] == UNSURE,
        )
    )
    by = asked.known.actors_in([row["number"] for row in made], "by")
    shown: list[Row] = []
    for whose in ("one", "other", "both"):
        own = [row for row in made if asked.whose(by[row["number"]]) == whose]
        shown += asked.kept(f"promises {whose}", own, PROMISES, asked.listing("commitments", "--status", "open"))
    numbers = [row["number"] for row in shown]
    cited, who = asked.known.cited(numbers), (asked.known.parties(numbers, "by"), asked.known.parties(numbers, "to"))
    return tuple(_promise(asked, row, base(row, cited), told[row["number"]], by[row["number"]], who) for row in shown)


def _promise(asked: Asked, row: Row, shared: Row, told: Sequence[Followed], by: set[int], who: tuple[Any, Any]) -> Promise:
    due = last_day(row["due"])
    last = max([one.day for one in shared["citations"]] + [one.told for one in told], default="")
    return Promise(
        **shared, side=asked.whose(by), by=who[0][row["number"]], to=who[1][row["number"]], day=row["day"], force=row["force"],
        conditional=row["conditional"], due=row["due"] or "", days=(due - asked.known.day).days if due else None,
        status=told[-1].status if told else "not_assessed", follow=tuple(_follow(asked, one) for one in told[-1:]),
        searched=asked.known.library.after(last),
    )  # fmt: skip


def _follow(asked: Asked, one: Followed) -> FollowUp:
    cited: tuple[Citation, ...] = ()
    if one.document:
        found = Citation(
            document=one.document, path=one.path, start=one.start, end=one.end, quote=one.quote, day=one.told, publisher=one.publisher,
            url=one.url,
        )  # fmt: skip
        cited = (asked.known.source(found),)
    return FollowUp(status=one.status, as_of=one.as_of or "", by=one.by, self_reported=one.self_reported, citations=cited)


def asks(asked: Asked, rows: Sequence[Row]) -> tuple[Ask, ...]:
    """Return what each side asked of the other, requests before hopes, the latest first, with the answers that are known."""
    made = [row for row in rows if row["kind"] == "request"]
    made.sort(key=lambda row: (row["day"], row["number"]), reverse=True)
    replies = _replies(asked, [row["number"] for row in made])
    made.sort(key=lambda row: row["force"] != REQUEST and not replies.get(row["number"]))
    shown = asked.kept("asks", made, ASKS, asked.listing("requests"))
    numbers = [row["number"] for row in shown]
    by = asked.known.actors_in(numbers, "by")
    cited, who = asked.known.cited(numbers), (asked.known.parties(numbers, "by"), asked.known.parties(numbers, "to"))
    return tuple(
        Ask(
            **base(row, cited), side=asked.whose(by[row["number"]]), by=who[0][row["number"]], to=who[1][row["number"]], day=row["day"],
            force=row["force"], replies=tuple(_reply(asked, *one) for one in replies.get(row["number"], ())[:2]),
            searched=asked.known.library.after(row["last"]),
        )
        for row in shown
    )  # fmt: skip


def _replies(asked: Asked, numbers: Sequence[int]) -> dict[int, list[tuple[Row, bool]]]:
    """Return the statements that answer each ask, and whether the register proposes the link (else one report tells both)."""
    links = asked.known.connection.execute(select(answers).where(answers.c.ask.in_(numbers)).order_by(answers.c.reply)).all()
    rows = {row["number"]: row for row in asked.known.rows("statements", sorted({link.reply for link in links}))}
    found: dict[int, list[tuple[Row, bool]]] = {}
    for link in links:
        if link.reply in rows:
            found.setdefault(link.ask, []).append((rows[link.reply], link.score > 0))
    return found


def _reply(asked: Asked, row: Row, proposed: bool) -> Reply:
    return Reply(**base(row, asked.known.cited([row["number"]])), day=row["day"], force=row["force"], proposed=proposed)
