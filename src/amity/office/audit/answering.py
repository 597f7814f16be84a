"""Answers of a filled-in sheet, checked row by row and kept in the log."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection

from amity.errors import UsageError
from amity.matching import point
from amity.model.judgement import Member, Pointer
from amity.office.audit.sampling import DIMENSIONS, facts_query, kind_named, mark, strata_of, stratum_of
from amity.office.audit.sheets import COLUMNS
from amity.office.lists.books import open_book
from amity.office.lists.grid import Sheet, letters, one_line
from amity.register import Register, ids
from amity.register.facts import kept_reading
from amity.register.queries.listing import LISTINGS
from amity.register.tables import members

Answer = Literal["right", "wrong", "unsure"]
ANSWERS: dict[str, Answer] = {"right": "right", "r": "right", "wrong": "wrong", "w": "wrong", "unsure": "unsure", "u": "unsure"}
"""What may stand in a sheet, and what it means."""
NEEDED = ("fact", "answer", "sample")
MOST_TOLD = 8
"""Problems of a sheet that one message tells."""
DECIDED: dict[Answer, Literal["confirm", "reject"]] = {"right": "confirm", "wrong": "reject"}


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """What a coder says of one fact (its mark): right, wrong or unsure, and why; ``row`` is where a sheet says so."""

    fact: str
    answer: Answer
    note: str = ""
    row: int | None = None


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """The answers of one sheet, for a sample of a kind stratified by a dimension."""

    kind: str
    by: str | None
    given: tuple[Answered, ...]


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What was written: the numbers of the judgements in the log, the first that of the audit, and how many answers of each there are."""

    numbers: tuple[int, ...]
    right: int
    wrong: int
    unsure: int


def answers_of(path: Path) -> Answers:
    """Return the answers of a sheet (CSV or Excel); raise UsageError that names rows and columns for one that is not whole."""
    sheets = [one for one in open_book(path).sheets if one.rows]
    if not sheets:
        raise UsageError(f"{path}: an empty sheet; make one with `amity audit --kind KIND --output FILE`")
    found = _Rows(path, sheets[0])
    found.refuse()
    kind, _, rest = found.sample.partition("/")
    by = rest.split("/")[0]
    if by not in (*DIMENSIONS, "all"):
        raise UsageError(f"{path}: column sample: {found.sample!r} names no sample; leave that column as it was made")
    return Answers(kind=kind_named(kind), by=None if by == "all" else by, given=tuple(found.given.values()))


class _Rows:
    """The rows of a sheet, and what is wrong with them."""

    def __init__(self, path: Path, sheet: Sheet) -> None:
        self.path = path
        self.problems: list[str] = []
        self.given: dict[str, Answered] = {}
        self.at: dict[str, int] = {}
        self.empty: list[int] = []
        self.sample = ""
        head, *rows = sheet.rows
        titles = [one_line(cell).casefold() for cell in head.cells]
        self.place = {column.name: titles.index(column.title) for column in COLUMNS if column.title in titles}
        if missing := [name for name in NEEDED if name not in self.place]:
            raise UsageError(f"{path}: row {head.number}: no column {', '.join(missing)}; keep the columns as they were made")
        for row in rows:
            self._read(row.number, {name: _cell(row.cells, at) for name, at in self.place.items()})

    def _where(self, row: int, column: str) -> str:
        return f"row {row}, column {letters(self.place[column])} ({column})"

    def _read(self, number: int, row: dict[str, str]) -> None:
        answer = ANSWERS.get(row["answer"].casefold())
        if not row["fact"]:
            self.problems.append(f"{self._where(number, 'fact')}: no fact; leave that column as it was made")
        elif not row["answer"]:
            self.empty.append(number)
        elif answer is None:
            self.problems.append(f"{self._where(number, 'answer')}: {row['answer']!r} is no answer; write right, wrong or unsure")
        else:
            self._keep(number, Answered(fact=row["fact"], answer=answer, note=row.get("note", ""), row=number))
        if self.sample and row["sample"] != self.sample:
            self.problems.append(f"{self._where(number, 'sample')}: {row['sample']!r}, above {self.sample!r}; one sample a sheet")
        self.sample = self.sample or row["sample"]

    def _keep(self, number: int, one: Answered) -> None:
        before = self.given.setdefault(one.fact, one)
        if before.answer != one.answer:
            first = self.at[one.fact]
            self.problems.append(
                f"{self._where(number, 'answer')}: {one.answer}, but row {first} says {before.answer} of the same fact; keep one"
            )
        self.at.setdefault(one.fact, number)

    def refuse(self) -> None:
        """Raise UsageError with what is wrong, if anything is."""
        told = self.problems[:MOST_TOLD]
        if self.empty:
            rows = ", ".join(map(str, self.empty[:MOST_TOLD])) + (" …" if len(self.empty) > MOST_TOLD else "")
            told.append(f"column {letters(self.place['answer'])} (answer): empty in row {rows}; answer them, or delete these rows")
        if more := len(self.problems) - MOST_TOLD:
            told += [f"and {more} more"] if more > 0 else []
        if told:
            raise UsageError(f"{self.path}: {'; '.join(told)}")
        if not self.given:
            raise UsageError(f"{self.path}: no answers; fill in the column answer")


