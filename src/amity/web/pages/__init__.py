"""The pages, one module a group of addresses."""

from amity.web.pages import (
    adding,
    auditing,
    comparing,
    deciding,
    desk,
    documents,
    entering,
    home,
    importing,
    languages,
    lists,
    mapping,
    method,
    months,
    networking,
    pairing,
    publishers,
    reviewing,
    searching,
    signing,
    things,
)

PAGES = (
    home, signing, adding, deciding, reviewing, searching, documents, mapping, desk, months, comparing, auditing, method, pairing, entering,
    importing, languages, publishers, networking, things, lists,
)  # fmt: skip
"""Modules of pages; the lists come last, since their addresses are the most general."""
ROUTERS = tuple(one.router for one in PAGES)
