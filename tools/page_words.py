"""The fixed words of the pages: those of the templates, of the pages' code, of lists, sheets and forms, and of vocabularies."""

import ast
import tomllib
from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import get_args

from babel.messages.extract import extract_from_file
from jinja2.ext import extract_from_ast

from amity.exchange.listed import LAYOUTS
from amity.model.actors import ActorKind, Confidence
from amity.model.acts import FORCES, Role, Specificity
from amity.model.judgement import JudgementKind, Layer
from amity.model.register import InstrumentRelation
from amity.office.audit import ANSWERS, DIMENSIONS, KINDS
from amity.office.due import KINDS as KINDS_OF_DUE
from amity.office.fields import FIELDS
from amity.office.render.sheet import Column
from amity.register.folding import CORRECTABLE
from amity.register.queries.claiming import DIFFERS
from amity.register.queries.listing import LISTINGS
from amity.web.pages.importing import TEMPLATES as EMPTY_LISTS
from amity.web.rendering import HERE, TEMPLATES
from amity.web.users import ROLES

SHEETS = ("changed", "dues", "figures", "imports", "ledgers")
"""Modules of `amity.office.render` whose columns pages show."""
STATES = ("unchecked", "confirmed", "corrected", "rejected", "entered")
OTHERS = (
    "conflict", "documents", "statements", "pairs", "add", "reread", "publisher", "title", "url", "post", "since", "day", "due", "state",
    "confidence", "label", "sources", "last", "told", "path", "from", "to", "begins", "ends", "signed on", "country", "frequency", "amount",
    "unit", "cue", "force", "specificity", "language", "source", "open", "answered", "unanswered", "sector",
    "set", "home", "commitment", "yes", "no", "partner", "relevance",
    "denied", "member", "new", "told again", "follow through", "decided",
)  # fmt: skip
"""Names of columns, filters and values that no list of them holds."""


def page_messages(keywords: dict[str, tuple[int, ...] | None]) -> Iterator[str | tuple[str, str]]:
    """Return the words that templates and the pages' code hold, and what lists and forms say of themselves."""
    environment = TEMPLATES.env
    for path in sorted((HERE / "templates").glob("*.html")):
        for _, _, words in extract_from_ast(environment.parse(path.read_text(encoding="utf-8")), ("_",)):
            if isinstance(words, str):
                yield words
    for path in sorted(Path(HERE).rglob("*.py")):
        for _, words, _, _ in extract_from_file("python", str(path), keywords=keywords):
            if words:
                yield words if isinstance(words, str) else (words[0], words[1])
    yield from (one.about for one in LISTINGS.values())
    yield from (field.help for fields in FIELDS.values() for field in fields)


def page_values() -> Iterator[str]:
    """Return the names of lists, columns, filters and fields, and the values of vocabularies, that pages show."""
    for listing in LISTINGS.values():
        yield from (listing.name, *listing.filters, *listing.facets)
        yield from (one.removeprefix("-") for one in listing.sorts)
    yield from (column.title for columns in LAYOUTS.values() for column in columns)
    yield from (column.title for column in _columns())
    for kind, fields in FIELDS.items():
        yield kind
        for field in fields:
            yield from (field.name, *field.allowed)
    yield from (one for names in CORRECTABLE.values() for one in names)
    for literal in (ActorKind, Confidence, InstrumentRelation, JudgementKind, Layer, Role, Specificity):
        yield from get_args(literal)
    yield from (*DIFFERS.values(), *EMPTY_LISTS, *KINDS_OF_DUE, *_reasons())
    yield from (*ROLES, *FORCES, *STATES, *KINDS, *DIMENSIONS, *ANSWERS.values(), *OTHERS, *_sectors())


def _reasons() -> Iterator[str]:
    """Yield why two facts are taken for one, or not: what is added to a tally of points."""
    for path in sorted((Path(HERE).parent / "matching").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "add" and len(node.args) > 1:
                yield from (one.value for one in ast.walk(node.args[0]) if isinstance(one, ast.Constant) and isinstance(one.value, str))


def _columns() -> Iterator[Column]:
    for name in SHEETS:
        for told in vars(import_module(f"amity.office.render.{name}")).values():
            if isinstance(told, Column):
                yield told
            elif isinstance(told, tuple):
                yield from (one for one in told if isinstance(one, Column))


def _sectors() -> Iterator[str]:
    told = files("amity.vocabulary").joinpath("lang", "en", "sectors.toml").read_text(encoding="utf-8")
    yield from (*tomllib.loads(told)["sectors"], "unspecified")
