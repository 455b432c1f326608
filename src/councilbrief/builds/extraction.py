"""Documents to their facts, one after the other, without any spec."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from councilbrief.builds.reading import Read
from councilbrief.builds.report import Report
from councilbrief.builds.shelf import Shelf, from_here
from councilbrief.documents.library import Entry
from councilbrief.evidence.record import Record, record, unread_record
from councilbrief.problems import ExitCode, Problem, Severity, errors
from councilbrief.provenance import Source


def extract(paths: Sequence[Path], show: Callable[[Read], None], shelf: Shelf | None = None) -> Report:
    """Read the documents of files and libraries, show each when it is read, and report the problems.

    Paths are written as they can be opened from the working folder. A file alone is read
    by itself: what a `sources.yaml` beside it says counts only for the folder.
    """
    shelf, report = shelf or Shelf(), Report()
    for path in paths:
        for entry in _entries(path, shelf, report):
            read = shelf.read(entry)
            report.add(read.problems, ExitCode.DOCUMENT)
            show(read)
    return report


def read_record(read: Read, *, with_text: bool) -> Record:
    """Return the JSON object of a document, also of one that could not be read."""
    if read.document is None or read.evidence is None:
        return unread_record(read.source, read.problems, with_text=with_text)
    return record(read.evidence, read.document, with_text=with_text)


def json_line(read: Read, *, with_text: bool) -> str:
    """Write the JSON object of a document as one line."""
    return json.dumps(read_record(read, with_text=with_text), ensure_ascii=False) + "\n"


def _entries(path: Path, shelf: Shelf, report: Report) -> Iterator[Entry]:
    """Yield the documents of a library, or the one that a file is."""
    try:
        is_library = path.is_dir()
    except OSError:  # a folder above it may not be looked into; reading it will say so
        is_library = False
    if not is_library:
        yield Entry(path, Source(path.stem, path.as_posix(), ""))
        return
    library = shelf.library(path)
    report.add(library.problems, ExitCode.SPEC)
    if not library.entries and not errors(library.problems):
        message = "there is no document in this folder; put some there, or give another"
        report.add((Problem(Severity.WARNING, "no-documents", message, from_here(path)),), ExitCode.DONE)
    for entry in library.entries:
        yield Entry(entry.path, _from_here(entry.source, from_here(path)))


def _from_here(source: Source, library: str) -> Source:
    """Write the paths of a source as they can be opened from here."""
    at = source.council_at
    stated = (f"{library}/{at[0]}", *at[1:]) if at else None
    return replace(source, path=f"{library}/{source.path}", council_at=stated)
