"""Processes that are killed in the midst of their work."""

import multiprocessing
import os
import signal

from sqlalchemy import event

from amity.register import Register

PROCESS = multiprocessing.get_context("fork")


def run(target: object, *arguments: object) -> int | None:
    """Run a function in a process of its own and return how it ended."""
    process = PROCESS.Process(target=target, args=arguments)  # type: ignore[arg-type]
    process.start()
    process.join()
    return process.exitcode


def kill_before(register: Register, statements: int) -> None:
    """Have this process killed before the given statement, counted from 1, which may be a commit."""
    left = statements

    def count(*_: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(register.engine, "before_cursor_execute", count)
    event.listen(register.engine, "commit", count)
