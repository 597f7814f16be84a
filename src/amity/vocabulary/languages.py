"""The languages that can be read: a folder of vocabulary each, of Amity's own and of those that the user adds."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from amity.errors import SetupError
from amity.settings import load_settings

OWN = "language"  # the subject that tells of the language itself


class Language(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A language: its code (ISO 639-1), name, and parser, the name of a spaCy pipeline or its path beside this file.

    The rules call function words and auxiliaries by their English forms, as they call relations by the parser's labels;
    ``function_words`` and ``base_forms`` list under each English form the words, or base forms, that stand for it.
    """

    code: str
    name: str
    parser: str
    function_words: dict[str, tuple[str, ...]] = {}
    base_forms: dict[str, tuple[str, ...]] = {}


def languages() -> Mapping[str, Language]:
    """Return the languages that can be read, by code; raise SetupError for a folder that is none."""
    return _languages(load_settings().languages)


def folder(code: str) -> Traversable:
    """Return the folder of a language's vocabulary."""
    own = _own().joinpath(code)
    return own if own.is_dir() else Path(load_settings().languages) / code


@cache
def wider(code: str) -> str:
    """Return the language that a variety counts as; any other code as it is."""
    table = tomllib.loads(files("amity.vocabulary").joinpath("languages.toml").read_text(encoding="utf-8"))["wider"]
    return next((language for language, varieties in table.items() if code in varieties), code)


@cache
def _languages(added: str) -> Mapping[str, Language]:
    found = {one.name: _language(one) for one in sorted(_own().iterdir(), key=lambda one: one.name) if one.is_dir()}
    for one in _added(added) if added else []:
        if one.name in found:
            raise SetupError(f"language {one.name} in {added}: Amity has it already; name the folder by another code")
        found[one.name] = _checked(one)
    return found


def _own() -> Traversable:
    return files("amity.vocabulary").joinpath("lang")


def _added(folder: str) -> list[Path]:
    try:
        return sorted(one for one in Path(folder).iterdir() if one.is_dir() and not one.name.startswith((".", "_")))
    except OSError as error:
        raise SetupError(f"languages {folder}: {error.strerror}; name a folder that holds one folder for each language") from error


def _language(place: Traversable) -> Language:
    try:
        language = msgspec.convert(tomllib.loads(place.joinpath(f"{OWN}.toml").read_text(encoding="utf-8")), Language)
    except (OSError, ValueError) as error:
        raise SetupError(f"language {place.name}: {OWN}.toml cannot be used ({error}); see how English's is written") from error
    if language.code != place.name:
        raise SetupError(f"language {place.name}: {OWN}.toml says code {language.code!r}; name the folder by the code")
    return language


def _checked(place: Path) -> Language:
    """Return the language of a folder that the user added, its parser's path made whole; raise SetupError for a file of no subject."""
    known = {one.name for one in _own().joinpath("en").iterdir()}
    for one in sorted(place.glob("*.toml")):
        if one.name not in known:
            raise SetupError(f"language {place.name}: {one.name} is no subject of the vocabulary; the subjects are those of lang/en")
    language = _language(place)
    path = place / language.parser
    return msgspec.structs.replace(language, parser=str(path)) if path.is_dir() else language
