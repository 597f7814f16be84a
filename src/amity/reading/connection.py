"""Connections that go to checked machines only, and end at a deadline however slowly the other side speaks."""

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore

from amity.reading.addresses import IP


class Guarded(httpcore.NetworkBackend):
    """Connects to one of the machines that were checked, whatever the name resolves to by now.

    ``deadline`` is a time of ``time.monotonic`` after which every step raises a timeout.
    """

    def __init__(self, machines: Iterable[IP], deadline: float) -> None:
        self._machines, self._deadline = list(machines), deadline
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None, socket_options: Any = None
    ) -> httpcore.NetworkStream:
        """Return a stream to the first checked machine that answers."""
        failure: Exception = httpcore.ConnectError("no machine behind the name")
        for machine in self._machines:
            try:
                stream = self._inner.connect_tcp(str(machine), port, left(self._deadline), local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return Bounded(stream, self._deadline)
        raise failure


class Bounded(httpcore.NetworkStream):
    """A stream of which no step takes longer than the deadline leaves."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: float) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return the bytes that come in time."""
        return self._inner.read(max_bytes, left(self._deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        self._inner.write(buffer, left(self._deadline))

    def close(self) -> None:
        """Close the stream."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Return the stream encrypted; the certificate has to be that of the name, not of the machine's number."""
        return Bounded(self._inner.start_tls(ssl_context, server_hostname, left(self._deadline)), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """Return what is known of the connection."""
        return self._inner.get_extra_info(info)


def left(deadline: float) -> float:
    """Return the seconds until the deadline; raise a timeout when there are none."""
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise httpcore.ReadTimeout("the deadline has passed")
    return seconds
