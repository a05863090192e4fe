"""A server of faults on loopback: each path of ``FAULTS`` answers in a way that some server in the world does.

    with Server() as server:
        fetch(server.url("/drip-body"))

It takes a port of its own, answers each connection in a thread, and ends with ``with``. What it was asked stands in
``requests``; how often it was connected to, in ``connections``.
"""

from __future__ import annotations

import gzip
import itertools
import socket
import ssl
import struct
import threading
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

CERTIFICATE = Path(__file__).parent / "fixtures" / "tls" / "loopback.pem"  # self-signed, for 127.0.0.1 and localhost
PAGE = "<!doctype html><title>Ferry</title><p>The ferry to the island sails again, the harbour office said.</p>"
PAGE_BYTES = PAGE.encode()
DRIP = 0.05
"""Seconds between two bytes of a server that drips."""


@dataclass
class Visit:
    """One request, and the connection to answer it on."""

    wire: socket.socket
    stopping: threading.Event
    method: str
    path: str
    headers: dict[str, str]
    stays: bool = False
    """Whether the connection is kept for another request."""

    def send(self, *parts: bytes) -> None:
        self.wire.sendall(b"".join(parts))

    def drip(self, data: bytes) -> None:
        for byte in data:
            if self.stopping.wait(DRIP):
                return
            self.send(bytes([byte]))

    def stall(self) -> None:
        self.stopping.wait(30)

    def reset(self) -> None:
        self.wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.wire.close()


Answer = Callable[[Visit], None]


def head(status: str = "200 OK", **headers: str) -> bytes:
    """Return a status line and headers; ``content_type`` is text/html unless told otherwise."""
    headers = {"content_type": "text/html", "connection": "close", **headers}
    lines = [f"HTTP/1.1 {status}", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items() if value)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def page(body: bytes = PAGE_BYTES, status: str = "200 OK", **headers: str) -> Answer:
    return lambda visit: visit.send(head(status, content_length=str(len(body)), **headers), body)


def redirect(location: str, status: str = "302 Found", **headers: str) -> Answer:
    """Redirect to a location, its characters sent as Latin-1 bytes."""
    return page(b"", status, location=location, **headers)


def bridge(content: str, around: str = "{}") -> Answer:
    """Send on by a meta refresh with this content."""
    refresh = around.format(f'<meta http-equiv="refresh" content="{content}">')
    return page(f"<!doctype html><title>Moved</title>{refresh}<p>If nothing happens, click the link.</p>".encode())


def kept(visit: Visit) -> None:
    visit.stays = True
    visit.send(head(content_length=str(len(PAGE_BYTES)), connection="keep-alive"), PAGE_BYTES)


