"""One further process: how it is begun and ended."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any

from amity.reading.stream.model import Plan
from amity.reading.stream.worker import serve

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS", "BLIS_NUM_THREADS")
"""What libraries of linear algebra ask for their number of threads: one for each process, unless the user has said otherwise."""

LAST_SECONDS = 5.0
"""How long a process may take to end after its connection has."""


class Child:
    """A process that reads by a plan; ``connection`` is this side of the connection to it.

    It is begun anew ("spawn") and never forked: forking a process with threads, as a terminal's progress bar has, may stop it.
    """

    def __init__(self, plan: Plan[Any]) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection: Connection[Any, Any]
        self.connection, other = context.Pipe()
        self._process = context.Process(target=serve, args=(other, plan), daemon=True)
        with _alone():
            self._process.start()
        other.close()

    def end(self) -> int | None:
        """Let a process whose connection has ended end too; return its exit code, negative where a signal ended it."""
        self._process.join(LAST_SECONDS)
        return self.kill()

    def kill(self) -> int | None:
        """End the process at once, whatever it does; return its exit code."""
        if self._process.is_alive():
            self._process.kill()
        self._process.join()
        self.connection.close()
        return self._process.exitcode


@contextmanager
def _alone() -> Iterator[None]:
    """Let what is begun in the block have one thread, and no ear for Ctrl-C, which is for the process that began it."""
    unset = [name for name in THREADS if name not in os.environ]
    main = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGINT, signal.SIG_IGN) if main else None
    os.environ.update(dict.fromkeys(unset, "1"))
    try:
        yield
    finally:
        for name in unset:
            del os.environ[name]
        if main:
            signal.signal(signal.SIGINT, before)
