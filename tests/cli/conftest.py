"""The command line on registers of the bundled samples."""

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from amity.cli import main


class Done(NamedTuple):
    """What a command gave: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        """The lines of JSON."""
        return [json.loads(line) for line in self.out.splitlines()]


Amity = Callable[..., Done]


@pytest.fixture
def amity(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, samples_file: Path) -> Amity:
    """Run a command as a user does; the register is that of the samples unless the words say else."""
    monkeypatch.setenv("AMITY_REGISTER", str(samples_file))

    def run(*words: object) -> Done:
        monkeypatch.setattr(sys, "argv", ["amity", *map(str, words)])
        with pytest.raises(SystemExit) as exit_:
            main()
        captured = capsys.readouterr()
        return Done(int(exit_.value.code or 0), captured.out, captured.err)

    return run


@pytest.fixture
def own(amity: Amity, monkeypatch: pytest.MonkeyPatch, samples_file: Path, tmp_path: Path) -> Path:
    """The commands' register is a copy of the samples', to be changed."""
    path = tmp_path / "own.db"
    shutil.copy(samples_file, path)
    monkeypatch.setenv("AMITY_REGISTER", str(path))
    return path


@pytest.fixture
def one_line() -> Callable[[Done], str]:
    """Check that a command was refused with one line on standard error, and return it."""

    def refused(done: Done) -> str:
        assert done.code == 2
        assert not done.out
        assert done.err.startswith("amity: ")
        assert done.err.count("\n") == 1
        return done.err

    return refused