def chunk(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


def chunked(visit: Visit) -> None:
    visit.send(head(transfer_encoding="chunked"), chunk(PAGE_BYTES[:9]), chunk(PAGE_BYTES[9:]), chunk(b""))


def cut_chunked(visit: Visit) -> None:
    visit.send(head(transfer_encoding="chunked"), chunk(PAGE_BYTES))


def cut_in_chunk(visit: Visit) -> None:
    visit.send(head(transfer_encoding="chunked"), chunk(PAGE_BYTES)[:-9])


def cut_length(visit: Visit) -> None:
    visit.send(head(content_length="1000"), PAGE_BYTES)


def cut_gzip(visit: Visit) -> None:
    page(gzip.compress(PAGE_BYTES * 50, mtime=0)[:-20], content_encoding="gzip")(visit)


def cut_gzip_chunked(visit: Visit) -> None:
    data = gzip.compress(PAGE_BYTES * 50, mtime=0)[:-20]
    visit.send(head(transfer_encoding="chunked", content_encoding="gzip"), chunk(data), chunk(b""))


@cache
def zeros() -> bytes:
    """Return 50 MB of zeros in 50 kB, made without taking the memory that the test measures."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, 31)
    parts = [deflate.compress(bytes(100_000)) for _ in range(500)]
    return b"".join((*parts, deflate.flush()))


def bomb(visit: Visit) -> None:
    page(zeros(), content_encoding="gzip")(visit)


def endless(headers: bytes, part: bytes) -> Answer:
    """Send a part for ever; what of it was taken stands in ``Visit.headers["sent"]``."""

    def answer(visit: Visit) -> None:
        visit.send(headers)
        for count in itertools.count(1):
            visit.send(part)
            visit.headers["sent"] = str(count * len(part))

    return answer


def reset_body(visit: Visit) -> None:
    visit.send(head(content_length="1000"), PAGE_BYTES)
    visit.stopping.wait(0.1)  # the head must be there before the reset throws away what was not read
    visit.reset()


def drip_head(visit: Visit) -> None:
    visit.drip(head() + PAGE_BYTES)


def drip_body(visit: Visit) -> None:
    visit.send(head(content_length=str(len(PAGE_BYTES))))
    visit.drip(PAGE_BYTES)


def drip_until_close(visit: Visit) -> None:
    visit.send(head())
    visit.drip(PAGE_BYTES)


def drip_gzip(visit: Visit) -> None:
    visit.send(head(content_encoding="gzip"))
    visit.drip(gzip.compress(PAGE_BYTES, mtime=0))


def drip_chunks(visit: Visit) -> None:
    visit.send(head(transfer_encoding="chunked"))
    visit.drip(chunk(b"x") * 100)


def drip_continue(visit: Visit) -> None:
    visit.drip(b"HTTP/1.1 100 Continue\r\n\r\n" * 10)


def cookie_wall(visit: Visit) -> None:
    """Send everyone without the cookie to the same address once more, as consent pages do."""
    answer = page() if "seen=1" in visit.headers.get("cookie", "") else redirect(visit.path, set_cookie="seen=1")
    answer(visit)


def endless_continue(visit: Visit) -> None:
    while True:
        visit.send(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)


def hop_chain(visit: Visit) -> None:
    """/hops/3 leads to /hops/2, and so on to /hops/0, which is a page."""
    left = int(visit.path.rpartition("/")[2])
    (redirect(f"/hops/{left - 1}") if left else page())(visit)


FAULTS: Mapping[str, Answer] = {
    "/page": page(),
    "/gzip": page(gzip.compress(PAGE_BYTES, mtime=0), content_encoding="gzip"),
    "/gzip-padded": page(gzip.compress(PAGE_BYTES, mtime=0) + b"\0", content_encoding="gzip"),
    "/gzip-members": page(gzip.compress(PAGE_BYTES[:9]) + gzip.compress(PAGE_BYTES[9:]), content_encoding="gzip"),
    "/204": lambda visit: visit.send(head("204 No Content")),
    "/gzip-empty": page(b"", content_encoding="gzip"),
    "/chunked": chunked,
    "/kept": kept,
    "/no-length": lambda visit: visit.send(head(), PAGE_BYTES),
    "/no-type": page(content_type=""),
    "/odd-type": page(content_type="html"),
    "/xhtml": page(content_type="Application/XHTML+xml;charset=utf-8"),
    "/plain": page(content_type="text/plain"),
    "/image": page(content_type="image/png"),
    "/pdf": page(content_type="application/pdf"),
    "/json": page(content_type="application/json; charset=utf-8"),
    "/video": page(content_type="video/mp4"),
    "/zip": page(content_type="application/zip"),
    "/404": page(status="404 Not Found"),
    "/410": page(status="410 Gone"),
    "/429": page(status="429 Slow down, ann:secret"),
    "/500": page(status="500 Oops"),
    "/503": page(status="503 Service Unavailable"),
    "/799": page(status="799 Whatever"),
    "/304": lambda visit: visit.send(head("304 Not Modified")),
    "/302-nowhere": page(status="302 Found"),
    "/cut-length": cut_length,
    "/cut-chunked": cut_chunked,
    "/cut-in-chunk": cut_in_chunk,
    "/cut-gzip": cut_gzip,
    "/cut-gzip-chunked": cut_gzip_chunked,
    "/not-gzip": page(content_encoding="gzip"),
    "/brotli": page(content_encoding="br"),
    "/deflate": page(zlib.compress(PAGE_BYTES), content_encoding="deflate"),
    "/zstd": page(content_encoding="zstd"),
    "/gzip-twice": page(gzip.compress(gzip.compress(PAGE_BYTES)), content_encoding="gzip, gzip"),
    "/gzip-often": page(content_encoding=", ".join(["gzip"] * 1000)),
    "/not-chunked": lambda visit: visit.send(head(transfer_encoding="chunked"), b"zz\r\n", PAGE_BYTES),
    "/negative-chunk": lambda visit: visit.send(head(transfer_encoding="chunked"), b"-5\r\n", PAGE_BYTES),
    "/endless-negative-chunk": endless(head(transfer_encoding="chunked") + b"-1\r\n", bytes(10_000)),
    "/huge-chunk": lambda visit: visit.send(head(transfer_encoding="chunked"), b"f" * 15 + b"\r\n", PAGE_BYTES),
    "/endless-chunk-line": endless(head(transfer_encoding="chunked") + b"5;", b"x" * 10_000),
    "/endless-trailer-line": endless(head(transfer_encoding="chunked") + b"0\r\n", b"x" * 10_000),
    "/endless-trailers": endless(head(transfer_encoding="chunked") + b"0\r\n", b"a: b\r\n" * 1000),
    "/bomb": bomb,
    "/huge-length": lambda visit: visit.send(head(content_length="9" * 5000)),
    "/endless": endless(head(), bytes(10_000)),
    "/endless-chunks": endless(head(transfer_encoding="chunked"), chunk(bytes(10_000))),
    "/endless-redirect": endless(head("302 Found", location="/page"), bytes(10_000)),
    "/junk": lambda visit: visit.send(bytes(range(256)) * 4),
    "/http-0.9": lambda visit: visit.send(PAGE_BYTES),
    "/no-status": lambda visit: visit.send(b"HTTP/1.1 \r\n\r\n"),
    "/odd-status": lambda visit: visit.send(b"HTTP/1.1 abc OK\r\n\r\n"),
    "/tiny-status": lambda visit: visit.send(b"HTTP/1.1 1 OK\r\n\r\n"),
    "/half-a-head": lambda visit: visit.send(b"HTTP/1.1 200 OK\r\nServer: harb"),
    "/endless-status": endless(b"HTTP/1.1 200 ", b"x" * 10_000),
    "/endless-head": endless(b"HTTP/1.1 200 OK\r\n", b"a: b\r\n" * 1000),
    "/endless-continue": endless_continue,
    "/many-headers": page(**{f"x_{number}": "1" for number in range(200)}),
    "/huge-header": page(x_long="x" * 70_000),
    "/two-lengths": lambda visit: visit.send(head(content_length="5, 6"), PAGE_BYTES),
    "/silence": lambda visit: None,
    "/reset": Visit.reset,
    "/reset-body": reset_body,
    "/stall": Visit.stall,
    "/drip-head": drip_head,
    "/drip-body": drip_body,
    "/drip-until-close": drip_until_close,
    "/drip-gzip": drip_gzip,
    "/drip-chunks": drip_chunks,
    "/drip-continue": drip_continue,
    "/loop": redirect("/loop2"),
    "/loop2": redirect("/loop"),
    "/to-file": redirect("file:///etc/passwd"),
    "/to-gopher": redirect("gopher://127.0.0.1:70/_a"),
    "/to-data": redirect("data:text/html,<p>a"),
    "/to-nothing": redirect(" "),
    "/to-junk": redirect("http://[::1"),
    "/to-latin-1": redirect("/caf\xe9?q=\xe9 \xe9"),
    "/to-utf-8": redirect("/caf\xe9".encode().decode("latin-1")),
    "/caf%E9?q=%E9%20%E9": page(),
    "/caf%C3%A9": page(),
    "/to-404": redirect("/404", "301 Moved Permanently"),
    "/to-cut": redirect("/cut-length", "308 Permanent Redirect"),
    "/to-drip": redirect("/drip-body", "307 Temporary Redirect"),
    "/cookie-wall": cookie_wall,
    **{f"/hops/{number}": hop_chain for number in range(12)},
}


@dataclass
class Server:
    """The faults, or other answers by path, at a port of their own.

    tls: speak HTTPS, with CERTIFICATE. greeting: the answer to each connection, whatever it asks; its Visit is blank.
    """

    answers: Mapping[str, Answer] = field(default_factory=lambda: FAULTS)
    tls: bool = False
    greeting: Answer | None = None
    requests: list[Visit] = field(default_factory=list)
    connections: int = 0

    def __post_init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._stopping = threading.Event()
        self._wires: list[socket.socket] = []
        self._context = None
        if self.tls:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(CERTIFICATE)

        self.address: tuple[str, int] = self._listener.getsockname()

    @property
    def host(self) -> str:
        return f"{self.address[0]}:{self.address[1]}"

    def url(self, path: str = "/page", login: str = "") -> str:
        return f"{'https' if self.tls else 'http'}://{login}{self.host}{path}"

    def __enter__(self) -> Server:
        threading.Thread(target=self._listen, daemon=True).start()
        return self

    def __exit__(self, *_raised: object) -> None:
        self._stopping.set()
        for wire in (self._listener, *self._wires):
            with suppress(OSError):
                wire.shutdown(socket.SHUT_RDWR)
            wire.close()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                wire, _ = self._listener.accept()
                self.connections += 1
                self._wires.append(wire)
                threading.Thread(target=self._serve, args=(wire,), daemon=True).start()

    def _serve(self, wire: socket.socket) -> None:
        with suppress(OSError, ValueError):  # the client may leave at any time
            if self.greeting:
                self.greeting(Visit(wire, self._stopping, "", "", {}))
            if self._context:
                wire = self._context.wrap_socket(wire, server_side=True)
                self._wires.append(wire)
            for visit in self._visits(wire):
                self.answers.get(visit.path, FAULTS["/404"])(visit)
                if not visit.stays:
                    break
        wire.close()

    def _visits(self, wire: socket.socket) -> Iterator[Visit]:
        with wire.makefile("rb") as lines:
            while line := lines.readline():
                method, path, _ = line.decode("latin-1").split(" ", 2)
                pairs = (header.decode("latin-1").partition(":") for header in iter(lines.readline, b"\r\n"))
                headers = {name.lower(): value.strip() for name, _, value in pairs}
                visit = Visit(wire, self._stopping, method, path, headers)
                self.requests.append(visit)
                yield visit
