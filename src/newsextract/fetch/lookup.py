"""Name of a host -> its addresses, in time."""

from __future__ import annotations

import socket
import threading
from concurrent.futures import Future
from typing import Any

Found = list[tuple[Any, Any, int, str, Any]]
"""What ``socket.getaddrinfo`` returns: family, kind, protocol, canonical name and address of each."""


def look_up(host: str, port: int, seconds: float) -> Found:
    """Return the addresses of a host, as the system's resolver orders them.

    The resolver can't be stopped, only left behind: it is asked in a thread of its own, which ends when the resolver
    gives up (after 5 to 30 seconds, as resolv.conf says) and keeps no process from ending before.

    Raises TimeoutError where there is no answer after so many seconds, socket.gaierror where the name has no address,
    UnicodeError where it can be no name.
    """
    answer: Future[Found] = Future()
    threading.Thread(target=_ask, args=(answer, host, port), name=f"look-up of {host}", daemon=True).start()
    return answer.result(seconds)


def _ask(answer: Future[Found], host: str, port: int) -> None:
    try:
        answer.set_result(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    except (OSError, UnicodeError) as error:
        answer.set_exception(error)
