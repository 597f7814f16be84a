"""Serving with a certificate: a real server speaks HTTPS alone, its cookies go by nothing else, and one signs in."""

import re
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import uvicorn

from amity.errors import SetupError
from amity.web import serving
from amity.web.serving import Way, serve
from amity.web.users import Users
from tests.web.conftest import LONG

PASSWORD = "four words and more"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate that signs itself, for this machine and a day, and its key."""
    folder = tmp_path_factory.mktemp("certificate")
    cert, key = folder / "cert.pem", folder / "key.pem"
    told = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-days", "1", "-nodes"]
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-keyout", str(key), "-out", str(cert)]
    subprocess.run([*made, *told], check=True, capture_output=True, timeout=60)
    return cert, key


@pytest.fixture
def secured(
    samples_file: Path, tmp_path: Path, certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[str, ssl.SSLContext]]:
    """The address that `amity serve` prints, and whom its visitors trust."""
    register = tmp_path / "own.db"
    shutil.copy(samples_file, register)
    Users(register).add("Ada", "admin", PASSWORD, "2026-01-02")
    servers: list[uvicorn.Server] = []
    made = uvicorn.Server.__init__

    def noted(server: uvicorn.Server, config: uvicorn.Config) -> None:
        made(server, config)
        servers.append(server)

    monkeypatch.setattr(uvicorn.Server, "__init__", noted)
    said: list[str] = []
    told = threading.Event()
    way = Way("127.0.0.1", 0, cert=certificate[0], key=certificate[1])
    thread = threading.Thread(target=serve, args=(register, way, False, lambda words: (said.append(words), told.set())))
    thread.start()
    try:
        assert told.wait(LONG / 1000)
        yield re.findall(r"https://\S+?(?=/ )", said[0])[0], ssl.create_default_context(cafile=str(certificate[0]))
    finally:
        servers[0].should_exit = True
        thread.join()


def test_one_signs_in_by_https_and_cookies_go_by_nothing_else(secured: tuple[str, ssl.SSLContext]) -> None:
    site, trusting = secured
    with httpx.Client(base_url=site, verify=trusting, timeout=LONG / 1000) as own:
        page = own.get("/sign-in")
        token = re.findall(r'name="token" value="(\w+)"', page.text)[0]
        done = own.post("/sign-in", data={"token": token, "name": "Ada", "password": PASSWORD, "to": "/things/ins-1"})
        assert done.headers["location"] == "/things/ins-1"
        decided = own.post("/decide", data={"token": token, "kind": "confirm", "id": "ins-1", "to": "/things/ins-1"})
        spoken = own.post("/language", data={"token": token, "language": "vi"})
        cookies = [one for answer in (page, done, decided, spoken) for one in answer.headers.get_list("set-cookie")]
        assert {one.partition("=")[0] for one in cookies} >= {"amity_visit", "amity_session", "amity_said", "amity_language"}
        for one in (one for one in cookies if "Max-Age=0" not in one):
            assert "secure" in one.lower() and "httponly" in one.lower() and "samesite=strict" in one.lower(), one
        assert "Ada" in own.get("/things/ins-1").text


def test_who_does_not_trust_it_or_speaks_without_is_not_answered(secured: tuple[str, ssl.SSLContext]) -> None:
    site, _ = secured
    with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
        httpx.get(site, timeout=LONG / 1000)
    with pytest.raises(httpx.RemoteProtocolError):
        httpx.get(site.replace("https", "http"), timeout=LONG / 1000)


@pytest.mark.parametrize("wrong", ["missing", "no PEM", "another key"])
def test_a_certificate_that_is_none_is_told(samples_file: Path, tmp_path: Path, certificate: tuple[Path, Path], wrong: str) -> None:
    cert, key = tmp_path / "own.pem", certificate[1]
    if wrong == "no PEM":
        cert.write_text("no certificate", encoding="utf-8")
    if wrong == "another key":
        cert, key = certificate[0], certificate[0]
    with pytest.raises(SetupError, match="give a certificate and its key as PEM files"):
        serve(samples_file, Way("127.0.0.1", 0, cert=cert, key=key), False, print)


def test_only_a_proxy_is_believed_about_who_asks(samples_file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    register = tmp_path / "own.db"
    shutil.copy(samples_file, register)
    Users(register).add("Ada", "admin", PASSWORD, "2026-01-02")
    believed = []

    class Noted(uvicorn.Server):
        def run(self, sockets: list[socket.socket] | None = None) -> None:
            believed.append(self.config.proxy_headers)
            for one in sockets or ():
                one.close()

    monkeypatch.setattr(serving.uvicorn, "Server", Noted)
    for proxied in (False, True):
        serve(register, Way("127.0.0.1", 0, proxied=proxied), False, print)
    assert believed == [False, True]
