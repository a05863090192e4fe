"""What a batch is given: lists, folders, archives and tables become items, and what is broken is named."""

import gzip
import io
import json
import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsextract import Page, extract
from newsextract.batch import Kind, Reading, Shelf, keys, open_source
from newsextract.batch.item import Failure, Item
from newsextract.errors import DamagedInputError, InputError, NewsExtractError

A, B = "https://example.org/a", "https://example.org/b?x=1"
HTML = "<!doctype html><title>Ferry</title><p>The ferry to the island sails again, the harbour office said.</p>"


def items(path, **reading):
    return list(open_source(str(path), Reading(**reading)).items())


def addresses(path, **reading):
    return [item.url for item in items(path, **reading)]


def refusals(found):
    return [(item.line, item.refusal.code) for item in found if item.refusal]


def write(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


# lists


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", f"{A}\n{B}\n"),
        ("a.txt", f"\ufeff{A}\r\n\r\n# a comment\r\n  {B}  "),
        ("a.txt", f"{A}\r{B}"),
        ("a.txt", f"{A}\n{B}\n".encode("utf-16")),
        ("a.urls", gzip.compress(f"{A}\n".encode()) + gzip.compress(f"{B}\n".encode())),
        ("a.csv", f"id,URL\n1,{A}\n\n2,{B}\n"),
        ("a.csv", f'\ufefftitle;url\n"a;b";{A}\n"two\nlines";{B}\n'),
        ("a.tsv", f"# made today\nurl\ttitle\n{A}\tx\n{B}\n"),
        ("a.csv.gz", gzip.compress(f"link\n{A}\n#\n{B}\n".encode())),
        ("a.jsonl", f'{{"url": "{A}", "x": 1}}\n\n{{"URL": "{B}"}}\n'),
        ("a.jsonl", f'"{A}"\n"{B}"'),
        ("a.ndjson.gz", gzip.compress(f'{{"link": "{A}"}}\n{{"link": "{B}"}}'.encode())),
    ],
)
def test_addresses_of_any_list(tmp_path, name, content):
    assert addresses(write(tmp_path / name, content)) == [A, B]


def test_a_column_of_ones_own(tmp_path):
    path = write(tmp_path / "a.csv", f"url,page\nx,{A}\ny,{B}\n")
    assert addresses(path, field="page") == [A, B]
    path = write(tmp_path / "a.data", f'{{"seite": "{A}"}}\n{{"seite": "{B}"}}\n')
    assert addresses(path, form="jsonl", field="seite") == [A, B]


def test_a_table_without_the_column_is_an_error(tmp_path):
    path = write(tmp_path / "a.csv", "id,name\n1,b\n")
    with pytest.raises(InputError, match="no column 'url' or 'link' or 'address'; its first line is 'id,name'"):
        items(path)
    with pytest.raises(InputError, match="no column 'page'"):
        items(path, field="page")


@pytest.mark.parametrize(
    "line",
    ["example.org/a", "ftp://example.org/a", "http://", "http://[::1", "http:// a/", "\x00", "mailto:a@b", "http:///a"],
)
def test_a_line_that_is_no_address_is_refused_with_its_line(tmp_path, line):
    found = items(write(tmp_path / "a.txt", f"{A}\n\n{line}\n{B}\n"))
    assert [item.url for item in found] == [A, None, B]
    assert refusals(found) == [(3, "invalid_url")]
    assert found[1].input == line.strip()


def test_bytes_that_are_no_text_cost_one_line(tmp_path):
    found = items(write(tmp_path / "a.txt", A.encode() + b"\n\xff\xfe\xfa\n" + B.encode()))
    assert refusals(found) == [(2, "invalid_url")]
    assert [item.url for item in found if item.url] == [A, B]


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.jsonl"])
def test_a_line_without_end_is_refused_by_record(tmp_path, name):
    head = "url\n" if name == "a.csv" else ""
    lines = [f'"{A}"', "x" * 3_000_000, f'"http://a/{"y" * 9_000}"', f'"{B}"']
    if name == "a.txt":
        lines = [line.strip('"') for line in lines]
    found = items(write(tmp_path / name, head + "\n".join(lines)))
    assert [item.url for item in found] == [A, None, None, B]
    assert [line for line, _ in refusals(found)] == [2 + bool(head), 3 + bool(head)]
    assert all(len(item.input) < 300 for item in found)