def _cell(cells: Sequence[Any], at: int) -> str:
    return one_line(cells[at]).strip().removeprefix("'") if at < len(cells) and cells[at] is not None else ""


def take(
    register: Register, kind: str, given: Iterable[Answered], *, by: str | None = None, coder: str = "", decide: bool = False
) -> Taken:
    """Keep answers in the log, one entry for all; with ``decide`` what is right is confirmed and what is wrong rejected.

    Raises UsageError for facts that the register does not have; then nothing is kept.
    """
    answers = list(given)
    with register.reading() as connection:
        pointers, strata = _pointers(connection, kind, by, answers)
        sizes = strata_of(connection, kind, by)
    told = [
        {"answer": one.answer, "note": one.note, "stratum": stratum} for one, stratum in zip(answers, strata, strict=True)
    ]  # fmt: skip
    value = {"by": by, "sizes": sizes, "answers": told}
    numbers = [register.judge("audit", pointers, field=kind, value=value, by=coder).number]
    for answer, judgement in DECIDED.items() if decide else ():
        if meant := [pointer for pointer, one in zip(pointers, answers, strict=True) if one.answer == answer]:
            numbers.append(register.judge(judgement, meant, by=coder, note=f"audit {numbers[0]}").number)
    counted = Counter(one.answer for one in answers)
    return Taken(numbers=tuple(numbers), right=counted["right"], wrong=counted["wrong"], unsure=counted["unsure"])


def _pointers(connection: Connection, kind: str, by: str | None, answers: Sequence[Answered]) -> tuple[list[Pointer], list[str]]:
    """Return where the facts stand, and the stratum of each."""
    found, strata, unknown = [], [], []
    for one in answers:
        known = _known(connection, kind, one.fact)
        if known is None:
            unknown.append(f"row {one.row} {one.fact}" if one.row else one.fact)
        else:
            found.append(known[0])
            strata.append(stratum_of(connection, by, known[1]))
    if unknown:
        named = ", ".join(unknown[:MOST_TOLD]) + (" …" if len(unknown) > MOST_TOLD else "")
        raise UsageError(
            f"column fact: {named}: no such fact among {kind}; was it edited, or read anew? Delete these rows, or draw a new sample"
        )
    return found, strata


def _known(connection: Connection, kind: str, fact: str) -> tuple[Pointer, int] | None:
    """Return where the fact of a mark stands, and the number of its row; None for a mark of no fact of that kind."""
    public, _, digest = fact.partition(".")
    if not digest or not ids.is_public(public):
        return None
    try:
        thing = ids.find(connection, public)
    except UsageError:
        return None
    if thing.layer != LISTINGS[kind].layer:
        return None
    for row in connection.execute(facts_query().where(members.c.thing == thing.number)):
        pointer = point(kept_reading(connection, row.reading), Member(row.document, row.layer, row.local))
        if mark(public, pointer) == fact:
            return pointer, row.number
    return None
