"""Templates and how values are written in them. Autoescape is always on: what reports say is text, never markup."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, get_args

from fastapi import Request
from fastapi.responses import JSONResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context, select_autoescape
from jinja2.runtime import Context
from markupsafe import Markup
from starlette.templating import Jinja2Templates

from amity import __version__
from amity.exchange.listed import short_id, source, span
from amity.exchange.rows import plain
from amity.model.acts import FORCES
from amity.model.register import AssessmentStatus
from amity.model.text import stem
from amity.office.render.sheet import Column
from amity.register.folding import CORRECTABLE
from amity.register.queries.listing import LISTINGS
from amity.web.fixed import Fixed
from amity.web.forms import said
from amity.web.language import OWN_NAMES, again, capital, country, labelled, named, say, saying, sentence, spoken, value
from amity.web.roles import may, needed
from amity.web.security import token

HERE = Path(__file__).parent
STATIC = HERE / "static"
LETTERS = {
    "actors": "A", "events": "E", "instruments": "I", "statements": "S", "mechanisms": "M", "projects": "P", "indicators": "F",
}  # fmt: skip
"""A letter for each layer: kinds are never told by colour alone."""


KINDS = {"words": "wide", "number": "number", "day": "tight"}
"""Classes of the cells of a sheet by what their column holds."""


def opened(column: Column) -> Markup:
    """Return how each cell of a column of a sheet begins: it is the same in every row."""
    return Markup('<td class="{0}" data-label="{1}">').format(KINDS.get(column.kind, ""), value(column.title))


def _asked_each_time(filter: Callable[[Any], str]) -> Callable[[Context, Any], str]:
    """Return a filter that Jinja does not work out while it compiles a template, in whatever language is spoken then."""

    @pass_context
    def applied(_: Context, told: Any) -> str:
        return filter(told)

    return applied


def _environment() -> Environment:
    found = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[Fixed],
    )
    spoken_ones: dict[str, Callable[[Any], str]] = {
        "words": value,
        "opened": opened,
        "named": named,
        "again": again,
        "sentence": sentence,
        "country": country,
        "day": _day,
        "source": _source,
    }
    found.filters |= {name: _asked_each_time(one) for name, one in spoken_ones.items()}
    found.filters |= {
        "capital": capital,
        "labelled": labelled,  # two values, never constants: worked out as a page is
        "plain": plain,
        "stem": stem,
        "short_id": lambda one: short_id({"id": one}),
    }
    found.globals |= {"span": _span, "forces": FORCES, "letters": LETTERS, "listings": LISTINGS, "version": __version__}
    found.globals |= {"_": say, "spoken": spoken, "languages": OWN_NAMES}
    found.globals |= {"correctable": CORRECTABLE, "assessable": get_args(AssessmentStatus)}
    return found


def _day(told: str | None) -> str:
    return saying().day(told or "")


def _source(row: dict[str, Any]) -> str:
    return again(source(row))


def _span(start: object, end: object) -> str:
    return again(span(start, end))


TEMPLATES = Jinja2Templates(env=_environment())


def page(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    """Return a page made of a template."""
    told = {"register_name": request.app.state.register.path.name, "token": token(request.state.visit), "said": said(request), **values}
    role = request.state.role
    told |= {"user": request.state.user, "role": role, "may": partial(may, role), "needed": partial(needed, "POST")}
    answer = TEMPLATES.TemplateResponse(request, template, told, status_code=status)
    if told["said"][0]:
        answer.delete_cookie("amity_said", httponly=True, samesite="strict")
    return answer


def failure(request: Request, status: int, message: str) -> Response:
    """Return what went wrong: a page for people, ``{"error": {"status", "message"}}`` for programs."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": {"status": status, "message": message}}, status)
    return page(request, "error.html", status, message=message, code=status)
