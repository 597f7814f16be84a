"""Standard output of the commands: tables as wide as the terminal, and a quiet end when nobody reads on."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console

TABLE_WIDTH = 160  # characters, where no terminal tells its own


class Output(Console):
    """A console whose reader may go away: that is for ``until_closed`` to handle."""

    def on_broken_pipe(self) -> None:
        """Raise BrokenPipeError."""
        raise BrokenPipeError


def console(width: int | None = None) -> Console:
    """Return the console of standard output, of the width given where it is no terminal."""
    output = Output(highlight=False)
    return output if output.is_terminal or width is None else Output(highlight=False, width=width)


@contextmanager
def until_closed() -> Iterator[None]:
    """Let the block print; when its reader goes away (``| head``), end the command with exit code 0 and without a word."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still in its buffer goes nowhere
        raise typer.Exit(0) from None
