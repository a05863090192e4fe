"""Dates as pages write them, in many languages and forms, and what must not be read as one."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsextract.metadata import dates
from newsextract.metadata.dates import Moment

NOW = datetime(2026, 1, 1, tzinfo=UTC)
STRINGS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "fixtures/dates/strings.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
"""Lines of some fifty languages, each with its locale and what it says; "-" where that is no day."""

READ = [
    # ISO 8601 and its near forms
    ("2024-05-03", None, "2024-05-03"),
    ("2024-05-03T15:47:42Z", None, "2024-05-03T15:47:42+00:00"),
    ("2024-05-03T15:47:42.389Z", None, "2024-05-03T15:47:42+00:00"),
    ("2024-05-03T15:47:42.3891234+02:00", None, "2024-05-03T15:47:42+02:00"),
    ("2024-05-03T15:47:42+0200", None, "2024-05-03T15:47:42+02:00"),
    ("2024-05-03T15:47:42-05", None, "2024-05-03T15:47:42-05:00"),
    ("2024-05-03 15:47:42 +02:00", None, "2024-05-03T15:47:42+02:00"),
    ("2024-05-03T15:47", None, "2024-05-03T15:47:00"),
    ("2024-05-03T17:47:00.000+02:00[Europe/Berlin]", None, "2024-05-03T17:47:00+02:00"),
    ("2024/05/03 17:47", None, "2024-05-03T17:47:00"),
    ("2024-5-3", None, "2024-05-03"),
    ("20240503", None, "2024-05-03"),
    ("20240503T154742Z", None, "2024-05-03T15:47:42+00:00"),
    ("1714751262", None, "2024-05-03T15:47:42+00:00"),
    ("1714751262000", None, "2024-05-03T15:47:42+00:00"),
    # RFC 5322 and what C programs print
    ("Fri, 28 Apr 2023 19:20:36 GMT", None, "2023-04-28T19:20:36+00:00"),
    ("Fri, 28 Apr 2023 19:20:36 +0200", None, "2023-04-28T19:20:36+02:00"),
    ("Fri Apr 28 19:20:36 CEST 2023", None, "2023-04-28T19:20:36+02:00"),
    # numbers, in the order of the place
    ("04/05/2023", "en", "2023-04-05"),
    ("04/05/2023", "en-GB", "2023-05-04"),
    ("04/05/2023", "fr", "2023-05-04"),
    ("28/04/2023", "en", "2023-04-28"),
    ("04/28/2023", "fr", "2023-04-28"),
    ("28.04.2023, 19:20 Uhr", "de", "2023-04-28T19:20:00"),
    ("28.4.23", "de", "2023-04-28"),
    ("28-04-2023 19:20", "nl", "2023-04-28T19:20:00"),
    # words
    ("May 3, 2024", "en", "2024-05-03"),
    ("May 3rd, 2024 at 5:47 pm EDT", "en", "2024-05-03T17:47:00-04:00"),
    ("3 May 2024 12:05 a.m.", "en", "2024-05-03T00:05:00"),
    ("the 1st of May 2020", "en", "2020-05-01"),
    ("17:47, 3 May 2024", "en", "2024-05-03T17:47:00"),
    ("Tue 12 Mar 2024 11.36 GMT", "en", "2024-03-12T11:36:00+00:00"),
    ("3. Mai 2024, 17.47 Uhr", "de", "2024-05-03T17:47:00"),
    ("Veröffentlicht am 3. März 2024", "de", "2024-03-03"),
    ("30 avril 2024 à 16h17", "fr", "2024-04-30T16:17:00"),
    ("1er août 2023", "fr", "2023-08-01"),
    ("21 de julio de 2024", "es", "2024-07-21"),
    ("13 de out. de 2024 às 10h20", "pt", "2024-10-13T10:20:00"),
    ("5 gennaio 2025 | 03:56", "it", "2025-01-05T03:56:00"),
    ("1. januar 2024 kl. 14.25", "no", "2024-01-01T14:25:00"),
    ("3 maj 2024", "sv", "2024-05-03"),
    ("13. helmikuuta 2025 klo 14.25", "fi", "2025-02-13T14:25:00"),
    ("24 listopada 2024", "pl", "2024-11-24"),
    ("24. listopada 2024", "hr", "2024-10-24"),
    ("3. května 2024", "cs", "2024-05-03"),
    ("2024. április 24. 10:20", "hu", "2024-04-24T10:20:00"),
    ("2024 m. balandžio 24 d.", "lt", "2024-04-24"),
    ("24 апреля 2024, 10:20", "ru", "2024-04-24T10:20:00"),
    ("24 квітня 2024", "uk", "2024-04-24"),
    ("24 Απριλίου 2024", "el", "2024-04-24"),
    ("24 Nisan 2024 10:20", "tr", "2024-04-24T10:20:00"),
    ("24 April 2024 pukul 10.20 WIB", "id", "2024-04-24T10:20:00+07:00"),
    ("2024年4月24日10:20", "zh", "2024-04-24T10:20:00"),
    ("2024年4月24日 午後3時20分", "ja", "2024-04-24T15:20:00"),
    ("2024년 4월 24일 오후 3:20", "ko", "2024-04-24T15:20:00"),
    ("24 เมษายน 2567", "th", "2024-04-24"),
    ("٢٤ أبريل ٢٠٢٤", "ar", "2024-04-24"),
    ("24 كانون الثاني 2024", "ar", "2024-01-24"),
    ("24 באפריל 2024", "he", "2024-04-24"),
    ("24 अप्रैल 2024", "hi", "2024-04-24"),
    ("১৪ মে ২০২৪", "bn", "2024-05-14"),
]

NOT_READ = [
    "",
    "yesterday",
    "3 hours ago",
    "May 3",
    "3 May",
    "2024",
    "May 2024",
    "2024-13-45",
    "32.13.2024",
    "1066-10-14",
    "2999-01-01",
    "1-2-3",
    "12:30",
    "call 0123 456 7890",
    "99999999999999",
]


@pytest.mark.parametrize(("text", "locale", "expected"), READ)
def test_reads(text: str, locale: str | None, expected: str) -> None:
    moment = dates.read(text, locale, NOW)
    assert moment is not None
    assert moment.isoformat() == expected


@pytest.mark.parametrize(("text", "locale", "expected"), STRINGS)
def test_reads_the_languages_of_the_world(text: str, locale: str, expected: str) -> None:
    moment = dates.read(text, locale, NOW)
    assert (moment.isoformat() if moment else "-") == expected


@pytest.mark.parametrize("text", NOT_READ)
def test_does_not_read(text: str) -> None:
    assert dates.read(text, "en", NOW) is None


def test_a_day_without_a_clock_stays_a_day() -> None:
    moment = dates.read("3 May 2024", "en", NOW)
    assert type(moment) is date


def test_tomorrow_may_be_but_not_the_day_after() -> None:
    assert dates.read("2026-01-02", None, NOW) == date(2026, 1, 2)
    assert dates.read("2026-01-03", None, NOW) is None


@pytest.mark.parametrize(
    ("utc", "other", "expected"),
    [
        ("2024-03-01T04:30:00+00:00", "2024-02-29T23:30:00-05:00", "2024-02-29T23:30:00-05:00"),
        ("2024-03-01T04:30:20+00:00", "2024-02-29T23:30:00", "2024-02-29T23:30:20-05:00"),
        ("2024-03-01T04:30:00+00:00", "2024-03-01T10:15:00", "2024-03-01T10:15:00+05:45"),
        ("2024-03-01T04:30:00+00:00", "2024-03-01T04:30:00", None),
        ("2024-03-01T04:30:00+00:00", "2024-03-01T09:37:00", None),
        ("2024-03-01T04:30:00+00:00", "2024-03-04T04:30:00", None),
        ("2024-03-01T04:30:00+00:00", "2024-03-01T06:00:00+01:00", None),
    ],
)
def test_in_place(utc: str, other: str, expected: str | None) -> None:
    found = dates.in_place(datetime.fromisoformat(utc), datetime.fromisoformat(other))
    assert (found.isoformat() if found else None) == expected


def test_the_slow_reader_fills_nothing_in() -> None:
    assert dates.guess("May", "en", NOW) is None
    assert dates.guess("12:30", "en", NOW) is None
    assert dates.guess("3 May", "en", NOW) is None


def test_the_slow_reader_knows_languages_that_the_table_has_not() -> None:
    assert dates.guess("24 Ebrill 2024", "cy", NOW) == date(2024, 4, 24)


@given(st.text(max_size=200), st.sampled_from([None, "en", "de", "th", "ar", "xx"]))
def test_any_text_gives_a_date_in_bounds_or_none(text: str, locale: str | None) -> None:
    moment = dates.read(text, locale, NOW)
    assert moment is None or dates.within(moment, NOW)


@given(st.datetimes(datetime(1990, 1, 2), datetime(2025, 12, 31), timezones=st.just(UTC)))
def test_iso_goes_round(moment: datetime) -> None:
    whole: Moment = moment.replace(microsecond=0)
    assert dates.read(whole.isoformat(), None, NOW) == whole
