"""Extract many pages with an asynchronous client: anything that gives bytes makes a ``Page``.

    python docs/examples/async_httpx.py https://example.org/a https://example.org/b

The client is httpx here; with another one, build the Page from what it calls these things. The limits, the guard and
the rules of conduct of newsextract's own Fetcher are then the client's business.
"""

from __future__ import annotations

import asyncio
import sys

import httpx

from newsextract import Article, Page, extract

MAX_BYTES = 20_000_000
AT_ONCE = 8


async def fetch(client: httpx.AsyncClient, url: str) -> Page:
    """Return the page at an address; raise httpx.HTTPError, or ValueError for one that is too large."""
    async with client.stream("GET", url) as response:
        response.raise_for_status()
        body = bytearray()
        async for chunk in response.aiter_bytes():
            body += chunk
            if len(body) > MAX_BYTES:
                raise ValueError(f"{url} is larger than {MAX_BYTES} bytes")
        return Page(url, bytes(body), response.headers, response.status_code, str(response.url))


async def articles(urls: list[str]) -> list[Article | BaseException]:
    """Return an article for each address, or what went wrong."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(client: httpx.AsyncClient, url: str) -> Article:
        async with gate, asyncio.timeout(30):
            page = await fetch(client, url)
        return await asyncio.to_thread(extract, page)  # or the loop would wait for it

    async with httpx.AsyncClient(follow_redirects=True) as client:
        return await asyncio.gather(*(one(client, url) for url in urls), return_exceptions=True)


if __name__ == "__main__":
    for outcome in asyncio.run(articles(sys.argv[1:])):
        print(outcome.title if isinstance(outcome, Article) else f"failed: {outcome!r}")
