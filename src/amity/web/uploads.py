"""Files that a browser sends, kept in a folder of their own until they are read; their names are a guest's words."""

import re
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from fastapi import UploadFile

from amity.errors import SetupError

UNSAFE = re.compile(r"[^\w.\- ]+")
LONGEST = 100
"""Bytes of a name in the folder, its ending included: file systems take 255."""
LONGEST_TOLD = 255
"""Characters of a name as it is shown and kept."""


def received(given: Iterable[UploadFile]) -> tuple[Path, dict[str, str]]:
    """Write files into a new folder; return it, and the name that each had by its path. Whoever asks removes the folder."""
    folder = Path(tempfile.mkdtemp(prefix="amity-"))
    names = {}
    try:
        for number, one in enumerate(given):
            path = folder / str(number) / own_name(one.filename or "")
            path.parent.mkdir()
            with path.open("wb") as target:
                shutil.copyfileobj(one.file, target)
            names[str(path)] = (one.filename or path.name)[:LONGEST_TOLD]
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise SetupError(f"{folder.parent}: uploads cannot be kept there ({error.strerror}); make room, and send them again") from error
    return folder, names


def own_name(told: str) -> str:
    """Return a name of ours for a file that somebody named: in the folder and nowhere else, with the same ending."""
    name = UNSAFE.sub("_", Path(told).name).strip(". ")
    stem, ending = Path(name).stem, Path(name).suffix
    if len(ending.encode()) >= LONGEST // 2:
        stem, ending = name, ""
    return f"{stem.encode()[: LONGEST - len(ending.encode())].decode(errors='ignore')}{ending}" or "file"
