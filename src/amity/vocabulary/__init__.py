"""Vocabulary is data: TOML files under ``lang/<code>/``, one per subject, read once per process."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from amity.errors import SetupError


@cache
def load(subject: str, language: str = "en") -> dict[str, Any]:
    """Return the parsed ``lang/<language>/<subject>.toml``; raise SetupError when there is none."""
    path = files("amity.vocabulary").joinpath("lang", language, f"{subject}.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise SetupError(f"vocabulary {language}/{subject}.toml is missing: reinstall amity") from error
