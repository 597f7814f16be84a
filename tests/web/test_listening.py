"""The socket that pages are served on: bound before anything is said, and answers are not held back."""

import socket

import pytest

from amity.web.serving import listening


def test_answers_go_out_at_once() -> None:
    with listening("127.0.0.1", 0) as bound, socket.create_connection(bound.getsockname()):
        taken, _ = bound.accept()
        with taken:
            assert taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_an_address_that_is_taken_cannot_be_had() -> None:
    with listening("127.0.0.1", 0) as bound, pytest.raises(OSError, match="in use"):
        listening("127.0.0.1", bound.getsockname()[1])
