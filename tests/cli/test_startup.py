"""What a command does not need it does not import: help, the schema and refusals come at once."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

IMPORTED = """
import json, sys
sys.argv[0] = "amity"
from amity.cli import main
try:
    main()
finally:
    print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})), file=sys.stderr)
"""
READER = {"spacy", "thinc", "numpy", "trafilatura", "lxml", "pypdf", "httpx"}
"""What only who reads waits for."""
DATABASE = {"sqlalchemy", "alembic", "sqlite3"}
"""What only who opens a register waits for."""
OTHER_FORMATS = {"pypdf", "docx", "trafilatura", "lxml", "arro3", "httpx", "requests", "protego"}
"""What only who reads another format than text, or asks the network, waits for."""


def run(words: Sequence[str]) -> tuple[int, str, set[str]]:
    """Run the command in a fresh process; return its exit code, its output and the packages that it imported."""
    command = [sys.executable, "-c", IMPORTED, *words]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout, set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize("words", ["--help", "read --help", "explain --help", "evaluate --help", "schema", "add --help", "ties --help"])
def test_what_reads_nothing_imports_no_reader(words: str) -> None:
    code, out, packages = run(words.split())
    assert code == 0
    assert out
    assert packages & (READER | DATABASE) == set()


@pytest.mark.parametrize("words", ["ties", "show act-1", "commitments --format csv", "merge act-1 act-2", "review", "check", "dump"])
def test_what_asks_the_register_imports_no_parser(words: str, tmp_path: Path, samples_file: Path) -> None:
    path = tmp_path / "own.db"
    shutil.copy(samples_file, path)
    code, _, packages = run([*words.split(), "--register", str(path)])
    assert code == 0
    assert "sqlalchemy" in packages
    assert packages & {"spacy", "thinc", "trafilatura", "lxml", "pypdf", "httpx", "alembic"} == set()


@pytest.mark.parametrize("words", ["--none", "none", "read --none", "read", "read --format none report.txt", "evaluate"])
def test_what_is_refused_imports_no_reader(words: str) -> None:
    code, out, packages = run(words.split())
    assert code == 2
    assert not out
    assert packages & READER == set()


def test_reading_a_text_imports_no_other_format(tmp_path: Path) -> None:
    report = tmp_path / "one.txt"
    report.write_text("Mayor Aino Laine of Tampere met a delegation from Linz on Monday.", encoding="utf-8")
    code, out, packages = run(["read", "--format", "json", str(report)])
    assert code == 0
    assert json.loads(out)["document"]["format"] == "Plain text"
    assert "spacy" in packages
    assert packages & OTHER_FORMATS == set()
