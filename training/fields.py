"""Fields that people read on pages -> labels by hashes, and how well an extraction agrees with them.

    python -m training.fields keep CORPUS ANSWERS ... --out training/labels/fields/NAME.jsonl
    python -m training.fields agree CORPUS FIRST SECOND
    python -m training.fields score CORPUS [--labels FILE ...]

An answer is a line of JSON for each page, see training/labels/fields/README.md. Labels hold hashes of what was read,
never the words themselves.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from newsextract import extract
from newsextract.article import Article
from newsextract.metadata.agencies import agency
from newsextract.text import fold
from training.corpus import key

FOLDER = Path(__file__).parent / "labels" / "fields"
CUT = "[...]"
HEAD = 60  # characters of a text that a reader saw only in part, and of notes, which are compared
_SIZE = re.compile(r"[-_](?:\d+x\d+|scaled|\d+w|large|medium|small)$")
_FORMAT = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:\.webp)?$")

Label = dict[str, Any]
Scores = dict[str, float]


def main() -> None:
    """Keep answers as labels, compare two readings, or score the extraction."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    store = commands.add_parser("keep")
    store.add_argument("corpus", type=Path)
    store.add_argument("answers", type=Path, nargs="+")
    store.add_argument("--out", type=Path, required=True)
    compare = commands.add_parser("agree")
    compare.add_argument("corpus", type=Path)
    compare.add_argument("first", type=Path)
    compare.add_argument("second", type=Path)
    rate = commands.add_parser("score")
    rate.add_argument("corpus", type=Path)
    rate.add_argument("--labels", type=Path, nargs="+", default=sorted(FOLDER.glob("*.jsonl")))
    args = parser.parse_args()
    if args.command == "keep":
        kept = [label(args.corpus, answer) for path in args.answers for answer in read_lines(path)]
        args.out.write_text("".join(json.dumps(one) + "\n" for one in kept), encoding="utf-8")
    elif args.command == "agree":
        _print_agreement(*({one["page"]: one for one in read_lines(path)} for path in (args.first, args.second)))
    else:
        _print_scores(list(scored(args.corpus, args.labels)))


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def page_bytes(corpus: Path, page: str) -> bytes:
    """Return the bytes of a page that is named SET/ID."""
    source, _, case = page.partition("/")
    return gzip.decompress((corpus / source / "html" / f"{case}.html.gz").read_bytes())


def urls(corpus: Path) -> dict[str, str | None]:
    """Return the address of every page of a corpus, by SET/ID."""
    cases = ((path.parent.name, case) for path in corpus.glob("*/cases.jsonl") for case in read_lines(path))
    return {f"{source}/{case['id']}": case.get("url") for source, case in cases}


# -- labels -------------------------------------------------------------------------------------


def label(corpus: Path, answer: dict[str, Any]) -> Label:
    """Return an answer as it is kept: hashes in place of words."""
    kept: Label = {"page": answer["page"], "key": key(page_bytes(corpus, answer["page"]))}
    if not answer.get("article"):
        return kept | {"article": False}
    return kept | {
        "article": True,
        **{field: hashed(answer.get(field)) for field in ("title", "kicker", "byline", "section")},
        "summary": [hashed(line) for line in answer.get("standfirst") or ()],
        "credits": [[party(one["name"]), one["kind"], one["role"]] for one in answer.get("credits") or ()],
        "published": answer.get("published"),
        "modified": answer.get("modified"),
        "dateline": _dateline(answer.get("dateline")),
        "images": [_image(image) for image in answer.get("images") or ()],
        "notes": [hashed(line[:HEAD]) for line in answer.get("notes") or ()],
        "tags": [hashed(tag) for tag in answer.get("tags") or ()],
        "language": answer.get("language"),
        "free": answer.get("free"),
    }


def _dateline(told: dict[str, Any] | None) -> list[str | None] | None:
    return [hashed(told.get("place")), agency(told.get("agency") or "")] if told else None


def _image(told: dict[str, Any]) -> dict[str, Any]:
    return {
        "file": hashed(file_stem(told["url"])) if told.get("url") and "~" not in told["url"] else None,
        "caption": hashed(told.get("caption")),
        "credit": hashed(told.get("credit")),
        "role": told.get("role"),
    }


def hashed(text: str | None) -> str | None:
    """Return the hash of a text in the form for comparing; of one that was seen in part that of its beginning."""
    if not text:
        return None
    head, cut, _ = text.partition(CUT)
    line = plain(head)
    return f"~{_hash(line[:HEAD].strip())}" if cut else _hash(line)


def party(name: str) -> str:
    """Return the hash of who is credited; an agency has one for all of its names."""
    return _hash(plain(agency(name) or name))


def plain(text: str) -> str:
    """Return a text without what printing adds: case, curly quotes, white space, an end stop."""
    return " ".join(fold(text).split()).strip(" .")


def file_stem(url: str) -> str:
    """Return the name of a picture's file without its size and format."""
    name = unquote(url.partition("?")[0].rstrip("/").rpartition("/")[2]).lower()
    return _SIZE.sub("", _FORMAT.sub("", name))


