"""Stories of a host -> its habits: what recurs on how many of them, and in which places their prose stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from newsextract.site.story import Line, Shown, Story


@dataclass(frozen=True, slots=True)
class Place:
    """What stood at a place. lines: how many; lone: of these such as no other story has there; kept, cut: in how many
    stories most of them were kept, or not."""

    lines: int = 0
    lone: int = 0
    kept: int = 0
    cut: int = 0


NOWHERE = Place()


class Sight(NamedTuple):
    """Where a story has a text: at which place, whether it was kept there, and after and before how many kept passages
    that no other story has."""

    place: int
    kept: bool
    before: int
    behind: int


@dataclass(frozen=True, slots=True)
class Habits:
    """What the pages of a host have in common; a page that was learned twice, or at two addresses, is one story.

    stories: those pages, and for each the number of its story. mains: number of a story -> the place of its prose.
    texts: digest of a text -> number of each story that has it -> where. pictures: a picture with its words -> numbers
    of the stories that show it.
    """

    stories: Sequence[tuple[Story, int]]
    mains: Mapping[int, int]
    texts: Mapping[int, Mapping[int, Sight]]
    pictures: Mapping[Shown, Set[int]]
    places: Mapping[int, Place]

    def others(self, story: Story) -> set[int]:
        """Return the numbers of the stories that are not the one that a page tells."""
        return set(self.mains) - {number for other, number in self.stories if other.is_same(story)}


def habits_of(pages: Sequence[Story]) -> Habits:
    """Return the habits that pages of a host show. pages: in an order that depends on nothing but the pages."""
    stories = list(zip(pages, _numbers(pages), strict=True))
    holders: dict[int, set[int]] = defaultdict(set)
    pictures: dict[Shown, set[int]] = defaultdict(set)
    mains: dict[int, int] = {}
    for story, number in stories:
        mains.setdefault(number, story.main)
        for line in story.lines:
            holders[line.text].add(number)
        for picture in story.pictures:
            pictures[picture].add(number)
    recurring = {text for text, numbers in holders.items() if len(numbers) > 1}
    texts: dict[int, dict[int, Sight]] = defaultdict(dict)
    for story, number in stories:
        for line, sight in zip(story.lines, sights(story.lines, recurring), strict=True):
            texts[line.text].setdefault(number, sight)
    return Habits(stories, mains, dict(texts), dict(pictures), _places(stories, recurring))


def sights(lines: Sequence[Line], recurring: Container[int]) -> Iterator[Sight]:
    """Yield for each line where it stands. recurring: the texts that several stories have: they take turns, and so
    would move what stands below them."""
    own = [line.kept and line.text not in recurring for line in lines]
    before, all_ = 0, sum(own)
    for line, is_own in zip(lines, own, strict=True):
        yield Sight(line.place, line.kept, before, all_ - before - is_own)
        before += is_own


def _numbers(pages: Sequence[Story]) -> Iterator[int]:
    """Yield for each page the number of its story: that of the first page which tells the same."""
    told: list[tuple[Story, int]] = []
    for at, page in enumerate(pages):
        number = next((number for other, number in told if other.is_same(page)), at)
        told.append((page, number))
        yield number


def _places(stories: Sequence[tuple[Story, int]], recurring: Container[int]) -> dict[int, Place]:
    lines: Counter[int] = Counter()
    lone: Counter[int] = Counter()
    verdicts: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for story, number in stories:
        for line in story.lines:
            lines[line.place] += 1
            lone[line.place] += line.text not in recurring
            verdicts[line.place][number] += 1 if line.kept else -1
    return {
        place: Place(
            count,
            lone[place],
            sum(sum_ > 0 for sum_ in verdicts[place].values()),
            sum(sum_ < 0 for sum_ in verdicts[place].values()),
        )
        for place, count in lines.items()
    }
