"""Life-cycles of instruments, and how they follow one another, for those that were touched."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import select

from amity.matching.blocking import pairs
from amity.matching.comparing.parties import Actors
from amity.matching.features import InstrumentFeatures
from amity.matching.histories import AGREEMENTS, INTENT_YEARS, LETTERS, history, relation
from amity.register.growing.order import ACTORS
from amity.register.growing.standing import any_rejected, stands
from amity.register.growing.state import State, hashed
from amity.register.tables import history as history_table
from amity.register.tables import members, relations
from amity.register.working import follows

YEAR = 4
"""Digits."""

_TEXTS = select(members.c.thing, members.c.node).where(members.c.layer == "instruments")
_STANDING, _REFUSED = _TEXTS.where(stands()), _TEXTS.where(~stands())


def told(state: State, numbers: Collection[int], *, rejected: bool = False) -> dict[int, list[InstrumentFeatures]]:
    """Return what reports tell of some instruments, those of other layers left out; ``rejected`` asks for facts that were rejected."""
    rows = state.rows(_REFUSED if rejected else _STANDING, members.c.thing, numbers)
    features = state.look_up({row.node for row in rows})
    found: dict[int, list[InstrumentFeatures]] = defaultdict(list)
    for row in rows:
        one = features[row.node]
        if isinstance(one, InstrumentFeatures):
            found[row.thing].append(one)
    return {thing: sorted(ones, key=lambda one: one.member) for thing, ones in found.items()}


def run(state: State, touched: Collection[int]) -> None:
    """Write the histories and relations of touched things anew."""
    known = told(state, touched)
    refused = told(state, set(touched) - known.keys(), rejected=True) if any_rejected(state) else {}
    numbers = state.document_numbers({one.member.document for ones in (known | refused).values() for one in ones})
    for column in (history_table.c.thing, follows.c.thing, relations.c.later, relations.c.earlier):
        state.delete(column, touched)
    for thing, ones in sorted((known | refused).items()):
        state.insert(history_table, _changes(thing, ones, numbers))
    for thing, ones in sorted(known.items()):
        state.insert(follows, [{"key": hashed(key), "thing": thing} for key in sorted(_own_keys(ones))])
    _relate(state, known)


def _changes(thing: int, ones: Sequence[InstrumentFeatures], numbers: dict[str, int]) -> Iterable[dict[str, Any]]:
    for at, one in enumerate(history(ones)):
        spot = {"document": numbers[one.member.document], "local": one.member.local}
        yield {"thing": thing, "place": at, "status": one.status, "date": one.date, **spot}


def _years(dates: Iterable[str | None]) -> set[int]:
    return {int(date[:YEAR]) for date in dates if date}


def _own_keys(ones: Sequence[InstrumentFeatures]) -> set[str]:
    """Return the keys under which an instrument is found by those that it follows or that follow it."""
    found = set()
    for pair in {pair for one in ones for pair in pairs(one.parties)}:
        found.add(f"follows|{pair}")
        found |= {f"follows|{pair}|ends|{year}" for year in _years(one.end for one in ones)}
        found |= {f"follows|{pair}|begins|{year}" for year in _years(one.start for one in ones if one.end)}
        days = _years(one.signed_on or one.start for one in ones)
        if any(one.type in LETTERS for one in ones):
            found |= {f"follows|{pair}|letter|{year}" for year in days}
        if any(one.type in AGREEMENTS for one in ones):
            found |= {f"follows|{pair}|agreement|{year}" for year in days}
        if any(one.status == "superseded" for one in ones):
            found.add(f"follows|{pair}|superseded")
    return found


def _sought(ones: Sequence[InstrumentFeatures]) -> set[str]:
    """Return the keys of the instruments that one may follow, or that may follow it: all that ``relation`` could relate."""
    found = set()
    for pair in {pair for one in ones for pair in pairs(one.parties)}:
        begins, ends = _years(one.start for one in ones if one.end), _years(one.end for one in ones)
        days = _years(one.signed_on or one.start for one in ones)
        found |= {f"follows|{pair}|ends|{year - late}" for year in begins for late in (0, 1)}
        found |= {f"follows|{pair}|begins|{year + late}" for year in ends for late in (0, 1)}
        found.add(f"follows|{pair}|superseded")
        if any(one.type in AGREEMENTS for one in ones):
            found |= {f"follows|{pair}|letter|{year - back}" for year in days for back in range(INTENT_YEARS + 2)}
        if any(one.type in LETTERS for one in ones):
            found |= {f"follows|{pair}|agreement|{year + on}" for year in days for on in range(INTENT_YEARS + 2)}
        if any(one.status == "superseded" for one in ones):
            found.add(f"follows|{pair}")
    return found


def _relate(state: State, known: dict[int, list[InstrumentFeatures]]) -> None:
    pairs_: set[tuple[int, int]] = set()
    for thing, ones in known.items():
        near = state.column(follows.c.thing, follows.c.key, {hashed(key) for key in _sought(ones)}) - {thing}
        pairs_ |= {(thing, other) for other in near} | {(other, thing) for other in near}
    told_ = known | told(state, {end for pair in pairs_ for end in pair} - known.keys())
    named = {one.member.document for ones in told_.values() for one in ones}
    actors = Actors(state.known_actors(ACTORS, named))
    rows = []
    for later, earlier in sorted(pairs_):
        if how := relation(told_[later], told_[earlier], actors):
            rows.append({"later": later, "earlier": earlier, "relation": how[0], "why": how[1]})
    state.insert(relations, rows)
