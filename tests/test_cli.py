"""The shell command: what goes in, what comes out on which stream, and with which exit code."""

import gzip
import io
import json
import os
import re
import select
import signal
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
from pathlib import Path

import pytest

from newsextract import cli, extract, extract_text, talk
from newsextract.article import Article
from newsextract.output import FORMATS
from newsextract.page import Page

SENTENCES = (
    "The ferry left the northern harbour at six, an hour after the storm had passed the islands.",
    "On board were ninety passengers, most of them workers who had waited for two days in the town.",
    "The captain said that the crossing had been calm, and that the next boat would leave on Friday.",
    "Nobody in the port expected the service to return to its usual times before the end of the month.",
)


def page(title="Ferry returns after the storm", link="/timetable"):
    story = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title></head><body>"
        f"<article><h1>{title}</h1>{story}"
        f'<p>The company has put a <a href="{link}">new timetable</a> on its boards, and on its pages, for all.</p>'
        "</article></body></html>"
    ).encode()


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.html"
    path.write_bytes(page())
    return str(path)


@pytest.fixture
def pdf(tmp_path):
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< >>\nendobj\n")
    return str(path)


@pytest.fixture
def run(capfdbinary, monkeypatch):
    """Run the command in this process; return its exit code, stdout and stderr."""

    def runner(*arguments, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = cli.main([str(argument) for argument in arguments])
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return code, out.decode("utf-8"), err.decode("utf-8")

    return runner


def shell(*arguments, **more):
    """Run the command as a user's shell does."""
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    return subprocess.Popen([sys.executable, "-m", "newsextract.cli", *map(str, arguments)], **pipes | more)


@pytest.fixture
def server():
    """A site on loopback, which needs --allow-private: /story is a page, all else is missing."""

    class Site(BaseHTTPRequestHandler):
        def do_GET(self):
            body = page() if self.path == "/story" else b"gone"
            self.send_response(200 if self.path == "/story" else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as site:
        threading.Thread(target=site.serve_forever, args=[0.01], daemon=True).start()
        yield f"http://127.0.0.1:{site.server_address[1]}"
        site.shutdown()


# what comes out


def test_in_a_pipe_an_article_is_one_line_of_json(run, story):
    code, out, err = run(story)
    assert (code, err) == (0, "")
    assert out.count("\n") == 1
    article = Article.from_dict(json.loads(out))
    assert article == extract(page())
    assert article.title == "Ferry returns after the storm"
    assert SENTENCES[0] in article.paragraphs


def test_on_a_terminal_an_article_is_text(run, story, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    code, out, _ = run(story)
    assert code == 0
    assert out.startswith("Ferry returns after the storm\n\n")
    assert f"\n\n{SENTENCES[0]}\n\n{SENTENCES[1]}\n\n" in out


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_can_be_asked_for(run, story, name):
    code, out, err = run("--format", name, story)
    assert (code, err) == (0, "")
    assert SENTENCES[0] in out
    assert out.endswith("\n")


@pytest.mark.parametrize(
    ("name", "between"),
    [("text", f"\n\n{'─' * 72}\n\n"), ("markdown", "\n\n---\n\n"), ("html", "</article>\n<article")],
)
def test_several_articles_are_told_apart(run, story, name, between):
    code, out, _ = run("-f", name, story, story)
    assert code == 0
    assert out.count(between) == 1


def test_one_input_in_json_is_an_object_and_several_are_a_list(run, story, pdf):
    assert json.loads(run("-f", "json", story)[1])["title"] == "Ferry returns after the storm"
    assert len(json.loads(run("-f", "json", story, story)[1])) == 2
    assert len(json.loads(run("-f", "json", pdf, story)[1])) == 1
    assert json.loads(run("-f", "json", pdf, pdf)[1]) == []
    assert run("-f", "json", pdf)[1] == ""


def test_standard_input_and_the_address_it_came_from(run):
    code, out, _ = run("--url", "https://news.example/ferry", "-", stdin=page())
    read = json.loads(out)
    assert code == 0
    assert read["url"] == "https://news.example/ferry"
    assert "https://news.example/timetable" in {link["url"] for block in read["blocks"] for link in block["links"]}


def test_scraped_text(run, tmp_path):
    dump = "\n\n".join(["Logo", "Ferry returns after the storm", *SENTENCES, "Advertisement"])
    (tmp_path / "dump.txt").write_text(dump, "utf-8")
    code, out, err = run("--text", tmp_path / "dump.txt")
    assert (code, err) == (0, "")
    article = Article.from_dict(json.loads(out))
    assert article == extract_text(dump.encode())
    assert SENTENCES[0] in article.paragraphs
    assert run("--text", "-", stdin=dump.encode())[1] == out


def test_an_address_is_fetched(run, server):
    code, out, err = run("--allow-private", f"{server}/story")
    assert (code, err) == (0, "")
    assert json.loads(out)["url"] == f"{server}/story"


def test_a_private_address_is_fetched_on_demand_only(run, server):
    code, out, err = run(f"{server}/story")
    assert (code, out) == (3, "")
    assert re.fullmatch(r"newsextract: http://127\S+: .*127.0.0.1 is loopback.* \[forbidden_address\]\n", err)


def test_a_file_wins_over_an_address(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = Path("http:") / "news.example"
    path.parent.mkdir()
    path.write_bytes(page("From the file"))
    code, out, _ = run("http:/news.example")
    assert (code, json.loads(out)["title"]) == (0, "From the file")
    code, out, _ = run("http://news.example")
    assert (code, json.loads(out)["title"]) == (0, "From the file")


def test_a_stub_is_named_where_the_format_does_not_show_it(run):
    code, out, err = run("-f", "text", "-", stdin=b"<html><body></body></html>")
    assert code == 0
    assert out == "\n"
    assert re.fullmatch(r"newsextract: -: empty: .+\n", err)
    assert run("-f", "jsonl", "-", stdin=b"<html><body></body></html>")[2] == ""


# what goes wrong


def test_one_bad_input_never_stops_the_rest(run, story, pdf, tmp_path, server):
    bad = [tmp_path / "missing.html", tmp_path, pdf, f"{server}/gone"]
    code, out, err = run("--allow-private", story, *bad, story)
    assert code == 1
    assert len(out.splitlines()) == 2
    lines = err.splitlines()
    assert len(lines) == len(bad)
    for line, given, reason in zip(
        lines, bad, ["no such file.*input", "folder.*input", ".*not_a_page", ".*http_status"], strict=True
    ):
        assert re.fullmatch(rf"newsextract: {re.escape(str(given))}: .*{reason}\]", line)


def test_when_nothing_succeeds_the_exit_code_says_so(run, tmp_path):
    code, out, err = run(tmp_path / "a.html", tmp_path / "b.html")
    assert (code, out) == (3, "")
    assert err.count("\n") == 2


def test_a_web_address_without_its_scheme_gets_a_hint(run):
    code, _, err = run("news.example/ferry")
    assert code == 3
    assert "http://" in err


@pytest.mark.parametrize("name", ["{story}/inside", "x" * 300, "http://news.example/" + "x" * 300 + "\n"])
def test_what_cannot_be_read_is_told_in_a_sentence(run, story, name):
    code, out, err = run(name.format(story=story))
    assert (code, out) == (3, "")
    assert err.count("\n") == 1
    assert re.search(r"\[\w+\]\n$", err)
    assert "bug" not in err


def test_an_input_without_end_is_refused(run):
    code, _, err = run("/dev/zero")
    assert code == 3
    assert err.count("\n") == 1


def test_a_bug_in_one_input_never_stops_the_rest(run, story, monkeypatch):
    def broken(article):
        raise KeyError("boom")

    monkeypatch.setitem(FORMATS, "markdown", broken)
    code, _, err = run("-f", "markdown", story)
    assert code == 3
    assert re.fullmatch(r"newsextract: .*bug.*KeyError\('boom'\).*\[bug\]\n", err)


def test_no_file_name_steers_the_terminal(run):
    assert "\x1b" not in run("\x1b]0;title\x07.html")[2]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--format", "xml", "a.html"],
        ["--unknown", "a.html"],
        ["--url", "https://a.example", "a.html", "b.html"],
        ["--url", "https://a.example", "https://b.example"],
        ["--url", "not-an-address", "a.html"],
    ],
)
def test_wrong_usage(run, arguments):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "Usage: newsextract" in err


def test_text_is_not_fetched(run):
    code, _, err = run("--text", "https://news.example/dump.txt")
    assert code == 3
    assert "--text" in err


# the command itself


def test_help_explains_itself(run):
    code, out, _ = run("--help")
    assert code == 0
    assert out.startswith("Usage: newsextract [OPTIONS] INPUT...")
    for word in ("--format", "--text", "--url", "Examples:", "Exit codes:", "130", *FORMATS):
        assert word in out


def test_the_reference_and_the_help_name_the_same_exit_codes(run):
    shown = run("--help")[1].split("Exit codes:")[1]
    reference = (Path(__file__).parents[1] / "docs" / "reference.md").read_text("utf-8").split("## Exit codes")[1]
    codes = {str(code) for code in (talk.GOOD, talk.SOME_FAILED, 2, talk.ALL_FAILED, talk.NO_OUTPUT, talk.INTERRUPTED)}
    assert set(re.findall(r"^ +(\d+) ", shown, re.MULTILINE)) == codes
    assert set(re.findall(r"^\| (\d+) \|", reference, re.MULTILINE)) == codes


def test_the_command_may_be_named(run, story):
    assert run("get", story) == run(story)


def test_version_is_quick(run):
    assert run("--version")[1] == f"newsextract, version {version('newsextract')}\n"
    code = "import sys, time; t = time.process_time(); from newsextract import cli; cli.main(['--version'])"
    took = [
        float(
            subprocess.run(
                [sys.executable, "-c", f"{code}; print(time.process_time(), file=sys.stderr)"],
                capture_output=True,
                check=True,
            ).stderr
        )
        for _ in range(3)
    ]
    assert min(took) < 0.3


def test_output_is_utf8_whatever_the_locale(tmp_path):
    (tmp_path / "a.html").write_bytes(page("Fähre kehrt zurück — 渡し船"))
    with shell("-f", "text", tmp_path / "a.html", env={"LANG": "C", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}) as run:
        out, err = run.communicate()
    assert (run.returncode, err) == (0, b"")
    assert out.decode("utf-8").startswith("Fähre kehrt zurück — 渡し船\n")


def test_half_a_character_does_not_break_the_output(run, monkeypatch):
    monkeypatch.setattr(cli, "extract", lambda *_: Article(title="half \ud83d"))
    assert json.loads(run("-", stdin=b"x")[1])["title"] == "half ?"


def test_a_closed_pipe_ends_quietly(story):
    with shell(*[story] * 3) as run:
        run.stdout.close()
        err = run.stderr.read()
    assert err == b""
    assert run.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told_in_a_sentence(story):
    with Path("/dev/full").open("wb") as full, shell(story, stdout=full) as run:
        err = run.stderr.read()
    assert run.returncode == 74
    assert re.fullmatch(rb"newsextract: the output could not be written: [\w ]+\n", err)


def test_a_closed_output_is_told_in_a_sentence(story):
    command = f'"{sys.executable}" -m newsextract.cli "{story}" >&-'
    run = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, check=False)
    assert (run.returncode, run.stderr) == (74, b"newsextract: standard output is closed\n")


def test_an_interrupt_leaves_whole_json(story, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with shell("-f", "json", story, pipe) as run:
        read = b""
        while b'"text"' not in read and select.select([run.stdout], [], [], 20)[0]:
            read += os.read(run.stdout.fileno(), 65536)
        run.send_signal(signal.SIGINT)
        rest, err = run.communicate(timeout=20)
    assert run.returncode == 130
    assert len(json.loads(read + rest)) == 1
    assert b"Traceback" not in err


def test_records_of_scraped_texts_keep_their_fields(run, tmp_path):
    dump = "\n\n".join(["Logo", "Ferry returns after the storm", *SENTENCES, "Advertisement"])
    given = [{"id": 7, "body": dump, "url": "https://news.example/a", "newsextract": 1}, {"id": 8}, {"body": 3}]
    lines = [*map(json.dumps, given), "no JSON", "", json.dumps(dump), "[1]"]
    path = tmp_path / "scraped.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    code, out, err = run("--text", "--input-format", "jsonl", "--field", "body", path)
    records = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [record["newsextract"]["error"] and record["newsextract"]["error"]["code"] for record in records] == [
        None, "input", "input", "damaged_input", None, "damaged_input",
    ]  # fmt: skip
    assert [record.get("id") for record in records] == [7, 8, None, None, None, None]
    assert records[0]["body"] == records[4]["body"] == dump
    assert Article.from_dict(records[0]["newsextract"]) == extract_text(dump, "https://news.example/a")
    assert "line 4" in err
    assert run("--text", "--input-format", "jsonl", "--field", "body", "-", stdin="\n".join(lines).encode())[1] == out


def test_records_need_a_text_and_a_file(run, tmp_path):
    assert run("--input-format", "jsonl", tmp_path / "a.jsonl")[0] == 2
    assert run("--text", "--input-format", "jsonl", "-f", "markdown", tmp_path / "a.jsonl")[0] == 2
    assert run("--text", "--input-format", "jsonl", tmp_path / "a.jsonl")[:2] == (3, "")
    (tmp_path / "cut.gz").write_bytes(gzip.compress(b'{"text": "x"}\n' * 9)[:-9])
    code, _, err = run("--text", "--input-format", "jsonl", tmp_path / "cut.gz")
    assert (code, "damaged_input" in err) == (1, True)


def test_saved_pages_are_read_as_they_were_saved(run, tmp_path):
    """HTML that is gzipped, and what ``Page.save`` writes, which brings its address."""
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(page()))
    Page("https://news.example.org/ferry", page()).save(tmp_path / "b.page.gz")
    code, out, _ = run(tmp_path / "a.html.gz", tmp_path / "b.page.gz", "--format", "jsonl")
    first, second = map(json.loads, out.splitlines())
    assert (code, first["url"], second["url"]) == (0, None, "https://news.example.org/ferry")
    assert first["text"] == second["text"] != ""
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(page())[:-20])
    code, _, err = run(tmp_path / "a.html.gz")
    assert code == 3
    assert "[damaged_input]" in err
