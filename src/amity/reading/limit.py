"""The time limit of one document, in the process that reads it: an alarm that stops the reading wherever it is.

The alarm is heard between two steps of Python; compiled code that does not return is ended with its process, where that is not the
user's own (see ``amity.reading.stream``). Blocks within limits do not nest.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

AGAIN = 1.0  # seconds after which an alarm that was swallowed, as by a destructor, rings again


class TimeUp(BaseException):
    """The limit is reached; no error of the reader's, so that no rule takes it for one of its own."""


@contextmanager
def within(seconds: float | None) -> Iterator[None]:
    """Raise TimeUp inside the block once it takes longer than so many seconds.

    Without a limit, outside the main thread, and on systems without alarms, the block takes as long as it takes.
    """
    if seconds is None or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    finally:  # again, since the alarm may ring on the way out
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(number: int, frame: FrameType | None) -> None:
    raise TimeUp
