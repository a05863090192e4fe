"""str -> Hop: an address that can be asked for, or an ``invalid_url``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from ipaddress import ip_address
from urllib.parse import urljoin, urlsplit, urlunsplit

import idna
from w3lib.url import safe_url_string

from newsextract.errors import FetchError

SCHEMES = ("http", "https")
_PORTS = {"http": 80, "https": 443}
_LONGEST_NAME = 253  # RFC 1035 section 2.3.4, as the 63 of a label
_LABEL = re.compile(r"[a-z0-9_-]{1,63}")  # "_" is against the letter of RFC 952, and in use
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_AUTHORITY_ENDS = re.compile(r"[/?#\\]")
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Hop:
    """One request of a fetch.

    url: the address to ask for: percent-encoded, without credentials and fragment. asked: the address that the fetch
    began with, as the caller wrote it, without credentials.
    """

    url: str
    asked: str

    def to(self, location: str) -> Hop:
        """Return the hop that a Location header leads to (RFC 9110 section 10.2.2).

        location: as http.client gives it, its bytes read as Latin-1. They are sent on as UTF-8 where they are UTF-8,
        and byte by byte where they are not, as browsers do. Raises FetchError ``redirects`` for a target that is no
        http address.
        """
        try:
            return replace(self, url=_address(urljoin(self.url, safe_url_string(location.encode("latin-1")))))
        except ValueError as error:
            raise self.error("redirects", f"redirected to {_shown(_hide_all_before_at(location))!r}: {error}") from None

    @property
    def host(self) -> str:
        """The host that the rules of conduct count by: its name, with a port that is not the scheme's own."""
        parts = urlsplit(self.url)
        port = "" if parts.port in (None, _PORTS[parts.scheme]) else f":{parts.port}"
        return f"{parts.hostname}{port}"

    def error(
        self,
        code: str,
        reason: str,
        *,
        status: int | None = None,
        retriable: bool = False,
        retry_after: float | None = None,
        attempts: int = 1,
    ) -> FetchError:
        """Return the error that ends the fetch at this hop."""
        return FetchError(
            reason,
            self.asked,
            code=code,
            hop=self.url,
            status=status,
            retriable=retriable,
            retry_after=retry_after,
            attempts=attempts,
        )


def first_hop(url: str) -> Hop:
    """Return the hop that a fetch begins with; raise FetchError ``invalid_url`` where the address is none."""
    if not isinstance(url, str):
        raise FetchError(f"the address is no text but {type(url).__name__}", code="invalid_url")
    try:
        return Hop(_address(url), without_credentials(url.strip()))
    except ValueError as error:
        raise FetchError(str(error), _shown(_hide_all_before_at(url)), code="invalid_url") from None


def without_credentials(url: str) -> str:
    """Return the address without user name and password.

    >>> without_credentials("https://ann:secret@example.org/@ann")
    'https://example.org/@ann'
    """
    start = _authority(url)
    end = _AUTHORITY_ENDS.search(url, start)
    host = url.rfind("@", start, end.start() if end else len(url)) + 1 or start
    return url[:start] + url[host:]


def _hide_all_before_at(url: str) -> str:
    """Hide more than need be: in an address that makes no sense, a password may reach anywhere."""
    start = _authority(url)
    return url[:start] + url[start:].rpartition("@")[2]


def _shown(text: str) -> str:
    """Return what an error shows of bad input: one line, not too long, fit for any file."""
    return " ".join(text[:_SHOWN].split()).encode(errors="replace").decode()


def _authority(url: str) -> int:
    """Return where the part with the host begins."""
    return url.find("//") + 2 if "//" in url else 0


def _address(url: str) -> str:
    """Return the address as it goes over the wire; a ValueError says what is wrong with it."""
    text = url.strip()
    if not text:
        raise ValueError("the address is empty")
    try:
        parts = urlsplit(safe_url_string(_with_ascii_host(text)))
        host = parts.hostname or ""
    except ValueError:
        raise ValueError("the address is malformed") from None
    _check_scheme(parts.scheme, text)
    _check_host(host)
    sent = parts._replace(netloc=parts.netloc.rpartition("@")[2], path=parts.path or "/", fragment="")
    return _STRAY_PERCENT.sub("%25", urlunsplit(sent))  # for one of them, urllib3 would escape all of them anew


def _with_ascii_host(url: str) -> str:
    """Encode a host's name as browsers do (UTS 46): w3lib follows IDNA 2003, where "faß.de" is "fass.de"."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if host.isascii():
        return url
    if len(host) > _LONGEST_NAME:  # before idna, whose time grows with the square of it
        raise ValueError
    port = "" if parts.port is None else f":{parts.port}"
    return urlunsplit(parts._replace(netloc=idna.encode(host, uts46=True).decode() + port))


def _check_scheme(scheme: str, text: str) -> None:
    if scheme in SCHEMES:
        return
    reason = "the address does not begin with http:// or https://"
    if not scheme or "." in scheme or text[len(scheme) + 1 :][:1].isdigit():  # "example.org:80/", "localhost:80/"
        reason += f"; https://{_shown(_hide_all_before_at(text)).lstrip('/')} may be meant"
    raise ValueError(reason)


def _check_host(host: str) -> None:
    if not host:
        raise ValueError("the address names no host")
    if ":" in host:
        ip_address(host)
    elif len(host) > _LONGEST_NAME or not all(map(_LABEL.fullmatch, host.removesuffix(".").split("."))):
        raise ValueError(f"{_shown(host)!r} is no name of a host")
