"""Seed -> a made site: pages in an invented language, with furniture around and between paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

ALPHABETS = (
    ("b d f g h k l m n p r s t v z br kl st tr", "a e i o u ai ou"),
    ("б в г д ж з к л м н п р с т х ц ч ш", "а е и о у ы я ю"),
    ("β γ δ θ κ λ μ ν ξ π ρ σ τ φ χ", "α ε η ι ο υ ω"),
    ("b c ç d f g ğ h k l m n p r s ş t v y z", "a e ı i o ö u ü"),
)
"""Consonants and vowels of the languages."""
AGAIN = 0.08
"""The share of pages that tell a story again."""


@dataclass(frozen=True, slots=True)
class Made:
    """A page: its address, its markup, and what an extractor should find."""

    url: str
    html: str
    paragraphs: tuple[str, ...]
    headings: tuple[str, ...]
    pictures: tuple[str, ...]

    def moved(self, at: int) -> Made:
        """Return the same story at another address."""
        url = f"{self.url}-{at}"
        return replace(self, url=url, html=self.html.replace(f'href="{self.url}"', f'href="{url}"'))


class Tongue:
    """A language that nobody speaks: words, sentences and names, by a seed."""

    def __init__(self, random: Random) -> None:
        consonants, vowels = (signs.split() for signs in random.choice(ALPHABETS))
        self._random = random
        lengths = random.choices((1, 2, 3, 4), (1, 2, 1, 1), k=900)
        made = ([random.choice(consonants) + random.choice(vowels) for _ in range(length)] for length in lengths)
        self._words = sorted({"".join(signs) for signs in made})

    def line(self, least: int, most: int) -> str:
        """A line without an end."""
        chosen = [self._random.choice(self._words) for _ in range(self._random.randint(least, most))]
        return " ".join(chosen).capitalize()

    def sentence(self, least: int = 6, most: int = 22) -> str:
        """A sentence."""
        return self.line(least, most) + self._random.choice(("." * 1, ".", ".", "?"))

    def paragraph(self) -> str:
        """One to four sentences, now and then an answer of one word."""
        if self._random.random() < 0.03:
            return self.line(1, 1) + "."
        return " ".join(self.sentence() for _ in range(self._random.choice((1, 2, 2, 3, 4))))


@dataclass(frozen=True, slots=True)
class Furniture:
    """What recurs on a site's pages. where: top, amid, below or foot; share: of the pages that have it; slot: number of
    the paragraph that it stands behind, None for any."""

    html: str
    where: str
    share: float
    slot: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What the pages of a site share.

    logo: a picture that is none of a story's. event, series: a sentence that some stories on one event have, and the
    paragraph that opens those of a series, with the numbers of the pages. subheading: what many stories have.
    """

    host: str
    templates: Sequence[Template]
    furniture: Sequence[Furniture]
    logo: str
    event: tuple[str, frozenset[int]]
    series: tuple[str, frozenset[int]]
    subheading: str


def site(seed: int) -> list[Made]:
    """Return the pages of a site: 5 to 24, some of them a story at a second address."""
    random = Random(seed)
    tongue = Tongue(random)
    names = _Names(random, tongue)
    count = random.randint(5, 24)
    plan = Plan(
        f"https://made{seed}.example",
        [_template(names) for _ in range(random.choice((1, 1, 2, 3)))],
        [_furniture(random, tongue, names) for _ in range(random.randint(3, 9))],
        f"/media/{tongue.line(1, 1).lower()}-{random.randint(100, 999)}.jpg",
        (tongue.sentence(12, 20), _some(random, count)),
        (tongue.sentence(12, 20), _some(random, count)),
        tongue.line(2, 3),
    )
    pages: list[Made] = []
    for at in range(count):
        again = random.choice(pages) if pages and random.random() < AGAIN else None
        pages.append(again.moved(at) if again else _page(random, tongue, plan, at))
    return pages


