"""What tests of the office desk share: documents opened by another program."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from amity.register import Register, open_register
from tests.matching.make import Maker

SECONDS = 120
"""LibreOffice starts in a few seconds; a machine under load takes longer."""

Opened = Callable[[Path, str], Path]


def _program(name: str) -> str:
    found = shutil.which(name)
    if not found and not os.environ.get("CI"):
        pytest.skip(f"no {name} on this machine")
    assert found, f"{name} is missing; .ci/run installs it"
    return found


@pytest.fixture
def by_libreoffice(tmp_path: Path) -> Opened:
    """Open a document in LibreOffice and return what it saved in another format (``txt``, ``csv``, ``pdf``, ``xlsx``)."""

    def opened(path: Path, format: str) -> Path:
        home, output = tmp_path / "libreoffice", tmp_path / "converted"
        command = [_program("soffice"), f"-env:UserInstallation={home.as_uri()}", "--headless", "--convert-to", format]
        subprocess.run([*command, "--outdir", str(output), str(path)], check=True, capture_output=True, timeout=SECONDS)
        return output / f"{path.stem}.{format.partition(':')[0]}"

    return opened


@pytest.fixture
def by_pdftotext() -> Callable[[Path], list[str]]:
    """Return the text of each page of a PDF, as poppler reads it."""

    def opened(path: Path) -> list[str]:
        told = subprocess.run([_program("pdftotext"), "-layout", str(path), "-"], check=True, capture_output=True, timeout=SECONDS)
        return told.stdout.decode("utf-8").split("\f")[:-1]

    return opened


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Callable[..., Register]]:
    """Return a register of the reports given, which begins empty."""
    with open_register(tmp_path / "desk.db") as opened:

        def filled(*reports: Maker) -> Register:
            opened.add([report.reading() for report in reports], by="Ann")
            return opened

        yield filled