@pytest.mark.parametrize(
    "line", ["{", "[" * 200_000, '{"other": 1}', "17", "null", '{"url": 3}', '{"url": "\\ud800"}', '["http://a/"]']
)
def test_json_that_holds_no_address_is_refused(tmp_path, line):
    found = items(write(tmp_path / "a.jsonl", f'"{A}"\n{line}\n"{B}"\n'))
    assert [item.url for item in found] == [A, None, B]
    assert refusals(found) == [(2, "invalid_url")]


def test_an_open_quote_names_the_lines_it_takes(tmp_path):
    rows = "".join(f"{number},{A}?{number}\n" for number in range(9_000))
    found = items(write(tmp_path / "a.csv", f'id,url\n1,{A}\n2,"{B}\n{rows}'))
    assert found[0].url == A
    broken = next(item for item in found if item.refusal)
    assert broken.line == 3
    assert "lines 3 to" in broken.refusal.message
    assert found[-1].url == f"{A}?8999"


def test_a_broken_gzip_list_is_named_where_it_breaks(tmp_path):
    whole = gzip.compress("".join(f"{A}?{number}\n" for number in range(5_000)).encode())
    for content in (whole[: len(whole) // 2], whole[:-8] + b"\0" * 8):
        found = items(write(tmp_path / "a.txt.gz", content))
        assert found[0].url == f"{A}?0"
        assert found[-1].refusal.code == "damaged_input"
        assert "any further after line" in found[-1].refusal.message


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{A}\r\n# x\r\n{B}".encode())))
    assert addresses("-") == [A, B]
    assert not sys.stdin.closed
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f'{{"url": "{A}"}}\n'.encode())))
    assert addresses("-", form="jsonl") == [A]


def test_what_is_given_by_itself(tmp_path):
    assert items(A) == [Item(A, A)]
    path = write(tmp_path / "a.html", HTML)
    assert [(item.kind, item.input, item.url) for item in items(path)] == [(Kind.FILE, str(path), None)]
    with pytest.raises(InputError, match="no such file or folder"):
        open_source(str(tmp_path / "missing.txt"))
    with pytest.raises(InputError, match="no such file or folder"):
        open_source("\0")


# what is one input


def key(url):
    return keys.identity(Item(url, url))[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://Example.org:80/a?b=2&a=1#top", "http://example.org/a?a=1&b=2"),
        ("https://example.org", "https://example.org:443/"),
        ("https://example.org/a?utm_source=x&id=1&fbclid=y", "https://example.org/a?id=1"),
        ("https://example.org/a?utm_source=x", "https://example.org/a"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("https://example.org/%7Ea", "https://example.org/~a"),
        ("https://example.org/a?UTM_Medium=%20", "https://example.org/a"),
    ],
)
def test_spellings_of_one_input(one, other):
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://example.org/a", "https://example.org/a"),
        ("https://example.org/a", "https://example.org/a/"),
        ("https://example.org/a", "https://www.example.org/a"),
        ("https://example.org/a?id=1", "https://example.org/a?id=2"),
        ("https://example.org:8080/a", "https://example.org/a"),
        ("https://example.org/A", "https://example.org/a"),
        ("https://example.org/a?source=x", "https://example.org/a"),
    ],
)
def test_inputs_that_are_two(one, other):
    assert key(one) != key(other)


@given(st.from_regex(keys._PLAIN, fullmatch=True))
@example("https://example.org/a?&b=&&a")
@example("https://example.org/?a-=1&a=2")
def test_the_quick_way_is_the_way_of_w3lib(url):
    plain, keys._PLAIN = keys._PLAIN, keys.re.compile("(?!)")
    try:
        slow = keys.canonical(url)
    finally:
        keys._PLAIN = plain
    assert keys.canonical(url) == slow


@given(st.text())
def test_no_text_breaks_the_key(text):
    keys.address_in(text)
    keys.canonical(text)
    keys.canonical(f"http://{text}")


