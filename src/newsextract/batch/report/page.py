"""Figures -> the page. All that came from outside is escaped, in one line, and cut where it is long."""

from __future__ import annotations

from html import escape
from importlib import resources
from itertools import chain

from newsextract.batch.report import sections
from newsextract.batch.report.figures import Figures
from newsextract.batch.report.plots import PATTERN
from newsextract.batch.report.words import counted, duration, moment, plain, rate

_SECTIONS = (sections.speed, sections.results, sections.hosts, sections.examples, sections.languages)
_ONLY_OWN = "default-src 'none'; style-src 'unsafe-inline'"
"""The content security policy: whatever may have slipped in, nothing is run or loaded."""


def page(figures: Figures, name: str) -> str:
    """Return the page about a batch that writes to the output of that name."""
    style = resources.files("newsextract.batch.report").joinpath("style.css").read_text("utf-8")
    told = escape(plain(name))
    lines = (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_ONLY_OWN}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>newsextract batch: {told}</title>\n<style>\n{style}</style>\n</head>\n<body>",
        PATTERN,
        f"<header>\n<h1>{_finding(figures)}</h1>",
        f'<p>State of the batch that writes to <bdi dir="auto">{told}</bdi>, read {moment(figures.read_at)} UTC</p>',
        "</header>",
        f"<main>\n{_tiles(figures)}",
        *chain.from_iterable(section(figures) for section in _SECTIONS),
        "</main>\n</body>\n</html>\n",
    )
    return "\n".join(lines)


def _finding(figures: Figures) -> str:
    tally = figures.tally
    left, ended = tally.waiting + tally.taken, tally.done + tally.failed
    told = f"{counted(tally.done, 'article')}, {tally.failed:,} failed"
    if not left + ended:
        return "No inputs"
    if left:
        return f"{ended:,} of {counted(left + ended, 'input')} done: {told}, {left:,} left"
    return f"All of {counted(ended, 'input')} done: {told}"


def _tiles(figures: Figures) -> str:
    tally = figures.tally
    left = tally.waiting + tally.taken
    told = {
        "Inputs": f"{tally.done + tally.failed + left:,}",
        "Articles": f"{tally.done:,}",
        "Failed": f"{tally.failed:,}",
        "Left": f"{left:,}",
    }
    if figures.run_count:
        told |= {"Runs": f"{figures.run_count:,}", "Time of runs": duration(figures.seconds)}
    if average := rate(figures.pages, figures.seconds):
        told["Average pages"] = average
    tiles = "\n".join(f"<div><dt>{title}</dt><dd>{value}</dd></div>" for title, value in told.items())
    nothing = "" if figures.run_count else "\n<p>No record is written yet.</p>"
    return f'<dl class="tiles">\n{tiles}\n</dl>{nothing}'
