"""The Article: its dict, its schema, its derived fields."""

import json
import re
import subprocess
import sys
import types
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from importlib.resources import files
from pathlib import Path
from time import process_time
from typing import get_args, get_origin, get_type_hints

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsextract import errors, serial
from newsextract.article import (
    DERIVED,
    SCHEMA_VERSION,
    Article,
    Block,
    BlockKind,
    Candidate,
    Credit,
    CreditKind,
    CreditRole,
    Cut,
    Dateline,
    Evidence,
    FetchFacts,
    FieldInfo,
    Image,
    ImageRole,
    Link,
    Note,
    NoteKind,
    Status,
)
from newsextract.schema import article_schema, schema

SCHEMA = article_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

PLACE = Evidence(line=12, path="html body main p")
FULL = Article(
    url="https://news.example/a",
    final_url="https://news.example/b",
    canonical_url="https://news.example/c",
    status=Status.PARTIAL,
    status_reasons=("the last third is behind a login",),
    title="The tide came early",
    kicker="Coast",
    summary="A harbour town counts the damage.",
    description="About a flood.",
    byline="By Ada Holm and Ben Ruiz, AP",
    credits=(
        Credit("Ada Holm"),
        Credit("Ben Ruiz", raw="Ben Ruiz in Porto"),
        Credit("Cy Tan", role=CreditRole.EDITOR),
        Credit("AP", CreditKind.AGENCY, CreditRole.SOURCE),
    ),
    published=datetime(2024, 5, 1, 6, 30, tzinfo=timezone(timedelta(hours=2))),
    modified=date(2024, 5, 2),
    dateline=Dateline("PORTO", "AP"),
    images=(Image("https://news.example/i.jpg", "The quay", "Dee Poe", "water"),),
    blocks=(
        Block(BlockKind.PARAGRAPH, "The water rose.", links=(Link("https://news.example/w", "water"),), evidence=PLACE),
        Block(BlockKind.HEADING, "After dark", level=2),
        Block(BlockKind.LIST_ITEM, "Boats: nine", level=1),
        Block(BlockKind.QUOTE, "We ran."),
        Block(BlockKind.TABLE, "a\tb\n1\t2"),
    ),
    notes=(Note(NoteKind.CORRECTION, "An earlier version named another quay."),),
    section="World",
    tags=("flood", "sea"),
    language="en-GB",
    site_name="The Example",
    access=False,
    fetch=FetchFacts(200, "utf-8", "http"),
    fields={"title": FieldInfo("visible", 0.9, (Candidate("visible", "The tide came early"),))},
    cuts=(Cut("Advertisement", "ad-label", PLACE), Cut("Share", "share")),
)

zones = st.one_of(st.none(), st.integers(-23 * 60, 23 * 60).map(lambda m: timezone(timedelta(minutes=m))))
# JSON carries a pair of surrogates as one character, so text with a lone one is no text to begin with
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
PLAIN = {str: texts, float: st.floats(0, 1), datetime: st.datetimes(timezones=zones)}


def any_value(hint):
    """Any value of a type hint; of a dataclass all fields vary, also those with a default."""
    if hint in PLAIN:
        return PLAIN[hint]
    if is_dataclass(hint):
        return st.builds(hint, **{name: any_value(inner) for name, inner in get_type_hints(hint).items()})
    origin, inner = get_origin(hint), get_args(hint)
    if origin is types.UnionType:
        return st.one_of([any_value(kind) for kind in inner])
    if origin is tuple:
        return st.lists(any_value(inner[0]), max_size=3).map(tuple)
    if origin is Mapping:
        return st.dictionaries(texts, any_value(inner[1]), max_size=3)
    return st.from_type(hint)


def through_json(value):
    return json.loads(json.dumps(value, ensure_ascii=False))


@given(any_value(Article))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_article_survives_the_round_trip_and_fits_the_schema(article):
    written = article.to_dict()
    assert Article.from_dict(written) == article
    read = through_json(written)
    assert read == written
    assert Article.from_dict(read) == article
    VALIDATOR.validate(read)


