"""The pages, one module a group of addresses."""

from amity.web.pages import (
    adding,
    deciding,
    desk,
    documents,
    entering,
    home,
    importing,
    lists,
    mapping,
    pairing,
    reviewing,
    searching,
    things,
)

PAGES = (home, adding, deciding, reviewing, searching, documents, mapping, desk, pairing, entering, importing, things, lists)
"""Modules of pages; the lists come last, since their addresses are the most general."""
ROUTERS = tuple(one.router for one in PAGES)
