"""SiteMemory: what the pages of many hosts have in common, as an object of the caller's."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock
from typing import Any

from newsextract.article import Article, Status
from newsextract.clean import Draft
from newsextract.content import Content
from newsextract.extract import extract
from newsextract.metadata import Facts
from newsextract.page import Page
from newsextract.site.habits import Habits, habits_of
from newsextract.site.lesson import Lesson
from newsextract.site.story import Story, digest_of, observed, places
from newsextract.site.watch import Watch
from newsextract.urls import host, without_login

MOST_STORIES = 48
"""Stories kept of a host."""
MOST_HOSTS = 2_000
STORIES = frozenset({Status.OK, Status.PARTIAL, Status.PAYWALL, Status.LIVE, Status.VIDEO, Status.GALLERY})
"""What a page must be to be learned from."""


class SiteMemory:
    """What recurs on the pages of hosts, and where their stories stand; see ``learn`` and ``extract(site=...)``.

    It keeps digests of at most 48 stories of each of 2,000 hosts, those whose keys have the lowest digests: which ones
    these are does not depend on the order in which pages come, nor do the bytes that ``save`` writes. Threads may share
    it; what an extraction sees of a page that another thread is learning is then a matter of time.
    """

    def __init__(self) -> None:
        self._hosts: dict[str, dict[int, bytes]] = {}
        self._habits: dict[str, Habits] = {}
        self._lock = RLock()

    def learn(self, html: bytes | str | Page | Any, url: str | None = None) -> bool:
        """Learn from a page, and return whether there was something to learn.

        html, url: as for ``extract``. Pages without an address, their own or a canonical one, are of one nameless host.
        A page without a story, and a text without markup, teach nothing. Raises what ``extract`` raises.
        """
        lesson = lesson_of(html, url)
        if lesson is not None:
            self.add(lesson)
        return lesson is not None

    def add(self, lesson: Lesson) -> bool:
        """Take in what a page taught, and return whether it was kept; of two with one address, the lower record is."""
        with self._lock:
            stories = self._hosts.setdefault(lesson.host, {})
            known = stories.get(lesson.key)
            if known is not None and known <= lesson.record:
                return False
            stories[lesson.key] = lesson.record
            if len(stories) > MOST_STORIES:
                del stories[max(stories)]
            if len(self._hosts) > MOST_HOSTS:
                del self._hosts[max(self._hosts, key=_rank)]
            self._habits.pop(lesson.host, None)
            return lesson.key in self._hosts.get(lesson.host, ())

    def merge(self, other: SiteMemory) -> None:
        """Take in all that another memory holds: the same as if this one had seen its pages, too."""
        for lesson in other.lessons():
            self.add(lesson)

    def lessons(self) -> list[Lesson]:
        """Return all that is kept, by host and key."""
        with self._lock:
            return [
                Lesson(name, key, self._hosts[name][key])
                for name in sorted(self._hosts)
                for key in sorted(self._hosts[name])
            ]

    @property
    def hosts(self) -> Mapping[str, int]:
        """The hosts and how many stories are kept of each."""
        with self._lock:
            return {name: len(stories) for name, stories in sorted(self._hosts.items())}

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the memory into a file (SQLite), which is replaced as a whole. Raises OSError."""
        from newsextract.site import store  # it is for few

        store.write(self.lessons(), Path(path))

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> SiteMemory:
        """Return the memory that ``save`` wrote.

        Raises DamagedMemoryError for any other file, also one with a byte changed, and OSError where none can be read.
        """
        from newsextract.site import store

        memory = cls()
        for lesson in store.read(Path(path)):
            memory.add(lesson)
        return memory

    def watch(self, content: Content, facts: Facts, address: str | None) -> Watch | None:
        """Return what is known that bears on a page; None where nothing is. ``extract`` asks it.

        A page without an address is taken for one of the host, if only one is known.
        """
        name = _host(address, facts)
        with self._lock:
            if not name and len(self._hosts) == 1:
                name = next(iter(self._hosts))
            habits = self._habits_of(name)
        return Watch(habits, content.pieces, places(content.pieces, content.nodes)) if habits else None

    def _habits_of(self, name: str) -> Habits | None:
        if name not in self._habits and name in self._hosts:
            stories = self._hosts[name]
            self._habits[name] = habits_of([Story.decode(stories[key]) for key in sorted(stories)])
        return self._habits.get(name)


@dataclass(slots=True)
class _Pupil:
    """Stands where a memory stands in an extraction, and takes note of the page where that has nothing to say."""

    memory: SiteMemory | None = None
    told: bool = False
    lesson: Lesson | None = None
    host: str = ""
    address: str | None = None
    where: Mapping[int, int] = field(default_factory=dict)
    lean: Mapping[int, float] = field(default_factory=dict)

    def watch(self, content: Content, facts: Facts, address: str | None) -> _Pupil | Watch:
        if self.memory is not None and (watch := self.memory.watch(content, facts, address)) is not None:
            self.told = True
            return watch
        self.host, self.address = _host(address, facts), facts.canonical_url or address
        self.where = places(content.pieces, content.nodes)
        return self

    def look(self, draft: Draft) -> Draft:
        record = observed(draft, self.where).encode()
        key = digest_of(without_login(self.address).encode("utf-8", "replace")) if self.address else digest_of(record)
        self.lesson = Lesson(self.host, key, record)
        return draft


def lesson_of(html: bytes | str | Page | Any, url: str | None = None) -> Lesson | None:
    """Return what a page teaches, whatever a memory knows already; None where it is nothing. Arguments as ``learn``."""
    return extract_and_learn(html, url, None)[1]


def extract_and_learn(
    html: bytes | str | Page | Any, url: str | None, memory: SiteMemory | None
) -> tuple[Article, Lesson | None]:
    """Return the article, with the help of a memory, and what the page teaches, without it: None where it is nothing.

    The memory takes in nothing. A page of a host that it knows is read twice. Raises what ``extract`` raises.
    """
    pupil = _Pupil(memory)
    article = extract(html, url, site=pupil)
    if pupil.told:
        return article, lesson_of(html, url)
    return article, pupil.lesson if article.blocks and article.status in STORIES else None


def _host(address: str | None, facts: Facts) -> str:
    return (host(address) or host(facts.canonical_url) or "").removeprefix("www.")


def _rank(name: str) -> int:
    return digest_of(name.encode("utf-8", "replace"))
