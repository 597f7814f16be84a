"""Loading of the vocabulary for the language in force: ``lang/<code>/<subject>.toml``, each read once per process."""

import tomllib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache, wraps
from typing import Any, ParamSpec, Protocol, TypeVar, cast

import msgspec

from amity.errors import SetupError
from amity.vocabulary.languages import folder

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
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


class Lacking(dict[str, Any]):
    """A table of a language that may lack entries: what it lacks is an empty table, which is as good as an empty list."""

    def __missing__(self, key: str) -> "Lacking":
        return Lacking()


def load(subject: str) -> dict[str, Any]:
    """Return the parsed ``<subject>.toml`` of the language in force.

    English has every subject, else SetupError is raised; what another language lacks is empty, and the rules that ask for it find
    nothing.
    """
    return _load(_LANGUAGE.get(), subject)


def load_common(subject: str) -> dict[str, Any]:
    """Return the default language's subject whatever language is in force: for lists that hold in all, as those of personal names."""
    return _load(DEFAULT_LANGUAGE, subject)


def load_as(subject: str, kind: type[T]) -> T:
    """Return the subject's data as a struct; raise SetupError, naming what is missing, where it does not fit."""
    try:
        return msgspec.convert(load(subject), kind)
    except msgspec.ValidationError as error:
        raise SetupError(f"vocabulary {language()}/{subject}.toml: {error}; write it as lang/en/{subject}.toml is") from error


@cache
def _load(code: str, subject: str) -> dict[str, Any]:
    path = folder(code).joinpath(f"{subject}.toml")
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        if code != DEFAULT_LANGUAGE:
            return Lacking()
        raise SetupError(f"vocabulary {code}/{subject}.toml is missing: reinstall amity") from error
    except ValueError as error:
        raise SetupError(f"vocabulary {code}/{subject}.toml: {error}; mend the file") from error
    return data if code == DEFAULT_LANGUAGE else _lacking(data)


def _lacking(table: dict[str, Any]) -> Lacking:
    return Lacking({key: _lacking(value) if isinstance(value, dict) else value for key, value in table.items()})


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

    code, cached = _LANGUAGE.get, cast(Callable[..., R], remembered)

    @wraps(function)
    def in_force(*args: Any) -> R:  # asked thousands of times a report: keyword arguments would cost each call a dictionary
        return cached(code(), *args)

    in_force.cache_clear = remembered.cache_clear  # type: ignore[attr-defined]
    return cast(Remembering[P, R], in_force)


def alternatives(patterns: Iterable[str]) -> str:
    """Return a pattern for any of the patterns, one that matches nowhere when there is none: a language may lack a list."""
    return "(?:" + "|".join(patterns) + ")" if (patterns := list(patterns)) else NOTHING
