"""The only way out of a browser: a SOCKS5 proxy (RFC 1928) on loopback, which shows each host to the guard.

A browser looks names up by itself, so a judgement made before it may be about another address (DNS rebinding). Here the
browser is told to look nothing up: it names the host, and the socket that it gets is one that the guard has seen.
"""

from __future__ import annotations

import selectors
import socket
import struct
import threading
from contextlib import suppress
from ipaddress import ip_address
from socketserver import StreamRequestHandler, ThreadingTCPServer
from typing import Any, Self

from urllib3.exceptions import HTTPError

from newsextract.fetch.guard import ForbiddenAddressError
from newsextract.fetch.http import connected
from newsextract.fetch.limits import Limits

LOOPBACK = "127.0.0.1"
_BLINK = 0.05
"""Seconds until it sees that it should stop."""
_VERSION = 5
_NO_LOGIN = bytes((_VERSION, 0))
_CONNECT = 1
_ADDRESS_SIZES = {1: 4, 4: 16}  # IPv4 and IPv6; 3 is a name, its length before it
_NAME = 3
_DONE, _NOT_ALLOWED, _UNREACHABLE, _NO_SUCH_COMMAND = 0, 2, 4, 7
_CHUNK = 65_536
_RESET = struct.pack("ii", 1, 0)


class Gate(ThreadingTCPServer):
    """The gate of one visit; it listens at a port of its own, inside ``with``."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, limits: Limits, *, most_bytes: int, allow_private: bool) -> None:
        """Take the limits of each connection (connect, read), and how many bytes may come through all of them."""
        super().__init__((LOOPBACK, 0), _Passage)
        self.limits = limits
        self.allow_private = allow_private
        self.taken = 0
        self._most_bytes = most_bytes
        self._faults: dict[tuple[str, int], BaseException] = {}

    @property
    def address(self) -> str:
        """Where the browser may ask."""
        return f"socks5://{LOOPBACK}:{self.server_address[1]}"

    @property
    def is_full(self) -> bool:
        """Whether more has come than may."""
        return self.taken > self._most_bytes

    def note(self, host: str, port: int, fault: BaseException | None) -> None:
        """Remember how the last connection to a host went; None means well."""
        if fault is None:
            self._faults.pop((host, port), None)
        else:
            self._faults[host, port] = fault

    def fault(self, host: str, port: int) -> BaseException | None:
        """Return why the last connection to a host failed; None where it did not."""
        return self._faults.get((host, port))

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, args=(_BLINK,), name="gate of a browser", daemon=True).start()
        return self

    def __exit__(self, *raised: object) -> None:
        self.shutdown()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: what breaks a connection breaks it for the browser too, which tells the fetch."""


class _Passage(StreamRequestHandler):
    """One connection of the browser, and the one that is made for it."""

    server: Gate
    rbufsize = 0  # what follows the request is for the host

    def handle(self) -> None:
        self.connection.settimeout(self.server.limits.connect)
        self._read(self._read(2)[1])  # the ways in which it would log in
        self.connection.sendall(_NO_LOGIN)
        _, command, _, kind = self._read(4)
        host, port = self._host(kind), int.from_bytes(self._read(2))
        if command != _CONNECT:
            self._reply(_NO_SUCH_COMMAND)
            return
        try:
            far = connected(host, port, self.server.limits.connect, allow_private=self.server.allow_private)
        except ForbiddenAddressError as error:
            self.server.note(host, port, error)
            self._reply(_NOT_ALLOWED)
        except (HTTPError, OSError, UnicodeError) as error:
            self.server.note(host, port, error)
            self._reply(_UNREACHABLE)
        else:
            with far:
                self.server.note(host, port, None)
                self._reply(_DONE)
                self._carry(far, host, port)

    def _host(self, kind: int) -> str:
        if kind == _NAME:
            return self._read(self._read(1)[0]).decode("ascii")
        return str(ip_address(self._read(_ADDRESS_SIZES[kind])))

    def _read(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            part = self.rfile.read(size - len(data))
            if not part:
                raise ConnectionError
            data += part
        return data

    def _reply(self, code: int) -> None:
        self.connection.sendall(bytes((_VERSION, code, 0, 1)) + bytes(6))

    def _carry(self, far: socket.socket, host: str, port: int) -> None:
        """Carry bytes both ways until both sides have ended.

        A connection that does not end by itself is reset, or the browser would take the bytes until then for the whole.
        """
        near = self.connection
        try:
            self._carry_to_end({near: far, far: near}, far)
        except OSError as error:
            self.server.note(host, port, error)
            for side in (near, far):
                with suppress(OSError):
                    side.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
                side.close()  # before the server says goodbye on it

    def _carry_to_end(self, other: dict[socket.socket, socket.socket], far: socket.socket) -> None:
        with selectors.DefaultSelector() as waiting:
            for side in other:
                side.settimeout(self.server.limits.read)
                waiting.register(side, selectors.EVENT_READ, data=side)
            while waiting.get_map():
                ready = waiting.select(self.server.limits.read)
                if not ready:
                    raise TimeoutError
                for key, _ in ready:
                    side = key.data
                    data = side.recv(_CHUNK)
                    if side is far:
                        self._count(data)
                    if data:
                        other[side].sendall(data)
                    else:
                        waiting.unregister(side)
                        other[side].shutdown(socket.SHUT_WR)

    def _count(self, data: bytes) -> None:
        self.server.taken += len(data)
        if self.server.is_full:
            raise ConnectionAbortedError

    def finish(self) -> None:
        with suppress(OSError):
            super().finish()
