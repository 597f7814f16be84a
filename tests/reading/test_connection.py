"""Connections: to checked machines only, in time, and encrypted for the name that was asked."""

import ipaddress
import ssl
import time
from typing import Any

import httpcore
import pytest

from amity.reading.connection import Bounded, Guarded, left

LATER = time.monotonic() + 1000


class Stream(httpcore.NetworkStream):
    """Remembers what is asked of it."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self.asked.append(("read", max_bytes, timeout))
        return b"x"

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.asked.append(("write", buffer, timeout))

    def close(self) -> None:
        self.asked.append(("close",))

    def start_tls(self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None) -> "Stream":
        self.asked.append(("tls", server_hostname, timeout))
        return self

    def get_extra_info(self, info: str) -> Any:
        return info


def test_every_step_gets_the_time_that_is_left() -> None:
    stream = Stream()
    bounded = Bounded(stream, LATER)
    bounded.read(10, timeout=None)
    bounded.write(b"y", timeout=9999)
    assert all(0 < step[2] <= 1000 for step in stream.asked)
    assert bounded.get_extra_info("socket") == "socket"
    bounded.close()
    assert stream.asked[-1] == ("close",)


def test_encryption_is_for_the_name_and_stays_bounded() -> None:
    stream = Stream()
    encrypted = Bounded(stream, LATER).start_tls(ssl.create_default_context(), "gazette.example")
    assert isinstance(encrypted, Bounded)
    assert stream.asked[0][:2] == ("tls", "gazette.example")


@pytest.mark.parametrize("step", [lambda s: s.read(1), lambda s: s.write(b""), lambda s: s.start_tls(ssl.create_default_context())])
def test_after_the_deadline_every_step_times_out(step: Any) -> None:
    stream = Stream()
    with pytest.raises(httpcore.TimeoutException):
        step(Bounded(stream, time.monotonic() - 1))
    assert stream.asked == []


def test_the_time_left_is_told() -> None:
    assert 990 < left(time.monotonic() + 1000) <= 1000


def test_the_next_machine_is_tried_when_one_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = list[str]()

    def connect(self: object, host: str, *rest: object) -> Stream:
        tried.append(host)
        if host == "192.0.2.1":
            raise httpcore.ConnectError("closed")
        return Stream()

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    machines = [ipaddress.ip_address("192.0.2.1"), ipaddress.ip_address("192.0.2.2")]
    assert isinstance(Guarded(machines, LATER).connect_tcp("some.example", 80), Bounded)
    assert tried == ["192.0.2.1", "192.0.2.2"]
    with pytest.raises(httpcore.ConnectError, match="closed"):
        Guarded(machines[:1], LATER).connect_tcp("some.example", 80)


def test_without_machines_nothing_is_asked() -> None:
    with pytest.raises(httpcore.ConnectError):
        Guarded([], LATER).connect_tcp("localhost", 80)
