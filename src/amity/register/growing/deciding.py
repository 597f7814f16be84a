"""What people decided about ties: it stands with what reports say of them, as ``signs`` of which a tie is made."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import bindparam, update

from amity.matching.judging import TIES
from amity.model.judgement import Judgement, Member
from amity.model.register import Tie
from amity.register.growing.state import State
from amity.register.log import STATES
from amity.register.lookup import picked
from amity.register.working import signs

Corrections = Mapping[str, Mapping[str, Any]]
"""Number of the judgement → the field that it sets, and to what."""
NONE: dict[str, Any] = {"state": None, "judged": None, "corrections": None}
_JUDGED = picked(signs.c.number, signs.c.judged)
_PLACED = picked(signs.c.number, signs.c.document, signs.c.local, signs.c.one, signs.c.other)


def mark(state: State, named: Mapping[str, int], decided: Mapping[Member, Iterable[Judgement]]) -> None:
    """Write what the judgements in force say of the signs of documents (id → number); of judgements at hand these are all."""
    before = {row.number for row in state.rows(_JUDGED, signs.c.document, named.values()) if row.judged is not None}
    meant = {(named[member.document], member.local): ones for member, ones in decided.items() if member.layer == TIES}
    if not before and not meant:
        return
    rows = state.rows(_PLACED, signs.c.document, named.values())
    marked = {row.number: _values(meant[row.document, row.local]) for row in rows if (row.document, row.local) in meant}
    changed = {**dict.fromkeys(before, NONE), **marked}
    change = update(signs).where(signs.c.number == bindparam("here"))
    state.connection.execute(change, [{"here": number, **values} for number, values in sorted(changed.items())])
    state.pairs |= {(min(row.one, row.other), max(row.one, row.other)) for row in rows if row.number in changed}


def _values(ones: Iterable[Judgement]) -> dict[str, Any]:
    stating = [one for one in ones if one.kind in STATES]
    corrections = {str(one.number): {one.field: one.value} for one in stating if one.kind == "correct"}
    last = stating[-1]
    return {"state": STATES[last.kind], "judged": last.number, "corrections": corrections or None}


def corrected(tie: Tie, told: Iterable[Corrections | None]) -> Tie:
    """Return a tie with what people corrected of it, as its signs have it."""
    made = {int(number): values for corrections in told for number, values in (corrections or {}).items()}
    for _, values in sorted(made.items()):
        tie = msgspec.structs.replace(tie, **values)
    return tie
