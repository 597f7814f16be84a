"""Amity reads reports about cooperation between places and governments, each fact with the words that say so."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from amity.register import open_register

__all__ = ["__version__", "open_register"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Give ``open_register`` when it is asked for: reading alone needs no database."""
    if name == "open_register":
        from amity.register import open_register

        return open_register
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
