"""Dates of many sources -> when the article was published, and when it was changed: the days vote."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

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
    "opengraph.video": 0.4,
    "opengraph.updated": 0.4,
}
"""What each source's day counts; the first day of a source counts alone."""

RESTAMPED = 0.5
"""What is left of a date that a source gives for publication and change alike: it may be that of the change."""

GUESSES = 3
"""How many texts at most are given to the slow reader where no other speaks."""

Offer = tuple[str, Moment]
"""A source and the moment that it names."""


def read(claims: Sequence[Claim], locale: str | None) -> list[Offer]:
    """Return the moments that the claims name, in their order; what names none or is out of bounds is left out."""
    return [(claim.source, moment) for claim in claims if (moment := dates.read(str(claim.value), locale)) is not None]


def guess(claims: Sequence[Claim], locale: str | None) -> list[Offer]:
    """Return what the slow reader makes of the first few claims; for where ``read`` finds nothing."""
    for claim in claims[:GUESSES]:
        if (moment := dates.guess(str(claim.value), locale)) is not None:
            return [(claim.source, moment)]
    return []


def settle(offers: Sequence[Offer], changes: Sequence[Offer] = ()) -> Offer | None:
    """Return the offer that is believed: of the day that most sources of weight name, the first, in the local zone.

    offers: the trusted first. changes: when the sources say that the page was changed.
    """
    if not offers:
        return None
    changed = {(told(source), moment) for source, moment in changes}
    votes: dict[date, dict[str, float]] = {}
    spoken: set[str] = set()
    for source, moment in offers:
        if source not in spoken:
            spoken.add(source)
            weight = WEIGHTS.get(source, 0.5) * (RESTAMPED if (told(source), moment) in changed else 1.0)
            family = votes.setdefault(_common_day(moment, votes), {})
            family[told(source)] = max(family.get(told(source), 0.0), weight)
    best = max(votes, key=lambda day: sum(votes[day].values()))
    source, moment = next(offer for offer in offers if _common_day(offer[1], votes) == best)
    return source, _in_place(moment, offers)


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
