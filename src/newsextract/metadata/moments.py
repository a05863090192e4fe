"""Dates of many sources -> when the article was published, and when it was changed: the days vote."""

from __future__ import annotations

from collections.abc import Collection, Container, Sequence
from datetime import date, datetime, time

from newsextract.metadata import dates
from newsextract.metadata.dates import Moment, day_of
from newsextract.metadata.facts import Claim
from newsextract.metadata.trust import told

WEIGHTS: dict[str, float] = {
    "json_ld": 3.0,
    "opengraph": 2.6,
    "microdata": 2.4,
    "meta": 2.2,
    "visible.time": 1.6,
    "visible": 1.3,
    "json_ld.page": 1.2,
    "url": 1.1,
    "meta.weak": 1.0,
    "visible.plain": 1.05,
    "visible.far": 1.02,
    "opengraph.video": 0.4,
    "opengraph.updated": 0.4,
}
"""What each source's day counts; the first day of a source counts alone."""

RESTAMPED = 0.5
"""What is left of a date that a source gives for publication and change alike: it may be that of the change."""

GUESSES = 3
"""How many texts at most are given to the slow reader where no other speaks."""

LOOSE = frozenset({"visible.plain", "visible.far"})
MACHINES = frozenset({"json_ld", "opengraph", "microdata", "meta"})
"""Sources made for machines; what a page prints is none."""

Offer = tuple[str, Moment]
"""A source and the moment that it names."""


def read(
    claims: Sequence[Claim], locale: str | None, latest: datetime | None = None, beside: Sequence[Claim] = ()
) -> list[Offer]:
    """Return the moments that the claims name, in their order; what names none or is out of bounds is left out.

    latest: see ``dates.read``. beside: other claims of the page. A day in numbers that may be 4 May or 5 April is the
    one that another claim names; where none does, the locale decides.
    """
    texts = [(claim.source, str(claim.value)) for claim in (*claims, *beside)]
    told = [(source, dates.read(text, locale, latest), dates.turned(text, locale, latest)) for source, text in texts]
    sure = {day_of(moment) for _, moment, other in told if moment is not None and other is None}
    offers = ((source, _either(moment, other, sure)) for source, moment, other in told[: len(claims)])
    return [(source, moment) for source, moment in offers if moment is not None]


def _either(moment: Moment | None, other: Moment | None, sure: Collection[date]) -> Moment | None:
    """Return which of two readings of a text is meant; the second is the less likely."""
    if other is None or (moment is not None and _is_near(moment, sure)):
        return moment
    return other if moment is None or _is_near(other, sure) else moment


def _is_near(moment: Moment, days: Collection[date]) -> bool:
    """Whether a moment is of one of some days, or of the day beside, as it may be elsewhere."""
    return any(abs((day_of(moment) - day).days) <= 1 for day in days)


def guess(claims: Sequence[Claim], locale: str | None, latest: datetime | None = None) -> list[Offer]:
    """Return what the slow reader makes of the first few claims; for where ``read`` finds nothing.

    Lines that nothing but their digits makes a date of are not worth its time.
    """
    worth = [claim for claim in claims if claim.source not in LOOSE]
    for claim in worth[:GUESSES]:
        if (moment := dates.guess(str(claim.value), locale, latest)) is not None:
            return [(claim.source, moment)]
    return []


def settle(offers: Sequence[Offer], changes: Sequence[Offer] = ()) -> Offer | None:
    """Return the offer that is believed: of the day that most sources of weight name, the first, in the local zone.

    offers: the trusted first. changes: when the sources say that the page was changed. A single day printed by the
    headline that lies before all that the machines are told is when the story came out: they are told of it anew.
    """
    if not offers:
        return None
    votes = _votes(offers, {(told(source), moment) for source, moment in changes})
    best = max(votes, key=lambda day: sum(votes[day].values()))
    source, moment = next(offer for offer in offers if _common_day(offer[1], votes) == best)
    if source in MACHINES and (printed := _printed_before(best, offers)) is not None:
        source, moment = printed
    return source, _in_place(_fullest(moment, [other for _, other in offers]), offers)


def _votes(offers: Sequence[Offer], changed: Container[Offer]) -> dict[date, dict[str, float]]:
    """Return for each day the weight that each vocabulary gives it; the first day of a source counts alone."""
    votes: dict[date, dict[str, float]] = {}
    spoken: set[str] = set()
    for source, moment in offers:
        if source not in spoken:
            spoken.add(source)
            weight = WEIGHTS.get(source, 0.5) * (RESTAMPED if (told(source), moment) in changed else 1.0)
            family = votes.setdefault(_common_day(moment, votes), {})
            family[told(source)] = max(family.get(told(source), 0.0), weight)
    return votes


def _printed_before(best: date, offers: Sequence[Offer]) -> Offer | None:
    """Return the day that the page prints, where it prints a single one and that is before the day of the machines."""
    printed = [offer for offer in offers if told(offer[0]) == "visible"]
    days = {day_of(moment) for _, moment in printed}
    return printed[0] if len(days) == 1 and (best - next(iter(days))).days > 1 else None


def _fullest(moment: Moment, others: Sequence[Moment]) -> Moment:
    """Return the telling of a day that says more: one with an hour (midnight mostly means none), or with a zone too."""
    clocks = [other for other in others if _has_clock(other) and day_of(other) == day_of(moment)]
    if not _has_clock(moment):
        return next(iter(clocks), moment)
    return next((other for other in clocks if dates.is_zoned(other, moment)), moment)


def _has_clock(moment: Moment) -> bool:
    return isinstance(moment, datetime) and moment.time() != time(0)


def _common_day(moment: Moment, votes: dict[date, dict[str, float]]) -> date:
    """Return the day of a moment, or the day that others know it by: at the place, or in UTC."""
    day = day_of(moment)
    if day not in votes:
        for known in votes:
            if abs((known - day).days) == 1 and dates.may_be(moment, known):
                return known
    return day


def _in_place(moment: Moment, offers: Sequence[Offer]) -> Moment:
    """Tell a moment in UTC in the zone of the place, where another source has it so: that says more."""
    if not dates.is_utc(moment):
        return moment
    return next((local for _, other in offers if (local := dates.in_place(moment, other))), moment)
