"""Loading of the vocabulary for the language in force: ``lang/<code>/<subject>.toml``, each read once per process."""

import tomllib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache, wraps
from importlib.resources import files
from typing import Any, ParamSpec, Protocol, TypeVar, cast

from amity.errors import SetupError

P = ParamSpec("P")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

DEFAULT_LANGUAGE = "en"
_LANGUAGE: ContextVar[str] = ContextVar("language", default=DEFAULT_LANGUAGE)
NOTHING = "(?!)"  # a pattern that matches nowhere


def language() -> str:
    """Return the code (ISO 639-1) of the language in force."""
    return _LANGUAGE.get()


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Put a language in force: within the block the vocabulary and all that derives from it is that language's."""
    before = _LANGUAGE.set(code)
    try:
        yield
    finally:
        _LANGUAGE.reset(before)


def load(subject: str) -> dict[str, Any]:
    """Return the parsed ``<subject>.toml`` of the language in force; raise SetupError when there is none."""
    return _load(_LANGUAGE.get(), subject)


@cache
def _load(code: str, subject: str) -> dict[str, Any]:
    path = files("amity.vocabulary").joinpath("lang", code, f"{subject}.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise SetupError(f"vocabulary {code}/{subject}.toml is missing: reinstall amity") from error


class Remembering(Protocol[P, R_co]):
    """A function that remembers its results for each language."""

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R_co:
        """Return the result for the language in force."""

    def cache_clear(self) -> None:
        """Forget the results."""


def per_language(function: Callable[P, R]) -> Remembering[P, R]:
    """Remember the results of a function that derives them from the vocabulary, for each language apart (``functools.cache``)."""
    return _remembering(function, None)


def per_language_most(size: int) -> Callable[[Callable[P, R]], Remembering[P, R]]:
    """Remember as ``per_language`` does, but the last ``size`` results only: for functions of texts."""
    return lambda function: _remembering(function, size)


def _remembering(function: Callable[P, R], size: int | None) -> Remembering[P, R]:
    @lru_cache(maxsize=size)
    def remembered(_code: str, *args: P.args, **kwargs: P.kwargs) -> R:
        return function(*args, **kwargs)

    @wraps(function)
    def in_force(*args: P.args, **kwargs: P.kwargs) -> R:
        return remembered(_LANGUAGE.get(), *args, **kwargs)  # type: ignore[arg-type]

    in_force.cache_clear = remembered.cache_clear  # type: ignore[attr-defined]
    return cast(Remembering[P, R], in_force)


def alternatives(patterns: Iterable[str]) -> str:
    """Return a pattern for any of the patterns, one that matches nowhere when there is none: a language may lack a list."""
    return "(?:" + "|".join(patterns) + ")" if (patterns := list(patterns)) else NOTHING
