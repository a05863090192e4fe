"""Tab -> what happened to its navigations: to where it went last, what was answered, what failed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag

from newsextract.fetch.answer import WITHOUT_BODY
from newsextract.fetch.browser.faults import ABORTED
from newsextract.fetch.hop import Hop, without_credentials

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Download, Request, Response
    from playwright.sync_api import Page as Tab


@dataclass(frozen=True, slots=True)
class _Leg:
    """One navigation: its last request so far, what was answered to that, and why it failed, "" where it did not."""

    request: Request
    response: Response | None = None
    failure: str = ""


class Trace:
    """Listens to a tab.

    loaded: the bytes that it has loaded, as the browser decompresses them; at the gate a bomb is small.
    """

    def __init__(self, tab: Tab, session: CDPSession) -> None:
        self.loaded = 0
        self.crashed = False
        self._downloads = False
        self._tab = tab
        self._leg: _Leg | None = None
        self._before: _Leg | None = None
        tab.on("request", self._on_request)
        tab.on("response", self._on_response)
        tab.on("requestfailed", self._on_failure)
        tab.on("download", self._on_download)
        tab.on("crash", self._on_crash)
        session.on("Network.dataReceived", self._on_data)
        session.send("Network.enable")

    @property
    def response(self) -> Response | None:
        """The last answer, None where none has come; a redirect is one as long as nothing follows it."""
        return self._leg.response if self._leg else None

    @property
    def failure(self) -> str:
        """What Chromium calls the failure of the last navigation; "" where it has not failed.

        A page that breaks its own load off, to go where no request is needed, has not.
        """
        leg = self._leg
        if leg is None or (leg.failure == ABORTED and self._is_page(leg.response)):
            return ""
        return leg.failure

    def _is_page(self, response: Response | None) -> bool:
        return response is not None and response.ok and response.status not in WITHOUT_BODY and not self._downloads

    def hop(self, start: Hop) -> Hop:
        """Return where the tab went last."""
        return replace(start, url=without_credentials(urldefrag(self._leg.request.url).url)) if self._leg else start

    def redirects(self) -> int:
        """Return how many redirects led to the last answer."""
        count, request = 0, self._leg.request if self._leg else None
        while request is not None and request.redirected_from is not None:
            count, request = count + 1, request.redirected_from
        return count

    def _on_request(self, request: Request) -> None:
        if not request.is_navigation_request() or request.frame != self._tab.main_frame:
            return
        if request.redirected_from is None:
            self._before = self._leg
        self._leg = _Leg(request)

    def _on_response(self, response: Response) -> None:
        if self._leg and response.request == self._leg.request:
            self._leg = replace(self._leg, response=response)

    def _on_failure(self, request: Request) -> None:
        if self._leg is None or request != self._leg.request:
            return
        failure = request.failure or ABORTED
        if failure == ABORTED and self._before:  # then the document before stays
            self._leg, self._before = self._before, None
        else:
            self._leg = replace(self._leg, failure=failure)

    def _on_download(self, download: Download) -> None:
        self._downloads = self._downloads or (self._leg is not None and download.url == self._leg.request.url)

    def _on_crash(self, _tab: Tab) -> None:
        self.crashed = True

    def _on_data(self, event: dict[str, Any]) -> None:
        self.loaded += event["dataLength"]