def test_shards_part_by_host_and_lose_nothing():
    given = [Item(url, url) for number in range(400) if (url := f"https://h{number % 40}.example.org/{number}")]
    shares = [keys.shard(item, 3) for item in given]
    assert set(shares) == {0, 1, 2}
    assert len({(number % 40, share) for number, share in enumerate(shares)}) == 40
    refused = Item("x", None, line=1, refusal=Failure("invalid_url", ""))
    assert keys.shard(refused, 3) in {0, 1, 2}


# folders and saved pages


def test_a_folder_of_saved_pages(tmp_path):
    folder = tmp_path / "saved"
    for name in (
        "b/2.html",
        "b/1.HTM",
        "a.html.gz",
        "z.page",
        "b/skip.css",
        ".hidden/x.html",
        ".x.html",
        "b/c/d.xhtml",
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, gzip.compress(HTML.encode()) if name.endswith(".gz") else HTML)
    (folder / "loop").symlink_to(folder)
    found = items(folder)
    names = ["a.html.gz", "z.page", "b/1.HTM", "b/2.html", "b/c/d.xhtml"]
    assert [item.input for item in found] == [str(folder / name) for name in names]
    assert {Shelf().html(item) for item in found} == {HTML.encode()}


def test_snapshots_bring_their_address(tmp_path):
    page = Page(A, HTML.encode(), {"Content-Type": "text/html"}, 200, B)
    for name in ("a.page", "b.page.gz", "c.html"):
        page.save(tmp_path / name)
    assert [Shelf().html(item) for item in items(tmp_path)] == [page] * 3
    raw = (tmp_path / "a.page").read_bytes()
    write(tmp_path / "a.page", raw[:-3])
    assert failure(items(tmp_path)[0]) == "damaged_page"


def failure(item):
    with pytest.raises(NewsExtractError) as caught:
        extract(Shelf().html(item))
    return caught.value.code


def test_a_saved_page_that_is_broken_or_gone(tmp_path):
    write(tmp_path / "a.html.gz", gzip.compress(HTML.encode())[:-9])
    write(tmp_path / "b.html", HTML)
    cut, gone = items(tmp_path)
    (tmp_path / "b.html").unlink()
    assert failure(cut) == "damaged_input"
    assert failure(gone) == "input"


def test_a_bomb_in_a_folder_is_too_large(tmp_path):
    bomb = io.BytesIO()
    with gzip.GzipFile(fileobj=bomb, mode="wb") as file:
        for _ in range(60):
            file.write(b"<p>" + b"a" * 999_997)
    write(tmp_path / "a.html.gz", bomb.getvalue())
    assert failure(items(tmp_path)[0]) == "too_large"


def test_a_file_whose_name_is_no_text(tmp_path):
    (tmp_path / os.fsdecode(b"caf\xe9.html")).write_text(HTML)
    (item,) = items(tmp_path)
    assert Shelf().html(item) == HTML.encode()


# archives


def record(number, kind="response", media="text/html", status="200 OK", packed=False, chunked=False, payload=None):
    body = (payload or HTML.replace("Ferry", f"Ferry {number}") + "<p>More.</p>" * 40).encode()
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n"
    if packed:
        body, head = gzip.compress(body, mtime=0), f"{head}Content-Encoding: gzip\r\n"
    if chunked:
        body, head = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body), f"{head}Transfer-Encoding: chunked\r\n"
    content = f"{head}\r\n".encode() + body
    lines = (
        "WARC/1.1", f"WARC-Type: {kind}", f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>",
        "WARC-Date: 2026-11-26T02:00:00Z", f"WARC-Target-URI: https://example.org/{number}",
        f"Content-Type: application/http; msgtype={kind}", f"Content-Length: {len(content)}", "", "",
    )  # fmt: skip
    return "\r\n".join(lines).encode() + content + b"\r\n\r\n"


def archive(records, packed):
    return [gzip.compress(each, mtime=0) if packed else each for each in records]


RECORDS = [record(number, packed=number % 3 == 0, chunked=number % 2 == 0) for number in range(8)]


@pytest.fixture(params=["a.warc", "a.warc.gz"])
def warc(request, tmp_path):
    pytest.importorskip("fastwarc")
    return tmp_path / request.param


