"""IP address -> whether it may be asked: no page's address leads into the network that the fetch runs in.

A name is judged by what it resolves to, for only that tells: "2130706433", "127.1" and "a.example" may all be loopback.
The ranges are those of IANA's special-purpose registries (RFC 6890). They stand here because Python's ``is_global``
calls some of them public: NAT64, 6to4, site-local and multicast, as of 3.11.
"""

from __future__ import annotations

from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

from newsextract.fetch.lookup import look_up

_FORBIDDEN = (  # the first row that holds an address names it
    ("0.0.0.0/8", "unspecified"),
    ("10.0.0.0/8", "private"),
    ("100.64.0.0/10", "shared by a provider's customers"),
    ("127.0.0.0/8", "loopback"),
    ("168.63.129.16/32", "a cloud's own service"),  # Azure, from within its machines
    ("169.254.0.0/16", "link-local"),  # and the metadata of clouds, which hold credentials
    ("172.16.0.0/12", "private"),
    ("192.0.0.0/24", "reserved"),
    ("192.0.2.0/24", "for documentation"),
    ("192.88.99.0/24", "6to4"),
    ("192.168.0.0/16", "private"),
    ("198.18.0.0/15", "for benchmarks"),
    ("198.51.100.0/24", "for documentation"),
    ("203.0.113.0/24", "for documentation"),
    ("224.0.0.0/4", "multicast"),
    ("240.0.0.0/4", "reserved"),
    ("::/128", "unspecified"),
    ("::1/128", "loopback"),
    ("::/96", "an IPv4 address in an old form"),  # RFC 4291 section 2.5.5.1
    ("64:ff9b:1::/48", "NAT64 within a network"),  # RFC 8215: where in it the IPv4 address is, only the network knows
    ("2001::/32", "Teredo"),
    ("2001:2::/48", "for benchmarks"),
    ("2001::/23", "reserved"),
    ("2001:db8::/32", "for documentation"),
    ("2002::/16", "6to4"),
    ("3fff::/20", "for documentation"),
    ("fc00::/7", "private"),
    ("fe80::/10", "link-local"),
    ("fec0::/10", "site-local"),
    ("ff00::/8", "multicast"),
    ("::/3", "reserved"),  # from here on all that is not 2000::/3, the public part of IPv6
    ("4000::/2", "reserved"),
    ("8000::/1", "reserved"),
)
_RANGES = tuple((ip_network(network), name) for network, name in _FORBIDDEN)
_LAST_32_BITS = 0xFFFFFFFF
_NAT64 = IPv6Network("64:ff9b::/96")
"""RFC 6052: on a network with DNS64 every host that has IPv4 alone gets an address in it, which ends with its own."""


class ForbiddenAddressError(Exception):
    """An address that may not be asked. No OSError: urllib3 would try again, and wrap it."""


def forbidden(address: str) -> str | None:
    """Return what kind of address may not be asked, None for a public one.

    address: as the system gives it, perhaps with a zone ("fe80::1%eth0"). One that stands for an IPv4 address is judged
    by that; the old tunnels, 6to4 and Teredo, are refused whatever they lead to.

    >>> forbidden("::ffff:10.0.0.1")
    'private'
    """
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return "no IP address"
    if isinstance(ip, IPv6Address):
        ip = IPv4Address(int(ip) & _LAST_32_BITS) if ip in _NAT64 else ip.ipv4_mapped or ip
    return next((name for network, name in _RANGES if ip in network), None)


def check_address(address: str) -> None:
    """Raise ForbiddenAddressError unless the address is public."""
    kind = forbidden(address)
    if kind is not None:
        raise ForbiddenAddressError(f"{address} is {kind}")


def check_name(host: str, port: int, seconds: float) -> None:
    """Raise ForbiddenAddressError where a host has an address that is not public.

    This is for a connection that somebody else makes: a proxy, or an adapter of the caller's. Both may know names that
    are unknown here, so a name that is not found within so many seconds is left to them.
    """
    with suppress(OSError, UnicodeError):
        for *_, address in look_up(host, port, seconds):
            check_address(address[0])
