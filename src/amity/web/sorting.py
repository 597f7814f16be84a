"""Headings of lists that sort: each column that a list can be sorted by leads to that order, and back."""

from collections.abc import Sequence
from typing import NamedTuple

from fastapi import Request

from amity.exchange.listed import Column
from amity.register.queries.listing import Listing
from amity.web.asking import address, asked

ORDERS = {
    "day": ("day", "told"), "told": ("day",), "name": ("label",), "title": ("label", "title"), "what": ("label",), "measure": ("label",),
    "reports": ("sources", "documents"), "due": ("due",), "period": ("ends",),
}  # fmt: skip
"""Orders that a column stands for, by its title: the first of them that a list has."""
WAYS = {False: "ascending", True: "descending"}


class Heading(NamedTuple):
    """A column's heading: its title, the address that sorts by it (``""``: none), and how the list is sorted by it now, if it is."""

    title: str
    address: str
    sorted: str


def headings(request: Request, listing: Listing, columns: Sequence[Column], sort: str) -> list[Heading]:
    """Return the headings of the columns of a list in its present order."""
    return [_heading(request, listing, one.title, sort) for one in columns]


def _heading(request: Request, listing: Listing, title: str, sort: str) -> Heading:
    known = next((found for name in ORDERS.get(title, ()) if (found := _either(listing, name))), [])
    other = next((one for one in known if one != sort), "")
    to = address(request.url.path, [*asked(request, "after", "sort"), ("sort", other)]) if other else ""
    return Heading(title, to, WAYS[sort.startswith("-")] if sort in known else "")


def _either(listing: Listing, name: str) -> list[str]:
    """Return the orders by a name that a list has, the usual way first."""
    return [one for one in listing.sorts if one.lstrip("-") == name]
