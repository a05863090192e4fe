"""Report: the state of a batch -> one page of HTML that says how it went.

``figures`` asks the state, by SQL; ``page`` writes them down, with the ``plots``. The page needs nothing else: no
script, no network.
"""

from __future__ import annotations

import os
from pathlib import Path

from newsextract.batch.faults import named
from newsextract.batch.outputs import state_of
from newsextract.batch.report.figures import Figures, read_figures
from newsextract.files import replacing


def write_report(output: str | os.PathLike[str], path: str | os.PathLike[str]) -> None:
    """Write a page about the batch that writes to an output, also while it runs.

    output: as it was given to the batch. path: the file of HTML; it is replaced as a whole or not at all. Raises
    BatchError where the state can't be read or the file can't be written, ValueError for an output of no known form.
    """
    name = os.fspath(output)
    save_report(read_figures(state_of(name)), name, Path(path))


def save_report(figures: Figures, name: str, path: Path) -> None:
    """Write a page about the batch that writes to the output of that name. Raises BatchError."""
    from newsextract.batch.report.page import page  # at first use: workers do without

    with named(path), replacing(path) as file:
        file.write(page(figures, name).encode("utf-8", "replace"))
