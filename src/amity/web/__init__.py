"""The web application: the register in a browser. Pages are made on the server; every view is an address."""

from amity.web.app import create_app

__all__ = ["create_app"]
