"""A network that starts from one actor, grows by whom one opens, and is undone by the browser's own way back: all stands in the address."""

from typing import Annotated, Any, NamedTuple

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from amity.errors import UsageError
from amity.register import ids
from amity.register.queries.network import Edge, Node, network
from amity.web.asking import Connected, address
from amity.web.graphs import HEIGHT, WIDTH, Point, placed
from amity.web.rendering import page

router = APIRouter()
MOST_OPEN = 12
"""Actors that may be open at once; a network of more is not read any more."""


class Drawn(NamedTuple):
    """An actor on the drawing; ``to`` opens it, or closes it where it is open (nothing for the one that it starts from)."""

    node: Node
    at: Point
    open: bool
    to: str


@router.get("/network/{public}")
def shown(request: Request, public: str, connection: Connected, open: Annotated[list[str], Query()] = []) -> Response:  # noqa: B006
    """Show whom an actor is tied to, and whom those that were opened are."""
    asked = list(dict.fromkeys(one for one in open if one))
    if len(asked) > MOST_OPEN:
        raise UsageError(f"network: {len(asked)} actors are open; close some: {MOST_OPEN} at most")
    found = [ids.find(connection, one) for one in (public, *asked)]
    if other := next((one for one in found if one.layer != "actors"), None):
        raise UsageError(f"{other.id}: one of the {other.layer}; a network starts from an actor")
    told = network(connection, {one.number for one in found})
    opened = [one.id for one in found[1:]]
    nodes = sorted(told.nodes, key=lambda node: node.id != found[0].id)
    where = {node.id: at for at, node in enumerate(nodes)}
    spots = placed(len(nodes), [(where[edge.one], where[edge.other]) for edge in told.edges])
    drawn = [Drawn(node, spots[at], node.id in (found[0].id, *opened), _to(found[0].id, opened, node.id)) for at, node in enumerate(nodes)]
    values: dict[str, Any] = {"width": WIDTH, "height": HEIGHT, "more": told.more, "start": nodes[0]}
    values["before"] = address(f"/network/{found[0].id}", [("open", one) for one in opened[:-1]]) if opened else ""
    return page(request, "network.html", drawn=drawn, edges=_edges(told.edges, where, spots, nodes), **values)


def _to(start: str, opened: list[str], public: str) -> str:
    if public == start:
        return ""
    then = [one for one in opened if one != public] if public in opened else [*opened, public]
    return address(f"/network/{start}", [("open", one) for one in then])


def _edges(edges: list[Edge], where: dict[str, int], spots: list[Point], nodes: list[Node]) -> list[tuple[Edge, Point, Point, str]]:
    """Return each tie with its two ends and the names of both."""
    found = []
    for edge in edges:
        one, other = where[edge.one], where[edge.other]
        found.append((edge, spots[one], spots[other], f"{nodes[one].label} – {nodes[other].label}"))
    return found
