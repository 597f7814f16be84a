"""Who is signed in, until when; and how often one may try to be."""

import secrets
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable
from typing import NamedTuple

IDLE = 12 * 3600.0
"""Seconds without a request after which one signs in again: a working day, and never over a weekend."""
WINDOW = 15 * 60.0
"""Seconds for which a failed try counts."""
TRIES = 5
"""Failed tries for one name from one address within the window."""
TRIES_OF_ADDRESS, TRIES_OF_NAME = 30, 100
"""Failed tries from one address whatever the names, and for one name whatever the addresses: well under what guessing needs."""
MOST = 10_000
"""Sessions and counted keys that are kept at most."""


class Session(NamedTuple):
    """Whom a session is of, with the hash that the password had then, and when it was last used (seconds)."""

    name: str
    hash: str
    used: float


class Sessions:
    """Sessions by their secret. They end with the server."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._held: dict[str, Session] = {}

    def begin(self, name: str, hash: str) -> str:
        """Begin a session and return its secret."""
        if len(self._held) >= MOST:
            self._held = {key: one for key, one in self._held.items() if self._clock() - one.used < IDLE}
        secret = secrets.token_urlsafe(32)
        self._held[secret] = Session(name, hash, self._clock())
        return secret

    def of(self, secret: str) -> Session | None:
        """Return the session with this secret, which counts as used now; none if it was idle for too long."""
        found = self._held.get(secret)
        if found is None or self._clock() - found.used >= IDLE:
            self._held.pop(secret, None)
            return None
        self._held[secret] = found._replace(used=self._clock())
        return found

    def end(self, secret: str) -> None:
        """End a session."""
        self._held.pop(secret, None)


class Tries:
    """Failed tries to sign in, by name and address."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: dict[tuple[str, ...], deque[float]] = defaultdict(deque)
        self._one = threading.Lock()

    def take(self, name: str, address: str) -> int:
        """Count a try as failed before it is looked at, so that many at once are no way round; return seconds to wait, 0 for none."""
        with self._one:
            limits = self._limits(name, address)
            waits = [self._wait(key, most) for key, most in limits.items()]
            if not any(waits):
                for key in limits:
                    self._failed[key].append(self._clock())
            return max(waits)

    def forgive(self, name: str, address: str) -> None:
        """Take back what was counted: the try succeeded."""
        with self._one:
            for key in self._limits(name, address):
                if self._failed[key]:
                    self._failed[key].pop()

    def _limits(self, name: str, address: str) -> dict[tuple[str, ...], int]:
        told = name.casefold().strip()[:200]
        return {("both", told, address): TRIES, ("address", address): TRIES_OF_ADDRESS, ("name", told): TRIES_OF_NAME}

    def _wait(self, key: tuple[str, ...], most: int) -> int:
        now = self._clock()
        if len(self._failed) > MOST:
            self._failed = defaultdict(deque, {one: times for one, times in self._failed.items() if times and now - times[-1] < WINDOW})
        times = self._failed[key]
        while times and now - times[0] >= WINDOW:
            times.popleft()
        return int(WINDOW - (now - times[0])) + 1 if len(times) >= most else 0
