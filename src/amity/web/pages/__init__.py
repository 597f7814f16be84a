"""The pages, one module a group of addresses."""

from amity.web.pages import adding, deciding, documents, home, lists, mapping, reviewing, searching, things

ROUTERS = (home.router, adding.router, deciding.router, reviewing.router, searching.router, documents.router, mapping.router, things.router, lists.router)
