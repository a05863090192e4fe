"""Pages in files: what goes in comes out, and nothing else ever does."""

from __future__ import annotations

import gzip
import json
import os
import stat
import tempfile
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsextract
from newsextract.errors import DamagedPageError, InputError
from newsextract.page import Page

FERRY = Page(
    "https://harbour.example/ferry",
    "<title>Fähre</title><p>The ferry sails again.\r\n\n".encode("latin-1"),
    {"Content-Type": "text/html; charset=iso-8859-1", "ETag": '"7"'},
    200,
    "https://www.harbour.example/ferry",
    datetime(2026, 11, 26, 2, 30, tzinfo=UTC),
)
times = st.datetimes(timezones=st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes))))
pages = st.builds(
    Page,
    st.none() | st.text(),
    st.binary(),
    st.dictionaries(st.text(), st.text()),
    st.integers(100, 999),
    st.none() | st.text(),
    st.none() | times,
)


def names(folder):
    return [path.name for path in Path(folder).iterdir()]


def came_back(path):
    """Return the page in a file, or the code of the error for it."""
    try:
        return Page.load(path)
    except InputError as error:
        return error.code


@given(pages, st.sampled_from(["page", "page.gz"]))
@settings(max_examples=60, deadline=None)
def test_page_comes_back_as_it_was(page, name):
    with tempfile.TemporaryDirectory() as folder:
        page.save(Path(folder) / name)
        assert Page.load(Path(folder) / name) == page
        assert names(folder) == [name]


def test_file_is_plain(tmp_path):
    FERRY.save(tmp_path / "ferry.page")
    mark, head, body = (tmp_path / "ferry.page").read_bytes().split(b"\n", 2)
    assert mark.decode() == "newsextract-page 1 " + sha256(head + b"\n" + body).hexdigest()
    assert json.loads(head)["headers"]["ETag"] == '"7"'
    assert body == FERRY.body


def test_file_is_compressed_where_its_name_says_so(tmp_path):
    FERRY.save(tmp_path / "ferry")
    FERRY.save(str(tmp_path / "ferry.gz"))
    assert gzip.decompress((tmp_path / "ferry.gz").read_bytes()) == (tmp_path / "ferry").read_bytes()


def test_headers_of_any_mapping_are_kept(tmp_path):
    import requests

    headers = requests.structures.CaseInsensitiveDict({"X-A": "1"})
    Page(None, b"", headers).save(tmp_path / "a")
    assert Page.load(tmp_path / "a").header("x-a") == "1"


def test_saved_page_gives_the_same_article(tmp_path):
    FERRY.save(tmp_path / "a")
    assert newsextract.extract(Page.load(tmp_path / "a")) == newsextract.extract(FERRY)


@pytest.mark.parametrize("name", ["ferry", "ferry.gz"])
def test_damage_anywhere_is_one_error(tmp_path, name):
    path = tmp_path / name
    FERRY.save(path)
    good = path.read_bytes()
    spoilt = [good[:end] for end in range(len(good))]
    spoilt += [good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :] for at in range(len(good))]
    spoilt += [good + b"x", b"", b"\n" * 9, gzip.compress(b"[" * 99_999), b"\x1f\x8b", bytes(999)]
    for content in spoilt:
        path.write_bytes(content)
        came = came_back(path)  # gzip has bytes of its own that say nothing of the content
        assert came == "damaged_page" or (came == FERRY and name.endswith(".gz"))


@pytest.mark.parametrize("head", ["[]", "{}", "null", '"', "[" * 99_999, '{"url": 5}'])
def test_head_that_makes_no_sense_is_one_error(tmp_path, head):
    rest = head.encode() + b"\n"
    (tmp_path / "a").write_bytes(b"newsextract-page 1 %b\n%b" % (sha256(rest).hexdigest().encode(), rest))
    with pytest.raises(DamagedPageError):
        Page.load(tmp_path / "a")


def test_no_file_is_no_damage(tmp_path):
    with pytest.raises(FileNotFoundError):
        Page.load(tmp_path / "none")


def test_failure_leaves_the_old_file_and_no_other(tmp_path, monkeypatch):
    path = tmp_path / "ferry"
    FERRY.save(path)

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        Page(None, b"other").save(path)
    assert Page.load(path) == FERRY
    assert names(tmp_path) == ["ferry"]


def test_new_file_has_the_usual_rights(tmp_path):
    FERRY.save(tmp_path / "a")
    (tmp_path / "b").touch()
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == stat.S_IMODE((tmp_path / "b").stat().st_mode)
