"""How long reports take to read, beside what bare pypdfium2 takes for their text alone.

    python benchmarks/reports.py [--corpus FOLDER] [--rounds N]

The reports are those of a corpus (COUNCILBRIEF_CORPUS), which are not ours to ship. Over each
report bare extraction and reading in quarantine take turns, and of several rounds each one's
quickest counts, report by report: a machine that slows down for a second slows both, and
only the ratios matter.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Mapping, Sequence
from math import inf
from pathlib import Path
from time import perf_counter

import pypdfium2 as pdfium

from councilbrief.documents.document import Document
from councilbrief.documents.from_pdf import read_pdf
from councilbrief.evidence.gather import gather
from councilbrief.provenance import Source


def main() -> None:
    """Measure and print, if there are reports."""
    parser = argparse.ArgumentParser(description="Time the reading of reports.")
    parser.add_argument("--corpus", type=Path, default=os.environ.get("COUNCILBRIEF_CORPUS"))
    parser.add_argument("--rounds", type=int, default=3, help="how often; the quickest counts")
    asked = parser.parse_args()
    paths = sorted(Path(asked.corpus, "reports").glob("*/*.pdf")) if asked.corpus else []
    if not paths:
        print("reports: skipped, as COUNCILBRIEF_CORPUS names no folder with reports/ in it")
        return
    files = [(path.read_bytes(), path.as_posix()) for path in paths]
    documents = [_read(*file) for file in files]  # and the reader has started
    reading = {"bare pypdfium2": _bare, "reading": _read}
    taken = _quickest(reading, files, asked.rounds)
    taken |= _quickest({"finders": gather}, [(document,) for document in documents], asked.rounds)
    _show(taken, documents)


def _quickest(
    steps: Mapping[str, Callable[..., object]], given: Sequence[tuple[object, ...]], rounds: int
) -> dict[str, float]:
    """Return how long each step takes over all that is given, by the quickest round of each one."""
    quickest = {name: [inf] * len(given) for name in steps}
    for _ in range(max(rounds, 1)):
        for at, one in enumerate(given):
            for name, step in steps.items():
                begun = perf_counter()
                step(*one)
                quickest[name][at] = min(quickest[name][at], perf_counter() - begun)
    return {name: sum(each) for name, each in quickest.items()}


def _show(taken: Mapping[str, float], documents: Sequence[Document]) -> None:
    pages = sum(max(p.page or 1 for p in document.paragraphs) for document in documents)
    bare = taken["bare pypdfium2"]
    print(f"{len(documents)} reports, {pages} pages")
    for name, seconds in taken.items():
        a_page = 1000 * seconds / pages
        print(f"  {name:<15}{seconds / bare:5.2f} × bare  {a_page:6.2f} ms a page  {seconds:6.2f} s")


def _read(data: bytes, name: str) -> Document:
    return read_pdf(data, Source(name, name, ""))


def _bare(data: bytes, _: str) -> int:
    """Take the text of every page, and do nothing with it."""
    document = pdfium.PdfDocument(data)
    length = 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        length += len(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return length


if __name__ == "__main__":
    main()
