"""Serving: a socket that is bound before anything is said, so that the address printed is the one that answers."""

import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn

from amity.errors import SetupError
from amity.web.app import create_app


def serve(path: Path, host: str, port: int, show: bool, say: Callable[[str], None]) -> None:
    """Serve a register until it is interrupted; raise SetupError where the address cannot be had."""
    try:
        bound = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise SetupError(f"serve {host}:{port}: {error.strerror}; give another with --port, or 0 for any that is free") from error
    address = f"http://{f'[{host}]' if ':' in host else host}:{bound.getsockname()[1]}/"
    say(f"{path} is open at {address} (Ctrl-C ends it)")
    if show:
        webbrowser.open(address)
    server = uvicorn.Server(uvicorn.Config(create_app(path), log_level="warning", access_log=False))
    server.run(sockets=[bound])