def _hash(line: str) -> str:
    return hashlib.sha1(line.encode(), usedforsecurity=False).hexdigest()[:10]


# -- scores -------------------------------------------------------------------------------------


def scored(corpus: Path, paths: Iterable[Path]) -> Iterator[tuple[str, Scores, Article]]:
    """Yield the name, the scores by field and the article of each page that was read."""
    addresses = urls(corpus)
    for path in paths:
        for told in read_lines(path):
            if told["article"]:
                article = extract(page_bytes(corpus, told["page"]), addresses.get(told["page"]))
                yield told["page"], score(told, article), article


def score(told: Label, article: Article) -> Scores:
    """Return how far an article agrees with what was read, 0 to 1 for each field that either has."""
    scores = {
        field: float(same(told[field], getattr(article, field))) for field in ("title", "kicker", "byline", "section")
    }
    scores["summary"] = float(_same_summary(told["summary"], article.summary))
    scores |= _credit_scores(told["credits"], article)
    for field in ("published", "modified"):
        moment = getattr(article, field)
        scores[field] = float((told[field] or "")[:10] == (moment.isoformat()[:10] if moment else ""))
    scores |= _image_scores(told["images"], article)
    place = told["dateline"][0] if told["dateline"] else None
    scores["dateline"] = float(same(place, article.dateline.place if article.dateline else None))
    scores["language"] = float((told["language"] or "")[:2] == (article.language or "")[:2])
    scores["tags"] = f1(told["tags"], map(hashed, article.tags))
    scores["notes"] = f1(told["notes"], (hashed(note.text[:HEAD]) for note in article.notes))
    return scores


def _credit_scores(told: list[list[str]], article: Article) -> Scores:
    wanted = [tuple(one) for one in told]
    got = [(party(credit.name), str(credit.kind), str(credit.role)) for credit in article.credits]
    kinds: Mapping[str, Callable[[tuple[str, ...]], bool]] = {
        "credits": lambda _: True,
        "persons": lambda one: one[1:] == ("person", "author"),
        "agencies": lambda one: one[1] == "agency",
    }
    return {
        name: f1((one[0] if name == "agencies" else one for one in wanted if fits(one)),
                 (one[0] if name == "agencies" else one for one in got if fits(one)))
        for name, fits in kinds.items()
    }  # fmt: skip


def _image_scores(told: list[dict[str, Any]], article: Article) -> Scores:
    """Score addresses, captions and credits; where no address was seen the pictures are not asked for."""
    scores = {}
    if all(image["file"] for image in told):
        scores["images"] = f1(
            (image["file"] for image in told), (hashed(file_stem(image.url)) for image in article.images if image.url)
        )
    for field in ("caption", "credit"):
        wanted = [image[field] for image in told if image[field]]
        got = [text for image in article.images if (text := getattr(image, field))]
        if wanted or got:
            scores[field] = _f1_of_texts(wanted, got)
    return scores


def same(told: str | None, text: str | None) -> bool:
    """Whether a text is the one that was read."""
    if told is None or text is None:
        return told is None and text is None
    return told == (f"~{_hash(plain(text)[:HEAD].strip())}" if told[0] == "~" else hashed(text))


def _same_summary(told: list[str], summary: str | None) -> bool:
    if not told or not summary:
        return not told and not summary
    return same(told[0], summary) or same(told[0], summary.partition("\n")[0])


def f1(wanted: Iterable[Any], got: Iterable[Any]) -> float:
    """Return the F1 of two collections; two empty ones agree."""
    first, second = Counter(wanted), Counter(got)
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 1.0


def _f1_of_texts(wanted: list[str], got: list[str]) -> float:
    left = list(got)
    for told in wanted:
        hit = next((text for text in left if same(told, text)), None)
        if hit is not None:
            left.remove(hit)
    hits = len(got) - len(left)
    return 2 * hits / (len(wanted) + len(got))


# -- reports ------------------------------------------------------------------------------------


def _print_scores(rows: list[tuple[str, Scores, Article]]) -> None:
    fields = dict.fromkeys(field for _, scores, _ in rows for field in scores)
    print(f"| field | pages | agreement |\n|---|---:|---:|\n| (all) | {len(rows)} | |")
    for field in fields:
        values = [scores[field] for _, scores, _ in rows if field in scores]
        print(f"| {field} | {len(values)} | {statistics.fmean(values):.3f} |")


def _print_agreement(first: dict[str, Label], second: dict[str, Label]) -> None:
    """Print for each field on how many pages two readings say the same."""
    both = [(first[page], second[page]) for page in sorted(first.keys() & second.keys())]
    articles = [pair for pair in both if pair[0]["article"] and pair[1]["article"]]
    print(f"{len(both)} pages in both, {len(articles)} articles in both")
    for field in (name for name in articles[0][0] if name not in ("page", "key", "article")):
        alike = sum(one[field] == two[field] for one, two in articles)
        print(f"| {field} | {alike / len(articles):.3f} |")


if __name__ == "__main__":
    main()