def test_to_dict_is_what_the_documentation_promises():
    written = FULL.to_dict()
    assert written["schema_version"] == SCHEMA_VERSION
    assert written["status"] == "partial"
    assert type(written["status"]) is str
    assert written["published"] == "2024-05-01T06:30:00+02:00"
    assert written["modified"] == "2024-05-02"
    assert written["authors"] == ["Ada Holm", "Ben Ruiz"]
    assert written["agencies"] == ["AP"]
    assert written["paragraphs"] == ["The water rose.", "Boats: nine", "We ran."]
    assert written["text"] == "The water rose.\n\nAfter dark\n\nBoats: nine\n\nWe ran.\n\na\tb\n1\t2"
    assert written["blocks"][0] == {
        "kind": "paragraph",
        "text": "The water rose.",
        "level": None,
        "links": [{"url": "https://news.example/w", "text": "water"}],
        "evidence": {"line": 12, "path": "html body main p"},
    }
    assert written["fields"]["title"]["candidates"] == [{"source": "visible", "value": "The tide came early"}]
    assert set(written) == {"schema_version", *DERIVED, *(field.name for field in fields(Article))}


def test_a_full_article_comes_back_equal_from_json():
    assert Article.from_dict(through_json(FULL.to_dict())) == FULL


def test_dates_come_back_as_what_they_were():
    for moment in (date(2024, 5, 1), datetime(2024, 5, 1), datetime(2024, 5, 1, 0, 0, 0, 5, UTC), None):
        back = Article.from_dict(replace(FULL, published=moment).to_dict()).published
        assert back == moment
        assert type(back) is type(moment)


def test_unknown_keys_are_passed_over_and_missing_ones_take_their_default():
    read = Article.from_dict({"schema_version": SCHEMA_VERSION, "title": "A", "mood": "calm", "authors": ["nobody"]})
    assert read == Article(title="A")


@pytest.mark.parametrize(
    ("key", "value", "path"),
    [
        ("title", 3, "Article.title"),
        ("title", ["A"], "Article.title"),
        ("access", "yes", "Article.access"),
        ("access", 1, "Article.access"),
        ("status", "fine", "Article.status"),
        ("status", None, "Article.status"),
        ("status", [], "Article.status"),
        ("published", "yesterday", "Article.published"),
        ("published", "2024-13-01", "Article.published"),
        ("published", 1714537800, "Article.published"),
        ("tags", "flood", "Article.tags"),
        ("tags", ["flood", None], "Article.tags[1]"),
        ("blocks", {"kind": "paragraph"}, "Article.blocks"),
        ("blocks", [{"kind": "paragraph"}], "Article.blocks[0]: text missing"),
        ("blocks", [{"kind": "poem", "text": "x"}], "Article.blocks[0].kind"),
        ("blocks", ["x"], "Article.blocks[0]"),
        ("blocks", [{"kind": "heading", "text": "x", "level": True}], "Article.blocks[0].level"),
        ("fields", {"title": {"source": 1}}, "Article.fields.title.source"),
        ("fields", [], "Article.fields"),
    ],
)
def test_a_wrong_form_is_refused_with_its_path(key, value, path):
    with pytest.raises(ValueError, match=re.escape(path)):
        Article.from_dict({"schema_version": SCHEMA_VERSION, key: value})


@pytest.mark.parametrize("version", [None, "0", 1])
def test_another_schema_version_is_refused(version):
    with pytest.raises(ValueError, match="schema_version"):
        Article.from_dict({"schema_version": version})


def test_a_whole_number_may_stand_for_a_confidence():
    read = serial.load(FieldInfo, {"source": "meta", "confidence": 1})
    assert read == FieldInfo("meta", 1.0)
    assert type(read.confidence) is float


@dataclass(frozen=True)
class Ambiguous:
    either: int | str


@dataclass(frozen=True)
class Day:
    at: date
    exact: datetime


def test_types_that_json_does_not_tell_apart_are_refused():
    with pytest.raises(TypeError):
        serial.dump(Ambiguous(1))


def test_a_plain_date_is_no_datetime():
    day = Day(date(2024, 5, 1), datetime(2024, 5, 1, 6, 30))
    assert serial.load(Day, serial.dump(day)) == day
    jsonschema.validate(serial.dump(day), schema(Day))
    with pytest.raises(ValueError, match=r"Day\.exact"):
        serial.load(Day, {"at": "2024-05-01", "exact": "2024-05-01"})
    with pytest.raises(ValueError, match=r"Day\.at"):
        serial.load(Day, {"at": "2024-05-01T06:30:00", "exact": "2024-05-01T06:30:00"})