def numbers(found):
    """The numbers of the pages that can be read, by the title that they have."""
    titles = [extract(Shelf().html(item)).fields["title"].candidates[-1].value for item in found if not item.refusal]
    return [int(title.split()[-1]) for title in titles]


def test_an_archive_gives_its_pages_decoded(warc):
    others = [
        record(90, "request"), record(91, media="image/png"), record(92, status="301 Moved"), record(93, "metadata"),
        record(94, media="application/xhtml+xml; charset=utf-8", status="404 Not Found"),
    ]  # fmt: skip
    write(warc, b"".join(archive([*others, *RECORDS], warc.suffix == ".gz")))
    found = items(warc)
    assert [item.url for item in found] == [f"https://example.org/{number}" for number in (94, *range(8))]
    pages = [Shelf().html(item) for item in found]
    assert [page.status for page in pages] == [404] + [200] * 8
    assert all(page.body.startswith(b"<!doctype html><title>Ferry ") for page in pages)
    assert pages[1].fetched_at == datetime(2026, 11, 26, 2, tzinfo=UTC)
    assert pages[1].header("content-type") == "text/html"
    assert [Shelf().html(item).url for item in reversed(found)] == [item.url for item in reversed(found)]


@pytest.mark.parametrize("place", [0, 3, 7])
def test_a_broken_record_is_named_and_the_others_are_read(warc, place):
    parts = archive(RECORDS, warc.suffix == ".gz")
    at = sum(map(len, parts[:place]))
    broken = bytearray(parts[place])
    broken[3 if warc.suffix == ".warc" else len(broken) // 2] ^= 0xFF
    write(warc, b"".join((*parts[:place], bytes(broken), *parts[place + 1 :])))
    found = items(warc)
    assert [item.url for item in found if item.url] == [f"https://example.org/{n}" for n in range(8) if n != place]
    assert [(item.at, item.refusal.code) for item in found if item.refusal] == [(at, "damaged_input")]
    assert f"broken at byte {at}" in next(item.refusal.message for item in found if item.refusal)


@pytest.mark.parametrize("left", [0.99, 0.5, 0.01])
def test_a_file_cut_short_is_named(warc, left):
    parts = archive(RECORDS, warc.suffix == ".gz")
    whole = b"".join(parts)
    write(warc, whole[: int(len(whole) * left)])
    found = items(warc)
    assert found[-1].refusal.code == "damaged_input"
    ends = [sum(map(len, parts[: place + 1])) for place in range(8)]
    assert len(found) - 1 == sum(end <= int(len(whole) * left) for end in ends)
    assert len([Shelf().html(item) for item in found[:-1]]) == len(found) - 1


def test_every_flipped_byte_is_noticed_or_changes_nothing(tmp_path):
    """In a compressed archive; without compression or a digest nobody can tell what a payload was."""
    pytest.importorskip("fastwarc")
    path = tmp_path / "a.warc.gz"
    whole = b"".join(archive(RECORDS[:3], packed=True))
    right = [Shelf().html(item).body for item in items(write(path, whole))]
    silent = []
    for at in range(0, len(whole), 7):
        content = bytearray(whole)
        content[at] ^= 0x10
        found = items(write(path, bytes(content)))
        good = [Shelf().html(item).body for item in found if item.url]
        if good != right and not (any(item.refusal for item in found) and set(good) < set(right)):
            silent.append(at)
    assert silent == []


def test_a_digest_tells_what_was_flipped(tmp_path):
    pytest.importorskip("fastwarc")
    good = record(1)
    head, _, content = good.partition(b"\r\n\r\n")
    from base64 import b32encode
    from hashlib import sha1

    digest = b32encode(sha1(content[:-4]).digest())
    signed = head + b"\r\nWARC-Block-Digest: sha1:" + digest + b"\r\n\r\n" + content
    (item,) = items(write(tmp_path / "a.warc", signed))
    assert Shelf().html(item).status == 200
    write(tmp_path / "a.warc", signed.replace(b"harbour", b"harbouR"))
    assert failure(item) == "damaged_input"


def test_an_archive_in_one_member_is_refused_with_what_to_do(tmp_path):
    pytest.importorskip("fastwarc")
    (item,) = items(write(tmp_path / "a.warc.gz", gzip.compress(b"".join(RECORDS))))
    assert "fastwarc recompress" in item.refusal.message


def test_an_archive_that_changes_under_the_hands(warc):
    packed = warc.suffix == ".gz"
    write(warc, b"".join(archive(RECORDS, packed)))
    found = items(warc)
    write(warc, b"".join(archive(RECORDS[::-1], packed)))
    assert failure(found[0]) == "damaged_input"
    warc.unlink()
    assert failure(found[1]) == "input"


# tables


@pytest.fixture
def parquet(tmp_path):
    pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")

    def make(columns, name="a.parquet", **options):
        parquet.write_table(pyarrow.table(columns), tmp_path / name, **options)
        return tmp_path / name

    return make


def pages_of(count):
    return [f"{HTML}<p>{number}" for number in range(count)]


@pytest.mark.parametrize("encode", [str.encode, str])
def test_a_table_of_pages(parquet, encode):
    urls = [f"https://example.org/{number}" for number in range(300)]
    path = parquet({"URL": urls, "html": [encode(page) for page in pages_of(300)]}, row_group_size=90)
    found = items(path)
    assert [item.url for item in found] == urls
    assert [item.input for item in found[:2]] == [f"{path}#0", f"{path}#1"]
    shelf = Shelf()
    for order in (found[::2], found[1::2], found[::-50]):
        assert [shelf.html(item).decode() for item in order] == [pages_of(300)[item.at] for item in order]


def test_a_table_with_columns_of_its_own(parquet):
    path = parquet({"a": [A, None], "page": ["x" + HTML, None]})
    with pytest.raises(InputError, match="no column 'html' or 'content' or 'body' with the page; it has a, page"):
        items(path)
    reading = {"field": "a", "html": "page"}
    found = items(path, **reading)
    assert [item.url for item in found] == [A, None]
    assert Shelf(Reading(**reading)).html(found[0]).startswith(b"x<!doctype")
    with pytest.raises(InputError, match="no page"):
        Shelf(Reading(**reading)).html(found[1])


def test_a_table_that_is_cut_is_named(parquet):
    path = parquet({"html": pages_of(50)})
    write(path, path.read_bytes()[:-20])
    (item,) = items(path)
    assert item.refusal.code == "damaged_input"


def test_a_flipped_byte_costs_its_rows_and_is_named(parquet):
    options = {"row_group_size": 100, "compression": "zstd", "write_page_checksum": True, "use_dictionary": False}
    path = parquet({"url": [f"{A}?{n}" for n in range(300)], "html": pages_of(300)}, **options)
    from pyarrow.parquet import ParquetFile

    group = ParquetFile(path).metadata.row_group(1)
    whole = path.read_bytes()
    for column in (0, 1):
        content = bytearray(whole)
        chunk = group.column(column)
        content[chunk.data_page_offset + chunk.total_compressed_size // 2] ^= 0xFF
        write(path, bytes(content))
        found = items(path)
        refused = [item for item in found if item.refusal]
        shelf = Shelf()
        good = [item for item in found if item.url and reads(shelf, item)]
        assert [item.at for item in good] == [*range(100), *range(200, 300)]
        assert [item.at for item in refused] == ([100] if column == 0 else [])


def reads(shelf, item):
    try:
        return bool(shelf.html(item))
    except DamagedInputError:
        return False


@pytest.mark.parametrize(("module", "name"), [("fastwarc", "warc"), ("pyarrow", "parquet")])
def test_a_missing_library_says_what_to_install(tmp_path, monkeypatch, module, name):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(InputError, match=rf"pip install 'newsextract\[{name}\]'"):
        items(write(tmp_path / f"a.{name}", b"x"))


def test_a_list_is_read_in_constant_memory(tmp_path):
    code = """
import resource, sys
from newsextract.batch import open_source
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
count = sum(1 for _ in open_source(sys.argv[1]).items())
print(count, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""
    path = tmp_path / "a.jsonl"
    with path.open("w") as file:
        for number in range(60_000):
            file.write(json.dumps({"url": f"{A}?{number}", "text": "x" * 500}) + "\n")
    run = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    count, grown = run.stdout.split()
    assert int(count) == 60_000
    assert float(grown) < 10