def _some(random: Random, count: int) -> frozenset[int]:
    """Up to three of ten pages."""
    return frozenset(random.sample(range(count), int(random.uniform(0.0, 0.3) * count)))


class _Names:
    """Classes, some that say what they are for and some that say nothing."""

    def __init__(self, random: Random, tongue: Tongue) -> None:
        self.says = random.random() < 0.5
        self._random, self._tongue = random, tongue

    def name(self, meaning: str) -> str:
        return meaning if self.says else self._tongue.line(1, 1).lower()


Template = Callable[[str, str, str, Sequence[str], str], str]
"""Headline, address, top, parts of the story, foot -> markup."""


def _template(names: _Names) -> Template:
    frame, text, outer = names.name("article"), names.name("article-body"), names.name("main")

    def fill(title: str, url: str, top: str, parts: Sequence[str], foot: str) -> str:
        menu = "".join(f'<li><a href="/{n}">{n}</a></li>' for n in range(6))
        return (
            f'<!doctype html><html><head><title>{title}</title><link rel="canonical" href="{url}"></head><body>'
            f'<nav><ul>{menu}</ul></nav><div class="{outer}"><div class="{frame}"><h1>{title}</h1>{top}'
            f'<div class="{text}">{"".join(parts)}</div>{foot}</div></div></body></html>'
        )

    return fill


def _furniture(random: Random, tongue: Tongue, names: _Names) -> Furniture:
    """A line that recurs: a short label or a sentence or two, in the element of the paragraphs or in one of its own."""
    text = random.choice(
        (tongue.line(1, 3), tongue.line(3, 8), tongue.sentence(8, 20), f"{tongue.sentence()} {tongue.sentence()}")
    )
    if random.random() < 0.3:
        text = f'{text} <a href="/{tongue.line(1, 1).lower()}">{tongue.line(1, 3)}</a>'
    own = names.name("box")
    forms = ("<p>{}</p>", "<p>{}</p>", f'<p class="{own}">{{}}</p>', f'<div class="{own}"><p>{{}}</p></div>')
    form = random.choice(forms)
    where = random.choice(("top", "amid", "amid", "below", "foot"))
    slot = random.choice((0, 1, 2, 3, None)) if where == "amid" else None
    return Furniture(form.format(text), where, random.choice((0.6, 0.8, 1.0, 1.0)), slot)


def _page(random: Random, tongue: Tongue, plan: Plan, at: int) -> Made:
    title, paragraphs = tongue.line(5, 9), [tongue.paragraph() for _ in range(random.randint(4, 16))]
    if at in plan.event[1]:
        paragraphs.insert(random.randint(1, len(paragraphs)), plan.event[0])
    if at in plan.series[1]:
        paragraphs.insert(0, plan.series[0])
    headings = []
    parts = [f"<p>{text}</p>" for text in paragraphs]
    if len(paragraphs) > 6 and random.random() < 0.5:
        headings.append(random.choice((tongue.line(2, 5), plan.subheading)))
        parts.insert(4, f"<h2>{headings[0]}</h2>")
    picture = f"{plan.host}/photos/{at}-{random.randint(1000, 9999)}.jpg"
    parts.insert(0, f'<img src="{picture}" width="900" height="600">')
    if random.random() < 0.7:
        parts.insert(2, f'<img src="{plan.host}{plan.logo}" width="640" height="360">')
    shown = [each for each in plan.furniture if random.random() < each.share]
    for each in sorted((each for each in shown if each.where == "amid"), key=lambda each: each.slot or 0):
        place = min(each.slot + 1, len(parts)) if each.slot is not None else random.randint(1, len(parts))
        parts.insert(place, each.html)
    parts += [each.html for each in shown if each.where == "below"]
    top, foot = ("".join(each.html for each in shown if each.where == where) for where in ("top", "foot"))
    url = f"{plan.host}/{random.choice(('news', 'sport'))}/{at}-{title.split()[0].lower()}"
    html = random.choice(plan.templates)(title, url, top, parts, foot)
    return Made(url, html, tuple(paragraphs), tuple(headings), (picture,))
