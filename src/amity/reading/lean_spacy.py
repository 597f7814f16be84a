"""spaCy without its command line: importing this module first saves a third of what importing spaCy costs.

``import spacy`` imports the programs that train, download and package pipelines, with the web clients, template engines and
task runners that they need. Reading uses none of them: while spaCy is imported, stand-ins take their place. They are gone
afterwards, so that ``spacy.cli`` and ``spacy.info`` are there for whoever asks for them.
"""

import sys
from types import ModuleType
from typing import Any

STOOD_IN = ("spacy.cli", "spacy.cli.info")


def _info(*arguments: Any, **options: Any) -> Any:
    """Do what ``spacy.info`` does."""
    from spacy.cli.info import info

    return info(*arguments, **options)


def _import() -> None:
    if "spacy" in sys.modules:
        return
    for name in STOOD_IN:
        sys.modules[name] = ModuleType(name)
    vars(sys.modules[STOOD_IN[-1]])["info"] = _info
    try:
        import spacy  # noqa: F401
    finally:
        for name in STOOD_IN:
            del sys.modules[name]


_import()
