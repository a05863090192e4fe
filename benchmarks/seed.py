"""The seed case in every layout: a dump with blank lines, single newlines and CRLF, a page with its lines in p and div.

    python benchmarks/seed.py FOLDER

FOLDER has noisy-dump.txt and expected.json. Ends with 1 where a layout does not come out character for character.
"""

import html
import json
import sys
from pathlib import Path

from newsextract import Article, extract, extract_text


def shown(article: Article) -> dict[str, object]:
    """Return the fields that the case is about."""
    images = [{"url": image.url, "caption": image.caption, "credit": image.credit} for image in article.images]
    return {"title": article.title, "summary": article.summary, "images": images, "paragraphs": article.paragraphs}


def main() -> int:
    folder = Path(sys.argv[1])
    dump = (folder / "noisy-dump.txt").read_text("utf-8")
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    lines = [line for line in dump.splitlines() if line.strip()]
    layouts = {"as it is": extract_text(dump)}
    layouts |= {repr(end)[1:-1]: extract_text(end.join(lines)) for end in ("\n", "\n\n", "\r\n", "\r\n\r\n")}
    for tag in ("p", "div"):
        rows = "".join(f"<{tag}>{html.escape(line)}</{tag}>\n" for line in lines)
        layouts[f"<{tag}>"] = extract(f"<html><body>{rows}</body></html>")
    wrong = 0
    for name, article in layouts.items():
        got = shown(article)
        faults = [key for key, value in expected.items() if got[key] != value]
        wrong += bool(faults)
        print(f"{name}: {'exact' if not faults else 'differs in ' + ', '.join(faults)}")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
