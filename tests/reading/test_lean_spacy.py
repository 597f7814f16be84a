"""spaCy without its command line: nothing of it is missing afterwards."""

import subprocess
import sys

import pytest


def printed(program: str) -> str:
    """Return what a program prints in a process of its own."""
    command = [sys.executable, "-c", program]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout.strip()


def test_the_command_line_is_not_imported() -> None:
    told = "import amity.reading.lean_spacy, sys; print(sorted(n for n in sys.modules if n.startswith(('spacy.cli', 'weasel'))))"
    assert printed(told) == "[]"


@pytest.mark.parametrize(
    "asked",
    [
        "import spacy.cli; print(spacy.cli.download.__module__)",
        "from spacy.cli.info import info; print(info.__module__)",
        "import spacy; print(spacy.info(silent=True)['spacy_version'] == spacy.__version__)",
    ],
)
def test_it_is_there_for_whoever_asks(asked: str) -> None:
    assert printed(f"import amity.reading.lean_spacy; {asked}") == printed(asked)


def test_a_spacy_that_is_imported_already_is_left_alone() -> None:
    told = "import spacy.cli; before = spacy.cli; import amity.reading.lean_spacy, sys; print(sys.modules['spacy.cli'] is before)"
    assert printed(told) == "True"
