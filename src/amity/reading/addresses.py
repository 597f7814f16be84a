"""Addresses of the web: which ones may be asked, and the machine that a checked address leads to."""

import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import urlsplit

import httpx

from amity.errors import SourceError

SCHEMES = ("http", "https")
LONGEST = 4_000  # characters of an address; longer ones are no page's

IP = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], list[IP]]

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def checked_url(text: str) -> httpx.URL:
    """Return the address, without its fragment; raise SourceError for one that is not to be asked."""
    if _scheme(text) not in SCHEMES:
        raise SourceError("only http and https addresses are read; save the page and name its file")
    try:
        url = httpx.URL(text).copy_with(fragment=None)
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise SourceError(f"not a valid address ({error}); check it") from error
    if not url.host or len(text) > LONGEST:
        raise SourceError("not a valid address; check it")
    if url.userinfo:
        raise SourceError("the address holds a user's name or password; take it out")
    return url


def _scheme(text: str) -> str:
    """Return the scheme in small letters, nothing where there is none."""
    try:
        return urlsplit(text).scheme.lower()
    except ValueError:
        return ""


def resolve(host: str, port: int) -> list[IP]:
    """Return the machines that a host's name leads to; raise SourceError when there are none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SourceError(f"{host} is not known to the name service; check the address and the connection") from error
    return [ipaddress.ip_address(str(place[0]).split("%")[0]) for *_, place in found]


def is_public(address: IP) -> bool:
    """Tell whether a machine is on the public internet, also when its IPv4 address is wrapped in an IPv6 one."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = _wrapped(address)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _wrapped(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that IPv4-mapped, 6to4, Teredo and NAT64 addresses lead to."""
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def permitted(host: str, port: int, allow_private: bool, resolve: Resolve = resolve) -> list[IP]:
    """Return the machines of a host that may be asked; raise SourceError when any of them is not public.

    The connection has to go to one of these, without resolving the name again, so that a second answer cannot lead elsewhere.
    """
    machines = resolve(host, port)
    private = next((machine for machine in machines if not is_public(machine)), None)
    if private is not None and not allow_private:
        raise SourceError(f"{host} is a private or reserved address ({private}); use --allow-private if you trust it")
    return machines
