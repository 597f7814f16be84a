"""The pages, one module a group of addresses."""

from amity.web.pages import documents, home, lists, searching, things

ROUTERS = (home.router, searching.router, documents.router, things.router, lists.router)
