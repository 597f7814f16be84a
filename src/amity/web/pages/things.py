"""One thing, tie or conflict: what is known of it, and every report's words; of an actor also what it takes part in, along time."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response
from markupsafe import Markup
from sqlalchemy import Connection

from amity.exchange.listed import span
from amity.register import ids
from amity.register.queries.details import show
from amity.register.queries.listing import LISTINGS
from amity.register.queries.mapping import ties_on_map
from amity.register.queries.naming import actors_named
from amity.register.queries.taking import latest
from amity.web.asking import Connected
from amity.web.charts import tenures as tenure_chart
from amity.web.charts import timeline
from amity.web.language import again, value
from amity.web.lifelines import Tenure, steps, tenures
from amity.web.pages.home import tie_map
from amity.web.rendering import page

router = APIRouter()
PARTS = ("instruments", "commitments", "requests", "events", "mechanisms", "projects")
"""Lists of which an actor's page shows the latest rows."""
FEW = 5
MOST_EVENTS = 200
"""Events of a timeline, the latest; more would not be told apart."""


@router.get("/things/{public}")
def shown(request: Request, public: str, connection: Connected) -> Response:
    """Show a thing by its public id; an id that was merged leads to the one that it became."""
    told = show(connection, public)
    if told["id"] != public:
        return RedirectResponse(f"/things/{told['id']}", 302)
    if told.get("layer") == "actors":
        return page(request, "actor.html", told=told, **_actor(connection, told))
    if told.get("layer") == "instruments":
        return page(request, "instrument.html", told=told, steps=steps(told))
    if public.startswith("con-"):
        return page(request, "conflict.html", told=told)
    return page(request, "thing.html", told=told)


@router.get("/api/things/{public}")
def told(public: str, connection: Connected) -> Response:
    """Return all that is known of a thing."""
    return JSONResponse(show(connection, public))


@router.get("/things/{public}/timeline")
def along_time(request: Request, public: str, connection: Connected, part: bool = False) -> Response:
    """Show the events of an actor along time; ``part`` is the chart and its table alone, for a page that holds them."""
    told = show(connection, public)
    rows = latest(connection, LISTINGS["events"], _meant(connection, told), MOST_EVENTS).rows
    marks = [
        {"day": row["begins"], "kind": value(row["kind"]), "status": row["status"], "href": f"/things/{row['id']}",
         "label": f"{row['begins']} {row['label']}"}
        for row in rows
    ]  # fmt: skip
    return page(request, "timeline_part.html" if part else "timeline.html", told=told, rows=rows, chart=Markup(timeline(marks)))


@router.get("/things/{public}/posts")
def posts(request: Request, public: str, connection: Connected, part: bool = False) -> Response:
    """Show the posts of a person, or those at an organisation, over time; ``part`` as above."""
    told = show(connection, public)
    found = tenures(told.get("posts", ()))
    rows = [
        {**one._asdict(), "name": _post(one, told), "label": f"{_post(one, told)}: {again(span(one.first, one.last))}"} for one in found
    ]
    chart = Markup(tenure_chart(rows))
    return page(request, "posts_part.html" if part else "posts.html", told=told, rows=found, chart=chart)


def _post(one: Tenure, told: dict[str, Any]) -> str:
    """Return a post in a few words: who holds it is told at an organisation, where it is held of a person."""
    parts = (one.title, one.of) if told["kind"] == "person" else (one.person, one.title)
    return ", ".join(part for part in parts if part) or value("post")


def _meant(connection: Connection, told: dict[str, Any]) -> set[int]:
    """Return the numbers of an actor and, of a place, of all that lies in it."""
    return actors_named(connection, told["id"], persons=told["kind"] == "person")


def _actor(connection: Connection, told: dict[str, Any]) -> dict[str, Any]:
    """Return what an actor takes part in: the latest of each list, and a map of its ties."""
    meant = _meant(connection, told)
    parts = {name: latest(connection, LISTINGS[name], meant, FEW) for name in PARTS}
    of = "person" if told["kind"] == "person" else "party"
    ties = ties_on_map(connection, actor=ids.find(connection, told["id"]).number)
    return {"parts": {name: found for name, found in parts.items() if found.rows}, "of": of, "map": tie_map(ties)}
