"""A Chromium, and the one thread that may speak to it: started, asked, and killed with all its children."""

from __future__ import annotations

import os
import queue
import shutil
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import TYPE_CHECKING

from newsextract.fetch.browser.raised import Error, LateError
from newsextract.fetch.hop import Hop

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Playwright

    from newsextract.page import Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""What the command is called, in the order in which they are tried."""

_FLAGS = (  # beside Playwright's own
    "--proxy-server=socks5://nowhere.invalid:1",  # for what it would ask for by itself; each visit brings a gate
    "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",  # no look-up of its own, whatever wants one
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",  # its name in Playwright's own headless shell
    "--disable-quic",
    "--deny-permission-prompts",
    "--no-pings",
    "--js-flags=--max-old-space-size=512",  # in MB
)
_LEAVE = 5.0
"""Seconds that a browser has to close before it is killed."""
_MOMENT = 0.5
"""Seconds that its thread has to see that it was killed: at work when Python ends, it would take Python down."""

Job = Callable[["Browser", str], "Page"]
"""What is done with a browser, whose own user agent comes with it."""


class GoneError(Exception):
    """The browser has ended since it was asked last."""


class Chromium:
    """One browser. The objects of Playwright belong to a thread, which is this one's own; so any thread may ask."""

    def __init__(self, hop: Hop, executable: str | None, *, sandbox: bool | None, seconds: float) -> None:
        """Start it. executable: its name or path; None finds one. seconds: for the start. sandbox: see BrowserFetcher.

        Raises FetchError ``extra_missing`` or ``browser_missing``, and ``timeout`` where it is not there in time.
        """
        _check_extra(hop)
        self._path = _find(executable, hop)
        self._sandbox = not _is_root() if sandbox is None else sandbox
        self._seconds = seconds
        self._jobs: queue.SimpleQueue[tuple[Job, Future[Page]] | None] = queue.SimpleQueue()
        self._started: Future[int] = Future()
        self._thread = threading.Thread(target=self._work, name="browser", daemon=True)
        self._thread.start()
        self._await_start(hop)

    def visit(self, job: Job, seconds: float) -> Page:
        """Return what a job returns, or raise what it raises.

        Raises TimeoutError where it is not done in time, GoneError where the browser has ended before it began.
        """
        done: Future[Page] = Future()
        self._jobs.put((job, done))
        return done.result(seconds)

    def kill(self) -> None:
        """End it at once, whatever it does: what its thread waits for then fails, and the thread ends."""
        self._jobs.put(None)
        if self._started.done() and not self._started.exception():
            _kill(self._started.result())
        self._thread.join(_MOMENT)

    def close(self) -> None:
        """End it; it has a few seconds for it."""
        self._jobs.put(None)
        self._thread.join(_LEAVE)
        if self._thread.is_alive():
            self.kill()

    def _await_start(self, hop: Hop) -> None:
        try:
            self._started.result(self._seconds)
        except (LateError, TimeoutError):
            self.kill()
            raise hop.error("timeout", "the browser did not start in time", retriable=True) from None
        except Error as error:
            raise hop.error("browser_missing", _why_not(error)) from error
        except BaseException:
            self.kill()
            raise

    def _work(self) -> None:
        from playwright.sync_api import sync_playwright

        try:
            with sync_playwright() as playwright:
                browser = self._launch(playwright)
                session = browser.new_browser_cdp_session()
                self._started.set_result(_process(session))
                for job, done in iter(self._jobs.get, None):
                    _do(job, done, browser, session)
                    _clear(browser)
                browser.close()
        except Error as error:  # it was killed, or never came
            if not self._started.done():
                self._started.set_exception(error)

    def _launch(self, playwright: Playwright) -> Browser:
        return playwright.chromium.launch(
            executable_path=self._path,
            args=_FLAGS,
            chromium_sandbox=self._sandbox,
            timeout=self._seconds * 1000,
        )


def _process(session: CDPSession) -> int:
    """Return the process that is the browser."""
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    return next(int(process["id"]) for process in processes if process["type"] == "browser")


def _do(job: Job, done: Future[Page], browser: Browser, session: CDPSession) -> None:
    try:
        agent = session.send("Browser.getVersion")["userAgent"]
    except Error:
        done.set_exception(GoneError())
        return
    try:
        done.set_result(job(browser, agent))
    except BaseException as error:  # noqa: BLE001  # whoever waits for the page raises it
        done.set_exception(error)


def _clear(browser: Browser) -> None:
    """Leave nothing of a visit, after its page has been handed over; a browser that has ended fails the next visit."""
    with suppress(Error):
        for context in browser.contexts:
            context.close()


def _kill(process: int) -> None:
    """Kill a browser with its children; Playwright has made it the leader of a group."""
    with suppress(OSError):
        group = os.getpgid(process)
        if group != os.getpgrp():
            os.killpg(group, signal.SIGKILL)


def _find(executable: str | None, hop: Hop) -> str | None:
    """Return the path of a browser; None means Playwright's own."""
    if executable is None:
        return next(filter(None, map(shutil.which, NAMES)), None)
    path = shutil.which(executable)
    if path is None:
        raise hop.error("browser_missing", f"{executable} is no command here")
    return path


def _check_extra(hop: Hop) -> None:
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError as error:
        reason = "Playwright is not installed: pip install 'newsextract[browser]'"
        raise hop.error("extra_missing", reason) from error


def _is_root() -> bool:
    """Whether Chromium would refuse its sandbox."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _why_not(error: Exception) -> str:
    if "Executable doesn't exist" in str(error):
        return f"no Chromium was found: none of {', '.join(NAMES)} is on the PATH, and Playwright has none of its own"
    if "No usable sandbox" in str(error):
        return "the browser has no sandbox on this machine; sandbox=False does without one"
    return "the browser does not start"
