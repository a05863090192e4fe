"""The plan of the house, as a test: what may import what, who may print, what must stay quick."""

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from itertools import chain
from pathlib import Path
from time import process_time

import pytest

import newsextract

ROOT = Path(newsextract.__file__).parent
FLOORS = {
    1: {"article", "serial", "errors", "text", "urls", "page", "snapshot", "files", "reasons"},
    2: {"document", "fetch", "output", "schema"},
    3: {"metadata", "content", "saved"},
    4: {"body", "clean", "blocks", "status", "witness"},
    5: {"extract", "site"},
    6: {"batch", "discovery", "newsextract"},  # the face and what stands beside it
    7: {"cli", "shell_batch", "shell_discover", "shell_dumps", "shell_options", "shell_report", "streams", "talk"},
}
FLOOR = {room: floor for floor, rooms in FLOORS.items() for room in rooms}
HEAVY = {
    "bs4",
    "protego",
    "dateparser",
    "requests",
    "tldextract",
    "resiliparse",
    "urllib3",
    "click",
    "hypothesis",
    "feedparser",
}
MODULES = sorted(ROOT.rglob("*.py"))
TREES = {path: ast.parse(path.read_text("utf-8")) for path in MODULES}


def name(path):
    return str(path.relative_to(ROOT))


def room(path):
    """The room a module is in: a folder, or a module of the ground plan."""
    first = path.relative_to(ROOT).parts[0].removesuffix(".py")
    return "newsextract" if first == "__init__" else first


def imports(tree):
    """Yield every module that a module imports, also inside functions and for types alone, by its full name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            rooms = {alias.name for alias in node.names} & set(FLOOR) if node.module == "newsextract" else set()
            yield from (f"newsextract.{each}" for each in rooms)
            if len(rooms) < len(node.names):
                yield "." * node.level + (node.module or "")


def imported_rooms(tree):
    """Yield the rooms of the house that a module imports; the face itself where it takes a name from it."""
    for module in imports(tree):
        parts = module.split(".")
        if parts[0] == "newsextract":
            yield parts[1] if len(parts) > 1 else "newsextract"


def packages(tree):
    return {module.split(".")[0] for module in imports(tree)}


def test_every_room_has_its_floor():
    assert {room(path) for path in MODULES} <= set(FLOOR)


def test_imports_are_absolute():
    assert [name(path) for path, tree in TREES.items() for module in imports(tree) if module.startswith(".")] == []


def test_imports_go_down():
    up = [
        f"{name(path)} imports {other}"
        for path, tree in TREES.items()
        for other in imported_rooms(tree)
        if FLOOR.get(other, 0) > FLOOR[room(path)]
    ]
    assert up == []


@pytest.mark.parametrize(("one", "other"), [("metadata", "content"), ("content", "metadata")])
def test_the_two_readers_do_not_know_each_other(one, other):
    assert [name(path) for path, tree in TREES.items() if room(path) == one and other in imported_rooms(tree)] == []


@pytest.mark.parametrize("blind", ["article", "serial", "clean", "output"])
def test_the_tree_stays_behind(blind):
    assert [
        name(path) for path, tree in TREES.items() if room(path) == blind and {"lxml", "bs4"} & packages(tree)
    ] == []


def test_the_network_is_known_in_one_room():
    network = {"requests", "socket", "socketserver", "urllib3", "http", "ssl", "asyncio", "httpx", "playwright"}
    assert {room(path) for path, tree in TREES.items() if network & packages(tree)} == {"fetch"}


def test_only_one_module_opens_a_socket():
    openers = {"HTTPAdapter", "PoolManager", "HTTPConnectionPool", "HTTPConnection", "create_connection", "urlopen"}
    calls = {"requests.Session", "requests.session", "requests.get", "requests.request", "socket.socket"}
    opening = {
        name(path)
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if (isinstance(node, ast.Name) and node.id in openers)
        or (isinstance(node, ast.Attribute) and node.attr in openers)
        or (isinstance(node, ast.Call) and ast.unparse(node.func) in calls)
    }
    assert opening == {"fetch/http.py"}


def test_only_the_shell_prints():
    talkers = {
        name(path)
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in ("print", "echo", "secho")
    }
    assert talkers == {"talk.py"}


def test_no_room_is_a_drawer():
    drawers = {"utils", "util", "core", "helpers", "helper", "manager", "config", "misc", "common"}
    parts = chain.from_iterable(path.relative_to(ROOT).with_suffix("").parts for path in MODULES)
    assert drawers & set(parts) == set()


def test_the_import_is_light():
    code = "import sys, newsextract; print(*{name.split('.')[0] for name in sys.modules})"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    loaded = set(run.stdout.split())
    assert "newsextract" in loaded
    assert loaded & HEAVY == set()


# no input makes a pattern slow

SIZE = 100_000
BAITS = {
    "spaces": " ",
    "newlines": "\n",
    "letters": "a",
    "brackets": "<",
    "digits": "1",
    "capitals": "A",
    "mixed": ".,;:!?-–()[]{}\"'/\\|@#&*_=+~<> \t\n",
    "words": "ab ",
    "names": "Ab, ",
    "initials": "A. ",
    "dates": "1/2/",
    "tags": "<a b='c'>",
    "entities": "&amp;",
    "addresses": "a@b.c/",
    "quotes": "\"'",
    "dashes": "- ",
    "CJK": "年月日",
}


def patterns(value, depth=3):
    """Yield the compiled patterns in a value, also within tables and dataclasses."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth and is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from patterns(getattr(value, field.name), depth - 1)
    elif depth and isinstance(value, Mapping):
        yield from chain.from_iterable(patterns(each, depth - 1) for each in chain(value.keys(), value.values()))
    elif depth and isinstance(value, tuple | list | set | frozenset):
        yield from chain.from_iterable(patterns(each, depth - 1) for each in value)


def all_patterns():
    """Return each pattern of the house with its name, and whether it is only ever tried at the start of a text."""
    found = {}
    for module in pkgutil.walk_packages([str(ROOT)], "newsextract."):
        loaded = importlib.import_module(module.name)
        source = Path(loaded.__file__).read_text("utf-8")
        for given, value in vars(loaded).items():
            calls = set(re.findall(rf"\b{given}\.(\w+)", source))
            at_start = bool(calls) and calls <= {"match", "fullmatch"}
            found |= {each: (f"{module.name}.{given}", at_start) for each in patterns(value) if each not in found}
    return found


def seconds(pattern, at_start, unit, size):
    text = (unit * size)[:size] + "\x00"
    given = text if isinstance(pattern.pattern, str) else text.encode()
    started = process_time()
    pattern.match(given) if at_start else pattern.sub(given[:0], given)
    return process_time() - started


def slow_patterns(size, most):
    return [
        f"{where}: {took:.2f} s for {size} characters of {bait}"
        for pattern, (where, at_start) in all_patterns().items()
        for bait, unit in BAITS.items()
        if (took := seconds(pattern, at_start, unit, size)) > most
    ]


def test_every_pattern_is_linear():
    """A quadratic one needs a hundred times as long for ten times the text: the small bait first, to fail early."""
    slow = slow_patterns(SIZE // 10, 0.1) or slow_patterns(SIZE, 0.5)
    assert not slow, "\n".join(slow)
