"""What newsextract raises: one tree, each error with a stable ``code`` that a batch can count by.

NewsExtractError                 "error"
├── InputError                   "input"          what came in is no page and no text
│   ├── NotAPageError            "not_a_page"     PDF, image, archive, JSON ...: told by its first bytes
│   ├── TooLargeError            "too_large"      more than 25 million characters or 1.5 million tags
│   ├── UnparsableError          "unparsable"     no parser makes a tree of it
│   ├── DamagedPageError         "damaged_page"   a file that Page.save has not written so
│   ├── DamagedMemoryError       "damaged_memory" a file that SiteMemory.save has not written so
│   └── DamagedInputError        "damaged_input"  a list, archive or table of pages is broken there
├── BatchError                   its own, below   a batch can't go on with its output or its state
└── FetchError                   its own, below   the page could not be fetched

The codes of a FetchError: see ``FETCH_CODES``; those of a BatchError: see ``BATCH_CODES``; those of an
InputError: see ``INPUT_CODES``.
"""

from __future__ import annotations

from typing import Any, ClassVar


class NewsExtractError(Exception):
    """Anything newsextract raises on purpose.

    ``url`` is the address or None where the input had none, ``reason`` one sentence for people.
    """

    code: ClassVar[str] = "error"

    def __init__(self, reason: str, url: str | None = None) -> None:
        super().__init__(reason, url)  # both, or the error would not survive a process pool
        self.reason = reason
        self.url = url

    def __str__(self) -> str:
        return f"{self.url}: {self.reason}" if self.url else self.reason


class InputError(NewsExtractError):
    """What came in can't be read as a page or a text."""

    code = "input"


class NotAPageError(InputError):
    """The bytes are something else than HTML or text: a PDF, an image, an archive, JSON."""

    code = "not_a_page"


class TooLargeError(InputError):
    """The decoded page is larger than the cap, so that one page can't take all memory."""

    code = "too_large"


class UnparsableError(InputError):
    """No parser makes a tree of the page, or would take minutes for it."""

    code = "unparsable"


class DamagedPageError(InputError):
    """The file is no saved page, or not the whole of one."""

    code = "damaged_page"


class DamagedMemoryError(InputError):
    """The file is no saved memory of sites, or not the whole of one."""

    code = "damaged_memory"


class DamagedInputError(InputError):
    """A list, an archive or a table of pages is cut short or broken at that place."""

    code = "damaged_input"


INPUT_CODES: dict[str, str] = {
    "input": "what came in can't be read as a page or a text",
    "not_a_page": "the bytes are something else: a PDF, an image, an archive, JSON",
    "too_large": "more than 25 million characters, 50 MB, or 1.5 million tags and attributes",
    "unparsable": "no parser makes a tree of it",
    "damaged_page": "a file that `Page.save` has not written so",
    "damaged_memory": "a file that `SiteMemory.save` has not written so",
    "damaged_input": "a list, an archive or a table of pages is cut short or broken at that place",
}
"""Code of an InputError -> its meaning."""


BATCH_CODES: dict[str, str] = {
    "locked": "another run is at work on the same output",
    "output_exists": "the output is there already, and no state beside it tells what of it is done",
    "output_changed": "the output is not what the last run left: it was edited, cut, moved away, or is another run's",
    "other_options": "the run that the state belongs to had other options",
    "state_damaged": "the state is damaged, or no state of newsextract",
    "state_version": "the state is that of another version of newsextract",
    "disk_full": "no room is left on the disk",
    "not_writable": "the output or the state can't be written, as the system says",
}
"""Code of a BatchError -> its meaning."""


class BatchError(NewsExtractError):
    """A batch that can't go on: nothing that was done is lost, and ``url`` is None.

    ``code`` is a key of ``BATCH_CODES``, ``path`` the output or the state that it is about.
    """

    code: str  # type: ignore[misc]  # here each error has its own

    def __init__(self, reason: str, *, code: str, path: str) -> None:
        super().__init__(f"{path}: {reason}")
        if code not in BATCH_CODES:
            raise ValueError(f"unknown batch code {code!r}")
        self.code = code
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore_batch_error, (self.reason.removeprefix(f"{self.path}: "), self.code, self.path)


def _restore_batch_error(reason: str, code: str, path: str) -> BatchError:
    return BatchError(reason, code=code, path=path)


FETCH_CODES: dict[str, str] = {
    "invalid_url": "not an http or https address",
    "dns": "the host's name does not resolve",
    "forbidden_address": "the host is not public: an address that is private, loopback, link-local or of no network",
    "robots": "the site's robots.txt does not allow it, or could not be read (then it is retriable)",
    "too_soon": "the host asked for a pause that is longer than the fetch may take",
    "host_down": "the host could not be reached five times in a row, and is given up for five minutes",
    "connect": "no connection to the host or its proxy, or none that lasted until an answer",
    "tls": "the certificate or the TLS handshake failed",
    "timeout": "no connection, no further byte, or no end of the page in time",
    "redirects": "more than the allowed redirects, a loop, or a target that is no http address",
    "http_status": "the server answered with another status than success",
    "content_type": "the answer is no page, as its header says",
    "too_large": "the body is larger than the cap",
    "truncated": "the body ended before it was complete",
    "protocol": "the answer is not HTTP, or its body not encoded as its header says",
    "extra_missing": "the part of newsextract that this needs is not installed",
    "browser_missing": "no Chromium was found, or it does not start",
    "browser_crashed": "the browser, or the page in it, ended by itself",
    "navigation": "the browser could not go to the page, for a reason that has no code of its own",
}


class FetchError(NewsExtractError):
    """A page that could not be fetched.

    ``code`` is a key of ``FETCH_CODES``; ``url`` the address asked for, None where it was no text; ``hop`` the one at
    which it failed (after redirects; else ``url`` as it was sent); ``status`` the HTTP status, None where no answer
    came; ``retriable`` whether a later try may succeed; ``retry_after`` the seconds after which one may be made, None
    where nobody named them; ``attempts`` how often the host was asked for it. No address shows credentials.
    """

    code: str  # type: ignore[misc]  # here each error has its own

    def __init__(
        self,
        reason: str,
        url: str | None = None,
        *,
        code: str,
        hop: str | None = None,
        status: int | None = None,
        retriable: bool = False,
        retry_after: float | None = None,
        attempts: int = 1,
    ) -> None:
        super().__init__(reason, url)
        if code not in FETCH_CODES:
            raise ValueError(f"unknown fetch code {code!r}")
        self.code = code
        self.hop = hop or url
        self.status = status
        self.retriable = retriable
        self.retry_after = retry_after
        self.attempts = attempts

    def for_url(self, url: str | None) -> FetchError:
        """Return the same failure as that of another address, which depends on this one."""
        return _restore_fetch_error(self.reason, url, self._details())

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore_fetch_error, (self.reason, self.url, self._details())

    def _details(self) -> dict[str, Any]:
        names = ("code", "hop", "status", "retriable", "retry_after", "attempts")
        return {name: getattr(self, name) for name in names}


def _restore_fetch_error(reason: str, url: str | None, details: dict[str, Any]) -> FetchError:
    return FetchError(reason, url, **details)
