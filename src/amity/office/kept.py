"""What follows from the whole register, kept in memory while nothing in it changes.

Only for what nothing less than the whole tells. What is kept goes by the last entry of the log, which every change appends to, so that it
is never out of date; within a transaction that writes nothing is kept, since that may be taken back.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, func, select

from amity.register.tables import log, things

Value = TypeVar("Value")

MOST = 32
"""Values kept of one register: the days and years that are looked at in turn."""
_LAST = select(log.c.number, log.c.at).order_by(log.c.number.desc()).limit(1)
_GROWN = select(func.max(things.c.number))
"""A rebuild may number things anew and appends nothing to the log."""
_kept: WeakKeyDictionary[Engine, OrderedDict[Hashable, Any]] = WeakKeyDictionary()
_lock = Lock()


def kept(connection: Connection, key: Hashable, make: Callable[[], Value]) -> Value:
    """Return what ``make`` gives for a key, made once for one state of the register; nobody may change it."""
    if connection.get_execution_options().get("writes"):
        return make()
    state = (key, tuple(connection.execute(_LAST).first() or ()), connection.scalar(_GROWN))
    with _lock:
        held = _kept.setdefault(connection.engine, OrderedDict())
        if state in held:
            held.move_to_end(state)
            found: Value = held[state]
            return found
    made = make()
    with _lock:
        held[state] = made
        while len(held) > MOST:
            held.popitem(last=False)
    return made
