"""Addresses: which ones are asked, and which machines are public."""

import ipaddress

import pytest

from amity.errors import SourceError
from amity.reading.addresses import checked_url, is_public, permitted, resolve


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("http://a.example/b#c", "http://a.example/b"),
        ("HTTPS://A.example:8443/?q=1", "https://a.example:8443/?q=1"),
        ("http://b\u00fccher.example/\u00fc", "http://xn--bcher-kva.example/%C3%BC"),
    ],
)
def test_an_address_is_made_ready(text: str, url: str) -> None:
    made = checked_url(text)
    assert f"{made.scheme}://{made.netloc.decode()}{made.raw_path.decode()}" == url


@pytest.mark.parametrize(
    "text", ["", "a.example", "mailto:a@b.example", "http://", "http://u@a.example", "http://u:p@a.example/", "http://a.example:x/"]
)
def test_what_is_not_to_be_asked_is_refused(text: str) -> None:
    with pytest.raises(SourceError):
        checked_url(text)


PRIVATE = [
    *("127.0.0.1", "127.255.0.3", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "255.255.255.255"),
    *("192.0.2.1", "198.18.0.1", "203.0.113.9", "224.0.0.1", "240.0.0.1", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "2001:db8::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "2002:a00:1::1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe"),
    "2001:0:4136:e378:8000:63bf:80ff:fffe",  # Teredo to 127.0.0.1
]


@pytest.mark.parametrize("machine", PRIVATE)
def test_private_loopback_and_reserved_machines_are_not_public(machine: str) -> None:
    assert not is_public(ipaddress.ip_address(machine))


@pytest.mark.parametrize("machine", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_machines_of_the_net_are_public(machine: str) -> None:
    assert is_public(ipaddress.ip_address(machine))


def test_a_private_machine_is_refused_with_the_way_out() -> None:
    with pytest.raises(SourceError, match=r"inside\.example is a private or reserved address \(10\.0\.0\.8\); use --allow-private"):
        permitted("inside.example", 80, allow_private=False, resolve=lambda host, port: [ipaddress.ip_address("10.0.0.8")])


def test_a_private_machine_is_permitted_when_allowed() -> None:
    machine = ipaddress.ip_address("10.0.0.8")
    assert permitted("inside.example", 80, allow_private=True, resolve=lambda host, port: [machine]) == [machine]


def test_names_are_resolved() -> None:
    assert ipaddress.ip_address("127.0.0.1") in resolve("127.0.0.1", 80)


@pytest.mark.parametrize("host", ["no-such-host.invalid", "a" * 70 + ".example", "\u0000"])
def test_a_name_that_leads_nowhere_is_told(host: str) -> None:
    with pytest.raises(SourceError, match="name service"):
        resolve(host, 80)
