"""What an import of a list would enter: its rows as records, told apart by their keys, with every problem before anything is written."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec

from amity.gazetteer.folding import fold
from amity.office.lists.days import Order
from amity.office.lists.grid import one_line
from amity.office.lists.heading import Headed
from amity.office.lists.mapping import Mapped, Mapper, Passed, Problem


class Plan(msgspec.Struct, frozen=True):
    """The rows of a list: those to enter, those that say the same as one above, those that are none, and what is wrong."""

    headed: Headed
    rows: tuple[Mapped, ...]
    repeated: dict[int, int]
    """The row that each repeated one says the same as."""
    passed: tuple[Passed, ...]
    problems: tuple[Problem, ...]


def planned(headed: Headed, home: Sequence[str], dates: Order | None = None) -> Plan:
    """Map all rows of a list; nothing is raised, all problems are gathered."""
    mapper = Mapper(headed, home, dates)
    rows: list[Mapped] = []
    passed: list[Passed] = []
    problems: list[Problem] = []
    for row in mapper.rows:
        match mapper.map(row):
            case Mapped() as mapped:
                rows.append(mapped)
            case Passed() as one:
                passed.append(one)
            case list() as wrong:
                problems += wrong
    repeated, contradicting = _compared(rows, headed)
    wrong_rows = {one.row for one in contradicting}
    kept = tuple(one for one in rows if one.row not in repeated and one.row not in wrong_rows)
    return Plan(headed, kept, repeated, tuple(passed), tuple(sorted([*problems, *contradicting], key=lambda one: one.row)))


def _compared(rows: Sequence[Mapped], headed: Headed) -> tuple[dict[int, int], list[Problem]]:
    """Return the rows that repeat another, and those that contradict one with the same key."""
    groups: dict[str, list[Mapped]] = defaultdict(list)
    for one in rows:
        groups[one.key].append(one)
    repeated: dict[int, int] = {}
    problems: list[Problem] = []
    for ones in groups.values():
        first = ones[0]
        for other in ones[1:]:
            if _said(other) == _said(first):
                repeated[other.row] = first.row
            else:
                problems += [Problem(one.row, None, _contradiction(headed, one, two)) for one, two in ((first, other), (other, first))]
    return repeated, list(dict.fromkeys(problems))


def _said(one: Mapped) -> tuple[str, str]:
    """Return what a row says, in one spelling."""
    return fold(str(sorted((name, value) for name, value in one.fields.items() if value))), fold(one.note)


def _contradiction(headed: Headed, one: Mapped, other: Mapped) -> str:
    named = next(names for names, key in zip(headed.profile.keys, one.keys, strict=True) if key is not None)
    columns = ", ".join(headed.column(name) if name in headed.places else name for name in named)
    fields = [name for name in {**one.fields, **other.fields} if one.fields.get(name) != other.fields.get(name)]
    differing = "; ".join(f"{name} {_shown(one.fields.get(name))} here, {_shown(other.fields.get(name))} there" for name in fields)
    return (
        f"it is the same as row {other.row} by {columns}, and says otherwise: {differing or 'the notes differ'}; "
        "mend or remove one of them, or tell them apart by another column (keys in the profile)"
    )


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return one_line(value) if value is not None else "nothing"
