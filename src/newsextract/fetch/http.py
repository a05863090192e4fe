"""Request -> response, under a deadline: the only module that opens a socket.

The time-outs of requests know no total, so each connection is shown to the deadline of the fetch that uses it. And
they ask any address, so each is shown to the guard: before the first packet, and again when it is connected.
"""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

import requests
from requests.adapters import DEFAULT_CA_BUNDLE_PATH, HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import NameResolutionError, NewConnectionError
from urllib3.util.ssl_ import create_urllib3_context

from newsextract.fetch.deadline import Deadline
from newsextract.fetch.guard import check_address
from newsextract.fetch.lookup import look_up

Check = Callable[[str], None]
"""What judges an IP address, and raises for one that may not be asked."""


class Adapter(HTTPAdapter):
    """The adapter of requests, over the connections below, also to a proxy; its pools keep them for the next fetch.

    seat: where a fetch puts its deadline before it sends; each thread has a seat of its own.
    """

    def __init__(self, *, allow_private: bool) -> None:
        self.seat = _Seat()
        self._check: Check = _let_pass if allow_private else check_address
        self._trusting: dict[str, ssl.SSLContext] = {}
        super().__init__()

    def new_session(self) -> requests.Session:
        """Return a session without a past: its cookies last from hop to hop, and not from page to page."""
        session = requests.Session()
        session.mount("http://", self)
        session.mount("https://", self)
        return session

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        """Make the pools for connections straight to the host."""
        super().init_poolmanager(*args, **options)
        self._equip(self.poolmanager, self._check)

    def build_connection_pool_key_attributes(
        self, request: requests.PreparedRequest, verify: bool | str, cert: Any = None
    ) -> tuple[Any, Any]:
        """Say what a connection must share to be used again: its host, and whom it trusts."""
        host, options = super().build_connection_pool_key_attributes(request, verify, cert)
        if host["scheme"] == "https":
            options = {"cert_reqs": "CERT_REQUIRED", "ssl_context": self._context(verify)}
        return host, options

    def cert_verify(self, *_args: Any) -> None:
        """Do nothing: requests would hand every new connection the CA bundle, which takes 24 ms to read."""

    def _context(self, verify: bool | str) -> ssl.SSLContext:
        """Return the TLS context that trusts a CA bundle (True: requests' own), read once."""
        bundle = DEFAULT_CA_BUNDLE_PATH if verify is True else str(verify)
        if bundle not in self._trusting:
            context = create_urllib3_context(cert_reqs=ssl.CERT_REQUIRED)
            try:
                context.load_verify_locations(**{"capath" if Path(bundle).is_dir() else "cafile": bundle})
            except OSError as error:
                raise requests.exceptions.SSLError("no CA bundle") from error
            self._trusting[bundle] = context
        return self._trusting[bundle]

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        """Return the pools for connections through a proxy, which may well have a private address."""
        manager = super().proxy_manager_for(proxy, **options)
        if not proxy.lower().startswith("socks"):  # PySocks brings connections of its own
            self._equip(manager, _let_pass)
        return manager

    def _equip(self, manager: PoolManager, check: Check) -> None:
        kinds = {"http": _Pool, "https": _TLSPool}
        pools: dict[str, Any] = {scheme: partial(kind, seat=self.seat, check=check) for scheme, kind in kinds.items()}
        manager.pool_classes_by_scheme = pools


def connected(host: str, port: int, seconds: float, *, allow_private: bool) -> socket.socket:
    """Return a socket that is connected to a host, for one who speaks for himself, as a browser does.

    seconds: for the look-up of the name and the connection together. Raises what a request here raises:
    ForbiddenAddressError, or an exception of urllib3.
    """
    seat = _Seat()
    seat.deadline = Deadline(seconds)
    check = _let_pass if allow_private else check_address
    connection = _Connection(host, port, seat=seat, check=check, timeout=seconds)
    connection.connect()
    return connection.sock


def _let_pass(_address: str) -> None:
    pass


class _Seat(threading.local):
    """The deadline of the fetch that a thread is on: urllib3 hands none to the connections that it makes."""

    deadline: Deadline

    @contextmanager
    def taken_by(self, deadline: Deadline) -> Iterator[None]:
        """Put a deadline here for a fetch, perhaps within another one: a redirect may need a robots.txt first."""
        before = getattr(self, "deadline", deadline)
        self.deadline = deadline
        try:
            yield
        finally:
            self.deadline = before


class _Connection(HTTPConnection):
    """A connection under the deadline of the fetch that uses it, to an address that passes the check."""

    def __init__(self, host: str, port: int | None = None, *, seat: _Seat, check: Check, **options: Any) -> None:
        super().__init__(host, port, **options)
        self._seat = seat
        self._check = check

    def request(self, *args: Any, **options: Any) -> None:
        if self.sock is not None:  # TLS has made another socket of it, or it served another fetch before
            self._watch(self.sock)
        super().request(*args, **options)

    def _new_conn(self) -> socket.socket:
        """Connect to the first address of the host that answers; the deadline holds for all of them together.

        One address that may not be asked is enough to ask none: no public host has any.
        """
        try:
            addresses = look_up(self._dns_host, self.port, self._patience())
        except socket.gaierror as error:
            raise NameResolutionError(self.host, self, error) from error
        for *_, address in addresses:
            self._check(address[0])
        failure = OSError("the name has no address")
        for family, kind, protocol, _, address in addresses:
            try:
                return self._reach(socket.socket(family, kind, protocol), address)
            except OSError as error:
                failure = error
        raise NewConnectionError(self, "no address answers") from failure

    def _reach(self, sock: socket.socket, address: Any) -> socket.socket:
        try:
            for option in self.socket_options or ():
                sock.setsockopt(*option)
            self._watch(sock)
            sock.settimeout(self._patience())
            sock.connect(address)
            self._check(sock.getpeername()[0])  # should anything between us and the wire lead it elsewhere
            sock.settimeout(self._patience())  # for the handshake of TLS
        except BaseException:
            sock.close()
            raise
        return sock

    def _patience(self) -> float:
        left = self._seat.deadline.left()
        return left if self.timeout is None else min(self.timeout, left)

    def _watch(self, sock: socket.socket) -> None:
        self._seat.deadline.watch(partial(_cut, sock))


def _cut(sock: socket.socket) -> None:
    with suppress(OSError):
        socket.socket.shutdown(sock, socket.SHUT_RDWR)  # SSLSocket's own would strip TLS off under the reader


class _TLSConnection(_Connection, HTTPSConnection):
    pass


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _TLSPool(HTTPSConnectionPool):
    ConnectionCls = _TLSConnection
