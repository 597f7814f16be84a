"""Profiles: what the columns of an office's list mean, as TOML."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal

import msgspec

from amity.errors import UsageError
from amity.gazetteer.folding import fold
from amity.office.fields import FIELDS, RecordKind
from amity.office.lists.days import Order
from amity.office.record import sectors

Meaning = Literal["text", "name", "names", "people", "list", "choice", "day", "period", "country", "reference", "note"]
"""How a cell is understood: ``name`` and ``names`` are actors', ``people`` act for the partner, ``choice`` is of a fixed list."""
HOME = "home"
"""What a profile fixes as a party to mean the office's own side."""

OWN: dict[str, Meaning] = {"period": "period", "country": "country", "reference": "reference", "note": "note"}
"""Fields that only lists have: both ends of a period in one cell, the partner's country, the row's own number, and what else it says."""
SHAPES: dict[str, Meaning] = {
    "party": "name", "parties": "names", "people": "people", "person": "text", "date": "day", "word": "choice", "sectors": "list",
}  # fmt: skip
"""How cells are understood by the shape of the record's field; others are text."""


def meanings(kind: RecordKind) -> dict[str, Meaning]:
    """Return the fields that a list of records of a kind may fill, and how their cells are understood."""
    fields: dict[str, Meaning] = {one.name: SHAPES.get(one.shape, "text") for one in FIELDS[kind]}
    return {**fields, **OWN} if {"from", "to"} <= fields.keys() else {**fields, **{name: OWN[name] for name in OWN if name != "period"}}


def allowed(kind: RecordKind, field: str) -> tuple[str, ...]:
    """Return the words that a field takes, none where it takes any."""
    if field == "sector":
        return sectors()
    return next((one.allowed for one in FIELDS[kind] if one.name == field), ())


class Column(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One column: the headings it may have, the field that its cells fill, and how.

    ``name`` is what keys and skip rules call it, the field unless given. A row whose ``required`` cell is empty is an error, unless it is
    a heading or a total. ``values`` maps what stands in cells to what is meant, ``dates`` says which number of ``06/05/2019`` is the day.
    """

    field: str
    headings: tuple[str, ...]
    name: str = ""
    required: bool = False
    separators: tuple[str, ...] = (";", "\n")
    dates: Order | None = None
    values: dict[str, str] = {}

    @property
    def called(self) -> str:
        """The name that keys and skip rules use."""
        return self.name or self.field


class Skip(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Rows to pass over: those whose cell in the column is one of ``values``; without any, those where it is empty."""

    column: str
    values: tuple[str, ...] = ()


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a list means: the kind of record that each row makes, its columns, fixed values, and what tells its rows apart.

    ``keys`` are sets of columns that name a row, the surest first: of these the first that a row fills counts in its file, and those that
    follow find a row that was edited. ``sheet`` and ``header_row`` say where the list stands, where that is not plain.
    """

    title: str
    kind: RecordKind
    column: tuple[Column, ...]
    keys: tuple[tuple[str, ...], ...]
    fixed: dict[str, str | list[str]] = {}
    skip: tuple[Skip, ...] = ()
    list: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    name: str = ""

    def meaning(self, field: str) -> Meaning:
        """Return how the cells of a field are understood."""
        return meanings(self.kind)[field]

    def required(self) -> "tuple[Column, ...]":
        """Return the columns without which there is no list of this profile."""
        return tuple(one for one in self.column if one.required)


@cache
def shipped() -> dict[str, Profile]:
    """Return the profiles that come with the package, by name."""
    found = sorted((one for one in _folder().iterdir() if one.name.endswith(".toml")), key=lambda one: one.name)
    return {one.name.removesuffix(".toml"): parse(one.read_text(encoding="utf-8"), one.name.removesuffix(".toml")) for one in found}


def _folder() -> Traversable:
    return files("amity.office.lists").joinpath("profiles")


def template_called(name: str) -> str:
    """Return a shipped profile (``agreements``) as TOML, or an empty list for it (``agreements.csv``); raise UsageError for others."""
    known = {path.name: path for path in _folder().iterdir() if path.name.endswith((".toml", ".csv"))}
    path = known.get(name) or known.get(f"{name}.toml")
    if path is None:
        names = sorted(one.removesuffix(".toml") for one in known)
        raise UsageError(f"--template {name}: there is none of this name; there are {', '.join(names)}")
    return path.read_text(encoding="utf-8-sig" if name.endswith(".csv") else "utf-8")


def profile_called(name: str) -> Profile:
    """Return a shipped profile by its name, or that of a TOML file; raise UsageError for what is neither, or makes no sense."""
    path = Path(name)
    if name in shipped():
        return shipped()[name]
    if path.suffix.lower() != ".toml":
        raise UsageError(f"--profile {name}: no profile of this name; there are {', '.join(shipped())}, or name a .toml file")
    try:
        return parse(path.read_text(encoding="utf-8-sig"), path.stem, f"--profile {name}")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"--profile {name}: it cannot be read ({error}); make one with `amity import --template agreements`") from error


def parse(text: str, name: str, told: str = "") -> Profile:
    """Return the profile that TOML describes; raise UsageError that names what is wrong in it."""
    told = told or f"profile {name}"
    try:
        profile = msgspec.convert({"name": name, **tomllib.loads(text)}, Profile)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UsageError(f"{told}: {error}; compare it with `amity import --template agreements`") from error
    for problem in _problems(profile):
        raise UsageError(f"{told}: {problem}")
    return profile


def _problems(profile: Profile) -> list[str]:
    known = meanings(profile.kind)
    names = [column.called for column in profile.column]
    problems = [
        f"{field!r} is no field of {profile.kind}; there are {', '.join(known)}"
        for field in [*(one.field for one in profile.column), *profile.fixed] if field not in known
    ]  # fmt: skip
    problems += [f"two columns are called {name!r}; give one of them another name" for name in names if names.count(name) > 1]
    told = [*(name for key in profile.keys for name in key), *(one.column for one in profile.skip)]
    problems += [f"no column is called {name!r}; there are {', '.join(names)}" for name in told if name not in names]
    if not profile.keys or not all(profile.keys):
        problems.append("keys is empty; name the columns that tell its rows apart")
    problems += [f"column {one.called}: give it a heading" for one in profile.column if not any(map(str.strip, one.headings))]
    problems += [problem for one in profile.column for problem in _unknown_choices(profile.kind, one.field, one.values.values())]
    return problems + [problem for field, value in profile.fixed.items() for problem in _unknown_choices(profile.kind, field, [value])]


def _unknown_choices(kind: RecordKind, field: str, values: Iterable[Any]) -> list[str]:
    known = allowed(kind, field)
    return [f"{value!r} is no {field} of {kind}; there are {', '.join(known)}" for value in values if known and value not in known]


def plain_heading(text: str) -> str:
    """Return a heading as headings are compared: one spelling, without what stands in brackets or marks what is required."""
    bare = text.split("(")[0].split("（")[0] if not text.startswith(("(", "（")) else text
    return fold(bare.replace("\n", " ").strip(" :*：.")) or fold(text)