def test_dumping_an_article_with_many_cuts_costs_milliseconds_at_most():
    article = replace(FULL, cuts=FULL.cuts * 150)
    article.to_dict()
    started = process_time()
    for _ in range(20):
        article.to_dict()
    assert (process_time() - started) / 20 < 0.005


def test_the_shipped_schema_is_what_the_code_generates():
    shipped = files("newsextract").joinpath("article.schema.json").read_text("utf-8")
    assert json.loads(shipped) == SCHEMA, "run: python -m newsextract.schema > src/newsextract/article.schema.json"
    run = subprocess.run([sys.executable, "-m", "newsextract.schema"], capture_output=True, check=True)
    assert run.stdout.decode("utf-8") == shipped


def test_the_schema_is_valid_and_describes_every_key():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert set(SCHEMA["properties"]) == set(FULL.to_dict())
    assert SCHEMA["properties"]["schema_version"] == {"const": SCHEMA_VERSION}
    assert "headline" in SCHEMA["properties"]["title"]["description"]
    assert set(SCHEMA["$defs"]["BlockKind"]["enum"]) == {kind.value for kind in BlockKind}
    VALIDATOR.validate(through_json(FULL.to_dict()))
    VALIDATOR.validate(through_json(Article().to_dict()))


@pytest.mark.parametrize(
    ("key", "value"),
    [("title", 3), ("status", "fine"), ("published", "May 1st"), ("blocks", [{"kind": "paragraph"}]), ("authors", "A")],
)
def test_the_schema_refuses_what_is_no_article(key, value):
    assert not VALIDATOR.is_valid({**through_json(FULL.to_dict()), key: value})


def test_an_agency_neither_hides_a_person_nor_is_lost():
    article = Article(credits=(Credit("AP", CreditKind.AGENCY), Credit("Ada Holm")))
    assert article.authors == ["Ada Holm"]
    assert article.agencies == ["AP"]
    assert Article(credits=(Credit("AP", CreditKind.AGENCY),)).authors == ["AP"]
    assert Article(credits=(Credit("AP", CreditKind.AGENCY), Credit("The desk", CreditKind.DESK))).authors == [
        "The desk"
    ]


# the reference names what there is

REFERENCE = (Path(__file__).parents[1] / "docs" / "reference.md").read_text("utf-8")


def rows(title):
    """The first cells of the tables in a section of the reference."""
    section = re.split(rf"^#+ {title}$", REFERENCE, flags=re.MULTILINE)[1]
    return re.findall(r"^\| `([^`]+)` \|", re.split(r"^#+ ", section, flags=re.MULTILINE)[0], flags=re.MULTILINE)


@pytest.mark.parametrize("part", [Credit, Dateline, Image, Block])
def test_the_reference_names_every_field_of_a_part(part):
    assert rows(part.__name__) == [field.name for field in fields(part)]


def test_the_reference_names_every_field_of_the_smaller_parts():
    parts = (Note, Cut, FieldInfo, FetchFacts)
    assert rows("Note, Cut, FieldInfo, FetchFacts") == [
        f"{part.__name__}.{field.name}" for part in parts for field in fields(part)
    ]


def test_the_reference_names_every_field_of_the_article():
    assert sorted(rows("Article")) == sorted([*DERIVED, *(field.name for field in fields(Article))])
    for field in (field for part in (Link, Evidence, Candidate) for field in fields(part)):
        assert f"`{field.name}`" in REFERENCE


def test_the_reference_names_every_value():
    assert rows("Status") == [status.value for status in Status]
    for value in (value for kind in (BlockKind, CreditKind, CreditRole, ImageRole, NoteKind) for value in kind):
        assert f"`{value.value}`" in REFERENCE


def test_the_reference_names_every_error():
    kinds = [errors.NewsExtractError]
    for kind in kinds:
        kinds += kind.__subclasses__()
    own = [kind for kind in kinds if kind not in (errors.FetchError, errors.BatchError)]
    named = dict.fromkeys([*(kind.code for kind in own), *errors.FETCH_CODES, *errors.BATCH_CODES])
    assert list(dict.fromkeys(rows("Errors"))) == list(named)
    assert all(f"`{kind.__name__}`" in REFERENCE for kind in kinds)
    assert all(f"| `{code}` | {meaning} |\n" in REFERENCE for code, meaning in errors.FETCH_CODES.items())
