"""Serving: a socket that is bound before anything is said, so that the address printed is the one that answers."""

import ipaddress
import socket
import ssl
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import uvicorn

from amity.errors import SetupError, UsageError
from amity.web.app import LOOPBACK, create_app
from amity.web.grounds import ground
from amity.web.users import Users


class Way(NamedTuple):
    """How a register is served: where, under which names beside the machine's own, and how HTTPS comes about."""

    host: str
    port: int
    names: tuple[str, ...] = ()
    cert: Path | None = None
    key: Path | None = None
    proxied: bool = False
    origins: tuple[str, ...] = ()
    basemap: Path | None = None
    boundaries: bool = True

    @property
    def local(self) -> bool:
        """Whether nobody but this machine can ask."""
        return self.host == "localhost" or (_is_address(self.host) and ipaddress.ip_address(self.host).is_loopback)

    @property
    def secure(self) -> bool:
        """Whether browsers come by HTTPS."""
        return self.cert is not None or self.proxied

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names by which browsers may ask: of this machine, the address if it is one, and those given."""
        given = [one.strip().rstrip(".") for one in self.names]
        every = _is_address(self.host) and ipaddress.ip_address(self.host).is_unspecified
        own = [] if every else [f"[{self.host}]" if ":" in self.host else self.host]
        return (*LOOPBACK, *own, *given)


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def admit(register: Path, way: Way) -> None:
    """Raise UsageError for a way of serving that would leave a register open to others."""
    if (way.cert is None) != (way.key is None):
        raise UsageError("serve: --cert and --key go together; give both")
    if way.cert and way.proxied:
        raise UsageError("serve: either this server speaks HTTPS (--cert, --key) or a proxy in front does (--proxied); give one")
    if (not way.local or way.proxied) and not Users(register).all():
        raise UsageError(f"serve --host {way.host}: others could come in, and {register} has no users; `amity user add` first")
    if not way.local and not way.secure:
        raise UsageError(
            f"serve --host {way.host}: passwords would go over the network as they are; give --cert and --key, or --proxied behind HTTPS"
        )


def serve(path: Path, way: Way, show: bool, say: Callable[[str], None]) -> None:
    """Serve a register until it is interrupted; raise SetupError where the address or the certificate cannot be had."""
    admit(path, way)
    drawn_on = ground(way.basemap, way.boundaries)
    config = uvicorn.Config(
        create_app(path, hosts=way.hosts, secure=way.secure, closed=not way.local or way.proxied, origins=way.origins, ground=drawn_on),
        log_level="warning", access_log=False, server_header=False, ssl_certfile=way.cert, ssl_keyfile=way.key,
        proxy_headers=way.proxied,
    )  # fmt: skip
    try:
        config.load()
    except (OSError, ssl.SSLError) as error:
        raise SetupError(f"serve --cert {way.cert} --key {way.key}: {error}; give a certificate and its key as PEM files") from error
    try:
        bound = listening(way.host, way.port)
    except OSError as error:
        reason = error.strerror or str(error)
        raise SetupError(f"serve {way.host}:{way.port}: {reason}; give another with --port, or 0 for any that is free") from error
    address = _address(way, bound.getsockname()[1])
    say(f"{path} is open at {address} (Ctrl-C ends it)")
    if show:
        webbrowser.open(address)
    uvicorn.Server(config).run(sockets=[bound])


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens, at any port that is free for 0; raise OSError where the address cannot be had.

    Without TCP_NODELAY the body of each answer would wait 40 ms for the browser to acknowledge the head (Nagle's algorithm).
    """
    bound = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return bound


def _address(way: Way, port: int) -> str:
    name = way.names[0] if way.names else f"[{way.host}]" if ":" in way.host else way.host
    if way.proxied and way.names:
        return f"https://{name}/"
    return f"{'https' if way.cert else 'http'}://{name}:{port}/"
